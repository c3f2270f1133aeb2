"""One working file for two stewards: taken from a share, worked on at home, put back and merged."""
