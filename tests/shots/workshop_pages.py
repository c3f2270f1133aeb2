"""The pages of the workshop as pictures: over a working copy of the real sources, in each look."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop_app.app.dependencies import installed_parts
from desktop_app.app.workshop.main import Session
from desktop_app.ui.settings.controller import Choices
from desktop_app.ui.theme.appearance import Scheme
from desktop_app.ui.workshop.calls.ring_view import READ_MS
from desktop_app.ui.workshop.window import CHECK, DATES, HELP, LISTS, LOG, NEW, RING, WorkshopWindow
from tests.shots.release_pages import keep_for_the_guide, take_release_pages
from tests.ui.town import at
from tests.ui.walker import KeptInMemory, settle

ROOT = Path(__file__).parents[2]
NOW = at("2026-12-01T10:05")
MOVED_TO = "01632 960007"
NAME, SERVICE = "Amara Okafor", "luton-children-mash"
PREFIX = "workshop-"
GUIDE_LOOK = ("light", 100, QSize(1180, 860))
"""The look of the pictures beside the guide."""


def take_pages(app: QApplication, own: Path, look: tuple[str, int, QSize], out: Path) -> int:
    """Open a copy in a folder of its own and picture each page; how many pictures there are."""
    colours, percent, size = look
    parts = installed_parts()
    choices = Choices(app, KeptInMemory({}), parts.resources)
    choices.colour(next(each for each in Scheme if each == colours))
    choices.resize(percent)
    choices.dresser.settle()
    session = Session(app, lambda: NOW, NAME, parts.open_directory)
    session.front.resize(size)
    session.show()
    settle()
    session.front.grab().save(str(out / f"{PREFIX}start.{colours}-{percent}.png"))
    session.create(ROOT / "db", own / "numbers.wtcwork", NAME)
    opened = session.opened[0]
    opened.window.resize(size)
    for name, deed in _pages(opened).items():
        deed()
        settle()
        opened.window.grab().save(str(out / f"{PREFIX}{name}.{colours}-{percent}.png"))
    ending = f"{colours}-{percent}.png"

    def take(window: QWidget, name: str) -> None:
        settle()
        window.grab().save(str(out / f"{PREFIX}{name}.{ending}"))

    taken = len(_pages(opened)) + 1 + take_release_pages(session, own, take)
    if (colours, percent, size) == GUIDE_LOOK:
        keep_for_the_guide(out, PREFIX, ending)
    session.close()
    for each in session.opened:
        each.window.close()
    session.front.close()
    return taken


def _pages(opened: WorkshopWindow) -> dict[str, Callable[[], object]]:
    view = opened.services

    def change(row: int) -> None:
        view.services.search.returnPressed.emit()
        view.sheet._rows()[row].button.click()

    def moved() -> None:
        opened.ring._shown_at = -READ_MS
        QTest.keyClicks(opened.ring, "3")
        line = opened.ring.findChildren(QLineEdit, "ring-words")[-1]
        QTest.keyClicks(line, MOVED_TO)
        QTest.keyClick(line, Qt.Key.Key_Return)

    return {
        "services": lambda: view.open_service(SERVICE),
        "number": lambda: change(0),
        "hours": lambda: change(1),
        "preview": view.turn_preview,
        "calls": lambda: opened.window.rail.chosen.emit(RING),
        "calls-moved": moved,
        "dates": lambda: opened.window.rail.chosen.emit(DATES),
        "new": lambda: opened.window.rail.chosen.emit(NEW),
        "lists": lambda: opened.window.rail.chosen.emit(LISTS),
        "changes": lambda: opened.window.rail.chosen.emit(LOG),
        "check": lambda: opened.window.rail.chosen.emit(CHECK),
        "help": lambda: opened.window.rail.chosen.emit(HELP),
    }
