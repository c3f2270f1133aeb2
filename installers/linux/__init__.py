"""The Linux packages: one folder with its own Python and Qt, as a .deb and as a plain archive.

Debian's own Python is taken along rather than the desk's, because desks have many versions of it,
and because what was tested is what runs.
"""
