"""Signed releases of the directory: checked, then put in use."""
