"""What comes in before the first picture is kept small."""

import json
import subprocess
import sys

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

OPEN = """
import json, sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from desktop_app.app.main import start
app, program = start(["who-to-call"])
early = sorted(sys.modules)
def press(key):
    QTest.keyClick(program.window.windowHandle(), key)
def told():
    if program.call_now.situation:
        print(json.dumps([early, sorted(sys.modules)]), flush=True)
        app.quit()
    else:
        QTimer.singleShot(100, told)
QTimer.singleShot(1500, lambda: press(Qt.Key.Key_1))
QTimer.singleShot(2500, lambda: press(Qt.Key.Key_2))
QTimer.singleShot(3000, told)
app.exec()
"""


@pytest.fixture(scope="module")
def modules() -> tuple[set[str], set[str]]:
    """What a fresh interpreter has loaded when the window is shown, and when it has answered."""
    done = subprocess.run(
        [sys.executable, "-c", OPEN], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    early, answered = json.loads(done.stdout)
    return set(early), set(answered)


@pytest.mark.parametrize("module", sorted(NEVER_AT_START))
def test_heavy_modules_and_the_network_stay_out(
    modules: tuple[set[str], set[str]], module: str
) -> None:
    assert module not in modules[1]


@pytest.mark.parametrize("module", sorted(AFTER_THE_FIRST_PICTURE))
def test_what_the_first_picture_does_not_need_comes_later(
    modules: tuple[set[str], set[str]], module: str
) -> None:
    assert module not in modules[0]


def test_the_window_had_opened_the_directory(modules: tuple[set[str], set[str]]) -> None:
    assert "desktop_app.store.directory.directory" in modules[1]
