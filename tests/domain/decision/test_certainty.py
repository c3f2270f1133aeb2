"""Certainty has an age, and a number in dispute is never open."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.decision.explain import explain
from desktop_app.domain.decision.ranking import DecisionContext
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.status import (
    Badge,
    Basis,
    Certainty,
    Hours,
    OpeningStatus,
    Openness,
    Reason,
    Statement,
    read,
)
from desktop_app.domain.services.service import CheckedHow, Line, LineKind, Standing, Verification
from desktop_app.domain.services.wording import state_words
from tests.domain.hours_examples import HOLIDAYS, LINES, OFFICE, OFFICE_DAYS, stated, uk
from tests.domain.made_directory import line

FRIDAY = uk("2026-11-20 10:00")
ALWAYS = Hours((Statement(Basis.ALWAYS),))


def of_year(hours: Hours, year: int | None) -> Hours:
    """The same hours from documents of one year."""
    day = date(year, 1, 1) if year else None
    return Hours(tuple(replace(each, dated=day) for each in hours.statements))


def looked(hours: Hours, moment: datetime = FRIDAY, checked: date | None = None) -> OpeningStatus:
    kept = line("01632 960001", hours)
    if checked:
        rung = Verification(checked, "A steward", CheckedHow.RANG_IT)
        kept = replace(kept, verified=rung)
    return read(kept.hours, moment, HOLIDAYS)


@pytest.mark.parametrize(
    ("year", "checked", "certainty"),
    [
        (2026, None, Certainty.CERTAIN),
        (2024, None, Certainty.CERTAIN),
        (2023, None, Certainty.SHOULD_BE),  # 1 January 2023 is over three years ago
        (2020, None, Certainty.SHOULD_BE),
        (None, None, Certainty.SHOULD_BE),
        (2020, date(2026, 11, 1), Certainty.CERTAIN),
        (None, date(2023, 11, 20), Certainty.CERTAIN),
        (None, date(2023, 11, 19), Certainty.SHOULD_BE),
        (2020, date(2026, 11, 21), Certainty.SHOULD_BE),  # a check dated after today counts as none
    ],
)
def test_certainty_has_an_age(year: int | None, checked: date | None, certainty: Certainty) -> None:
    assert looked(of_year(OFFICE, year), checked=checked).certainty is certainty


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (of_year(OFFICE, 2026), "Open until 16:20"),
        (of_year(OFFICE, 2020), "Should be open until 16:20"),
        (of_year(ALWAYS, 2026), "Open day and night"),
        (of_year(ALWAYS, 2020), "Should be open: day and night"),
        (Hours((stated(*OFFICE_DAYS, basis="assumed"),)), "Assumed open until 16:20"),
    ],
)
def test_the_badge_says_it(hours: Hours, said: str) -> None:
    assert state_words(looked(hours), FRIDAY) == said


@pytest.mark.parametrize(
    ("year", "badge"), [(2026, Badge.OPEN), (2020, Badge.SHOULD_BE), (None, Badge.SHOULD_BE)]
)
def test_the_badge_has_a_shape_of_its_own(year: int | None, badge: Badge) -> None:
    assert looked(of_year(OFFICE, year)).badge is badge


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (of_year(OFFICE, 2020), "this line should be open until 16:20 (hours as of 2020)"),
        (of_year(OFFICE, None), "should be open until 16:20 (hours from an undated source)"),
        (of_year(ALWAYS, 2020), "This line should answer day and night (hours as of 2020)"),
        (of_year(OFFICE, 2026), "this line is open until 16:20."),
    ],
)
def test_the_reason_says_how_old(hours: Hours, said: str) -> None:
    kept = line("01632 960001", hours)
    context = DecisionContext(FRIDAY, HOLIDAYS)
    assert said in explain(context.line_status(kept, context.status_of(kept)))


def test_of_sources_that_agree_the_newest_counts() -> None:
    old, new = of_year(OFFICE, 2015).statements[0], of_year(OFFICE, 2025).statements[0]
    assert looked(Hours((old, new))).certainty is Certainty.CERTAIN


def test_an_out_of_hours_line_is_as_old_as_the_hours_of_its_office() -> None:
    night = uk("2026-11-20 22:00")
    assert looked(Hours(outside_of=of_year(OFFICE, 2020)), night).certainty is Certainty.SHOULD_BE
    assert looked(Hours(outside_of=of_year(OFFICE, 2025)), night).certainty is Certainty.CERTAIN


def test_999_is_open_however_old() -> None:
    kept = line("999", ALWAYS, LineKind.EMERGENCY)
    far = datetime(2040, 1, 1, tzinfo=UK)
    assert read(kept.hours, far, HOLIDAYS).certainty is Certainty.CERTAIN


def test_the_day_on_which_hours_grow_old_is_a_change() -> None:
    reading = looked(of_year(ALWAYS, 2024))
    assert reading.holds_until == uk("2027-01-02 00:00")
    later = looked(of_year(ALWAYS, 2024), uk("2027-01-02 00:00"))
    assert later.certainty is Certainty.SHOULD_BE
    assert looked(of_year(ALWAYS, 2024), uk("2027-01-01 23:59:59")).certainty is Certainty.CERTAIN


# --- a number in dispute --------------------------------------------------------------------


@given(
    st.sampled_from(sorted(LINES)),
    st.datetimes(datetime(2026, 1, 1), datetime(2030, 12, 31)),
)
def test_a_disputed_number_is_never_open(name: str, wall: datetime) -> None:
    moment = wall.replace(tzinfo=UK)
    sound = line("01632 960001", LINES[name])
    disputed = replace(sound, standing=Standing.DISPUTED)
    was, now = (read(each.hours, moment, HOLIDAYS) for each in (sound, disputed))
    assert now.state is not Openness.OPEN
    assert now.then is not Openness.OPEN
    assert now.state is (Openness.UNKNOWN if was.state is Openness.OPEN else was.state)


def test_the_reason_is_the_dispute() -> None:
    kept = line("01632 960001", OFFICE, standing=Standing.DISPUTED)
    context = DecisionContext(FRIDAY, HOLIDAYS)
    reading = context.status_of(kept)
    assert reading.reason is Reason.NUMBER_DISPUTED
    assert "disagree about this number" in explain(context.line_status(kept, reading))
    assert state_words(reading, FRIDAY) == "Not certain"


def test_a_dispute_that_is_settled_lets_the_line_be_open_again() -> None:
    kept = line("01632 960001", OFFICE, standing=Standing.DISPUTED)
    settled = replace(kept, standing=Standing.IN_USE)
    assert read(settled.hours, FRIDAY, HOLIDAYS).state is Openness.OPEN


def test_the_night_line_of_a_disputed_office_still_follows_its_hours() -> None:
    office: Line = line("01632 960001", OFFICE, LineKind.OFFICE_HOURS, Standing.DISPUTED)
    night = Hours(outside_of=office.hours)
    assert read(night, FRIDAY, HOLIDAYS).state is Openness.CLOSED
    assert read(night, FRIDAY + timedelta(hours=12), HOLIDAYS).state is Openness.OPEN


# --- hours of its own, and an office it stands in for ----------------------------------------

EVENINGS = stated(*("00:00-08:45 17:00-24:00",) * 5, "00:00-24:00", rule="as_usual")


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ("2026-11-20 08:44", Openness.OPEN),
        ("2026-11-20 08:46", Openness.CLOSED),
        ("2026-11-20 16:30", Openness.OPEN),  # the office closes at 16:20 on Fridays
        ("2026-11-19 17:05", Openness.OPEN),  # its own evening, although the office is open
        ("2026-11-21 12:00", Openness.OPEN),
        ("2026-12-29 10:00", Openness.UNKNOWN),  # the office may be shut
    ],
)
def test_a_line_answers_in_its_own_hours_and_whenever_the_office_does_not(
    moment: str, state: Openness
) -> None:
    hours = Hours((EVENINGS,), outside_of=OFFICE)
    assert read(hours, uk(moment), HOLIDAYS).state is state
