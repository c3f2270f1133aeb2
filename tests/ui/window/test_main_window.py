"""The window asks every page the same four things, by a protocol and no longer by name."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.page import Page
from desktop_app.ui.window.main_window import MainWindow, PageSpec
from tests.ui.walker import Walker

PAGES = ("call-now", "directory", "guidance", "practice", "print", "settings", "about")


class Sheet(Page, QWidget):
    """A page that notes what it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def focus_first(self) -> None:
        self.asked.append("focus_first")

    def forget(self) -> None:
        self.asked.append("forget")

    def go_back(self) -> bool:
        self.asked.append("back")
        return True

    def copy_first(self) -> None:
        self.asked.append("copy")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_the_window_is_a_page(walker: Walker, page: str) -> None:
    assert isinstance(walker.window.open(page), Page)


def test_the_window_hands_on_what_it_is_asked(qtbot: QtBot) -> None:
    sheet = Sheet()
    window = MainWindow((PageSpec("sheet", "Sheet", "note", lambda: sheet),))
    qtbot.addWidget(window)
    window.focus_first()
    window.go_back()
    window.copy_shown()
    window.forget()
    assert sheet.asked == ["focus_first", "back", "copy", "forget"]


def test_a_widget_that_is_no_page_is_refused_by_name(qtbot: QtBot) -> None:
    window = MainWindow((PageSpec("bare", "Bare", "note", QWidget),))
    qtbot.addWidget(window)
    with pytest.raises(TypeError, match="QWidget is no Page"):
        window.forget()
