"""Opening hours: three-valued, in UK time, and in words."""
