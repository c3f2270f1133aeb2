"""The rules: who can be rung, when, and for what. Standard library only."""
