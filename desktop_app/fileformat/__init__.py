"""The ground: what a directory file is, its checksum, and files written whole."""
