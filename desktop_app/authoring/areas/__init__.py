"""An area as its steward begins it and checks it."""
