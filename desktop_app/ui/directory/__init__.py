"""The directory page."""
