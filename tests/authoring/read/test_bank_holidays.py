"""The bank holidays put into the directory: GOV.UK's, then worked out, then by hand."""

from datetime import date, datetime, timedelta

import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays as GovUk
from holidays import country_holidays

from desktop_app.authoring.read import bank_holidays as holidays_of_the_sources
from desktop_app.authoring.read.bank_holidays import KNOWN, known_days
from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.authoring.read.holiday_packages import as_csv, computed_days, listed_days
from desktop_app.authoring.read.source_folders import checkout_tree
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.read.sources import SourceFile, read_file, read_text
from desktop_app.domain.hours.bank_holidays import UK, BankHolidays, DayBasis
from desktop_app.domain.hours.status import (
    Basis,
    HolidayRule,
    Hours,
    Openness,
    Span,
    Statement,
    read,
)

CLOSED = HolidayRule.CLOSED


def bank_holidays(overrides: SourceFile | None = None) -> BankHolidays:
    return holidays_of_the_sources.bank_holidays(known_days(checkout_tree()), overrides)


def test_the_file_is_what_the_locked_packages_say() -> None:
    """After a new version of one of them: python -m desktop_app.authoring holidays."""
    assert checkout_tree().text(KNOWN) == as_csv()


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ("2026-13-01,x,listed\n", "bank_holidays.csv:2: This is no bank holiday"),
        ("2026-12-25,x,guessed\n", "bank_holidays.csv:2: This is no bank holiday"),
        ("", "bank_holidays.csv: This file lists no bank holiday."),
        ("2030-12-25,x,computed\n", "bank_holidays.csv: This file lists no bank holiday."),
    ],
)
def test_a_row_that_is_no_holiday_is_told(rows: str, sentence: str) -> None:
    tree = SourceTree.of_bytes({KNOWN: f"day,name,basis\n{rows}".encode()})
    with pytest.raises(MistakesFound) as found:
        known_days(tree)
    assert str(found.value).startswith(sentence)


def gov_uk_days() -> set[date]:
    events = GovUk.load_backup_data()["england-and-wales"]["events"]
    return {date.fromisoformat(event["date"]) for event in events}


def test_all_140_days_of_2012_to_2028_are_there_and_no_other() -> None:
    ours = {holiday.day for holiday in bank_holidays().holidays if holiday.day.year <= 2028}
    theirs = gov_uk_days()
    assert len({day for day in theirs if 2012 <= day.year <= 2028}) == 140
    assert ours == {day for day in theirs if 2012 <= day.year <= 2028}


@pytest.mark.slow
def test_an_office_closed_on_bank_holidays_is_closed_on_just_those_weekdays() -> None:
    office = Hours((Statement(Basis.PUBLISHED, ((Span(540, 1020),),) * 5 + ((), ()), CLOSED),))
    days = bank_holidays()
    first, last = datetime(2012, 1, 1, 12, tzinfo=UK), datetime(2028, 12, 31, 12, tzinfo=UK)
    noons = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    states = {noon.date(): read(office, noon, days).state for noon in noons if noon.weekday() < 5}
    assert {day for day, state in states.items() if state is Openness.CLOSED} == gov_uk_days()
    assert {state for day, state in states.items() if day not in gov_uk_days()} == {Openness.OPEN}


def test_the_computed_days_agree_with_gov_uk_where_both_speak() -> None:
    assert {holiday.day for holiday in computed_days(2012) if holiday.day.year <= 2028} == (
        gov_uk_days()
    )


def test_computed_names_are_gov_uk_names() -> None:
    listed = {holiday.name for holiday in listed_days() if holiday.day.year >= 2024}
    computed = {holiday.name for holiday in computed_days(2029)}
    assert {name.removesuffix(" (substitute day)") for name in computed} == {
        name.removesuffix(" (substitute day)") for name in listed
    }


def test_the_list_knows_how_far_it_reaches() -> None:
    days = bank_holidays()
    assert (days.listed_until, days.computed_until) == (date(2028, 12, 26), date(2040, 12, 31))
    assert {h.basis for h in days.holidays if h.day.year <= 2028} == {DayBasis.LISTED}
    assert {h.basis for h in days.holidays if h.day.year > 2028} == {DayBasis.COMPUTED}


def test_every_computed_year_has_eight_days_none_at_a_weekend() -> None:
    computed = [h.day for h in bank_holidays().holidays if h.day.year > 2028]
    assert all(day.weekday() < 5 for day in computed)
    assert {year: sum(day.year == year for day in computed) for year in range(2029, 2041)} == (
        dict.fromkeys(range(2029, 2041), 8)
    )


def test_a_substitute_day_says_so() -> None:
    found = bank_holidays().on(date(2027, 12, 27))
    assert found is not None
    assert found.name == "Christmas Day (substitute day)"


def test_wales_has_the_same_days() -> None:
    england, wales = (
        set(country_holidays("GB", subdiv=part, years=range(2029, 2041))) for part in ("ENG", "WLS")
    )
    assert england == wales


def test_the_order_is_by_day() -> None:
    days = [holiday.day for holiday in bank_holidays().holidays]
    assert days == sorted(days)


def test_the_overrides_in_the_sources_can_be_read() -> None:
    overrides = read_file(checkout_tree(), "bank_holidays.yaml")
    assert bank_holidays(overrides).holidays


def test_days_are_added_and_taken_away_by_hand() -> None:
    text = (
        "extra:\n  - day: 2027-05-10\n    name: Jubilee\n    because: Proclaimed\n"
        "removed:\n  - day: 2027-05-03\n    because: Moved\n"
    )
    days = bank_holidays(read_text(text, "bank_holidays.yaml"))
    assert days.on(date(2027, 5, 3)) is None
    added = days.on(date(2027, 5, 10))
    assert added is not None
    assert (added.name, added.basis) == ("Jubilee", DayBasis.LISTED)


WRONG = {
    "extra:\n  - day: 2026-12-25\n    name: x\n    because: y\n": "b.yaml:2: 2026-12-25 is in the",
    "removed:\n  - day: 2026-12-24\n    because: y\n": "b.yaml:2: 2026-12-24 is not in the list",
    "extra:\n  - day: 2026-12-24\n    because: y\n": "b.yaml:2: “name” is missing.",
    "extra: often\n": "b.yaml:1: “extra” must be a list, such as",
    "more: []\n": "b.yaml:1: “more” is not a key that may",
    "removed:\n  - day: soon\n    because: y\n": "b.yaml:2: “day” must be a date such as",
}


@pytest.mark.parametrize(("text", "mistake"), WRONG.items(), ids=range(len(WRONG)))
def test_a_wrong_override_is_told_with_its_line(text: str, mistake: str) -> None:
    with pytest.raises(MistakesFound) as found:
        bank_holidays(read_text(text, "b.yaml"))
    assert mistake in str(found.value)
