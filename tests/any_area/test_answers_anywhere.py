"""Whom to ring, in any area: what must hold of every answer whatever the steward wrote."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from desktop_app.domain.decision.advice import Advice, Tier
from desktop_app.domain.decision.cover import holes_in_words, prove
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.status import Openness
from desktop_app.domain.places.councils import Whereabouts, WhereStatus, whereabouts_of
from desktop_app.domain.services.service import LineKind
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation
from desktop_app.store.directory.directory import SqliteDirectory

MOMENTS = [
    datetime.fromisoformat(text).replace(tzinfo=UK)
    for text in ("2026-12-01T11:00", "2026-12-04T16:40", "2026-12-05T02:00", "2026-12-25T13:00")
]
MOST_IN_SIGHT = 8


def places(directory: SqliteDirectory) -> Iterator[Whereabouts]:
    yield Whereabouts(WhereStatus.UNKNOWN)
    yield Whereabouts(WhereStatus.OUTSIDE)
    yield from (whereabouts_of([council]) for council in directory.councils())


def answers(directory: SqliteDirectory, concern: Concern) -> Iterator[Advice]:
    told = [frozenset[Circumstance](), *(frozenset({each}) for each in Circumstance)]
    for where in places(directory):
        for also in told:
            for moment in MOMENTS:
                yield advise(Situation(concern, where, also), directory, moment)


@pytest.mark.parametrize("concern", Concern)
def test_each_answer_has_one_first_call_and_somebody_who_certainly_answers(
    directory: SqliteDirectory, concern: Concern
) -> None:
    for answer in answers(directory, concern):
        every = answer.every
        assert [call.tier for call in every].count(Tier.FIRST) == 1
        assert any(call.reading.state is Openness.OPEN for call in every)
        assert "999" in {call.line.display for call in every}
        assert not [c for c in every if c.line.kind is LineKind.FAX or not c.line.recommendable]
        assert len({call.line.number for call in every}) == len(every)
        assert all(call.because and call.purpose for call in every)


@pytest.mark.parametrize("concern", Concern)
def test_a_place_nobody_knows_puts_no_more_calls_in_sight_than_can_be_read(
    directory: SqliteDirectory, concern: Concern
) -> None:
    for moment in MOMENTS:
        situation = Situation(concern, Whereabouts(WhereStatus.UNKNOWN))
        assert 2 <= len(advise(situation, directory, moment).calls) <= MOST_IN_SIGHT


def test_somebody_answers_at_every_minute_around_christmas(directory: SqliteDirectory) -> None:
    begins = datetime(2026, 12, 21, tzinfo=UK)
    cover = prove(directory, begins, begins + timedelta(days=14))
    assert holes_in_words(cover.holes) == []
    places = len(directory.councils()) + 2  # an unknown one, and one elsewhere
    assert cover.minutes == places * len(Concern) * 14 * 1440


@pytest.mark.usefixtures("file")
def test_the_command_answers_for_each_council_as_text_and_as_json(
    directory: SqliteDirectory, capsys: pytest.CaptureFixture[str]
) -> None:
    for council in directory.councils():
        asked = ["now", "--about", "child", "--in", str(council.slug), "--at", "2026-12-01 11:00"]
        assert main(asked) == 0
        text = capsys.readouterr().out
        assert main([*asked, "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        first = told["calls"][0]["line"]["display"]
        assert text.index("RING FIRST") < text.index(first)
        assert council.name in text


def test_the_file_says_of_itself_that_it_works(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == 0
    assert "numbers that are owed a test call" in capsys.readouterr().out
    assert main(["check", "--cover", "--since", str(file)]) == 0
    assert capsys.readouterr().out.startswith("0 minutes checked (0 councils")
