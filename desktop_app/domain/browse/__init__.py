"""What the directory page shows: rows, facts, search words, changes."""
