"""The practice's own data and the settings, in the user's folder."""
