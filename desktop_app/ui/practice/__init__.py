"""The practice's own page."""
