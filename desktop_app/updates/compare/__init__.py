"""What differs between two releases, in words."""
