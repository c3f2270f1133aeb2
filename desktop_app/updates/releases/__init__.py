"""Releases on this computer: stored, staged, chosen, activated."""
