"""Every way of copying carries the marks that keep a copy out of clipboard histories."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit, QLabel, QLineEdit, QMenu, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.desktop.clipboard import NOT_FOR_HISTORY, HistoryGuard
from desktop_app.ui.guidance.pane import GuidancePane
from desktop_app.ui.widgets.copying import ALL, COPY, CopyLabel, TextField
from desktop_app.ui.widgets.number_label import NumberLabel
from tests.ui.conftest import OpenWindow
from tests.ui.directory_town import town
from tests.ui.walker import Walker, settle

MARKED = Qt.TextInteractionFlag.TextSelectableByMouse
CTRL = Qt.KeyboardModifier.ControlModifier
COPIES = {
    "Ctrl + C": lambda field: QTest.keyClick(field, Qt.Key.Key_C, CTRL),
    "Ctrl + Insert": lambda field: QTest.keyClick(field, Qt.Key.Key_Insert, CTRL),
    "the menu": lambda field: choose(field, "edit-copy"),
}
CUTS = {
    "Ctrl + X": lambda field: QTest.keyClick(field, Qt.Key.Key_X, CTRL),
    "Shift + Delete": lambda field: QTest.keyClick(
        field, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier
    ),
    "the menu": lambda field: choose(field, "edit-cut"),
}


@pytest.fixture(autouse=True)
def emptied(qapp: QApplication) -> None:
    QGuiApplication.clipboard().clear()


def choose(widget: QWidget, action: str) -> None:
    """Open the menu of the right button and choose from it, by name or by words."""
    place = widget.rect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place), Qt.KeyboardModifier(0)
    )
    QApplication.sendEvent(widget, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    wanted = [each for each in menu.actions() if action in (each.objectName(), each.text())]
    wanted[0].trigger()
    menu.close()
    settle()


def marked() -> str:
    """What is on the clipboard, which must carry every mark."""
    held = QGuiApplication.clipboard().mimeData()
    missing = [each for each in NOT_FOR_HISTORY if not held.hasFormat(each)]
    assert missing == []
    assert not held.hasHtml()
    return held.text()


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(400, 80)
    widget.show()
    widget.activateWindow()
    widget.setFocus()
    settle()


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES)
def test_copied_out_of_a_field(qtbot: QtBot, copy: Callable[[QWidget], None]) -> None:
    field = TextField("3 Mill Lane")
    shown(qtbot, field)
    field.setSelection(2, 4)
    copy(field)
    assert (marked(), field.text()) == ("Mill", "3 Mill Lane")


@pytest.mark.parametrize("cut", CUTS.values(), ids=CUTS)
def test_cut_out_of_a_field(qtbot: QtBot, cut: Callable[[QWidget], None]) -> None:
    field = TextField("3 Mill Lane")
    shown(qtbot, field)
    field.setSelection(2, 5)
    cut(field)
    assert (marked(), field.text()) == ("Mill ", "3 Lane")


@pytest.mark.parametrize(
    "label", [lambda: CopyLabel("C:\\data"), lambda: NumberLabel("01632 960001", "n")]
)
def test_copied_off_a_label_by_its_menu(qtbot: QtBot, label: Callable[[], QLabel]) -> None:
    made = label()
    shown(qtbot, made)
    choose(made, COPY)
    assert marked() == made.text()
    made.setSelection(0, 2)
    choose(made, COPY)
    assert marked() == made.text()[:2]
    choose(made, ALL)
    assert made.selectedText() == made.text()


def guidance(walker: Walker) -> GuidancePane:
    walker.program.open_page("guidance")
    settle()
    pane = walker.find("guidance-text")
    assert isinstance(pane, GuidancePane)
    pane.setFocus()
    return pane


@pytest.mark.parametrize("way", ["key", "menu", "drag"])
def test_copied_out_of_guidance(open_window: OpenWindow, way: str) -> None:
    pane = guidance(open_window(directory=town))
    choose(pane.viewport(), ALL)
    words = pane.textCursor().selectedText().replace("\u2029", "\n")
    assert len(words) > 40
    if way == "key":
        QTest.keyClick(pane, Qt.Key.Key_C, CTRL)
    elif way == "menu":
        choose(pane.viewport(), COPY)
    else:
        QGuiApplication.clipboard().setMimeData(pane.createMimeDataFromSelection())
    assert marked() == words


def test_the_menu_of_guidance_copies_no_link(open_window: OpenWindow) -> None:
    pane = guidance(open_window(directory=town))
    place = pane.viewport().rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, pane.mapToGlobal(place))
    QApplication.sendEvent(pane.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [each.text() for each in menu.actions()] == [COPY, ALL]
    menu.close()
    settle()


def test_a_way_of_copying_that_is_qt_s_alone_is_marked_at_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The offscreen clipboard never says whose its content is; those of real desktops do.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: True)
    guard, date = HistoryGuard(), QDateEdit()
    shown(qtbot, date)
    date.lineEdit().selectAll()
    date.lineEdit().copy()
    assert marked() == date.text()
    assert guard is not None


def test_what_another_program_put_there_is_left_as_it_is(qapp: QApplication) -> None:
    guard = HistoryGuard()
    QGuiApplication.clipboard().setText("a letter")
    assert not QGuiApplication.clipboard().mimeData().hasFormat("x-kde-passwordManagerHint")
    assert guard is not None


def test_every_field_and_every_marked_word_of_the_window_is_of_our_kind(
    open_window: OpenWindow,
) -> None:
    walker = open_window(directory=town)
    walker.press("1", *"mk43", Qt.Key.Key_Escape, "1", "1")
    for page in ("directory", "guidance", "practice", "print", "settings", "about"):
        walker.program.open_page(page)
        settle()
    own = (TextField, CopyLabel, GuidancePane)
    strange = [
        each.objectName()
        for kind in (QLineEdit, QTextEdit, QLabel)
        for each in walker.window.findChildren(kind)
        if not isinstance(each, own)
        and (not isinstance(each, QLabel) or each.textInteractionFlags() & MARKED)
        and not each.objectName().startswith("qt_")
    ]
    assert strange == []


PRIMARY = """
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from desktop_app.desktop.clipboard import NOT_FOR_HISTORY, HistoryGuard
from desktop_app.ui.widgets.copying import CopyLabel, TextField

app = QApplication([])
guard, window = HistoryGuard(), QWidget()
label, field = CopyLabel("01632 960001"), TextField("3 Mill Lane")
column = QVBoxLayout(window)
column.addWidget(label)
column.addWidget(field)
window.show()
assert QTest.qWaitForWindowExposed(window)
clipboard, mode = QGuiApplication.clipboard(), QClipboard.Mode.Selection
for widget in (label, field):
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=QPoint(3, widget.height() // 2))
    QTest.mouseMove(widget, QPoint(widget.width() - 3, widget.height() // 2))
    QTest.mouseRelease(
        widget, Qt.MouseButton.LeftButton, pos=QPoint(widget.width() - 3, widget.height() // 2)
    )
    QTest.qWait(300)
    held = clipboard.mimeData(mode)
    assert clipboard.ownsSelection(), widget
    assert widget.selectedText() and held.text() == widget.selectedText(), held.text()
    assert all(map(held.hasFormat, NOT_FOR_HISTORY)), held.formats()
    field.setFocus()
    field.selectAll()
    field.copy()
    QTest.qWait(300)
    assert clipboard.ownsClipboard()
    assert all(map(clipboard.mimeData().hasFormat, NOT_FOR_HISTORY))
print("marked")
"""


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="needs Xvfb")
def test_on_a_real_clipboard_what_the_pointer_marks_is_marked_too() -> None:
    environ = os.environ | {"QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(
        ["xvfb-run", "-a", sys.executable, "-c", PRIMARY],
        env=environ, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.stdout.strip() == "marked", done.stderr
