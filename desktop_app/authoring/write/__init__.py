"""Writes the compiled directory."""
