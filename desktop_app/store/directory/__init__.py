"""Reads the compiled directory."""
