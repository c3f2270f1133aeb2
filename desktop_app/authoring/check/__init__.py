"""Checks that hold across sources."""
