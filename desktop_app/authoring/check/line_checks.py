"""What must hold for the lines of one service."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop_app.authoring.read.errors import Mistake
from desktop_app.authoring.read.library import Draft
from desktop_app.authoring.read.models import LineEntry, OutsideHours
from desktop_app.authoring.read.numbers import dialled, withdrawn
from desktop_app.domain.places.councils import Council
from desktop_app.domain.services.service import ANSWERS_ALWAYS, LineKind, Standing

LONGEST_IN_ONE = 6
"""Digits that are read aloud in one go: short codes."""
HIDDEN = re.compile(
    r"\b(?:press(?:ing)?|options?|opt|extensions?|extn?|ext|keys?|dial|menu|select|choose)"
    r"\b[ .:#*]*(?:\d|one|two|three|four|five|six|seven|eight|nine|zero)",
    re.IGNORECASE,
)
"""A label that hides what is pressed or asked for: that is a fact, with a place of its own."""
NEVER_ANSWERED = frozenset({LineKind.TEXT, LineKind.FAX})


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownWords:
    """Every word the services may use, and what the release says of itself."""

    documents: frozenset[str]
    roles: frozenset[str]
    audiences: frozenset[str]
    topics: frozenset[str]
    councils: tuple[Council, ...]
    """Those of the area."""
    dated: date
    made_up_allowed: bool
    own_notes: frozenset[str] = frozenset()
    """Documents that we wrote ourselves: they may tell of hours, and never state them."""

    @property
    def slugs(self) -> frozenset[str]:
        """The short names of the area's councils."""
        return frozenset(council.slug for council in self.councils if council.slug)


def check_lines(draft: Draft, known: KnownWords) -> Iterator[Mistake]:
    """Every mistake in the lines of one service."""
    yield from _each_once(draft)
    for at, line in enumerate(draft.entry.lines):
        yield from _number(draft, at, line, known)
        yield from _keyed(draft, at, line)
        yield from _trust(draft, at, line, known)
        yield from _outside(draft, at, line)
        yield from _not_our_own_word(draft, at, line, known)
        yield from _exceptions_once(draft, at, line)


def _each_once(draft: Draft) -> Iterator[Mistake]:
    ids: set[str] = set()
    numbers: dict[str, str] = {}
    for at, line in enumerate(draft.entry.lines):
        digits = line.number.replace(" ", "")
        if line.id in ids:
            sentence = f"Another line of this service already has the id “{line.id}”."
            yield draft.mistake(("lines", at, "id"), sentence)
        if digits in numbers:
            sentence = f"{line.number} already stands in the line “{numbers[digits]}”."
            yield draft.mistake(("lines", at, "number"), sentence)
        ids.add(line.id)
        numbers.setdefault(digits, line.id)


def _number(draft: Draft, at: int, line: LineEntry, known: KnownWords) -> Iterator[Mistake]:
    if len(line.number) > LONGEST_IN_ONE and " " not in line.number:
        sentence = f"{line.number} must have spaces where a voice reading it aloud would pause."
        yield draft.mistake(("lines", at, "number"), sentence)
    try:
        dialled(line.number, made_up_allowed=known.made_up_allowed)
    except ValueError as error:
        yield draft.mistake(("lines", at, "number"), str(error))


def _keyed(draft: Draft, at: int, line: LineEntry) -> Iterator[Mistake]:
    """What is pressed or asked for after the number stands in a place of its own."""
    if HIDDEN.search(line.label):
        sentence = (
            f"“{line.label}” hides what is pressed or asked for: "
            "give it as `menu_option` or `extension`."
        )
        yield draft.mistake(("lines", at, "label"), sentence)
    if line.kind in NEVER_ANSWERED:
        for key in ("menu_option", "extension"):
            if getattr(line, key):
                sentence = f"Nobody answers a {line.kind} line, so it has no `{key}`."
                yield draft.mistake(("lines", at, key), sentence)


def _trust(draft: Draft, at: int, line: LineEntry, known: KnownWords) -> Iterator[Mistake]:
    if withdrawn(line.number.replace(" ", "")) and line.standing is not Standing.SUPERSEDED:
        sentence = f"{line.number} was switched off for good; give it `standing: superseded`."
        yield draft.mistake(("lines", at, "number"), sentence)
    in_use = line.standing is Standing.IN_USE
    if in_use and line.kind is LineKind.FAX:
        sentence = "A fax is never in use here; give it `standing: superseded`."
        yield draft.mistake(("lines", at, "standing"), sentence)
    if in_use and not line.sources:
        sentence = f"{line.number} is in use and has no source; say which document gives it."
        yield draft.mistake(("lines", at, "sources"), sentence)
    if line.verified and line.verified.on > known.dated:
        sentence = (
            f"{line.number} was verified after the date of this release: "
            "raise `dated` in release.yaml first."
        )
        yield draft.mistake(("lines", at, "verified", "on"), sentence)


def _outside(draft: Draft, at: int, line: LineEntry) -> Iterator[Mistake]:
    """`outside:` must name a line with hours of its own, or nobody could say when it is open."""
    if not isinstance(line.hours, OutsideHours):
        return
    place = ("lines", at, "hours", "outside")
    office = next((o for o in draft.entry.lines if o.id == line.hours.outside), None)
    if office is None:
        sentence = f"This service has no line “{line.hours.outside}”."
        yield draft.mistake(place, sentence)
    elif isinstance(office.hours, OutsideHours):
        sentence = f"“{office.id}” waits for another line itself; name one with its own hours."
        yield draft.mistake(place, sentence)


def _not_our_own_word(
    draft: Draft, at: int, line: LineEntry, known: KnownWords
) -> Iterator[Mistake]:
    """Hours that rest on our own notes would look as new as the notes; 999 needs no source."""
    if line.number.replace(" ", "") in ANSWERS_ALWAYS:
        return
    stated = line.hours.stated if isinstance(line.hours, OutsideHours) else line.hours
    claims = stated if isinstance(stated, list) else [stated]
    for claim in claims:
        document = None if isinstance(claim, str) else claim.document
        if document in known.own_notes:
            sentence = f"“{document}” is our own and no source of hours; say where it was read."
            yield draft.mistake(("lines", at, "hours"), sentence)


def _exceptions_once(draft: Draft, at: int, line: LineEntry) -> Iterator[Mistake]:
    seen: set[date] = set()
    for number, exception in enumerate(line.exceptions):
        if exception.date in seen:
            sentence = f"{exception.date} is given twice; keep one."
            yield draft.mistake(("lines", at, "exceptions", number, "date"), sentence)
        seen.add(exception.date)
