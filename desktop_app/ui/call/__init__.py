"""Who do I call now: the questions and the answer."""
