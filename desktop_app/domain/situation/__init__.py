"""What was told: concern, circumstances, council, and the pathway they call for."""
