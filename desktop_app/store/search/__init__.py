"""Searches the compiled directory."""
