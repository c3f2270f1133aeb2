"""The same answers in a terminal: one module a command, no Qt anywhere."""
