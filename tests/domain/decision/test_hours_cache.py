"""What hours said is kept for the line itself, and for no longer than it holds."""

from dataclasses import replace
from datetime import datetime, timedelta

from desktop_app.domain.decision.ranking import DecisionContext, HoursCache
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.status import hold, placed
from desktop_app.domain.hours.uk_days import seconds_of
from tests.domain.hours_examples import OFFICE
from tests.domain.made_directory import line
from tests.fakes import HOLIDAYS

CLOSES = datetime(2026, 11, 20, 16, 20, tzinfo=UK)


def test_a_line_keeps_its_hours_until_they_change() -> None:
    cache, office = HoursCache(), line("01632 960020", OFFICE)
    status = DecisionContext(CLOSES - timedelta(hours=1), HOLIDAYS, cache=cache).status_of(office)
    until = DecisionContext(CLOSES, HOLIDAYS, cache=cache).change([office])
    assert status.holds_until
    assert until
    turns = seconds_of(until)
    known = cache.known(office, turns - 1)
    assert known is not None
    assert known.until == turns
    assert cache.known(office, turns) is None


def test_an_equal_line_is_looked_at_for_itself() -> None:
    """A line that is gone leaves its identity to another, which must not get its hours."""
    cache, office = HoursCache(), line("01632 960020", OFFICE)
    held = hold(office.hours, placed(CLOSES), HOLIDAYS)._replace(until=None)
    for _ in range(1000):
        cache.keep(replace(office), held)
    assert cache.known(replace(office), seconds_of(CLOSES)) is None
