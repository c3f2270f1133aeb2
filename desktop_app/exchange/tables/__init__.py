"""Tables as files: read with everything that makes a cell doubtful."""
