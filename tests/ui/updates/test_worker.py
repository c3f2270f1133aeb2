"""One piece of work at a time beside the window: queued, given up, and ended."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from desktop_app.ui.updates import worker as module
from desktop_app.ui.updates.worker import (
    BUSY,
    GIVEN_UP,
    NOTHING_NEW,
    QUEUED,
    Outcome,
    UpdateWorker,
)
from tests.ui.town import at

QUIET = Outcome("", quiet=True)
ProgressCallback = Callable[[float], bool]
FIRST, SECOND = Path("/stick/first.wtcrelease"), Path("/stick/second.wtcrelease")


class Held:
    """Updates that last until the test lets them go; says what was done, in order."""

    notice = ""

    def __init__(self) -> None:
        self.go_on = Event()
        self.done: list[str] = []
        self.deaf = False
        """Whether it hangs and hears nothing, as on a dead share."""

    def verify(self, progress: ProgressCallback) -> Outcome:
        return self._work("verify", progress, QUIET)

    def take(self, where: Path, moment: object, progress: ProgressCallback) -> Outcome:
        return self._work(where.name, progress, Outcome(f"Took {where.name}."))

    def check_folder(
        self, folder: Path | None, moment: object, progress: ProgressCallback
    ) -> Outcome:
        return self._work("look", progress, QUIET)

    def since(self, seen: int) -> Outcome:
        return self._work("since", lambda _share: True, QUIET)

    def _work(self, name: str, progress: ProgressCallback, outcome: Outcome) -> Outcome:
        self.done.append(name)
        while not self.go_on.wait(0.005):
            if not self.deaf and not progress(0.5):
                return Outcome("Stopped.")
        return outcome


class Desk:
    """What takes updates, and what was told."""

    def __init__(self, parent: QObject) -> None:
        self.updates, self.told = Held(), list[str]()
        self.newer = UpdateWorker(self.updates, lambda: at("2026-12-01T09:30"), parent)
        self.newer.told.connect(self.told.append)
        self.newer.watch(Path("/share"))

    def let_go(self, qtbot: QtBot) -> None:
        self.updates.go_on.set()
        qtbot.waitUntil(lambda: not self.newer.busy, timeout=10_000)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    parent = QObject()
    desk = Desk(parent)
    yield desk
    desk.updates.go_on.set()
    desk.newer.stop()
    parent.deleteLater()


def test_a_dropped_file_waits_for_a_quiet_look_and_is_taken(desk: Desk, qtbot: QtBot) -> None:
    desk.newer.check_quietly()
    desk.newer.take(FIRST)
    assert desk.told == [QUEUED]
    desk.let_go(qtbot)
    assert desk.updates.done == ["look", "first.wtcrelease"]
    assert desk.told == [QUEUED, "Took first.wtcrelease."]


def test_two_files_are_taken_one_after_the_other(desk: Desk, qtbot: QtBot) -> None:
    for path in (FIRST, SECOND, SECOND, FIRST):
        desk.newer.take(path)
    assert desk.told == [QUEUED, BUSY, BUSY]
    desk.let_go(qtbot)
    assert desk.updates.done == ["first.wtcrelease", "second.wtcrelease"]
    assert desk.told[-2:] == ["Took first.wtcrelease.", "Took second.wtcrelease."]


def test_a_quiet_look_waits_for_its_turn_and_only_one_does(desk: Desk, qtbot: QtBot) -> None:
    """It was left out, and the next one came a quarter of an hour later."""
    desk.newer.take(FIRST)
    for _ in range(3):
        desk.newer.check_quietly()
    assert desk.told == []  # nobody waits for it
    desk.let_go(qtbot)
    assert desk.updates.done == ["first.wtcrelease", "look"]
    desk.newer.check_quietly()
    desk.let_go(qtbot)
    assert desk.updates.done == ["first.wtcrelease", "look", "look"]


def test_what_somebody_asks_for_comes_before_what_nobody_waits_for(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.newer.verify()
    desk.newer.catch_up(0)
    desk.newer.check_quietly()
    for path in (FIRST, SECOND):
        desk.newer.take(path)
    desk.let_go(qtbot)
    assert desk.updates.done == ["verify", FIRST.name, SECOND.name, "since", "look"]


def test_the_second_of_two_files_is_not_kept_away_by_a_first_that_hangs(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.newer._hung.setInterval(50)
    desk.updates.deaf = True
    desk.newer.check_quietly()
    for path in (FIRST, SECOND):
        desk.newer.take(path)
    qtbot.waitUntil(lambda: SECOND.name in desk.updates.done, timeout=5_000)
    assert desk.updates.done == ["look", FIRST.name, SECOND.name]


def test_asking_during_a_quiet_look_gets_its_answer(desk: Desk, qtbot: QtBot) -> None:
    desk.newer.check_quietly()
    desk.newer.check_now()
    desk.let_go(qtbot)
    assert desk.updates.done == ["look"]
    assert desk.told == [NOTHING_NEW]


def test_signatures_are_checked_though_something_else_is_done(desk: Desk, qtbot: QtBot) -> None:
    desk.newer.take(FIRST)
    desk.newer.verify()
    desk.newer.catch_up(0)
    desk.let_go(qtbot)
    assert desk.updates.done == ["first.wtcrelease", "verify", "since"]


def test_a_share_that_hangs_does_not_keep_a_dropped_file_away(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.newer._hung.setInterval(50)
    desk.updates.deaf = True
    desk.newer.check_quietly()
    qtbot.waitUntil(lambda: desk.updates.done == ["look"], timeout=5_000)
    desk.newer.take(FIRST)
    qtbot.waitUntil(lambda: "first.wtcrelease" in desk.updates.done, timeout=5_000)
    assert desk.newer.hanging
    desk.let_go(qtbot)
    assert desk.told == [QUEUED, "Took first.wtcrelease."]
    qtbot.waitUntil(lambda: not desk.newer.hanging, timeout=5_000)


def test_somebody_who_asked_hears_that_the_look_was_given_up(desk: Desk, qtbot: QtBot) -> None:
    desk.newer._hung.setInterval(50)
    desk.updates.deaf = True
    desk.newer.check_now()
    desk.newer.take(FIRST)
    qtbot.waitUntil(lambda: GIVEN_UP in desk.told, timeout=5_000)
    desk.let_go(qtbot)
    assert desk.told[-1] == "Took first.wtcrelease."


def test_after_the_end_nothing_begins_and_no_timer_runs(desk: Desk, qtbot: QtBot) -> None:
    desk.newer.stop()
    assert not any(timer.isActive() for timer in desk.newer.findChildren(QTimer))
    for begin in (
        desk.newer.check_now,
        desk.newer.check_quietly,
        desk.newer.verify,
        lambda: desk.newer.catch_up(0),
        lambda: desk.newer.take(FIRST),
        lambda: desk.newer.watch(Path("/another")),
    ):
        begin()
    assert not any(timer.isActive() for timer in desk.newer.findChildren(QTimer))
    assert (desk.updates.done, desk.newer.busy) == ([], False)


def test_the_end_throws_the_queue_away_and_tells_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.newer.take(FIRST)
    desk.newer.take(SECOND)
    desk.newer.stop()
    assert not desk.newer.hanging
    qtbot.wait(60)
    assert desk.updates.done == ["first.wtcrelease"]
    assert desk.told == [QUEUED]


def test_a_worker_that_hangs_is_left_behind_at_the_end(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE_S", 0.05)
    desk.updates.deaf = True
    desk.newer.check_quietly()
    desk.newer.stop()
    assert desk.newer.hanging
    desk.updates.go_on.set()
    qtbot.waitUntil(lambda: not desk.newer.hanging, timeout=5_000)
    assert desk.told == []


def test_a_fault_in_the_work_is_told_and_the_next_goes_on(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> Outcome:
        raise AssertionError("a mistake of the program")

    monkeypatch.setattr(desk.updates, "check_folder", stumble)
    desk.newer.check_now()
    desk.newer.take(FIRST)
    desk.let_go(qtbot)
    assert "because of a fault in this program" in desk.told[-2]
    assert desk.told[-1] == "Took first.wtcrelease."
