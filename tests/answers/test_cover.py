"""Somebody answers at every minute of the weeks in which hours are least ordinary."""

from datetime import datetime, timedelta

import pytest

from desktop_app.domain.decision.cover import holes_in_words, prove
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.services.directory import Directory
from tests import sweeps

WEEKS = {
    "an ordinary week": "2026-11-16",
    "Christmas": "2026-12-21",
    "New Year": "2026-12-28",
    "the clocks go forward, then Easter": "2027-03-22",
    "an early May bank holiday": "2027-05-03",
    "the clocks go back": "2027-10-25",
    "Christmas on a weekend": "2027-12-20",
    "after the last bank holiday that is listed": "2028-12-25",
}
LONGER = 8
"""Days: a week, and the first of the next, so that a night over the edge is whole."""


@pytest.mark.parametrize("begins", WEEKS.values(), ids=WEEKS)
def test_somebody_certainly_answers_at_every_minute(directory: Directory, begins: str) -> None:
    """Every minute of three years: `check --cover`, in tests/cli/test_main.py with `--slow`."""
    first = datetime.fromisoformat(begins).replace(tzinfo=UK)
    cover = prove(directory, first, first + timedelta(days=sweeps.size(LONGER, 28)))
    assert cover.answers > 100
    assert holes_in_words(cover.holes) == []
