"""What speaks against a clock, and how old things may get."""

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop_app.domain.services.trust import (
    ClockCode,
    ClockFacts,
    Freshness,
    Severity,
    doubts_about_clock,
    number_age,
    release_age,
)

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
HEALTHY = ClockFacts(
    now=NOON,
    compiled_at=datetime(2026, 11, 20, tzinfo=UTC),
    computed_until=date(2040, 12, 31),
    system_offset=timedelta(),
    system_zone="Europe/London",
    last_seen=NOON - timedelta(days=1),
)
HOUR = timedelta(hours=1)
SUMMER = datetime(2027, 7, 1, 12, tzinfo=UTC)

NOTE, DOUBT = Severity.NOTE, Severity.DOUBT
CLOCKS = {
    "healthy": (HEALTHY, []),
    "flat battery, 1970": (
        HEALTHY._replace(now=datetime(1970, 1, 1, tzinfo=UTC), last_seen=None, system_offset=HOUR),
        [(ClockCode.BEFORE_DIRECTORY, DOUBT)],
    ),
    "minutes before the directory": (
        HEALTHY._replace(now=HEALTHY.compiled_at - timedelta(minutes=4), last_seen=None),
        [],
    ),
    "a day back": (
        HEALTHY._replace(last_seen=NOON + timedelta(days=1)),
        [(ClockCode.BEFORE_LAST_RUN, DOUBT)],
    ),
    "nothing known of the last run": (HEALTHY._replace(last_seen=None), []),
    "eighteen months on": (
        HEALTHY._replace(now=datetime(2028, 6, 1, tzinfo=UTC), system_offset=HOUR),
        [(ClockCode.YEARS_AHEAD, NOTE)],
    ),
    "seven years on": (
        HEALTHY._replace(now=datetime(2033, 12, 1, tzinfo=UTC)),
        [(ClockCode.YEARS_AHEAD, DOUBT)],
    ),
    "2099": (
        HEALTHY._replace(now=datetime(2099, 1, 1, 9, tzinfo=UTC)),
        [(ClockCode.PAST_CALENDAR, DOUBT)],
    ),
    "Tokyo": (
        HEALTHY._replace(system_offset=9 * HOUR, system_zone="Asia/Tokyo"),
        [(ClockCode.OTHER_ZONE, DOUBT)],
    ),
    "UTC in winter": (HEALTHY._replace(system_zone="UTC"), []),
    "UTC in summer": (
        HEALTHY._replace(now=SUMMER, system_zone="UTC"),
        [(ClockCode.OTHER_ZONE, DOUBT)],
    ),
    "London in summer": (HEALTHY._replace(now=SUMMER, system_offset=HOUR), []),
    "Lisbon": (HEALTHY._replace(system_zone="Europe/Lisbon"), []),
    "zone not looked at": (HEALTHY._replace(system_offset=None), []),
    "moved an hour back": (HEALTHY._replace(step=-HOUR), [(ClockCode.STEPPED, DOUBT)]),
    "moved an hour on": (HEALTHY._replace(step=HOUR), [(ClockCode.STEPPED, DOUBT)]),
    "put right by the network": (HEALTHY._replace(step=timedelta(seconds=90)), []),
    "several at once": (
        HEALTHY._replace(
            now=datetime(2002, 1, 1, tzinfo=UTC),
            system_offset=-5 * HOUR,
            step=-HOUR,
        ),
        [
            (ClockCode.BEFORE_DIRECTORY, DOUBT),
            (ClockCode.BEFORE_LAST_RUN, DOUBT),
            (ClockCode.STEPPED, DOUBT),
            (ClockCode.OTHER_ZONE, DOUBT),
        ],
    ),
}


@pytest.mark.parametrize(("facts", "found"), CLOCKS.values(), ids=CLOCKS)
def test_findings(facts: ClockFacts, found: list[tuple[ClockCode, Severity]]) -> None:
    findings = doubts_about_clock(facts)
    assert [(finding.code, finding.severity) for finding in findings] == found


@pytest.mark.parametrize(("facts", "found"), CLOCKS.values(), ids=CLOCKS)
def test_every_finding_is_plain_sentences(facts: ClockFacts, found: list[object]) -> None:
    for finding in doubts_about_clock(facts):
        assert finding.text.endswith(".")
        assert len(finding.text) < 220
        assert found


@pytest.mark.parametrize("moment", [datetime.min, datetime.max])
def test_the_ends_of_time_do_not_break_it(moment: datetime) -> None:
    facts = HEALTHY._replace(now=moment.replace(tzinfo=UTC), system_offset=9 * HOUR)
    assert doubts_about_clock(facts)


def test_another_zone_tells_both_times() -> None:
    facts, _ = CLOCKS["Tokyo"]
    text = doubts_about_clock(facts)[0].text
    assert "Asia/Tokyo" in text
    assert "21:00" in text
    assert "12:00" in text


TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("days", "out_of_hours", "freshness"),
    [
        (0, False, Freshness.FRESH),
        (90, False, Freshness.FRESH),
        (91, False, Freshness.AMBER),
        (180, False, Freshness.AMBER),
        (181, False, Freshness.RED),
        (90, True, Freshness.FRESH),
        (91, True, Freshness.RED),
        (-1, False, Freshness.NEVER),
    ],
)
def test_age_of_a_number(days: int, out_of_hours: bool, freshness: Freshness) -> None:
    checked = TODAY - timedelta(days=days)
    assert number_age(checked, TODAY, out_of_hours=out_of_hours).freshness is freshness


def test_a_number_nobody_checked_says_so() -> None:
    age = number_age(None, TODAY)
    assert (age.freshness, age.text) == (Freshness.NEVER, "Nobody has checked this number yet.")


@pytest.mark.parametrize(("days", "words"), [(0, "today"), (1, "yesterday"), (30, "30 days ago")])
def test_age_in_words(days: int, words: str) -> None:
    assert words in number_age(TODAY - timedelta(days=days), TODAY).text


@pytest.mark.parametrize(
    ("expected", "freshness"),
    [
        (None, Freshness.FRESH),
        (TODAY, Freshness.FRESH),
        (TODAY - timedelta(days=1), Freshness.AMBER),
        (TODAY - timedelta(days=90), Freshness.AMBER),
        (TODAY - timedelta(days=91), Freshness.RED),
    ],
)
def test_age_of_a_release(expected: date | None, freshness: Freshness) -> None:
    assert release_age(date(2026, 6, 1), expected, TODAY).freshness is freshness


def test_a_release_from_the_future_is_told() -> None:
    assert release_age(date(2027, 1, 1), None, TODAY).freshness is Freshness.NEVER
