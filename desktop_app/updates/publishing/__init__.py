"""The steward’s side: keys, signatures, and the files that are handed out."""
