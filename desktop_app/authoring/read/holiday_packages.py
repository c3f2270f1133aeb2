"""Bank holidays as two packages know them, for db/national/bank_holidays.csv; run by hand.

GOV.UK's own list comes from the copy inside the package `govuk-bank-holidays`; nothing is fetched.
Past its end the days are worked out with the package `holidays` and marked as computed. A test
holds the file to what the locked packages say: after a new version of one of them write it anew.

    python -m desktop_app.authoring holidays
"""

import csv
from collections.abc import Iterable
from datetime import date
from io import StringIO

from govuk_bank_holidays.bank_holidays import BankHolidays as GovUk
from holidays import country_holidays

from desktop_app.authoring.read.bank_holidays import COLUMNS, COMPUTED_UNTIL
from desktop_app.domain.hours.bank_holidays import SATURDAY, DayBasis, Holiday

SUBSTITUTE = " (substitute day)"
OBSERVED = " (observed)"

GOV_UK_NAMES = {
    "New Year's Day": "New Year’s Day",
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
}
"""Names of the package `holidays` as GOV.UK spells them, where the two differ."""


def as_csv() -> str:
    """The whole file: every bank holiday of England and Wales from 2012 to 2040, in order."""
    listed = listed_days()
    until = max(holiday.day for holiday in listed)
    computed = [found for found in computed_days(until.year) if found.day > until]
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    days = sorted([*listed, *computed], key=lambda found: found.day)
    writer.writerows((found.day.isoformat(), found.name, found.basis.value) for found in days)
    return out.getvalue()


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
