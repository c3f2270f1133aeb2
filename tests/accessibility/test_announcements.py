"""A changed answer is read out: heard on the accessibility bus by another program, as words.

Qt 6.11 sends announcements on Linux as `object:announcement`, so that is what is listened for.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path
from shutil import which
from subprocess import Popen

import pytest

from desktop_app.app.dependencies import installed_parts
from desktop_app.clock import LONDON
from desktop_app.domain.answer.call_words import call_words
from desktop_app.domain.answer.turns import SOON
from desktop_app.domain.decision.advice import Tier
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.status import Openness
from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.situation.situation import (
    Circumstance,
    Concern,
    Situation,
    circumstance_title,
)
from desktop_app.ui.answer.circumstances import ALL
from tests.area import COUNCILS
from tests.outside.desktop import SYSTEM_PYTHON, Desktop, needed

pytestmark = [
    needed,
    pytest.mark.slow,
    pytest.mark.skipif(which("faketime") is None, reason="a made-up clock needs: faketime"),
]

LISTENER = Path(__file__).with_name("listener.py")
INTERRUPTS = 2
"""AT-SPI's live level "assertive"."""
CHANGED = "The answer has changed."
BEFORE = timedelta(seconds=25)
"""So long before an office closes the program is started: long enough to press two keys."""
ABUSE = Situation(Concern.DOMESTIC_ABUSE, Whereabouts(WhereStatus.KNOWN, (COUNCILS[2],)))
IN_BEDFORD = Situation(Concern.CHILD, Whereabouts(WhereStatus.KNOWN, (COUNCILS[0],)))


@dataclass
class Listener:
    """What was read out so far."""

    process: Popen[str]
    lines: list[dict[str, object]] = field(default_factory=list)
    begun: bool = False
    _rest: str = ""

    def listen(self) -> None:
        """Take in what came since."""
        assert self.process.stdout is not None
        try:
            self._rest += os.read(self.process.stdout.fileno(), 65_536).decode()
        except BlockingIOError:
            return
        *whole, self._rest = self._rest.split("\n")
        for line in whole:
            told = json.loads(line)
            if told == "listening":
                self.begun = True
            else:
                self.lines.append(told)

    def words(self) -> list[str]:
        """Everything that was read out, as it came."""
        self.listen()
        return [str(line["words"]) for line in self.lines]

    def heard(self, *parts: str) -> bool:
        """Whether one announcement held all of these words and might interrupt."""
        self.listen()
        return any(
            all(part in str(line["words"]) for part in parts) and line["urgency"] == INTERRUPTS
            for line in self.lines
        )


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    with Desktop(tmp_path) as opened:
        yield opened


@pytest.fixture
def listener(desktop: Desktop) -> Listener:
    """A screen reader that was there before the program."""
    process = desktop.beside(SYSTEM_PYTHON, str(LISTENER))
    assert process.stdout is not None
    os.set_blocking(process.stdout.fileno(), False)
    listening = Listener(process)

    def begun() -> bool:
        listening.listen()
        return listening.begun

    desktop.wait(begun, "the listener")
    return listening


@pytest.fixture(scope="module")
def directory() -> Directory:
    return installed_parts().open_directory()


@pytest.fixture(scope="module")
def noon(directory: Directory) -> datetime:
    """Noon of a working day after the directory was made, when the offices are open."""
    for days in range(1, 30):
        day = directory.release().dated + timedelta(days=days)
        moment = datetime.combine(day, time(12), LONDON)
        reading = advise(IN_BEDFORD, directory, moment).first.reading
        if day.weekday() < 4 and reading.state is Openness.OPEN:
            return moment
    pytest.fail("no working day within a month")


def open_at(desktop: Desktop, moment: datetime, key: str) -> None:
    """Start the program as if it were this moment, and answer the first question."""
    desktop.open("faketime", "-f", f"@{moment.astimezone():%Y-%m-%d %H:%M:%S}")
    desktop.answer("Who are you worried about?", key)


def test_an_answer_is_read_out_with_its_number(
    desktop: Desktop, listener: Listener, directory: Directory, noon: datetime
) -> None:
    first = advise(IN_BEDFORD, directory, noon).first
    open_at(desktop, noon, "1")
    desktop.press("1")
    desktop.wait(lambda: listener.heard(first.service.name, first.line.display), "the answer")
    assert not listener.heard(CHANGED)


def test_number_state_reason_and_next_number_are_read_in_that_order(
    desktop: Desktop, listener: Listener, directory: Directory, noon: datetime
) -> None:
    advice = advise(IN_BEDFORD, directory, noon)
    words = call_words(advice.first, noon)
    following = advice.tier(Tier.FALLBACK)[0].line.display
    open_at(desktop, noon, "1")
    desktop.press("1")
    desktop.wait(lambda: listener.heard(words.number), "the answer")
    told = next(each for each in listener.words() if words.number in each)
    parts = (words.who, words.number, words.state, words.reason, "Next:", following)
    places = [told.index(part) for part in parts]
    assert places == sorted(places), told


def test_nobody_answered_reads_out_the_next_number(
    desktop: Desktop, listener: Listener, directory: Directory, noon: datetime
) -> None:
    advice = advise(IN_BEDFORD, directory, noon)
    first = advice.first.line.display
    open_at(desktop, noon, "1")
    desktop.press("1")
    desktop.wait(lambda: listener.heard(first), "the answer")
    desktop.press("n")
    desktop.wait(lambda: listener.heard("Next number."), "the next number")
    told = next(each for each in listener.words() if "Next number." in each)
    others = {call.line.display for call in advice.calls} - {first}
    assert any(number in told for number in others), told
    assert first not in told


def test_a_line_that_closes_soon_is_read_out_while_it_is_looked_at(
    desktop: Desktop, listener: Listener, directory: Directory, noon: datetime
) -> None:
    by_day = advise(IN_BEDFORD, directory, noon).first
    closes = by_day.reading.until
    assert closes is not None
    by_night = advise(IN_BEDFORD, directory, closes).first.line.display
    open_at(desktop, closes - SOON - BEFORE, "1")
    desktop.press("1")
    desktop.wait(lambda: listener.heard(by_day.line.display), "the answer")
    assert not any("loses" in each for each in listener.words())
    desktop.wait(
        lambda: any("loses" in each and by_night in each for each in listener.words()),
        "that it closes soon",
    )


def test_a_switch_that_changes_the_answer_is_read_out_with_the_new_number(
    desktop: Desktop, listener: Listener, directory: Directory, noon: datetime
) -> None:
    before = advise(ABUSE, directory, noon).first.line.display
    switched = ABUSE._replace(circumstances=frozenset({Circumstance.USING_ABUSE}))
    after = advise(switched, directory, noon).first.line.display
    assert after != before
    open_at(desktop, noon, "3")
    desktop.press("3")
    desktop.wait(lambda: listener.heard(before), "the first answer")
    desktop.tab_to(ALL)
    desktop.press("space")
    desktop.tab_to(circumstance_title(Circumstance.USING_ABUSE))
    desktop.press("space")
    desktop.wait(lambda: listener.heard(CHANGED, after), "the change")


def test_the_minute_an_office_closes_is_read_out_with_the_new_number(
    desktop: Desktop, listener: Listener, directory: Directory, noon: datetime
) -> None:
    by_day = advise(IN_BEDFORD, directory, noon).first
    closes = by_day.reading.until
    assert closes is not None
    by_night = advise(IN_BEDFORD, directory, closes).first.line.display
    assert by_night != by_day.line.display
    open_at(desktop, closes - BEFORE, "1")
    desktop.press("1")
    desktop.wait(lambda: listener.heard(by_day.line.display), "the answer by day")
    assert not listener.heard(CHANGED)
    assert listener.heard("Closes", by_night) or listener.heard("May close", by_night)
    desktop.wait(lambda: listener.heard("Changed at", by_night), "the change by night")
