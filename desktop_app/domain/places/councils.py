"""Councils, and what we honestly know about where something happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

JSON_SCHEMA = 1


class Council(NamedTuple):
    """A council that answers for a stretch of ground; code is its nine-character ONS code."""

    code: str
    name: str
    slug: str | None = None

    @property
    def inside(self) -> bool:
        """Whether this directory carries the council's own numbers."""
        return self.slug is not None


NORTHERN_IRELAND = Council("N92000002", "Northern Ireland")
"""Stands for every council there: their postcodes are not in this directory."""


class Body(NamedTuple):
    """A council, trust, police force or board; id is its ONS code, or a word of our own."""

    id: str
    name: str


class AnsweringBody(NamedTuple):
    """Who answers in one council's area, from the first day until the day after the last."""

    council: str
    tier: str  # "district", "county", "unitary", "metropolitan", "london", "wales", "scotland"
    children: Body
    adults: Body
    begins: date | None = None
    ends: date | None = None
    police: Body | None = None
    icb: Body | None = None
    """The force and the integrated care board that serve there; None: no document says which."""

    def on(self, day: date) -> bool:
        """Whether this holds on a day (UK calendar)."""
        begun = self.begins is None or self.begins <= day
        return begun and (self.ends is None or day < self.ends)


class ServingBody(NamedTuple):
    """A force or board that serves one council's area, from the first day to the one after."""

    part: str  # "police" or "icb"
    body: Body
    begins: date | None = None
    ends: date | None = None

    def on(self, day: date) -> bool:
        """Whether this holds on a day (UK calendar)."""
        begun = self.begins is None or self.begins <= day
        return begun and (self.ends is None or day < self.ends)


class WhereStatus(StrEnum):
    """How much is known about the place."""

    KNOWN = "known"
    SEVERAL = "several"
    UNKNOWN = "unknown"
    OUTSIDE = "outside"


class Whereabouts(NamedTuple):
    """Where it happened, as far as is known; `text` is the sentence that says how we know.

    KNOWN names one of the directory's councils, SEVERAL two or more candidates (outside ones may be
    among them), OUTSIDE the council elsewhere if it is known, UNKNOWN none.
    """

    status: WhereStatus
    councils: tuple[Council, ...] = ()
    text: str = ""
    doubts: tuple[PlaceDoubt, ...] = ()


class PlaceDoubt(NamedTuple):
    """What a settled answer still leaves to check, in a sentence; `code` is for other programs.

    `councils` are those of ours that it would be instead: their lines follow in the answer.
    """

    code: str
    text: str
    councils: tuple[Council, ...] = ()


NEAR_BORDER = "near_border"
STREET_NOT_LOOKED_UP = "street_not_looked_up"
POSTCODE_AND_TOWN_DIFFER = "postcode_and_town_differ"
SPACE_MISSING = "space_missing"


def elsewhere(where: Whereabouts) -> tuple[Council, ...]:
    """The councils outside the directory that the place is in, or may be in."""
    return tuple(council for council in where.councils if not council.inside)


def whereabouts_of(councils: Iterable[Council], text: str = "") -> Whereabouts:
    """Every council that is still possible, none dropped: more than one is never narrowed."""
    possible = tuple(dict.fromkeys(councils))
    if not possible:
        return Whereabouts(WhereStatus.UNKNOWN, (), text)
    if not any(council.inside for council in possible):
        return Whereabouts(WhereStatus.OUTSIDE, possible, text)
    status = WhereStatus.KNOWN if len(possible) == 1 else WhereStatus.SEVERAL
    return Whereabouts(status, possible, text)


class AnswerKind(StrEnum):
    """What the typed text turned out to be."""

    POSTCODE = "postcode"
    POSTCODE_UNKNOWN = "postcode-unknown"
    PART = "part"
    PLACE = "place"
    SUGGESTION = "suggestion"
    NOTHING = "nothing"


class CouncilCount(NamedTuple):
    """A council the text may mean, and how many known postcodes speak for it (None for a name)."""

    council: Council
    postcodes: int | None = None
    answering: AnsweringBody | None = None  # whose social services answer there; None: not known

    @property
    def inside(self) -> bool:
        """Whether this directory carries the council's own numbers."""
        return self.council.inside


class Alternative(NamedTuple):
    """Another reading of what was typed: offered, never applied.

    `typed` is what to put in the field to take it (empty when no text would settle it). One that
    is only `mentioned` is so unlikely that its councils do not keep the answer open.
    """

    text: str
    councils: tuple[Council, ...] = ()
    typed: str = ""
    mentioned: bool = False


class PlaceChoice(NamedTuple):
    """One thing the person may pick from an answer, and what is then known."""

    label: str
    whereabouts: Whereabouts
    typed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhereAnswer:
    """The honest answer to a typed postcode, part of one, or place name.

    `settled` says that the text alone decides it; otherwise a person has to choose, and until
    then more stays open rather than less.
    """

    typed: str = field(repr=False)
    kind: AnswerKind
    text: str
    councils: tuple[CouncilCount, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    settled: bool = False
    doubts: tuple[PlaceDoubt, ...] = ()
    answers: str = ""  # who answers there today, in a sentence, where it is outside the directory

    @property
    def said(self) -> str:
        """The answer with who answers there: what a person reads."""
        return f"{self.text} {self.answers}".rstrip()

    def doubted(self, *doubts: PlaceDoubt) -> WhereAnswer:
        """The same answer with more to check, said in its text as well."""
        if not doubts:
            return self
        text = " ".join((self.text, *(doubt.text for doubt in doubts)))
        return replace(self, text=text, doubts=(*self.doubts, *doubts))

    @property
    def whereabouts(self) -> Whereabouts:
        """What is known if nobody chooses: wide, and nothing when only an offer was made."""
        own = [count.council for count in self.councils]
        if self.settled:
            return whereabouts_of(own, self.text)._replace(doubts=self.doubts)
        counted = (other for other in self.alternatives if not other.mentioned)
        offered = [council for other in counted for council in other.councils]
        open_still = whereabouts_of(own + offered, self.text)._replace(doubts=self.doubts)
        only_elsewhere = self.kind is AnswerKind.PLACE and not any(one.inside for one in own)
        if only_elsewhere and len(own) == 1 and open_still.status is WhereStatus.OUTSIDE:
            return open_still
        if not own or only_elsewhere or open_still.status is not WhereStatus.SEVERAL:
            return Whereabouts(WhereStatus.UNKNOWN, (), self.text)
        return open_still

    @property
    def choices(self) -> tuple[PlaceChoice, ...]:
        """What the person may pick, likeliest first: each council, then each other reading."""
        own = tuple(self._council_choice(count) for count in self.councils)
        return own + tuple(
            PlaceChoice(other.text, whereabouts_of(other.councils, other.text), other.typed)
            for other in self.alternatives
        )

    def _council_choice(self, count: CouncilCount) -> PlaceChoice:
        label = count.council.name
        if not count.inside:
            label += " (outside this directory)"
        return PlaceChoice(label, whereabouts_of([count.council], self.text))


def as_json(answer: WhereAnswer) -> dict[str, object]:
    """The answer for other programs: `who-to-call where --json`, schema 1."""
    return {
        "schema": JSON_SCHEMA,
        "typed": answer.typed,
        "kind": str(answer.kind),
        "councils": [
            _council_json(count.council)
            | {"postcodes": count.postcodes, "answering": answering_json(count.answering)}
            for count in answer.councils
        ],
        "text": answer.said,
        "alternatives": [
            {
                "typed": other.typed,
                "text": other.text,
                "councils": [_council_json(council) for council in other.councils],
            }
            for other in answer.alternatives
        ],
        "doubts": [{"code": doubt.code, "text": doubt.text} for doubt in answer.doubts],
    }


def answering_json(there: AnsweringBody | None) -> dict[str, object] | None:
    """Whose social services answer somewhere, for other programs; None where nobody knows."""
    if there is None:
        return None
    return {
        "tier": there.tier,
        "children": {"id": there.children.id, "name": there.children.name},
        "adults": {"id": there.adults.id, "name": there.adults.name},
        "police": _body_json(there.police),
        "icb": _body_json(there.icb),
    }


def _body_json(body: Body | None) -> dict[str, object] | None:
    return {"id": body.id, "name": body.name} if body else None


def _council_json(council: Council) -> dict[str, object]:
    return {"code": council.code, "name": council.name, "inside": council.inside}
