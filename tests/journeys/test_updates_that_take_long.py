"""An update that takes its time: a bar, a window that goes on answering, an end when asked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from desktop_app.ui.updates.worker import Outcome
from tests.journeys.updating import Open, newer_of, shown_first, status_bar, wait

pytestmark = pytest.mark.usefixtures("as_installed")


class Slow:
    """Takes as long as the test lets it."""

    notice = ""

    def __init__(self) -> None:
        self.go_on = self.stopped = False

    def take(self, where: Path, moment: object, progress: Callable[[float], bool]) -> Outcome:
        while not self.go_on:
            if not progress(0.4):
                self.stopped = True
                break
            QThread.msleep(5)
        return Outcome("Done with it.")

    check_folder = take

    def verify(self, progress: Callable[[float], bool]) -> Outcome:
        return Outcome("", quiet=True)

    def since(self, seen: int) -> Outcome:
        return Outcome("", quiet=True)


def test_a_bar_shows_after_300_ms_and_the_window_goes_on_answering(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    slow = Slow()
    walker = opened(open_updates=lambda: slow)
    newer_of(walker.program).take(tmp_path)
    assert not walker.sees("foot-progress")
    qtbot.waitUntil(lambda: walker.sees("foot-progress"), timeout=5_000)
    assert shown_first(walker.press("1", "1"))
    slow.go_on = True
    wait(qtbot, walker)
    assert not walker.sees("foot-progress")
    assert status_bar(walker) == "Done with it."


def test_the_end_of_the_program_stops_an_update(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    slow = Slow()
    walker = opened(open_updates=lambda: slow)
    newer_of(walker.program).take(tmp_path)
    newer_of(walker.program).stop()
    assert slow.stopped


def test_two_updates_at_once_are_one_and_a_sentence(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    slow = Slow()
    walker = opened(open_updates=lambda: slow)
    newer_of(walker.program).take(tmp_path)
    newer_of(walker.program).take(tmp_path)
    assert status_bar(walker) == "An update is being taken at this moment."
    slow.go_on = True
    wait(qtbot, walker)
