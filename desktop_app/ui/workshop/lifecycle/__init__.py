"""The page of the workshop on which a service begins, and the one on which it ends."""
