"""Builds what people install: for Windows and for Linux, on one Debian machine."""
