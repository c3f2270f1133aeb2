"""Special days, statements that begin later or disagree, and facts that cannot be."""

from datetime import date

import pytest

from desktop_app.domain.hours.bank_holidays import BankHolidays
from desktop_app.domain.hours.status import (
    EMPTY_WEEK,
    Basis,
    DatedException,
    Hours,
    Openness,
    Reason,
    Span,
    Statement,
    read,
)
from tests.domain.hours_examples import HOLIDAYS, LINES, NINE_TO_FIVE, OFFICE, stated, uk, week

# --- dated exceptions -----------------------------------------------------------------------

SHUT = DatedException(date(2026, 12, 24), (), "closure-2026", "Closed on Christmas Eve")
SHORT = DatedException(date(2026, 12, 25), (Span(600, 720),), "closure-2026")


def with_exceptions(hours: Hours) -> Hours:
    return Hours(hours.statements, (SHUT, SHORT), hours.outside_of)


EXCEPTION_ROWS = [
    ("office", "2026-12-24 12:00", "closed", "exception", "2026-12-25 10:00"),
    ("office", "2026-12-25 11:00", "open", "exception", "2026-12-25 12:00"),
    ("office", "2026-12-25 12:00", "closed", "exception", "2026-12-28 08:45"),
    ("silent", "2026-12-24 12:00", "closed", "exception", "2026-12-25 10:00"),
    ("silent", "2026-12-25 12:00", "closed", "exception", "2026-12-26 00:00"),
    ("always", "2026-12-23 12:00", "open", "always", "2026-12-24 00:00"),
    ("always", "2026-12-24 12:00", "closed", "exception", "2026-12-25 10:00"),
    ("always", "2026-12-25 12:00", "closed", "exception", "2026-12-26 00:00"),
    ("out of hours", "2026-12-24 03:00", "closed", "exception", "2026-12-25 10:00"),
    ("out of hours", "2026-12-23 23:00", "open", "office_closed", "2026-12-24 00:00"),
    ("night", "2026-12-24 23:00", "closed", "exception", "2026-12-25 10:00"),
    ("two sources", "2026-12-24 08:50", "closed", "exception", "2026-12-25 10:00"),
]


@pytest.mark.parametrize(("line", "moment", "state", "reason", "until"), EXCEPTION_ROWS)
def test_a_dated_exception_beats_every_rule(
    line: str, moment: str, state: str, reason: str, until: str
) -> None:
    reading = read(with_exceptions(LINES[line]), uk(moment), HOLIDAYS)
    assert (reading.state, reading.reason, reading.until) == (state, reason, uk(until))


def test_an_exception_tells_its_document_and_note() -> None:
    reading = read(with_exceptions(OFFICE), uk("2026-12-24 12:00"), HOLIDAYS)
    assert (reading.documents, reading.note) == (("closure-2026",), "Closed on Christmas Eve")


def test_an_exception_running_past_midnight_is_not_cut_off() -> None:
    late = DatedException(date(2026, 12, 24), (Span(1320, 1560),))
    reading = read(Hours(OFFICE.statements, (late,)), uk("2026-12-25 01:00"), HOLIDAYS)
    assert (reading.state, reading.until) == (Openness.OPEN, uk("2026-12-25 02:00"))


def test_last_nights_hours_run_into_a_day_closed_by_exception() -> None:
    night = LINES["night"]
    shut_friday = Hours(night.statements, (DatedException(date(2026, 11, 20), ()),))
    reading = read(shut_friday, uk("2026-11-20 01:00"), HOLIDAYS)
    assert (reading.state, reading.day) == (Openness.OPEN, date(2026, 11, 19))


def test_an_office_closed_by_exception_opens_its_out_of_hours_line() -> None:
    line = Hours(outside_of=with_exceptions(OFFICE))
    reading = read(line, uk("2026-12-24 12:00"), HOLIDAYS)
    assert (reading.state, reading.reason) == (Openness.OPEN, Reason.OFFICE_CLOSED)


# --- statements over time -------------------------------------------------------------------


def test_a_statement_does_not_count_before_it_begins() -> None:
    later = Statement(Basis.PUBLISHED, week(*NINE_TO_FIVE), valid_from=date(2026, 11, 20))
    before = read(Hours((later,)), uk("2026-11-19 12:00"), HOLIDAYS)
    after = read(Hours((later,)), uk("2026-11-20 12:00"), HOLIDAYS)
    assert (before.reason, before.until) == (Reason.NOT_PUBLISHED, uk("2026-11-20 00:00"))
    assert after.state is Openness.OPEN


def test_a_later_statement_does_not_silence_an_earlier_one() -> None:
    later = Statement(Basis.PUBLISHED, week("10:00-12:00"), valid_from=date(2026, 11, 20))
    hours = Hours((*OFFICE.statements, later))
    assert read(hours, uk("2026-11-19 14:00"), HOLIDAYS).state is Openness.OPEN
    assert read(hours, uk("2026-11-20 14:00"), HOLIDAYS).reason is Reason.SOURCES_DISAGREE


def test_the_same_night_told_two_ways_is_no_quarrel() -> None:
    over_midnight = stated("-", "-", "-", "22:00-02:00", "-")
    cut_in_two = stated("-", "-", "-", "22:00-24:00", "00:00-02:00", "-")
    reading = read(Hours((over_midnight, cut_in_two)), uk("2026-11-20 01:00"), HOLIDAYS)
    assert reading.state is Openness.OPEN


def test_one_line_read_with_two_calendars_keeps_them_apart() -> None:
    none = BankHolidays(
        holidays=(), listed_until=date(2040, 12, 31), computed_until=date(2040, 12, 31)
    )
    moment = uk("2026-12-25 12:00")
    states = [read(OFFICE, moment, days).state for days in (HOLIDAYS, none, HOLIDAYS)]
    assert states == [Openness.UNKNOWN, Openness.OPEN, Openness.UNKNOWN]


@pytest.mark.parametrize(
    ("moment", "state", "until"),
    [
        ("2026-03-01 12:00", "open", "2026-12-25 00:00"),
        ("2026-01-01 12:00", "closed", "2026-01-02 00:00"),
        ("2026-12-25 12:00", "closed", "2026-12-26 00:00"),
        ("2026-12-26 12:00", "unknown", "2026-12-27 00:00"),
        ("2040-12-31 12:00", "open", "2041-01-01 00:00"),
        ("2041-01-04 12:00", "unknown", "2041-01-05 00:00"),
        ("2041-01-05 12:00", "open", "2041-01-07 00:00"),
        ("2041-01-06 12:00", "open", "2041-01-07 00:00"),
        ("2025-12-28 12:00", "open", "2025-12-29 00:00"),
    ],
)
def test_round_the_clock_but_for_special_days(moment: str, state: str, until: str) -> None:
    shut_on_holidays = Hours((stated("00:00-24:00", rule="closed"),))
    reading = read(shut_on_holidays, uk(moment), HOLIDAYS)
    assert (reading.state, reading.until) == (state, uk(until))


# --- facts that cannot be -------------------------------------------------------------------


@pytest.mark.parametrize(("opens", "closes"), [(-1, 60), (1440, 1500), (60, 60), (0, 2881)])
def test_impossible_spans_are_refused(opens: int, closes: int) -> None:
    with pytest.raises(ValueError, match="not possible"):
        Span(opens, closes)


def test_overlapping_hours_of_one_day_are_refused() -> None:
    with pytest.raises(ValueError, match="not overlap"):
        Statement(Basis.PUBLISHED, ((Span(0, 60), Span(30, 90)), *EMPTY_WEEK[1:]))


@pytest.mark.parametrize(
    ("basis", "days"),
    [
        (Basis.PUBLISHED, EMPTY_WEEK),
        (Basis.ALWAYS, week(*NINE_TO_FIVE)),
        (Basis.DERIVED, week(*NINE_TO_FIVE)),
        (Basis.PUBLISHED, week(*NINE_TO_FIVE)[:5]),
    ],
)
def test_statements_that_say_nothing_sensible_are_refused(
    basis: Basis, days: tuple[tuple[Span, ...], ...]
) -> None:
    with pytest.raises(ValueError, match=r"(?i)statement|week"):
        Statement(basis, days)


def test_two_exceptions_for_one_day_are_refused() -> None:
    with pytest.raises(ValueError, match="same day"):
        Hours((), (SHUT, DatedException(SHUT.day, (Span(0, 60),))))
