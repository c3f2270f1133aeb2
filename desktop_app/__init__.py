"""Who to Call: the right safeguarding number, for this minute."""

__version__ = "0.1.0"
