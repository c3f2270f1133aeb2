"""What comes in before the first picture is kept small, and is no work afterwards."""

import json
import subprocess
import sys
from dataclasses import dataclass

import pytest

NEVER_AT_START = {
    "pydantic",
    "sqlite_utils",
    "yaml",
    "holidays",
    "phonenumbers",
    "tuf",
    "urllib.request",
    "ssl",
    "socket",
    "_ssl",
    "_socket",
    "http.client",
    "asyncio",
    "requests",
    "segno",
    "desktop_app.workshop",
    "desktop_app.authoring",
    "desktop_app.exchange",
    "ruamel",
    "openpyxl",
    "python_calamine",
    "cryptography",
}
AFTER_THE_FIRST_PICTURE = {
    "sqlite3",
    "zoneinfo",
    "PySide6.QtSvg",
    "PySide6.QtPrintSupport",
    "desktop_app.domain.decision.decision",
    "desktop_app.store.directory.directory",
    "desktop_app.ui.answer.advice_page",
}

FEW = 1_000
"""Objects; what comes in at the start is 33,000 of them."""

MOST_MODULES = 48
"""Of ours, packages counted: 33 before the rooms, 56 while small files stood apart."""

OPEN = """
import gc, json, sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from desktop_app.app.main import start
app, program = start(["who-to-call"])
to_look_through = len(gc.get_objects())
early = sorted(sys.modules)
def press(key):
    QTest.keyClick(program.window.windowHandle(), key)
def told():
    if program.call_now.situation:
        print(json.dumps([early, sorted(sys.modules), to_look_through]), flush=True)
        app.quit()
    else:
        QTimer.singleShot(100, told)
QTimer.singleShot(1500, lambda: press(Qt.Key.Key_1))
QTimer.singleShot(2500, lambda: press(Qt.Key.Key_2))
QTimer.singleShot(3000, told)
app.exec()
"""


@dataclass(frozen=True)
class Started:
    """What a fresh interpreter told of its start."""

    early: set[str]
    """The modules that were loaded when the window was shown."""
    answered: set[str]
    """And when it had answered."""
    to_look_through: int
    """Objects that the search for garbage would go through once the window is shown."""


@pytest.fixture(scope="module")
def started() -> Started:
    """A window that was opened and asked."""
    done = subprocess.run(
        [sys.executable, "-c", OPEN], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    early, answered, to_look_through = json.loads(done.stdout)
    return Started(set(early), set(answered), to_look_through)


@pytest.mark.parametrize("module", sorted(NEVER_AT_START))
def test_heavy_modules_and_the_network_stay_out(started: Started, module: str) -> None:
    assert module not in started.answered


@pytest.mark.parametrize("module", sorted(AFTER_THE_FIRST_PICTURE))
def test_what_the_first_picture_does_not_need_comes_later(started: Started, module: str) -> None:
    assert module not in started.early


def test_the_window_had_opened_the_directory(started: Started) -> None:
    assert "desktop_app.store.directory.directory" in started.answered


def test_what_came_in_at_the_start_is_not_looked_through_for_garbage(started: Started) -> None:
    assert started.to_look_through < FEW


def test_few_modules_of_ours_come_before_the_first_picture(started: Started) -> None:
    ours = [name for name in started.early if name.split(".")[0] == "desktop_app"]
    assert len(ours) <= MOST_MODULES, sorted(ours)
