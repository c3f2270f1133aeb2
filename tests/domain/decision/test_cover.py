"""The cover proof finds every kind of hole, and counts every minute once."""

from datetime import datetime, timedelta

import pytest

from desktop_app.domain.decision.cover import Cover, holes_in_words, situations, walk
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.status import Hours
from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.services.service import LineKind, Service
from desktop_app.domain.situation.situation import Concern, Situation
from tests.area import LUTON
from tests.domain.hours_examples import ALWAYS, OFFICE, SILENT
from tests.domain.made_directory import (
    EMERGENCY,
    front_door,
    line,
    made,
    pathways,
    service,
)

MONDAY = datetime(2026, 11, 16, tzinfo=UK)
SITUATION = Situation(Concern.CHILD, Whereabouts(WhereStatus.KNOWN, (LUTON,)))


def proved(*services: Service, days: float = 7, begins: datetime = MONDAY) -> Cover:
    cover = Cover(holes=[])
    directory = made(services, pathways())
    walk(directory, SITUATION, begins, begins + timedelta(days=days), cover)
    return cover


@pytest.mark.parametrize("days", [1, 7, 30])
def test_every_minute_is_counted_once(days: int) -> None:
    assert proved(front_door(OFFICE), EMERGENCY, days=days).minutes == days * 1440


def test_hours_that_change_within_a_minute_are_not_counted_twice() -> None:
    begins = MONDAY.replace(second=30)
    assert proved(front_door(OFFICE), EMERGENCY, days=1, begins=begins).minutes == 1440


def test_a_covered_week_has_no_hole() -> None:
    assert proved(front_door(OFFICE), EMERGENCY).holes == []


def test_a_week_in_which_nobody_certainly_answers_is_found() -> None:
    silent = service("Emergency", "emergency", line("999", SILENT, LineKind.EMERGENCY))
    sentences = {hole.sentence for hole in proved(front_door(SILENT), silent).holes or ()}
    assert sentences == {"Nobody certainly answers."}


def test_a_closed_first_call_is_found() -> None:
    office = service("Emergency", "emergency", line("999", OFFICE, LineKind.EMERGENCY))
    holes = proved(front_door(OFFICE, night=False), office).holes or ()
    assert "The first call is to a closed line." in {hole.sentence for hole in holes}


def test_a_hole_is_told_with_its_place_and_hour() -> None:
    silent = service("Emergency", "emergency", line("999", Hours(), LineKind.EMERGENCY))
    [first, *_] = holes_in_words(proved(front_door(SILENT), silent).holes or ())
    assert first == "child in Luton from 2026-11-16 00:00 UTC: Nobody certainly answers."


def test_an_answer_that_never_changes_is_looked_at_once() -> None:
    always = service("Always", "front_door", line("01632 960001", ALWAYS))
    assert proved(always, EMERGENCY).answers == 1


def test_the_proof_walks_every_council_and_every_concern() -> None:
    asked = list(situations(made([EMERGENCY], pathways()).councils()))
    assert len(asked) == len(set(asked)) == 4 * len(Concern)
