"""An instant as a person types it: "2026-12-26T02:00" is UK time unless an offset is given."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.dates import date_words
from desktop_app.domain.text.quoted_text import quoted_short

FIRST_YEAR, LAST_YEAR = 1970, 2199
LONGEST = 40
"""Signs: more are no date and time."""
EXAMPLE = "Write it like 2026-12-26T02:00 for UK time, or 2026-12-26T02:00:00Z."


class NotAnInstant(ValueError):  # reads as the sentence it carries
    """What was typed is no date and time we can use; the message says what to type instead."""


class Instant(NamedTuple):
    """What was typed, as one moment, or as two where the clocks change."""

    moments: tuple[datetime, ...]
    """Aware moments in UK time, earliest first: one, or the two that may be meant."""
    trouble: str = ""
    """A sentence about a time that does not exist or happens twice; empty when all is well."""

    @property
    def moment(self) -> datetime:
        """The earlier of the moments meant."""
        return self.moments[0]


def parse_instant(text: str) -> Instant:
    """The moment a person means; both readings for a time the clock change skips or repeats.

    Raises `NotAnInstant` with a plain sentence for anything else.
    """
    typed = text.strip()
    moment = _parsed(typed)
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise NotAnInstant(f"The year in “{typed}” must be between {FIRST_YEAR} and {LAST_YEAR}.")
    if moment.tzinfo is not None:
        return Instant((moment.astimezone(UK),))
    return _by_the_wall(moment)


def earliest(moments: Iterable[datetime | None]) -> datetime | None:
    """The first of several moments, leaving out the missing ones.

    Python compares two moments of the same zone by the clock on the wall, so on the night the
    clocks go back plain `min` picks the wrong one; this compares the instants themselves.
    """
    given = [moment for moment in moments if moment is not None]
    return min(given, key=lambda moment: moment.astimezone(UTC), default=None)


def _parsed(typed: str) -> datetime:
    plain = typed.isascii() and typed.isprintable()  # Python overlooks a NUL at the end
    if len(typed) > LONGEST or ":" not in typed or not plain:
        raise NotAnInstant(f"“{quoted_short(typed, LONGEST)}” is not a date and time. {EXAMPLE}")
    try:
        return datetime.fromisoformat(typed)
    except ValueError:
        raise NotAnInstant(
            f"“{quoted_short(typed, LONGEST)}” is not a date and time. {EXAMPLE}"
        ) from None


def _by_the_wall(naive: datetime) -> Instant:
    """UK wall time to moments. Read with each offset, a skipped or repeated time gives two."""
    meant = {naive.replace(tzinfo=UK, fold=fold).astimezone(UTC) for fold in (0, 1)}
    readings = [moment.astimezone(UK) for moment in sorted(meant)]
    if len(readings) == 1:
        return Instant((readings[0],))
    skipped = readings[0].replace(tzinfo=None) != naive
    what = (
        "does not exist in the UK: the clocks go forward"
        if skipped
        else ("happens twice in the UK: the clocks go back")
    )
    first, second = (f"{reading:%H:%M %Z}" for reading in readings)
    trouble = f"{naive:%H:%M} on {date_words(naive)} {what}. Read as {first} and as {second}."
    return Instant(tuple(readings), trouble)
