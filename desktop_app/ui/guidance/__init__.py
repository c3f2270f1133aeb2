"""The guidance pages."""
