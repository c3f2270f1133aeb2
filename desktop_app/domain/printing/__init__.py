"""What each printed sheet holds, and the rules of what may stand on it."""
