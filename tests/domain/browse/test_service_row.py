"""A row of the list never shows a number to avoid, and says why it was found."""

from dataclasses import replace

import pytest

from desktop_app.domain.browse.service_row import (
    FOR_THOSE_USING_ABUSE,
    UNCONFIRMED,
    for_people_using_abuse,
)
from desktop_app.domain.hours.status import Badge, Hours
from desktop_app.domain.services.directory import HitWhy, SearchHit
from desktop_app.domain.services.service import Line, ServiceStatus
from tests.domain.listed_services import (
    DISPUTED,
    DOOR,
    FAX,
    FRIDAY_LATE,
    FRIDAY_NOON,
    NIGHT_LINE,
    NOT_PUBLISHED,
    OFFICE_LINE,
    OLD,
    TEXT,
    row,
    with_lines,
)


@pytest.mark.parametrize(
    ("moment", "number", "state", "said", "short"),
    [
        (FRIDAY_NOON, "01632 960001", Badge.OPEN, "Open until 16:20", "Open"),
        (FRIDAY_LATE, "01632 960900", Badge.OPEN, "Open until Monday 08:45", "Open"),
    ],
)
def test_a_row_shows_the_line_that_answers_now(
    moment: str, number: str, state: Badge, said: str, short: str
) -> None:
    shown = row(DOOR, moment)
    assert (shown.number, shown.state) == (number, state)
    assert (shown.state_words, shown.short_state) == (said, short)


def test_a_closed_line_says_when_it_opens_and_is_short_without() -> None:
    shown = row(with_lines(OFFICE_LINE), FRIDAY_LATE)
    assert shown.state_words == "Closed: opens Monday 08:45"
    assert shown.short_state == "Closed"


@pytest.mark.parametrize("hidden", [FAX, OLD, TEXT])
def test_a_row_never_shows_a_number_one_cannot_ring(hidden: Line) -> None:
    shown = row(with_lines(hidden))
    assert (shown.number, shown.state) == ("", None)
    assert "No number published" in shown.spoken


def test_a_disputed_number_stands_behind_a_sound_one() -> None:
    assert row(with_lines(DISPUTED, OFFICE_LINE)).number == "01632 960001"


def test_where_nobody_knows_the_hours_the_row_names_both_numbers() -> None:
    unknown = replace(OFFICE_LINE, hours=NOT_PUBLISHED)
    night = replace(NIGHT_LINE, hours=Hours(outside_of=NOT_PUBLISHED))
    shown = row(with_lines(unknown, night))
    assert shown.state is Badge.UNKNOWN
    assert {shown.number, shown.kind.rpartition(", or ")[2]} == {"01632 960001", "01632 960900"}


@pytest.mark.parametrize(
    ("why", "matched", "said"),
    [
        (HitWhy.OLD_NAME, "MASH", "Also called: MASH"),
        (HitWhy.TOPIC, "Neglect", "About: Neglect"),
        (HitWhy.MISSPELLING, "Front door", "You may mean: Front door"),
        (HitWhy.NAME, "Front door", ""),
    ],
)
def test_a_row_says_why_it_was_found(why: HitWhy, matched: str, said: str) -> None:
    assert row(DOOR, hit=SearchHit(service_id="door", why=why, matched=matched)).hint == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (OLD, "Replaced number, do not ring: 01632 960008"),
        (FAX, "Fax, do not ring: 01632 960009"),
        (DISPUTED, "Disputed number: 01632 960007"),
        (NIGHT_LINE, "Number: 01632 960900"),
    ],
)
def test_a_number_that_was_typed_is_told_for_what_it_is(found: Line, said: str) -> None:
    hit = SearchHit(service_id="door", why=HitWhy.NUMBER, matched=found.display, line_id=found.id)
    shown = row(with_lines(OFFICE_LINE, found), hit=hit)
    assert shown.hint == said
    assert shown.number == "01632 960001"


@pytest.mark.parametrize(
    ("serves", "roles", "meant"),
    [
        (("people_using_abuse",), ("da_perpetrator",), True),
        (("people_using_abuse", "professionals"), (), True),
        (("people_using_abuse", "women"), (), False),
        (("professionals",), (), False),
    ],
)
def test_a_line_for_people_who_use_abuse_is_labelled(
    serves: tuple[str, ...], roles: tuple[str, ...], meant: bool
) -> None:
    service = replace(DOOR, serves=serves, roles=roles)
    assert for_people_using_abuse(service) is meant
    assert (row(service).label == FOR_THOSE_USING_ABUSE) is meant


def test_a_service_nobody_confirmed_is_labelled() -> None:
    assert row(replace(DOOR, status=ServiceStatus.UNCONFIRMED)).label == UNCONFIRMED
