"""An answer nobody has touched for a while: ask, then leave, so that nothing stays on a desk."""

from enum import StrEnum

LEAVE_AFTER = 5
"""Minutes after the question until everything is forgotten."""
CHOICES = (10, 30, 60)
"""What the settings offer, in minutes."""


class Untouched(StrEnum):
    """What an answer that nobody touches calls for."""

    NOTHING = "nothing"
    ASK = "ask"
    LEAVE = "leave"


def untouched(seconds: float, minutes: int) -> Untouched:
    """What to do after so many seconds without a key or a click, asked after so many minutes."""
    if seconds < minutes * 60:
        return Untouched.NOTHING
    return Untouched.LEAVE if seconds >= (minutes + LEAVE_AFTER) * 60 else Untouched.ASK
