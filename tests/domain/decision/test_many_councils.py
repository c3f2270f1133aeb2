"""From one council to all 153 of England: what an answer lists, and that somebody answers."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from desktop_app.domain.decision.cautions import MOST_LISTED
from desktop_app.domain.decision.cover import changed, prove
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.services.service import Service
from desktop_app.domain.situation.pathway import Part, Step
from desktop_app.domain.situation.situation import Concern, Situation
from tests.domain.hours_examples import HOLIDAYS, SILENT
from tests.domain.made_directory import STEPS, pathways
from tests.domain.many_councils import COUNTS, ManyCouncils
from tests.fakes import ListDirectory

MONDAY = datetime(2026, 11, 16, 11, tzinfo=UK)
UNKNOWN = Whereabouts(WhereStatus.UNKNOWN)
MOST_CARDS = 8

NOWHERE = 2
"""Places besides that the proof goes through: an unknown one, and one elsewhere."""


@pytest.mark.parametrize("concern", Concern)
@pytest.mark.parametrize("count", COUNTS)
def test_an_unknown_place_never_lists_more_cards_than_anybody_reads(
    count: int, concern: Concern
) -> None:
    advice = advise(Situation(concern, UNKNOWN), ManyCouncils(count), MONDAY)
    assert 2 <= len(advice.calls) <= MOST_CARDS


@pytest.mark.parametrize("count", COUNTS)
def test_the_sentence_says_where_the_local_lines_are(count: int) -> None:
    advice = advise(Situation(Concern.CHILD, UNKNOWN), ManyCouncils(count), MONDAY)
    (told,) = [each.text for each in advice.warnings if each.code == "where_unknown"]
    local = [call for call in advice.calls if call.service.roles == ("front_door",)]
    if count > MOST_LISTED:
        assert "type the town or the postcode" in told
        assert local == []
    else:
        assert "the local lines follow" in told
        assert len(local) == count


@pytest.mark.parametrize("count", COUNTS)
def test_each_council_is_answered_with_its_own_door_first(count: int) -> None:
    directory = ManyCouncils(count)
    for council in directory.councils():
        where = Whereabouts(WhereStatus.KNOWN, (council,))
        first = advise(Situation(Concern.CHILD, where), directory, MONDAY).calls[0]
        assert first.service.name == f"Door {council.name}"


@pytest.mark.parametrize("count", COUNTS)
def test_the_proof_of_cover_holds_in_every_council(count: int) -> None:
    cover = prove(ManyCouncils(count), MONDAY, MONDAY + timedelta(days=1))
    assert cover.holes == []
    assert cover.minutes == (count + NOWHERE) * len(Concern) * 24 * 60


class OneMoved(ManyCouncils):
    """The same directory, in which the last council's door has other hours."""

    def in_role(self, role: str, council_code: str | None = None) -> tuple[Service, ...]:
        found = super().in_role(role, council_code)
        if council_code != self._councils[-1].code:
            return found
        return tuple(
            replace(each, lines=tuple(replace(line, hours=SILENT) for line in each.lines))
            if each.roles == ("front_door",)
            else each
            for each in found
        )


@pytest.mark.parametrize("count", COUNTS)
def test_only_what_changed_is_proved_again(count: int) -> None:
    before, after, week = ManyCouncils(count), OneMoved(count), timedelta(days=7)
    again = prove(after, MONDAY, MONDAY + week, before)
    assert again.councils == 1
    assert again.minutes == (1 + NOWHERE) * len(Concern) * 7 * 24 * 60
    whole = prove(after, MONDAY, MONDAY + week)
    assert whole.councils == count
    assert again.holes == whole.holes


@pytest.mark.parametrize("count", COUNTS)
def test_where_nothing_changed_nothing_is_proved_again(count: int) -> None:
    same = prove(ManyCouncils(count), MONDAY, MONDAY + timedelta(days=7), ManyCouncils(count))
    assert (same.councils, same.minutes, same.holes) == (0, 0, [])


def test_other_rules_or_holidays_prove_every_council_again() -> None:
    before = ManyCouncils(9)
    steps = (*STEPS, Step("helpline", Part.ALSO, "Ring the helpline too"))
    other = ManyCouncils(9)
    ListDirectory.__init__(other, before.services(), pathways(steps), holidays=HOLIDAYS)
    assert changed(other, before) == other.councils()
