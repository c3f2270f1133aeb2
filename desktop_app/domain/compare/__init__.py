"""Which answers and facts two directories give differently."""
