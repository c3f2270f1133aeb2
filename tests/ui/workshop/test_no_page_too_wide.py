"""No page of the workshop goes on past the right edge, where nothing scrolls to."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app import paths
from desktop_app.ui.settings.controller import Choices
from desktop_app.ui.widgets.page import ScrollPage
from desktop_app.ui.workshop.release.release_work import SeenSet, ToType
from desktop_app.ui.workshop.release.set_view import SetView
from desktop_app.ui.workshop.window import CHECK, DATES, HELP, LISTS, LOG, NEW, RING, SERVICES
from tests.ui.walker import KeptInMemory, settle
from tests.ui.workshop.bench import Bench
from tests.ui.workshop.opened import one, open_workshop

PAGES = (SERVICES, RING, DATES, NEW, LISTS, LOG, CHECK, HELP)
LONG = "The office of a council with a long name, " * 4
DIGEST = "0123456789abcdef" * 4
ADDRESS = "https://www.example.org/" + "services/for/children/" * 6
SEEN = SeenSet(
    head=(LONG, ADDRESS, DIGEST),
    answers=(f"{LONG} → {ADDRESS}",),
    facts=(f"{LONG}: {ADDRESS}", f"The sources of the release: {DIGEST}"),
    numbers=(ToType((LONG, ADDRESS), "01632 960001"),),
    decided="",
)


@pytest.fixture(params=[100, 200])
def choices(request: pytest.FixtureRequest) -> Iterator[None]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    made = Choices(application, KeptInMemory({}), paths.resources())
    made.resize(request.param)
    made.styler.settle()
    yield
    made.resize(100)
    made.styler.settle()


def too_wide(window: QWidget) -> list[str]:
    """What goes on past the right edge, on every page that is in sight."""
    found = []
    pages = [window] if isinstance(window, ScrollPage) else window.findChildren(ScrollPage)
    for page in pages:
        seen = page.viewport()
        for part in seen.findChildren(QWidget):
            right = part.mapTo(seen, part.rect().topRight()).x()
            if page.isVisible() and part.isVisibleTo(page) and right > seen.width():
                found.append(f"{page.objectName()}: {part.objectName() or type(part).__name__}")
    return found


@pytest.mark.usefixtures("choices")
@pytest.mark.parametrize("width", [784, 1024])
def test_no_page_of_a_copy_asks_for_more_room_than_there_is(qtbot: QtBot, width: int) -> None:
    workshop = open_workshop(qtbot, Bench())
    workshop.window.resize(width, 700)
    found = []
    for page in PAGES:
        workshop.window.rail.chosen.emit(page)
        settle()
        found += too_wide(workshop.window.frame)
    assert found == []


class Checking:
    """Has looked through one set."""

    def look(self, *_: object) -> SeenSet:
        """The same, whatever is asked."""
        return SEEN


@pytest.mark.usefixtures("choices")
@pytest.mark.parametrize("width", [660, 900])
def test_what_a_checker_reads_is_never_cut(qtbot: QtBot, width: int) -> None:
    page = SetView(Checking(), "Ben Checker")  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.resize(width, 700)
    page.show()
    page._look()
    settle()
    assert too_wide(page) == []


@pytest.mark.usefixtures("choices")
@pytest.mark.parametrize("choices", [100], indirect=True)
@pytest.mark.parametrize(
    "size", [QSize(1180, 860), QSize(1024, 740), QSize(1366, 640), QSize(800, 600)]
)
def test_every_page_is_named_in_words_on_the_rail(qtbot: QtBot, size: QSize) -> None:
    workshop = open_workshop(qtbot, Bench())
    workshop.window.resize(size)
    settle()
    buttons = workshop.window.rail.findChildren(QToolButton)
    assert len(buttons) >= 8
    for button in buttons:
        assert button.toolButtonStyle() is not Qt.ToolButtonStyle.ToolButtonIconOnly
        assert button.width() >= button.sizeHint().width(), button.text()
        inside = button.mapTo(workshop.window, button.rect().bottomLeft()).y()
        assert inside < workshop.window.height()


@pytest.mark.usefixtures("choices")
@pytest.mark.parametrize("choices", [100], indirect=True)
@pytest.mark.parametrize("width", [800, 1024])
def test_a_number_is_read_in_one_line(qtbot: QtBot, width: int) -> None:
    workshop = open_workshop(qtbot, Bench())
    workshop.window.resize(width, 700)
    workshop.services.open_service("elm-children")
    settle()
    number = one(workshop.window, QLabel, "fact-lines-0-number-told")
    assert number.height() < 2 * number.fontMetrics().lineSpacing()
    assert number.width() >= number.fontMetrics().horizontalAdvance(number.text())
