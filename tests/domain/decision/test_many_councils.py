"""From one council to all 153 of England: what an answer lists, and that somebody answers."""

from datetime import datetime, timedelta

import pytest

from desktop_app.domain.decision.cautions import MOST_LISTED
from desktop_app.domain.decision.cover import prove
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.situation.situation import Concern, Situation
from tests.domain.many_councils import COUNTS, ManyCouncils

MONDAY = datetime(2026, 11, 16, 11, tzinfo=UK)
UNKNOWN = Whereabouts(WhereStatus.UNKNOWN)
MOST_CARDS = 8


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
    assert cover.minutes == count * len(Concern) * 24 * 60
