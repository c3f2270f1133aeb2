"""A steward at the keyboard alone, in the whole window: a number, its hours, a call."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.app.workshop.main import Session
from desktop_app.ui.workshop.calls.ring_view import READ_MS
from desktop_app.ui.workshop.window import RING, WorkshopWindow
from desktop_app.workshop.lines import lines_in
from desktop_app.workshop.work_file import WorkFile
from tests.app.workshop.test_open_copy import nothing_in_use
from tests.ui.workshop.opened import said
from tests.working_files import NOW, small_work_file

NEW, SERVICE = "01632 960199", "town-mash"
ENTER, TAB, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down
CONTROL = Qt.KeyboardModifier.ControlModifier


class Hands:
    """Presses keys where the keyboard stands, and counts: a word typed is one action."""

    def __init__(self) -> None:
        self.actions = 0

    def press(self, *keys: Qt.Key | str, held: Qt.KeyboardModifier | None = None) -> None:
        """One action each."""
        for key in keys:
            self.actions += 1
            target = QApplication.focusWidget()
            assert target is not None, key
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key, held or Qt.KeyboardModifier.NoModifier)
            QApplication.processEvents()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[WorkshopWindow]:
    small_work_file(tmp_path).close()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    session = Session(application, lambda: NOW, "Amara", nothing_in_use)
    qtbot.addWidget(session.front)
    session.open(tmp_path / "small.wtcwork", "Amara")
    opened = session.opened[0]
    qtbot.addWidget(opened.window)
    qtbot.waitExposed(opened.window)
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow)
    yield opened
    session.close()
    opened.window.close()


def lines(folder: Path) -> dict[str, dict[str, object]]:
    with WorkFile.open(folder / "small.wtcwork", read_only=True) as work:
        found = [line for line in lines_in(work.texts) if line.service == SERVICE]
        return {line.line: dict(line.says) for line in found}


def test_a_number_and_its_hours_are_changed_in_fifteen_actions(
    window: WorkshopWindow, tmp_path: Path
) -> None:
    hands = Hands()
    hands.press("town mash", ENTER)  # its sheet, at its number
    hands.press(ENTER, NEW, TAB, DOWN)  # the editor, the number, the document
    hands.press(ENTER, held=CONTROL)
    assert lines(tmp_path)["office"]["number"] == NEW
    hands.press(TAB, ENTER, "9:15-17:00")  # its hours, the times of Monday
    hands.press(ENTER, held=CONTROL)
    assert hands.actions <= 15
    hours = lines(tmp_path)["office"]["hours"]
    assert isinstance(hours, list)
    assert "09:15-17:00" in str(hours)
    assert lines(tmp_path)["office"]["verified"] == "never"
    told = said(window.window, "workshop-told")
    assert told.startswith("Kept.")


def test_a_call_is_kept_in_six_keys_from_any_page(window: WorkshopWindow, tmp_path: Path) -> None:
    window.window.rail.chosen.emit(RING)
    window.ring._shown_at -= READ_MS
    number = said(window.window, "ring-number")
    hands = Hands()
    hands.press("h", "m", "1")
    assert hands.actions <= 6
    with WorkFile.open(tmp_path / "small.wtcwork", read_only=True) as work:
        found = [line.verified for line in lines_in(work.texts) if line.display == number]
    assert found
    assert all(found)


def test_a_form_left_half_typed_writes_nothing(window: WorkshopWindow, tmp_path: Path) -> None:
    before = lines(tmp_path)
    hands = Hands()
    hands.press("town mash", ENTER, ENTER, NEW)
    window.window.close()
    assert lines(tmp_path) == before
