"""Reads and validates the YAML sources."""
