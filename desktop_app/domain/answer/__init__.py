"""The answer on one screen: a decision put into as few words as a frightened person reads."""
