"""Where nobody knows the place: eight calls in sight, the rest behind one fold, none lost."""

from dataclasses import replace
from datetime import datetime

import pytest

from desktop_app.domain.decision.advice import Advice, Caution, Tier
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.decision.folding import MOST_CALLS, refolded
from desktop_app.domain.decision.merging import both_readings
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.situation.situation import Concern, Situation
from tests.domain.hours_examples import HOLIDAYS, OFFICE
from tests.domain.made_directory import EMERGENCY, line, pathways, service
from tests.domain.many_councils import HELPLINE, ManyCouncils, door
from tests.fakes import ListDirectory

MONDAY = datetime(2026, 11, 16, 11, tzinfo=UK)
UNKNOWN = Situation(Concern.CHILD, Whereabouts(WhereStatus.UNKNOWN))


def asked(count: int, at: datetime = MONDAY) -> Advice:
    return advise(UNKNOWN, ManyCouncils(count), at)


class TwoDoors(ManyCouncils):
    """Each council has its open door; of a second service they have a closed one."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        second = [
            service(
                f"Second {each.name}",
                "front_door",
                line(f"01632 97{place:04d}", OFFICE),
                areas=frozenset({each.code}),
            )
            for place, each in enumerate(self._councils)
        ]
        ListDirectory.__init__(
            self,
            [*map(door, self._councils), *second, HELPLINE, EMERGENCY],
            pathways(),
            holidays=HOLIDAYS,
        )


def test_the_first_call_and_999_are_always_in_sight() -> None:
    for count in range(1, 8):
        for directory in (ManyCouncils(count), TwoDoors(count)):
            advice = advise(UNKNOWN, directory, MONDAY)
            assert len(advice.calls) <= MOST_CALLS
            assert advice.calls[0].tier is Tier.FIRST
            assert "999" in {call.line.number for call in advice.calls}


@pytest.mark.parametrize("count", range(1, 7))
def test_every_council_s_line_is_in_sight_or_behind_the_fold(count: int) -> None:
    advice = advise(UNKNOWN, TwoDoors(count), MONDAY)
    shown = {call.service.name for call in advice.every}
    assert {f"Door Vale number {n}" for n in range(1, count + 1)} <= shown
    numbers = [call.line.number for call in advice.every]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("count", range(1, 7))
def test_councils_lines_for_one_purpose_stand_or_wait_together(count: int) -> None:
    advice = advise(UNKNOWN, TwoDoors(count), MONDAY)
    in_sight = {call.council for call in advice.calls if call.council}
    assert len(in_sight) in (0, count)


def test_a_known_place_folds_nothing() -> None:
    directory = TwoDoors(6)
    where = Whereabouts(WhereStatus.SEVERAL, directory.councils())
    advice = advise(Situation(Concern.CHILD, where), directory, MONDAY)
    assert len(advice.calls) > MOST_CALLS
    assert advice.more == ()
    assert refolded(advice) is advice


def test_two_readings_of_one_time_fold_again() -> None:
    one = asked(6)
    extra = tuple(
        call._replace(line=replace(call.line, number=f"+44163297{place:04d}"), tier=Tier.BESIDE)
        for place, call in enumerate(one.calls)
    )
    both = both_readings(one, one._replace(calls=extra), Caution("told", "Two moments."))
    assert len(both.calls) <= MOST_CALLS + len([call for call in extra if call.council is None])
    assert {call.line.number for call in one.calls + extra} == {
        call.line.number for call in both.every
    }
