"""Reports about numbers that failed, from many desks: read, matched, and counted once."""
