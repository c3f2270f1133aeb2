"""Services, lines and numbers, and the directory they are asked from."""
