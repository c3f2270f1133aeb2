"""How much the directory holds: what the foot of the window says of it is counted, not listed."""

from typing import NamedTuple


class Tally(NamedTuple):
    """How many services and numbers there are, how many are owed a test call, and have had one.

    Numbers are counted, not lines: three councils may share one night number.
    """

    services: int
    numbers: int
    owed: int
    checked: int
