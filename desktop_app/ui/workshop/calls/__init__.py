"""The page of calls in the workshop: which number to ring, what to listen for, what was heard."""
