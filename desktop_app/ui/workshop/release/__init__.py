"""The pages between a changed fact and a desk: share, hand over, check, publish, keys."""
