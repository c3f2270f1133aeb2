"""The strip for the call stays above other programs, says what is needed, and leaves no trace."""

import json
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from shiboken6 import isValid

from desktop_app.ui.answer.call_strip import CallStrip
from tests import sweeps
from tests.ui.answer.test_one_screen import cut_off, real
from tests.ui.conftest import OpenWindow
from tests.ui.walker import AT_HOME, Walker, settle

SCREEN = Path(__file__).parents[2] / "screen.json"
OFFICE, NEXT = "01632 960001", "01632 960555"


def strip_of() -> CallStrip | None:
    """The strip that stands on the screen, if one does."""
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, CallStrip)]
    return next((each for each in found if each.isVisible()), None)


def opened(walker: Walker) -> CallStrip:
    walker.press("1", "1", "k")
    strip = strip_of()
    assert strip is not None
    return strip


def said(strip: QWidget) -> str:
    return "\n".join(each.text() for each in strip.findChildren(QLabel) if each.isVisible())


def test_it_says_999_number_state_and_script_and_stays_on_top(walker: Walker) -> None:
    strip = opened(walker)
    words = said(strip)
    assert "Ring 999" in words
    assert strip.number.text() == OFFICE
    assert "Open until 16:20" in words
    assert "You do not need to be sure. Ring." in words
    assert strip.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert strip.windowTitle() == "Who to Call"


FULLEST = ("33", 200)
KINDS = product(("11", "12", "13", "14", "33", "24"), (100, 150, 200))
LONGEST = sorted({FULLEST, *sweeps.sampled(KINDS, 8, of="call strip")})
"""Kinds of answer at the sizes of the text."""


@pytest.mark.parametrize(("keys", "percent"), LONGEST)
def test_every_word_of_it_is_whole_for_the_longest_state_too(
    open_window: OpenWindow, keys: str, percent: int
) -> None:
    walker = open_window("2026-11-29T02:17", {**AT_HOME, "text_percent": percent}, real)
    walker.press(*keys, "k")
    strip = strip_of()
    assert strip is not None
    for pressed in range(3):
        for label in strip.findChildren(QLabel):
            if label.isVisible():
                assert not cut_off(label), (keys, pressed, label.text())
                assert label.visibleRegion().boundingRect() == label.rect(), label.text()
        script = strip.findChild(QLabel, "strip-call-script")
        nobody = strip.findChild(QPushButton, "strip-call-nobody")
        assert script is not None
        assert nobody is not None
        assert not nobody.isVisible() or script.y() >= nobody.geometry().bottom()
        QTest.keyClick(strip, Qt.Key.Key_N)
        settle()
    walker.press(Qt.Key.Key_Escape)


def test_it_leaves_999_hide_and_the_number_of_the_window_free(walker: Walker) -> None:
    strip = opened(walker)
    assert strip.frameGeometry().top() > strip.screen().availableGeometry().center().y() / 2
    assert strip.frameGeometry().bottom() <= strip.screen().availableGeometry().bottom()


def test_the_button_opens_it_and_its_key_puts_it_away(walker: Walker) -> None:
    walker.press("1", "1")
    walker.find("keep-on-top").click()  # type: ignore[attr-defined]
    settle()
    assert strip_of() is not None
    walker.press("k")
    assert strip_of() is None


def test_nobody_answered_there_changes_both(walker: Walker) -> None:
    strip = opened(walker)
    QTest.keyClick(strip, Qt.Key.Key_N)
    settle()
    assert strip.number.text() == NEXT
    assert walker.read("first-number") == NEXT


def test_grown_by_a_longer_script_it_stays_whole_on_the_screen(open_window: OpenWindow) -> None:
    """Drawn down to the lower edge, and then the one question brings in children's services."""
    walker = open_window("2026-11-29T02:17", AT_HOME, real)
    walker.press("3", "1", "k")
    strip = strip_of()
    assert strip is not None
    room = strip.screen().availableGeometry()
    strip.move(room.right() - strip.width(), room.bottom() - strip.frameGeometry().height())
    before = strip.height()
    for name in ("first-nobody", "question-yes"):
        pressed = walker.find(name)
        assert isinstance(pressed, QPushButton)
        pressed.click()
        walker.wait()
    assert strip.height() > before
    assert room.contains(strip.frameGeometry())


def test_it_follows_the_clock(open_window: OpenWindow) -> None:
    walker = open_window("2026-11-20T16:04")
    strip = opened(walker)
    assert "Closes" not in said(strip)
    walker.later("2026-11-20T16:05")
    assert "Closes 16:20, then 01632 960900." in said(strip)
    walker.later("2026-11-20T16:20")
    assert strip.number.text() == "01632 960900"


def test_it_says_that_the_number_changed_until_somebody_has_seen_it(
    open_window: OpenWindow,
) -> None:
    walker = open_window("2026-11-20T16:19")
    strip = opened(walker)
    before = strip.height()
    walker.later("2026-11-20T16:20")
    assert walker.read("changed-words") in said(strip)
    assert f"Before: {OFFICE}." in said(strip)
    assert not any(cut_off(each) for each in strip.findChildren(QLabel) if each.isVisible())
    strip.close()
    settle()
    walker.find("keep-on-top").click()  # type: ignore[attr-defined]
    settle()
    again = strip_of()
    assert again is not None
    assert f"Before: {OFFICE}." in said(again)
    walker.find("changed-seen").click()  # type: ignore[attr-defined]
    settle()
    assert OFFICE not in said(again)
    assert again.height() <= before


TWO_SCREENS = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen:configfile=" + sys.argv[1]
from PySide6.QtWidgets import QApplication
from desktop_app.ui.answer.call_strip import CallStrip
from desktop_app.ui.answer.notice_bar import change_bar
app = QApplication([])
for screen in app.screens():
    strip = CallStrip(change_bar())
    strip.open(screen)
    assert strip.screen() is screen, screen.name()
    assert screen.availableGeometry().contains(strip.frameGeometry()), screen.name()
    strip.close()
assert len(app.screens()) == 2
"""


def test_it_stands_on_the_screen_of_the_answer(tmp_path: Path) -> None:
    """On a second screen Qt would open it on the first, where nobody looks."""
    screens = json.loads(SCREEN.read_text("utf-8"))
    first = screens["screens"][0]
    screens["screens"].append(first | {"name": "Second", "x": 1920, "width": 1024, "height": 768})
    two = tmp_path / "two.json"
    two.write_text(json.dumps(screens), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS, str(two)],
        cwd=SCREEN.parents[1],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("how", ["start again", "back", "hide", "another question", "left alone"])
def test_it_goes_with_the_answer(walker: Walker, how: str) -> None:
    labels = opened(walker).findChildren(QLabel)
    if how == "start again":
        walker.program.start_again()
    elif how == "back":
        walker.program.call_now.go_back()
    elif how == "hide":
        walker.window.hide_wanted.emit()
    elif how == "another question":
        walker.press(Qt.Key.Key_Escape, "2", "1")
    else:
        walker.later("2026-11-20T18:00")
    settle()
    assert strip_of() is None
    left = [each.text() for each in labels if isValid(each)]  # what Qt has not yet taken down
    assert all(OFFICE not in text for text in left)


def test_closing_it_leaves_the_answer(walker: Walker) -> None:
    opened(walker).close()
    settle()
    assert strip_of() is None
    assert walker.read("first-number") == OFFICE


def test_everything_in_it_has_a_name(walker: Walker) -> None:
    for button in opened(walker).findChildren(QPushButton):
        assert (button.accessibleName() or button.text()).strip()


def test_no_strip_without_an_answer(walker: Walker) -> None:
    walker.press("1", "k")
    assert strip_of() is None
