"""The bank holidays the compiled directory carries, put together while it is made.

db/national/bank_holidays.csv holds GOV.UK's list, and past its end days that were worked out and
are marked so. Where neither knows better, bank_holidays.yaml adds or takes away a day.
"""

from collections.abc import Sequence
from datetime import date

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from desktop_app.authoring.read.errors import Mistake, MistakesFound, stop_at
from desktop_app.authoring.read.source_tree import SourceTree, table_rows
from desktop_app.authoring.read.sources import SourceFile
from desktop_app.authoring.read.validation_messages import mistake_of
from desktop_app.domain.hours.bank_holidays import BankHolidays, DayBasis, Holiday

KNOWN = "bank_holidays.csv"
COLUMNS = ("day", "name", "basis")
NO_DAY = (
    "This is no bank holiday: write a day such as 2026-12-25, its name, and as basis "
    f"{' or '.join(DayBasis)}."
)
COMPUTED_UNTIL = date(2040, 12, 31)
"""How far days are worked out; later than any release of the directory should be in use."""


class Override(BaseModel):
    """A day added to the list or taken off it by hand, and why."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    day: date
    because: str = Field(min_length=1)


class ExtraDay(Override):
    """A bank holiday that the lists do not know, such as one proclaimed for a single year."""

    name: str = Field(min_length=1)


class Overrides(BaseModel):
    """The whole of bank_holidays.yaml."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    extra: list[ExtraDay] = []
    removed: list[Override] = []


def bank_holidays(known: Sequence[Holiday], overrides: SourceFile | None = None) -> BankHolidays:
    """Every bank holiday of England and Wales that is known, in order.

    `.holidays` are the rows to write. Raises `MistakesFound` when the overrides cannot be read, add
    a day that is there already or remove one that is not.
    """
    by_day = {holiday.day: holiday for holiday in known}
    if overrides is not None:
        _override(by_day, overrides)
    listed_until = max(holiday.day for holiday in known if holiday.basis is DayBasis.LISTED)
    days = tuple(by_day[day] for day in sorted(by_day))
    return BankHolidays(holidays=days, listed_until=listed_until, computed_until=COMPUTED_UNTIL)


def known_days(sources: SourceTree) -> list[Holiday]:
    """The days of bank_holidays.csv; MistakesFound for a row that is none, or without any."""
    mistakes: list[Mistake] = []
    found = []
    for line, row in table_rows(sources, KNOWN, COLUMNS, mistakes):
        try:
            day, basis = date.fromisoformat(row["day"]), DayBasis(row["basis"])
        except ValueError:
            mistakes.append(Mistake(KNOWN, line, NO_DAY))
        else:
            found.append(Holiday(day, row["name"], basis))
    if not mistakes and not any(each.basis is DayBasis.LISTED for each in found):
        mistakes.append(Mistake(KNOWN, 0, "This file lists no bank holiday."))
    stop_at(mistakes)
    return found


def _override(by_day: dict[date, Holiday], file: SourceFile) -> None:
    overrides = _read(file)
    mistakes: list[Mistake] = []
    for at, gone in enumerate(overrides.removed):
        if by_day.pop(gone.day, None) is None:
            sentence = f"{gone.day} is not in the list of bank holidays, so it cannot be removed."
            mistakes.append(file.mistake(("removed", at, "day"), sentence))
    for at, new in enumerate(overrides.extra):
        if new.day in by_day:
            sentence = f"{new.day} is in the list already ({by_day[new.day].name})."
            mistakes.append(file.mistake(("extra", at, "day"), sentence))
        by_day[new.day] = Holiday(new.day, new.name)
    stop_at(mistakes)


def _read(file: SourceFile) -> Overrides:
    try:
        return Overrides.model_validate(file.content or {})
    except ValidationError as error:
        raise MistakesFound(mistake_of(found, file) for found in error.errors()) from None
