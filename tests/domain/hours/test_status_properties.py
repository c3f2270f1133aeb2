"""Hours made up at random: the fast reading must agree with looking at every minute on the wall."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.decision.explain import certain_opening
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.statements import OFFICE
from desktop_app.domain.hours.status import (
    Basis,
    Bearing,
    DatedException,
    Day,
    HolidayRule,
    Hours,
    Openness,
    Span,
    Statement,
    next_change,
    read,
    since,
)
from tests import sweeps
from tests.domain.hours_by_the_minute import state_at
from tests.domain.hours_examples import HOLIDAYS

MINUTE = timedelta(minutes=1)

INTERESTING_DAYS = st.sampled_from(
    [
        date(2026, 3, 29),
        date(2026, 10, 25),
        date(2026, 12, 24),
        date(2026, 12, 25),
        date(2026, 12, 26),
        date(2026, 12, 28),
        date(2026, 12, 30),
        date(2027, 1, 1),
        date(2027, 12, 26),
        date(2028, 1, 1),
        date(2028, 12, 31),
        date(2040, 12, 31),
    ]
)
DAYS = INTERESTING_DAYS | st.dates(date(2026, 1, 1), date(2041, 3, 1))


@st.composite
def days_of_spans(draw: st.DrawFn) -> Day:
    cuts = draw(st.lists(st.integers(0, 2 * 288 - 1), max_size=4, unique=True).map(sorted))
    pairs = [(a * 5, b * 5) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return tuple(Span(opens, closes) for opens, closes in pairs if opens < 1440)


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    rule = draw(st.sampled_from(HolidayRule))
    begins = draw(st.none() | DAYS)
    basis = draw(st.sampled_from([Basis.PUBLISHED, Basis.ASSUMED, Basis.ALWAYS]))
    if basis is not Basis.ALWAYS:
        round_the_clock = (draw(st.sampled_from([(Span(0, 1440),), (Span(0, 1500),)])),) * 7
        random_week = st.lists(days_of_spans(), min_size=7, max_size=7).map(tuple)
        week = draw(random_week | st.just(round_the_clock))
        if any(week):
            return Statement(basis, week, rule, valid_from=begins)
    return Statement(Basis.ALWAYS, valid_from=begins)


@st.composite
def lines(draw: st.DrawFn, deep: int = 2) -> Hours:
    said = tuple(draw(st.lists(statements(), max_size=2)))
    days = draw(st.lists(DAYS, max_size=2, unique=True))
    exceptions = tuple(DatedException(day, draw(days_of_spans())) for day in days)
    office = draw(st.none() | lines(deep - 1)) if deep else None
    bearing = Bearing(office=draw(st.booleans()), disputed=draw(st.booleans()))
    return Hours(said, exceptions, office, bearing)


@st.composite
def moments(draw: st.DrawFn) -> datetime:
    day = draw(DAYS)
    second = draw(st.integers(0, 86399) | st.integers(0, 287).map(lambda n: n * 300))
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return (midnight + timedelta(seconds=second)).astimezone(UK)


@settings(max_examples=sweeps.size(150, 300))
@given(lines(), moments())
def test_the_state_is_what_the_wall_says(hours: Hours, moment: datetime) -> None:
    assert read(hours, moment, HOLIDAYS).state is state_at(hours, moment, HOLIDAYS)


@settings(max_examples=sweeps.size(25, 60))
@given(lines(), moments())
def test_until_is_the_first_minute_the_state_differs(hours: Hours, moment: datetime) -> None:
    reading = read(hours, moment, HOLIDAYS)
    start = moment.astimezone(UTC).replace(second=0)
    walk = [start + n * MINUTE for n in range(1, 1800)]
    turns = [m for m in walk if state_at(hours, m, HOLIDAYS) is not reading.state]
    until = reading.until.astimezone(UTC) if reading.until else None
    if turns:
        assert until == turns[0]
    else:
        assert until is None or until > walk[-1]


@settings(max_examples=sweeps.size(50, 150))
@given(lines(), moments())
def test_until_and_then_agree_with_a_reading_made_there(hours: Hours, moment: datetime) -> None:
    reading = read(hours, moment, HOLIDAYS)
    if reading.until:
        there = read(hours, reading.until, HOLIDAYS)
        before = read(hours, reading.until.astimezone(UTC) - MINUTE / 60, HOLIDAYS)
        assert (before.state, there.state) == (reading.state, reading.then)
        assert there.state is not reading.state


@settings(max_examples=sweeps.size(50, 150))
@given(lines(), moments(), st.integers(1, 100_000))
def test_until_never_goes_backwards(hours: Hours, moment: datetime, seconds: int) -> None:
    later = moment.astimezone(UTC) + timedelta(seconds=seconds)
    first, second = (read(hours, m, HOLIDAYS).until for m in (moment, later))
    if first and second:
        assert second.astimezone(UTC) >= first.astimezone(UTC)


@settings(max_examples=sweeps.size(50, 150))
@given(lines(), moments())
def test_between_changes_nothing_changes(hours: Hours, moment: datetime) -> None:
    change = next_change(hours, moment, HOLIDAYS)
    reading = read(hours, moment, HOLIDAYS)
    last = change.astimezone(UTC) - timedelta(seconds=1) if change else moment + timedelta(days=30)
    there = read(hours, last, HOLIDAYS)
    assert (there.state, there.reason, there.basis) == (
        reading.state,
        reading.reason,
        reading.basis,
    )
    if reading.until:  # else a change may come into sight as the horizon moves on
        assert there.until == reading.until
    if change and reading.until:
        assert change.astimezone(UTC) <= reading.until.astimezone(UTC)


@settings(max_examples=sweeps.size(50, 150))
@given(lines(), moments())
def test_a_reading_holds_until_the_next_change(hours: Hours, moment: datetime) -> None:
    holds_until = read(hours, moment, HOLIDAYS).holds_until
    assert holds_until == next_change(hours, moment, HOLIDAYS)


@settings(max_examples=sweeps.size(50, 150))
@given(lines(), moments())
def test_a_certain_opening_is_one(hours: Hours, moment: datetime) -> None:
    opening = certain_opening(read(hours, moment, HOLIDAYS))
    if opening:
        before = opening.astimezone(UTC) - timedelta(seconds=1)
        assert read(hours, before, HOLIDAYS).state is Openness.CLOSED
        assert read(hours, opening, HOLIDAYS).state is Openness.OPEN


@settings(max_examples=sweeps.size(50, 150))
@given(lines(), moments())
def test_since_is_the_start_of_the_state(hours: Hours, moment: datetime) -> None:
    begun = since(hours, moment, HOLIDAYS)
    if begun:
        before = begun.astimezone(UTC) - timedelta(seconds=1)
        state = read(hours, moment, HOLIDAYS).state
        assert begun.astimezone(UTC) <= moment.astimezone(UTC)
        assert read(hours, begun, HOLIDAYS).state is state
        assert read(hours, before, HOLIDAYS).state is not state


@settings(max_examples=sweeps.size(60, 200))
@given(lines(), moments())
def test_an_out_of_hours_line_mirrors_its_office(hours: Hours, moment: datetime) -> None:
    mirror = {
        Openness.OPEN: Openness.CLOSED,
        Openness.CLOSED: Openness.OPEN,
        Openness.UNKNOWN: Openness.UNKNOWN,
    }
    office = read(replace(hours, bearing=OFFICE), moment, HOLIDAYS)
    outside = read(Hours(outside_of=hours), moment, HOLIDAYS)
    assert outside.state is mirror[office.state]
    assert outside.until == office.until
