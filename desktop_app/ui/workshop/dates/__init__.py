"""The page of dates in the workshop: certain days on which many lines have other hours."""
