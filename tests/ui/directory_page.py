"""At the directory's page: what is listed, what is on the card, what was copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop_app.ui.directory.service_model import ServiceModel
from desktop_app.ui.directory.view import DirectoryView
from tests.ui.conftest import OpenWindow
from tests.ui.directory_town import town
from tests.ui.walker import Walker, settle

FRIDAY = "2026-11-27T16:05"
ESC, ENTER, DOWN = Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Down
CONTROL = Qt.KeyboardModifier.ControlModifier


def at_the_search(open_window: OpenWindow) -> Walker:
    """At the search of the directory, a Friday fifteen minutes before the offices close."""
    walker = open_window(FRIDAY, directory=town)
    walker.shortcut(Qt.Key.Key_F, CONTROL)
    return walker


def page(walker: Walker) -> DirectoryView:
    """The directory's page."""
    found = walker.window.findChild(DirectoryView)
    assert isinstance(found, DirectoryView)
    return found


def model(walker: Walker) -> ServiceModel:
    """The list behind it."""
    held = page(walker).list.model()
    assert isinstance(held, ServiceModel)
    return held


def listed(walker: Walker) -> list[str]:
    """The ids of the services in the list."""
    return [model(walker).id_at(row) for row in range(model(walker).rowCount())]


def pause(walker: Walker) -> None:
    """The typing pauses, and the card follows."""
    page(walker)._later.timeout.emit()
    page(walker)._soon.timeout.emit()
    settle()


def copied() -> str:
    """What stands on the clipboard."""
    return QGuiApplication.clipboard().text()
