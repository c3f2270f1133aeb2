"""What stops a release from being published, each told in one plain line."""


class NotPublished(Exception):
    """Something the steward can put right; the message is the one line they read."""
