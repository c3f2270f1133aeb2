"""The cover proof finds every kind of hole, and counts every minute once."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.domain.decision.cover import (
    Cover,
    Hole,
    Years,
    broken,
    holes_in_words,
    prove,
    situations,
)
from desktop_app.domain.decision.decision import decide
from desktop_app.domain.decision.ranking import HoursCache
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.status import Hours
from desktop_app.domain.hours.uk_days import seconds_of
from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.services.bodies import Bodies
from desktop_app.domain.services.directory import Directory, SearchHit
from desktop_app.domain.services.service import LineKind, Service
from desktop_app.domain.situation.situation import Concern, Situation
from tests.area import LUTON
from tests.domain.hours_examples import (
    ALWAYS,
    ASSUMED,
    CLOSED_ON_HOLIDAYS,
    DAILY,
    HOLIDAYS,
    NIGHT_BAR,
    OFFICE,
    OUT_OF_HOURS,
    OUTSIDE_ASSUMED,
    SILENT,
    TWO_SOURCES,
)
from tests.domain.made_directory import (
    EMERGENCY,
    STEPS,
    front_door,
    line,
    made,
    pathways,
    service,
)
from tests.fakes import ListDirectory

MONDAY = datetime(2026, 11, 16, tzinfo=UK)
SITUATION = Situation(Concern.CHILD, Whereabouts(WhereStatus.KNOWN, (LUTON,)))


def proved(*services: Service, days: float = 7, begins: datetime = MONDAY) -> Cover:
    cover, directory = Cover(), made(services, pathways())
    Years(directory, begins, begins + timedelta(days=days)).walk([SITUATION], cover)
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
    sentences = {hole.sentence for hole in proved(front_door(SILENT), silent).holes}
    assert sentences == {"Nobody certainly answers."}


def test_a_closed_first_call_is_found() -> None:
    office = service("Emergency", "emergency", line("999", OFFICE, LineKind.EMERGENCY))
    holes = proved(front_door(OFFICE, night=False), office).holes
    assert "The first call is to a closed line." in {hole.sentence for hole in holes}


def test_a_hole_is_told_with_its_place_and_hour() -> None:
    silent = service("Emergency", "emergency", line("999", Hours(), LineKind.EMERGENCY))
    [first, *_] = holes_in_words(proved(front_door(SILENT), silent).holes)
    assert first == "child in Luton from 2026-11-16 00:00 UTC: Nobody certainly answers."


def test_an_answer_that_never_changes_is_looked_at_once_by_day_and_once_by_night() -> None:
    always = service("Always", "front_door", line("01632 960001", ALWAYS))
    assert proved(always, EMERGENCY, days=30).answers == 2


def stretch_by_stretch(
    directory: Directory, begins: datetime, ends: datetime, asked: Situation = SITUATION
) -> list[Hole]:
    """The proof without any of its savings: a whole decision wherever any line may change."""
    holes, cache, at = list[Hole](), HoursCache(), begins
    while at < ends:
        listed, changes = decide(asked, directory, at, cache)
        until = min(changes or ends, ends)
        stretch = seconds_of(at), seconds_of(until)
        holes += (Hole(asked, *stretch, sentence) for sentence in broken(listed))
        at = until
    return holes


def minutes_of(holes: list[Hole]) -> set[tuple[int, str]]:
    """Each five minutes in which a sentence is true; all hours here turn on one of them."""
    return {
        (second, hole.sentence) for hole in holes for second in range(hole.begins, hole.ends, 300)
    }


WEEKS = (
    OFFICE,
    ALWAYS,
    SILENT,
    NIGHT_BAR,
    DAILY,
    ASSUMED,
    TWO_SOURCES,
    CLOSED_ON_HOLIDAYS,
    OUT_OF_HOURS,
    OUTSIDE_ASSUMED,
)


@pytest.mark.parametrize("seed", range(40))
def test_the_same_holes_are_found_as_by_a_whole_decision_at_every_turn(seed: int) -> None:
    """Directories made at random, over the days on which hours are least ordinary."""
    chance = random.Random(seed)
    kinds = (LineKind.OFFICE_HOURS, LineKind.OUT_OF_HOURS, LineKind.HELPLINE)
    services = [
        service(
            f"Service {number}",
            chance.choice(("front_door", "front_door", "helpline")),
            *(
                line(f"01632 9600{number}{at}", chance.choice(WEEKS), chance.choice(kinds))
                for at in range(chance.randrange(1, 4))
            ),
        )
        for number in range(chance.randrange(1, 5))
    ]
    hours = chance.choice(WEEKS)
    services.append(service("Emergency", "emergency", line("999", hours, LineKind.EMERGENCY)))
    directory = made(services, pathways())
    begins = datetime(2026, 12, 21, tzinfo=UTC)
    ends = begins + timedelta(days=14)
    cover = Cover()
    Years(directory, begins, ends).walk([SITUATION], cover)
    assert minutes_of(cover.holes) == minutes_of(stretch_by_stretch(directory, begins, ends))


class OnlyWhatCounts(ListDirectory):
    """A directory that answers nothing but what `changed` compares."""

    def __init__(self, services: list[Service]) -> None:
        super().__init__(services, pathways(), holidays=HOLIDAYS)
        self.asked: set[tuple[str, str | None]] = set()

    def in_role(self, role: str, council_code: str | None = None) -> tuple[Service, ...]:
        self.asked.add((role, council_code))
        return super().in_role(role, council_code)

    def services(self) -> tuple[Service, ...]:
        raise AssertionError("the proof read a list of services")

    def bodies(self) -> Bodies:
        raise AssertionError("the proof asked who answers elsewhere")

    def search(self, *_: object, **__: object) -> tuple[SearchHit, ...]:
        raise AssertionError("the proof searched")


def test_a_council_s_proof_rests_on_its_own_parts_and_on_nothing_else() -> None:
    """So whatever else changes in a directory, in its texts or in other councils, cannot matter."""
    directory = OnlyWhatCounts([front_door(OFFICE), EMERGENCY])
    cover = Cover()
    Years(directory, MONDAY, MONDAY + timedelta(days=7)).walk(situations((LUTON,)), cover)
    assert cover.answers > len(Concern)
    assert directory.asked == {(step.role, LUTON.code) for step in STEPS}


@pytest.mark.parametrize("status", [WhereStatus.UNKNOWN, WhereStatus.OUTSIDE])
@pytest.mark.parametrize("seed", range(12))
def test_a_place_that_is_no_council_is_proved_as_by_a_whole_decision_at_every_turn(
    seed: int, status: WhereStatus
) -> None:
    """Lines of every council are looked at where nobody knows the place."""
    chance = random.Random(seed)
    services = [front_door(chance.choice(WEEKS))]
    services += [
        service(f"Helpline {at}", "helpline", line(f"01632 96000{at}", chance.choice(WEEKS)))
        for at in range(chance.randrange(3))
    ]
    hours = chance.choice((ALWAYS, SILENT, OFFICE, ASSUMED))
    services.append(service("Emergency", "emergency", line("999", hours, LineKind.EMERGENCY)))
    directory = made(services, pathways())
    begins = datetime(2026, 12, 21, tzinfo=UTC)
    situation, ends = Situation(Concern.CHILD, Whereabouts(status)), begins + timedelta(days=10)
    cover = Cover()
    Years(directory, begins, ends).walk([situation], cover)
    whole = stretch_by_stretch(directory, begins, ends, situation)
    assert minutes_of(cover.holes) == minutes_of(whole)


def test_a_hole_at_a_place_nobody_knows_is_told_in_words() -> None:
    silent = service("Emergency", "emergency", line("999", SILENT, LineKind.EMERGENCY))
    directory = made([front_door(SILENT), silent], pathways())
    cover = prove(directory, MONDAY, MONDAY + timedelta(days=1))
    told = holes_in_words(cover.holes)
    assert any(" in a place nobody knows from 2026-11-16" in each for each in told)
    assert any(" in a place elsewhere from 2026-11-16" in each for each in told)


def test_the_proof_walks_every_council_and_every_concern() -> None:
    asked = list(situations(made([EMERGENCY], pathways()).councils()))
    assert len(asked) == len(set(asked)) == 4 * len(Concern)
