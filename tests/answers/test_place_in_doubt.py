"""What is doubtful of a place widens the answer, in an order: the council it would be is below."""

from datetime import datetime
from itertools import chain, combinations

import pytest

from desktop_app.domain.decision.advice import Advice, Tier
from desktop_app.domain.decision.decision import advise, decide
from desktop_app.domain.decision.folding import MOST_CALLS
from desktop_app.domain.decision.ranking import HoursCache
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.places.councils import Council, Whereabouts, WhereStatus
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation
from tests import sweeps
from tests.area import BEDFORD, LUTON, MILTON_KEYNES
from tests.where_directory import where_index

MOMENTS = ("2026-11-30T10:00", "2026-11-28T02:00", "2026-12-29T10:00")


def asked(
    directory: Directory, concern: Concern, typed: str, at: str, *told: Circumstance
) -> Advice:
    where = where_index().answer(typed).whereabouts
    moment = datetime.fromisoformat(at).replace(tzinfo=UK)
    return advise(Situation(concern, where, frozenset(told)), directory, moment)


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("concern", [Concern.CHILD, Concern.ADULT, Concern.BOTH])
@pytest.mark.parametrize(
    ("typed", "first", "other"),
    [("MK41AB", MILTON_KEYNES, BEDFORD), ("Luton MK40 2TU", BEDFORD, LUTON)],
)
def test_the_other_council_s_front_door_stands_below(
    directory: Directory, moment: str, concern: Concern, typed: str, first: Council, other: Council
) -> None:
    advice = asked(directory, concern, typed, moment)
    assert advice.first.council == first
    purposes = [purpose for call in advice.calls for purpose in (call.purpose, *call.also_for)]
    assert any(
        f"happened in {other.name}:" in one or f"or {other.name}:" in one for one in purposes
    )
    beside = [call.council for call in advice.tier(Tier.BESIDE)]
    assert other not in beside


def test_a_postcode_typed_with_its_space_shows_its_council_alone(directory: Directory) -> None:
    advice = asked(directory, Concern.CHILD, "MK4 1AB", "2026-11-30T10:00")
    assert {call.council for call in advice.calls} <= {None, MILTON_KEYNES}
    assert not any("If it happened in" in call.purpose for call in advice.calls)


@pytest.mark.parametrize("moment", MOMENTS)
def test_services_without_a_number_of_the_other_council_are_not_told(
    directory: Directory, moment: str
) -> None:
    told = asked(directory, Concern.DOMESTIC_ABUSE, "MK41AB", moment).notes
    assert not any("Bedford" in note and "may help too" in note for note in told)


@pytest.mark.parametrize("typed", ["HP23 5AA", "Leeds", "Kent", "Yorkshire", "SW1A 1AA"])
def test_outside_it_is_said_that_no_local_domestic_abuse_service_is_known(
    directory: Directory, typed: str
) -> None:
    advice = asked(directory, Concern.DOMESTIC_ABUSE, typed, "2026-11-30T10:00")
    said = [note for note in advice.notes if note.startswith("We know no local domestic abuse")]
    assert len(said) == 1
    assert said[0].endswith("Ask the helpline which service is near.")


@pytest.mark.parametrize("typed", ["Luton", "MK4 1AB", "MK42"])
def test_inside_nothing_of_the_kind_is_said(directory: Directory, typed: str) -> None:
    advice = asked(directory, Concern.DOMESTIC_ABUSE, typed, "2026-11-30T10:00")
    assert not any(note.startswith("We know no local") for note in advice.notes)


def test_who_hurts_is_not_sent_to_the_services_of_those_they_hurt(directory: Directory) -> None:
    told = Circumstance.USING_ABUSE
    advice = asked(directory, Concern.DOMESTIC_ABUSE, "Leeds", "2026-11-30T10:00", told)
    assert not any(note.startswith("We know no local") for note in advice.notes)


@pytest.mark.slow
@pytest.mark.parametrize("concern", Concern)
@pytest.mark.parametrize("moment", MOMENTS)
def test_an_unknown_place_shows_eight_calls_and_loses_none(
    directory: Directory, concern: Concern, moment: str
) -> None:
    at = datetime.fromisoformat(moment).replace(tzinfo=UK)
    every = chain.from_iterable(combinations(Circumstance, n) for n in range(3))
    for told in sweeps.sampled(every, 60, of=f"{concern} {moment}"):
        situation = Situation(concern, Whereabouts(WhereStatus.UNKNOWN), frozenset(told))
        advice = advise(situation, directory, at)
        assert len(advice.calls) <= MOST_CALLS, told
        whole, _ = decide(situation, directory, at, HoursCache())
        assert {call.line.number for call in advice.every} == set(whole.entries), told
        assert {"999"} <= {call.line.number for call in advice.calls}, told
