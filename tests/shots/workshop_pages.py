"""The pages of the workshop as pictures: over a working copy of the real sources, in each look."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from desktop_app.app.dependencies import installed_parts
from desktop_app.app.workshop.main import Session
from desktop_app.ui.settings.controller import Choices
from desktop_app.ui.theme.appearance import Scheme
from desktop_app.ui.widgets.path_field import OpenPlace
from desktop_app.ui.workshop.calls.ring_view import READ_MS
from desktop_app.ui.workshop.fact_editor import FactEditor
from desktop_app.ui.workshop.lists.lists_view import ListsView
from desktop_app.ui.workshop.window import CHECK, DATES, HELP, LISTS, LOG, NEW, RING, WorkshopWindow
from tests.shots.release_pages import keep_pictures, take_release_pages
from tests.ui.town import at
from tests.ui.walker import KeptInMemory, settle
from tests.ui.workshop.opened import one

ROOT = Path(__file__).parents[2]
NOW = at("2026-12-01T10:05")
MOVED_TO = "01632 960007"
NAME, SERVICE = "Amara Okafor", "luton-children-mash"
PREFIX = "workshop-"
SOURCES = "C:/Program Files/WhoToCall/sources"
"""Where an installed program has them: a picture names no folder of whoever takes it."""
DOCUMENT = {
    "title": "Mail from the council",
    "publisher": "Luton Council",
    "dated": "30 November 2026",
}
LIST = """Team,Telephone,Opening times
Luton MASH (children),1632960007,Mon-Thurs 8.45-5.20; Fri 8.45-4.20
Luton LADO,01632 960008,office hours
Bedford Borough LADO,01234 276693,
"""
"""As a council might send it: a number lost its 0, a number is new, a line stays."""
GUIDE_SIZE = (100, QSize(1180, 860))
"""Text and window in the pictures beside the guide and in the help."""


def take_pages(app: QApplication, own: Path, look: tuple[str, int, QSize], out: Path) -> int:
    """Open a copy in a folder of its own and picture each page; how many pictures there are."""
    colours, percent, size = look
    ending = f"{colours}-{percent}-{size.width()}.png"
    parts = installed_parts()
    choices = Choices(app, KeptInMemory({}), parts.resources)
    choices.colour(next(each for each in Scheme if each == colours))
    choices.resize(percent)
    choices.styler.settle()
    session = Session(app, lambda: NOW, NAME, parts.open_directory, own / "home")
    session.front.resize(size)
    session.show()
    one(session.front, QLineEdit, "start-folder").setText(SOURCES)
    settle()
    session.front.grab().save(str(out / f"{PREFIX}start.{ending}"))
    session.create(_practice_sources(own), own / "numbers.wtcwork", NAME)
    opened = session.opened[0]
    opened.window.resize(size)
    pages = _pages(opened, own)
    for name, deed in pages.items():
        deed()
        settle()
        opened.window.grab().save(str(out / f"{PREFIX}{name}.{ending}"))

    def take(window: QWidget, name: str) -> None:
        settle()
        window.grab().save(str(out / f"{PREFIX}{name}.{ending}"))

    taken = len(pages) + 1 + take_release_pages(session, own, take)
    if (percent, size) == GUIDE_SIZE:
        keep_pictures(out, PREFIX, colours, ending)
    session.close()
    for each in session.opened:
        each.window.close()
    session.front.close()
    return taken


def _practice_sources(own: Path) -> Path:
    """The real sources, as ones to practise with: the pictures show numbers that are made up."""
    sources = own / "sources"
    shutil.copytree(ROOT / "db", sources, ignore=shutil.ignore_patterns("build"))
    for release in sources.glob("areas/*/release.yaml"):
        release.write_text(release.read_text("utf-8") + "made_up_numbers: true\n", "utf-8")
    return sources


class Deeds:
    """What a steward does on the pages, so that there is something to see."""

    def __init__(self, opened: WorkshopWindow, own: Path) -> None:
        self._opened, self._own, self._view = opened, own, opened.services

    def change(self, row: int) -> None:
        """Open the editor of one fact."""
        self._view.services.search.returnPressed.emit()
        self._view.sheet._rows()[row].button.click()

    def add_document(self) -> None:
        """A number and the mail that says so, both typed."""
        self.change(0)
        editor = self._editor
        one(editor, QLineEdit, "new-value-line").setText(MOVED_TO)
        one(editor, QPushButton, "rests-on-add").click()
        for key, typed in DOCUMENT.items():
            one(editor, QLineEdit, f"document-{key}").setText(typed)

    def keep(self) -> None:
        """One press keeps both."""
        one(self._editor, QPushButton, "fact-keep").click()

    @property
    def _editor(self) -> FactEditor:
        editor = self._view.sheet._editor
        assert editor is not None
        return editor

    def choose_days(self) -> None:
        """A closure of many lines."""
        window = self._opened.window
        window.rail.chosen.emit(DATES)
        one(window, QLineEdit, "dates-search").setText("children")
        one(window, QPushButton, "dates-all").click()
        one(window, QLineEdit, "dates-first").setText("25/12")
        one(window, QLineEdit, "dates-last").setText("28/12")

    def look_for_a_list(self) -> None:
        """Folders are looked through."""
        (self._own / "from councils").mkdir()
        (self._own / "contacts, November.xlsx").touch()
        one(self._opened.window, QPushButton, "lists-ask").click()
        place = one(self._opened.window, OpenPlace, "lists-open")
        place.line.setText(str(self._own))
        place.use.click()
        place.line.setText("")

    def compare(self) -> None:
        """A council's list, compared."""
        path = self._own / "from a council.csv"
        path.write_text(LIST, "utf-8")
        page = one(self._opened.window, ListsView, "lists-page")
        one(page, OpenPlace, "lists-open").forget()
        page.compare(path)

    def hear_of_a_move(self) -> None:
        """A call, and what was heard."""
        self._opened.ring._shown_at = -READ_MS
        QTest.keyClicks(self._opened.ring, "3")
        line = self._opened.ring.findChildren(QLineEdit, "ring-words")[-1]
        QTest.keyClicks(line, MOVED_TO)
        QTest.keyClick(line, Qt.Key.Key_Return)


def _pages(opened: WorkshopWindow, own: Path) -> dict[str, Callable[[], object]]:
    view, deeds = opened.services, Deeds(opened, own)

    return {
        "services": lambda: view.open_service(SERVICE),
        "number": lambda: deeds.change(0),
        "hours": lambda: deeds.change(1),
        "document": deeds.add_document,
        "kept": deeds.keep,
        "preview": view.turn_preview,
        "calls": lambda: opened.window.rail.chosen.emit(RING),
        "calls-moved": deeds.hear_of_a_move,
        "dates": deeds.choose_days,
        "new": lambda: opened.window.rail.chosen.emit(NEW),
        "lists": lambda: opened.window.rail.chosen.emit(LISTS),
        "lists-looked-for": deeds.look_for_a_list,
        "lists-compared": deeds.compare,
        "changes": lambda: opened.window.rail.chosen.emit(LOG),
        "check": lambda: opened.window.rail.chosen.emit(CHECK),
        "help": lambda: opened.window.rail.chosen.emit(HELP),
    }
