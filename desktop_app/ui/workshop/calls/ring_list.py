"""What the page of calls asks of a working copy: plain records, and one protocol."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from desktop_app.ui.workshop.working_copy import NewDocument, Place, Value


class Came(StrEnum):
    """What came of a call; the order is that of the keys 1 to 7."""

    MATCHES = "matches"
    ANOTHER_NAME = "another_name"
    MOVED = "moved"
    RECORDED = "recorded"
    NO_ANSWER = "no_answer"
    NOT_IN_USE = "not_in_use"
    OTHER_HOURS = "other_hours"
    """The number is right and its hours are not."""


class CheckedFact(StrEnum):
    """What a call that matches bears out, each apart."""

    NUMBER = "number"
    HOURS = "hours"
    NAME = "name"


class RingCard(NamedTuple):
    """One number to ring."""

    number: str
    why: str
    """Why it stands in the list, in words."""
    greetings: tuple[str, ...]
    """Who should answer, a name of each line that has the number."""
    hours: tuple[str, ...]
    """When they should, in words."""
    due: bool = True
    urgent: bool = False
    """Whether a desk could not get through."""
    asked: tuple[str, ...] = ()
    """Who reported it, when, and what happened: a sentence each."""
    last: str = ""
    """What came of the last call, and when; empty before the first."""


class HeardCall(NamedTuple):
    """What somebody heard who rang a number."""

    number: str
    came: Came
    facts: frozenset[CheckedFact] = frozenset()
    words: str = ""


class Lead(NamedTuple):
    """A fact that a call throws doubt on, to be changed now: where, to what, on whose word."""

    words: str
    service: str
    place: Place
    value: Value = None
    """What to put there; none where somebody has to type it."""
    document: NewDocument | None = None


class KeptCall(NamedTuple):
    """What came of keeping a call: a sentence, and what it leads to."""

    told: str
    leads: tuple[Lead, ...] = ()


class LedgerLine(NamedTuple):
    """One call of the ledger."""

    at: datetime
    by: str
    number: str
    what: str
    words: str = ""
    taken_back: bool = False


class RingList(Protocol):
    """The numbers that may be rung, and the ledger."""

    def cards(self) -> Sequence[RingCard]:
        """Every number that may be rung, the due ones first, always in the same order."""

    def ledger(self) -> Sequence[LedgerLine]:
        """Every call, newest first."""

    def keep(self, heard: HeardCall) -> KeptCall:
        """Keep what was heard; WorkshopError where it cannot be, and nothing is kept."""

    def take_back(self) -> str:
        """Take back the last call and the check it set; WorkshopError where that cannot be."""
