"""Which days are special, and how far anybody knows."""

from datetime import date

import pytest

from desktop_app.domain.hours.bank_holidays import BankHolidays, DayBasis, DayKind, Holiday
from tests.domain.hours_examples import HOLIDAYS


def test_a_bank_holiday_is_found_by_its_day() -> None:
    holiday = HOLIDAYS.on(date(2026, 12, 28))
    assert holiday is not None
    assert holiday.name == "Boxing Day (substitute day)"
    assert HOLIDAYS.on(date(2026, 12, 29)) is None


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 12, 26), "Boxing Day"),
        (date(2027, 12, 25), "Christmas Day"),
        (date(2028, 1, 1), "New Year’s Day"),
        (date(2026, 12, 25), None),
        (date(2026, 12, 27), None),
        (date(2027, 3, 28), None),  # Easter Sunday
    ],
)
def test_christmas_at_a_weekend(day: date, name: str | None) -> None:
    found = HOLIDAYS.christmas_at_weekend(day)
    assert (found.name if found else None) == name
    assert found is None or found.basis is DayBasis.WEEKEND


def test_a_weekend_christmas_put_on_the_list_is_a_bank_holiday() -> None:
    boxing_day = date(2026, 12, 26)
    days = BankHolidays(
        holidays=(Holiday(boxing_day, "Boxing Day"),),
        listed_until=boxing_day,
        computed_until=boxing_day,
    )
    assert days.christmas_at_weekend(boxing_day) is None
    assert days.kind(boxing_day.toordinal()) is DayKind.HOLIDAY


KINDS = [
    (date(2026, 12, 24), DayKind.ORDINARY),
    (date(2026, 12, 25), DayKind.HOLIDAY),
    (date(2026, 12, 26), DayKind.CHRISTMAS_AT_WEEKEND),
    (date(2040, 12, 31), DayKind.ORDINARY),
    (date(2041, 1, 1), DayKind.UNCOVERED),
    (date(2041, 1, 5), DayKind.ORDINARY),
    (date(2043, 12, 26), DayKind.CHRISTMAS_AT_WEEKEND),
    (date(2025, 12, 31), DayKind.UNCOVERED),
    (date(2025, 12, 28), DayKind.ORDINARY),
]


@pytest.mark.parametrize(("day", "kind"), KINDS)
def test_what_the_calendar_does_to_a_day(day: date, kind: DayKind) -> None:
    assert HOLIDAYS.kind(day.toordinal()) is kind


@pytest.mark.parametrize(
    ("day", "covered", "listed"),
    [
        (date(2025, 12, 31), False, False),
        (date(2026, 1, 1), True, True),
        (date(2028, 12, 26), True, True),
        (date(2028, 12, 27), True, False),
        (date(2040, 12, 31), True, False),
        (date(2041, 1, 1), False, False),
    ],
)
def test_how_far_the_list_reaches(day: date, covered: bool, listed: bool) -> None:
    assert (HOLIDAYS.covers(day), HOLIDAYS.listed(day)) == (covered, listed)


def test_the_next_day_on_which_the_calendar_matters() -> None:
    turn = HOLIDAYS.next_turn(date(2026, 3, 1).toordinal())
    assert turn == date(2026, 12, 25).toordinal()
    last = HOLIDAYS.next_turn(date(2040, 12, 31).toordinal())
    assert last == date(2041, 1, 1).toordinal()
    assert HOLIDAYS.next_turn(last) == last + 1


def test_a_day_given_twice_is_refused() -> None:
    day = date(2026, 12, 25)
    with pytest.raises(ValueError, match="twice"):
        BankHolidays(
            holidays=(Holiday(day, "a"), Holiday(day, "b")), listed_until=day, computed_until=day
        )


def test_computed_days_cannot_end_before_listed_ones() -> None:
    with pytest.raises(ValueError, match="end before"):
        BankHolidays(
            holidays=(), listed_until=date(2028, 12, 26), computed_until=date(2027, 12, 31)
        )
