"""Looks up postcodes and places in the compiled directory."""
