"""The window fits the screen it opens on, those it is moved to, and a screen that changes."""

import json
import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.window.screen_fit import STILL_MS, ScreenFit, fitted
from tests import sweeps

ROOM = QRect(0, 30, 1024, 738)

SCREENS = {
    "1024x768": (1024, 768, 1.0),
    "1366x768": (1366, 768, 1.0),
    "800x600": (800, 600, 1.0),
    "1920x1080 at 150 %": (1920, 1080, 1.5),
    "1920x1080": (1920, 1080, 1.0),
}
LOOKS = tuple(product((100, 200), ("light", "dark", "contrast")))
PROGRAM = """
import json, sys
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from desktop_app.app.dependencies import installed_parts
from desktop_app.app.main import start
from desktop_app.ui.theme.appearance import Scheme
from tests.ui.patience import HandPatience

patience = HandPatience()
app, screen = start(["who-to-call"], installed_parts()._replace(patience=patience))
window, program = screen.window, screen.program
told = {}

def look(when, named):
    for _ in range(4):
        app.processEvents()
    program.actions._fit.fit()
    app.processEvents()
    room, out = window.screen().availableGeometry(), []
    if not room.contains(window.frameGeometry()):
        out.append(f"the window: {window.frameGeometry()}")
    for name in named:
        thing = next((w for w in window.findChildren(QWidget, name) if w.isVisible()), None)
        if thing is None:
            out.append(name + " is not there")
            continue
        place = QRect(thing.mapTo(window, QPoint()), thing.size())
        seen = thing.visibleRegion().boundingRect()
        if not window.rect().contains(place) or seen != thing.rect():
            out.append(f"{name}: {place} {seen}")
        elif isinstance(thing, QLabel) and not thing.wordWrap():
            if thing.fontMetrics().horizontalAdvance(thing.text()) > thing.width():
                out.append(name + " is cut off")
    if out:
        told[when] = out

def press():
    QTest.qWait(50)  # offscreen too, a window is painted a moment after it is asked for
    patience.wait()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_1)
    patience.wait()

ALWAYS = ["emergency-number", "emergency-question", "hide-now", "foot-clock", "what-if", "foot"]
for percent, colours in json.loads(sys.argv[1]):
    choices = program._choices
    choices._wear(choices._own._replace(percent=percent, scheme=Scheme(colours)))
    program.start_again()
    case = f"{percent} % {colours}"
    look(case, ALWAYS)
    for question in ("where", "answer"):
        press()
        number = ["first-number"] if question == "answer" else []
        strip = window.findChild(QWidget, "strip-number")
        if number and strip.isVisible():
            number = ["strip-number", "strip-copy"]
        look(f"{case}, {question}", [*ALWAYS, "back", "start-again", *number])
    assert program.call_now.situation
print(json.dumps(told), flush=True)
"""


@pytest.mark.parametrize(
    ("frame", "wanted"),
    [
        (QRect(10, 40, 800, 600), QRect(10, 40, 800, 600)),
        (QRect(0, 0, 1180, 860), ROOM),
        (QRect(900, 700, 800, 600), QRect(224, 168, 800, 600)),
        (QRect(-50, -50, 400, 300), QRect(0, 30, 400, 300)),
        (QRect(5000, 5000, 2000, 100), QRect(0, 668, 1024, 100)),
    ],
    ids=["fits", "too large", "beyond the corner", "before the corner", "on a screen that is gone"],
)
def test_a_frame_is_made_to_fit(frame: QRect, wanted: QRect) -> None:
    assert fitted(frame, ROOM) == wanted


@pytest.mark.slow
@pytest.mark.parametrize(("width", "height", "scale"), SCREENS.values(), ids=SCREENS)
def test_everything_that_must_be_in_sight_is(
    tmp_path: Path, width: int, height: int, scale: float
) -> None:
    """Hide, Start again, 999 and the foot: in every colour and text size, on every screen.

    On each screen two of the six looks in an ordinary run, all of them with `check --slow`.
    """
    looks = sweeps.sampled(LOOKS, 2, of=f"{width} {height} {scale}")
    screen = {"name": "One", "x": 0, "y": 0, "width": width, "height": height}
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    held = {"synchronousWindowSystemEvents": False, "windowFrameMargins": True}
    file = tmp_path / "screen.json"
    file.write_text(json.dumps(held | {"screens": [screen | dots]}), "utf-8")
    environ = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
        "QT_SCALE_FACTOR": str(scale),
        "XDG_DATA_HOME": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps(looks)],
        env=environ, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {}


def test_a_window_still_fits_once_another_is_gone_that_stood_on_its_screen(qtbot: QtBot) -> None:
    """What stands for a screen in Python goes with the window that was last asked for it."""
    window, other = QMainWindow(), QWidget()
    qtbot.addWidget(window)
    window.show()
    ScreenFit(window)
    other.show()
    kept = other.windowHandle().screen()
    shiboken6.delete(other)
    assert not shiboken6.isValid(kept)
    room = window.screen().availableGeometry()
    window.move(room.right() - 10, room.bottom() - 10)
    QGuiApplication.primaryScreen().availableGeometryChanged.emit(room)
    qtbot.waitUntil(lambda: room.contains(window.frameGeometry()), timeout=20 * STILL_MS)
