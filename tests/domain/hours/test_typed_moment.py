"""Moments as people type them."""

from datetime import datetime, timedelta

import pytest

from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.typed_moment import NotAnInstant, earliest, parse_instant
from tests.domain.hours_examples import uk

MEANT = [
    ("2026-12-26T02:00", ["2026-12-26T02:00:00+00:00"]),
    ("2026-07-01 12:00", ["2026-07-01T12:00:00+01:00"]),
    ("2026-07-01T12:00:30Z", ["2026-07-01T13:00:30+01:00"]),
    ("2026-07-01T12:00-05:00", ["2026-07-01T18:00:00+01:00"]),
    ("  2026-07-01T12:00  ", ["2026-07-01T12:00:00+01:00"]),
    # the hour that does not exist, and its neighbours
    ("2026-03-29T00:59", ["2026-03-29T00:59:00+00:00"]),
    ("2026-03-29T01:00", ["2026-03-29T00:00:00+00:00", "2026-03-29T02:00:00+01:00"]),
    ("2026-03-29T02:00", ["2026-03-29T02:00:00+01:00"]),
    # the hour that happens twice, and its neighbours
    ("2026-10-25T00:59", ["2026-10-25T00:59:00+01:00"]),
    ("2026-10-25T01:30", ["2026-10-25T01:30:00+01:00", "2026-10-25T01:30:00+00:00"]),
    ("2026-10-25T02:00", ["2026-10-25T02:00:00+00:00"]),
    ("2026-10-25T01:30+00:00", ["2026-10-25T01:30:00+00:00"]),
]


@pytest.mark.parametrize(("typed", "moments"), MEANT)
def test_what_was_meant(typed: str, moments: list[str]) -> None:
    instant = parse_instant(typed)
    assert [moment.isoformat() for moment in instant.moments] == moments
    assert bool(instant.trouble) == (len(moments) == 2)
    assert all(moment.tzinfo is UK for moment in instant.moments)


@pytest.mark.parametrize("year", range(2026, 2036))
def test_both_clock_changes_of_every_year_are_told(year: int) -> None:
    troubled = []
    noon = datetime(year, 1, 1, 1, 30)
    for day in range(366):
        wall = noon + timedelta(days=day)
        if parse_instant(wall.isoformat()).trouble:
            troubled.append((wall.month, wall.weekday()))
    assert troubled == [(3, 6), (10, 6)]


def test_the_trouble_says_what_happens_and_how_it_is_read() -> None:
    assert parse_instant("2026-10-25T01:30").trouble == (
        "01:30 on 25 October 2026 happens twice in the UK: the clocks go back. "
        "Read as 01:30 BST and as 01:30 GMT."
    )
    assert "does not exist" in parse_instant("2026-03-29T01:30").trouble


NONSENSE = [
    "",
    "now",
    "2026-12-26",
    "26/12/2026 02:00",
    "2026-13-01T10:00",
    "2026-12-26T25:00",
    "0001-01-01T00:00",
    "9999-12-31T23:59:59-12:00",
    "1969-12-31T23:59",
    "2200-01-01T00:00",
    "-",
    "2026-12-26T02:00\x00",
    "9" * 5000 + ":",
]


@pytest.mark.parametrize("typed", NONSENSE, ids=range(len(NONSENSE)))
def test_nonsense_gets_one_plain_sentence(typed: str) -> None:
    with pytest.raises(NotAnInstant) as refusal:
        parse_instant(typed)
    sentence = str(refusal.value)
    assert sentence.endswith(".")
    assert sentence.isprintable()
    assert len(sentence) < 200


def test_the_earliest_is_the_first_instant_not_the_lowest_wall_time() -> None:
    first_round, second_round = uk("2026-10-25 01:50"), uk("2026-10-25 01:10*")
    assert earliest([second_round, None, first_round]) is first_round
    assert earliest([None]) is None
