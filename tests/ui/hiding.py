"""What the tests of hiding have in common: the keys, and what is left in the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop_app.app import program as pages
from desktop_app.ui.window.quick_hide import QuickHide
from tests.ui.desk_window import press

SHIFT = Qt.Key.Key_Shift
HELD = Qt.KeyboardModifier.ShiftModifier


def shift_three_times(window: QWidget) -> None:
    """The keys that hide everything."""
    for _ in range(3):
        press(window, SHIFT)


def hiding_of(program: pages.Program) -> QuickHide:
    """What hides this window."""
    found = program.window.findChild(QuickHide)
    assert found is not None
    return found


def words_in(window: QWidget) -> str:
    """Everything any label, button or field of the window holds, seen or not."""
    told = [each.text() for each in window.findChildren(QLabel)]
    told += [each.text() for each in window.findChildren(QPushButton)]
    told += [each.text() for each in window.findChildren(QLineEdit)]
    told += [each.accessibleName() for each in window.findChildren(QWidget)]
    return "\n".join(told)


def flush() -> None:
    """Let what was only marked for deletion go."""
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    QApplication.processEvents()
