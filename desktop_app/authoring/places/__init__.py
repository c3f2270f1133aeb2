"""Postcodes and place names, from public data to tables."""
