"""The page of lists in the workshop: what others send, row by row, and what is given out."""
