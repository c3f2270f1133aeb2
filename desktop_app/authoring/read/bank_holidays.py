"""The bank holidays the compiled directory carries, put together while it is made.

GOV.UK's own list comes from the copy inside the package `govuk-bank-holidays`; nothing is fetched.
Past its end the days are worked out with the package `holidays` and marked as computed. Where
neither knows better, db/national/bank_holidays.yaml adds or takes away a day.
"""

from collections.abc import Iterable
from datetime import date

from govuk_bank_holidays.bank_holidays import BankHolidays as GovUk
from holidays import country_holidays
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from desktop_app.authoring.read.errors import Mistake, MistakesFound, stop_at
from desktop_app.authoring.read.sources import SourceFile
from desktop_app.domain.hours.bank_holidays import SATURDAY, BankHolidays, DayBasis, Holiday

COMPUTED_UNTIL = date(2040, 12, 31)
"""How far days are worked out; later than any edition of the directory should be in use."""

SUBSTITUTE = " (substitute day)"
OBSERVED = " (observed)"

GOV_UK_NAMES = {
    "New Year's Day": "New Year’s Day",
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
}
"""Names of the package `holidays` as GOV.UK spells them, where the two differ."""


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


def bank_holidays(overrides: SourceFile | None = None) -> BankHolidays:
    """Every bank holiday of England and Wales from 2012 to 2040, in order.

    `.holidays` are the rows to write. Raises `MistakesFound` when the overrides cannot be read, add
    a day that is there already or remove one that is not.
    """
    listed = listed_days()
    listed_until = max(holiday.day for holiday in listed)
    computed = [day for day in computed_days(listed_until.year) if day.day > listed_until]
    by_day = {holiday.day: holiday for holiday in (*listed, *computed)}
    if overrides is not None:
        _override(by_day, overrides)
    days = tuple(by_day[day] for day in sorted(by_day))
    return BankHolidays(holidays=days, listed_until=listed_until, computed_until=COMPUTED_UNTIL)


def listed_days() -> list[Holiday]:
    """GOV.UK's list for England and Wales, from the copy inside the package."""
    events: Iterable[dict[str, str]] = GovUk.load_backup_data()[GovUk.ENGLAND_AND_WALES]["events"]
    return [Holiday(date.fromisoformat(event["date"]), _listed_name(event)) for event in events]


def _listed_name(event: dict[str, str]) -> str:
    substitute = event.get("notes", "").casefold().startswith("substitute")
    return event["title"] + (SUBSTITUTE if substitute else "")


def computed_days(first_year: int) -> list[Holiday]:
    """The bank holidays of England worked out to 2040: as on GOV.UK, only the days taken off."""
    found = country_holidays("GB", subdiv="ENG", years=range(first_year, COMPUTED_UNTIL.year + 1))
    return [
        Holiday(day, _computed_name(found[day]), DayBasis.COMPUTED)
        for day in sorted(found)
        if day.weekday() < SATURDAY
    ]


def _computed_name(name: str) -> str:
    plain = name.removesuffix(OBSERVED)
    return GOV_UK_NAMES.get(plain, plain) + (SUBSTITUTE if name != plain else "")


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
        raise MistakesFound(
            file.mistake(found["loc"], f"{found['msg']}.") for found in error.errors()
        ) from None
