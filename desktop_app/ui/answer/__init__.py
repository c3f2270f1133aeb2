"""The answer: its page, cards and clock, and what if it were another time."""
