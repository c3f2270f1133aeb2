"""Signed metadata, sources of releases, and whether a file is sane."""
