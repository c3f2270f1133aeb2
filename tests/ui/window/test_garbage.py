"""Rings of unused objects are taken apart in the window's thread, whoever asks for memory."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.ui.window.garbage import GarbageCollector, collect_when_due
from desktop_app.ui.window.job import Job, ProgressCallback
from tests.ui.conftest import OpenWindow

MANY = 200_000
"""Objects a worker makes: hundreds of times what Python waits for before it collects."""


class Ring:
    """Something with a timer that only it knows of, as a page that was left."""

    def __init__(self, ended: list[threading.Thread]) -> None:
        self.itself = self
        self.timer = QTimer()
        self.timer.start(60_000)
        self._ended = ended

    def __del__(self) -> None:
        self._ended.append(threading.current_thread())


@pytest.fixture
def by_itself() -> Iterator[None]:
    """Python collects in any thread, as where no window was ever opened."""
    before = gc.isenabled()
    gc.collect()
    gc.enable()
    yield
    if not before:
        gc.disable()


def busy(_progress: ProgressCallback) -> int:
    return len([[number] for number in range(MANY)])


def after_a_worker(ended: list[threading.Thread]) -> None:
    """A ring is left, and a worker that knows nothing of it asks for a lot of memory."""
    Ring(ended)
    job = Job(busy, "busy")
    job.start()
    assert job.stop(60)
    assert job.outcome == MANY


def test_a_worker_takes_nothing_of_the_window_apart(qapp: QApplication, by_itself: None) -> None:
    ended: list[threading.Thread] = []
    collector = GarbageCollector(qapp)
    after_a_worker(ended)
    assert ended == []
    gc.collect()
    assert ended == [threading.main_thread()]
    collector.deleteLater()


def test_without_it_a_worker_would(by_itself: None) -> None:
    ended: list[threading.Thread] = []
    held: list[object] = []

    class Plain(Ring):
        def __init__(self) -> None:
            self.itself = self
            self._ended = ended
            held.clear()

    Plain()
    job = Job(busy, "busy")
    job.start()
    assert job.stop(60)
    assert [each.name for each in ended] == ["updates: busy"]


def test_every_window_keeps_it_in_its_thread(open_window: OpenWindow) -> None:
    walker = open_window()
    assert walker.screen.findChildren(GarbageCollector)
    assert not gc.isenabled()


def test_a_window_that_waits_collects_what_is_due(qapp: QApplication, by_itself: None) -> None:
    ended: list[threading.Thread] = []
    collector = GarbageCollector(qapp)
    Ring(ended)
    held = [[number] for number in range(MANY)]
    assert ended == []
    loop = QEventLoop()
    QTimer.singleShot(1, loop.quit)  # wakes it once it waits
    loop.exec()
    assert ended == [threading.main_thread()]
    assert len(held) == MANY
    collector.deleteLater()


def test_a_window_in_which_nothing_happens_is_not_woken(open_window: OpenWindow) -> None:
    (collector,) = open_window().screen.findChildren(GarbageCollector)
    assert not collector.findChildren(QTimer)


def test_nothing_is_collected_before_it_is_time(by_itself: None) -> None:
    gc.disable()
    gc.collect()
    assert collect_when_due() == 0
