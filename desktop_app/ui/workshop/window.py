"""The window of the workshop: the frame of the desk, with the pages of a steward in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from desktop_app import paths
from desktop_app.ui.widgets.patience import RealPatience
from desktop_app.ui.window.garbage import GarbageCollector
from desktop_app.ui.window.main_window import MainWindow, PageSpec
from desktop_app.ui.workshop.calls.ring_view import RingView
from desktop_app.ui.workshop.check_view import CheckView
from desktop_app.ui.workshop.dates.dates_view import DatesView
from desktop_app.ui.workshop.help_view import HelpView
from desktop_app.ui.workshop.lifecycle.new_service_view import NewServiceView
from desktop_app.ui.workshop.lists.lists_view import ListsView
from desktop_app.ui.workshop.log_view import LogView
from desktop_app.ui.workshop.services_view import ServicesView

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.widgets.patience import Patience
    from desktop_app.ui.workshop.calls.ring_list import Lead
    from desktop_app.ui.workshop.steward_work import StewardWork

RING, DATES, LISTS, NEW = "calls", "dates", "lists", "new"
HELP = "help"
SERVICES, LOG, CHECK = "services", "log", "check"
NOT_KEPT = "This is not kept yet. Keep it, or close the window again to leave it."
TITLE = "{}: the workshop of Who to Call"


class WorkshopWindow(QObject):
    """Holds the pages together: what is changed on one is seen on the others."""

    def __init__(
        self,
        workshop: StewardWork,
        now: Callable[[], datetime],
        patience: Patience | None = None,
        more: tuple[PageSpec, ...] = (),
    ) -> None:
        super().__init__()
        self._garbage = GarbageCollector(self)
        self.services = ServicesView(workshop, now)
        self._log: list[LogView] = []
        self._ring: list[RingView] = []
        self._now = now
        self._workshop, self._patience = workshop, patience or RealPatience()
        self._page = SERVICES
        self._warned: object = None
        """What was half typed when closing was asked for the last time."""
        self._new: list[NewServiceView] = []
        self.window = steward_frame(
            (
                PageSpec(SERVICES, "Services", "directory", lambda: self.services),
                PageSpec(RING, "Calls", "call", lambda: self.ring),
                PageSpec(DATES, "Dates", "clock", self._make_dates),
                PageSpec(NEW, "New", "add", self._make_new),
                PageSpec(LISTS, "Lists", "form", self._make_lists),
                PageSpec(LOG, "Changes", "note", lambda: self.log),
                PageSpec(CHECK, "Check", "tick", self._make_check),
                *more,
                PageSpec(HELP, "Help", "guidance", lambda: HelpView(help_text(), help_folder())),
            )
        )
        self.window.setWindowTitle(TITLE.format(workshop.title))
        self.window.rail.chosen.connect(self._turn_to)
        self.window.closing.connect(self._close)
        self._bind("Ctrl+Z", self._undo)
        self._bind("Ctrl+Shift+Z", self._redo)
        self._bind("Ctrl+F", self._find)
        for keys in ("F1", "?"):
            self._bind(keys, lambda: self._turn_to(HELP))
        self._bind("Ctrl+D", self.services.turn_preview)

    @property
    def log(self) -> LogView:
        """The page of changes, made when it is first wanted."""
        if not self._log:
            self._log.append(LogView(self._workshop))
            self._log[0].stepped.connect(self.renew)
        return self._log[0]

    @property
    def ring(self) -> RingView:
        """The page of calls, made when it is first wanted."""
        if not self._ring:
            workshop = self._workshop
            page = RingView(workshop.ring, self._patience, workshop.read_only)
            page.lead_wanted.connect(self._follow)
            page.kept.connect(self.services.renew)
            self._ring.append(page)
        return self._ring[0]

    def _make_dates(self) -> DatesView:
        page = DatesView(self._workshop, self._workshop.dates, self._now)
        page.kept.connect(self.services.renew)
        return page

    def _make_lists(self) -> ListsView:
        page = ListsView(self._workshop, self._workshop.lists)
        page.kept.connect(self.services.renew)
        return page

    def _make_check(self) -> CheckView:
        page = CheckView(self._workshop)
        page.looks.wanted.connect(lambda look: self._look_at(look.service))
        return page

    def _make_new(self) -> NewServiceView:
        page = NewServiceView(self._workshop, self._workshop.lifecycle, self._now)
        page.kept.connect(self.services.renew)
        page.made.connect(self._look_at)
        self._new.append(page)
        return page

    def _close(self, event: QCloseEvent) -> None:
        """What is typed and not kept is told once; who closes again means it."""
        sheet = self.services.sheet
        half = sheet.half_typed or next((page.half_typed for page in self._new), None)
        if not half or half == self._warned:
            return
        event.ignore()
        self._warned = half
        if sheet.half_typed:
            self._turn_to(SERVICES)
            sheet.insist(NOT_KEPT)
        else:
            self._turn_to(NEW)
            self._new[0].insist(NOT_KEPT)

    def _look_at(self, service: str) -> None:
        """A service was added, or a text of it is to be looked at: stand at it."""
        self._page = SERVICES
        self.window.open(SERVICES)
        self.services.open_service(service)

    def show(self) -> None:
        """Open the window at the services."""
        self.window.show()
        self.services.focus_first()

    def renew(self) -> None:
        """The copy is another than it was: every page reads it anew when it is in front."""
        self.services.renew()
        self.log.renew()

    def _turn_to(self, page: str) -> None:
        self._page = page
        shown: QWidget = self.window.open(page)
        if isinstance(shown, (LogView, CheckView, RingView, DatesView)):
            shown.renew()
        self.window.focus_first()

    def _follow(self, lead: Lead) -> None:
        """A call threw doubt on a fact: stand at it, ready to be changed."""
        self._page = SERVICES
        self.window.open(SERVICES)
        self.services.open_fact(lead)

    def _undo(self) -> None:
        if self._page == RING:
            self.ring.take_back()
        else:
            self.log.undo()

    def _redo(self) -> None:
        self.log.redo()

    def _find(self) -> None:
        self._page = SERVICES
        self.window.open(SERVICES)
        self.services.focus_first()

    def _bind(self, keys: str, deed: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self.window.frame)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(deed)


def help_text() -> str:
    """How a steward works, as docs/stewards.md has it."""
    return (help_folder() / "workshop.md").read_text("utf-8")


def help_folder() -> Path:
    """Where the text and the pictures of the help lie."""
    return paths.resources() / "help"


def steward_frame(pages: tuple[PageSpec, ...]) -> MainWindow:
    """The frame of the desk with these pages, without what serves a desk that answers calls."""
    window = MainWindow(pages)
    window.rail.words_beside = True  # its pages are many and not as well known as a desk's
    for part in (window.status_bar, window.hide_button, window.first_stop):
        part.hide()
    return window
