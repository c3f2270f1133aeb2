"""The window's frame: rail, status bar, 999, hiding, faults."""
