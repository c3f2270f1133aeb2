"""Updates in the window."""
