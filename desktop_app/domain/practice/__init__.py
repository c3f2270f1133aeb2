"""The practice's own: its card, failed numbers, the note for the record, policy."""
