"""What to do now: the calls to make, in order, and why. The types of the decision's answer."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.hours.status import OpeningStatus
from desktop_app.domain.places.councils import AnsweringBody, Council
from desktop_app.domain.services.service import Form, Line, Service
from desktop_app.domain.situation.situation import Situation, answer_title


class Tier(StrEnum):
    """How a call stands on the page."""

    FIRST = "first"
    BESIDE = "beside"
    FALLBACK = "fallback"
    ALSO = "also"


class Call(NamedTuple):
    """One line to ring: what for, whether it answers now, why it is offered, what to send first."""

    tier: Tier
    purpose: str
    service: Service
    line: Line
    reading: OpeningStatus
    because: str
    council: Council | None = None
    form: Form | None = None
    opens: datetime | None = None  # when a closed line next opens for certain
    also_for: tuple[str, ...] = ()  # what else the same number is to be rung for
    before: str = ""  # what has to be read before this number is rung

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents this number rests on, each once."""
        return tuple(dict.fromkeys(source.document for source in self.line.sources))


class Caution(NamedTuple):
    """Something that makes the answer less certain, in plain words; code is stable for programs."""

    code: str
    text: str


class Advice(NamedTuple):
    """The whole answer for one situation at one moment (UK time)."""

    situation: Situation
    moment: datetime
    calls: tuple[Call, ...]
    warnings: tuple[Caution, ...]
    notes: tuple[str, ...]
    valid_until: datetime | None
    answering: tuple[AnsweringBody, ...] = ()  # whose social services answer, for places elsewhere
    more: tuple[Call, ...] = ()  # behind one fold: where nobody knows the place, all after eight

    @property
    def every(self) -> tuple[Call, ...]:
        """All calls: those in sight, and those behind the fold."""
        return (*self.calls, *self.more)

    def tier(self, tier: Tier) -> tuple[Call, ...]:
        """The calls of one tier, in order."""
        return tuple(call for call in self.calls if call.tier is tier)

    @property
    def title(self) -> str:
        """What this answer is about, in the words of the screen."""
        return answer_title(self.situation.concern, self.situation.circumstances)

    @property
    def first(self) -> Call:
        """The one call to make."""
        return self.tier(Tier.FIRST)[0]
