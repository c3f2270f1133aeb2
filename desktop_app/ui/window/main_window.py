"""The frame around every page: 999 above, pages in the middle, the age of the numbers below."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.ui.widgets.page import Page
from desktop_app.ui.window.coverable import CoverableWindow
from desktop_app.ui.window.emergency import EmergencyCard
from desktop_app.ui.window.rail import Rail
from desktop_app.ui.window.status_bar import StatusBar

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.domain.services.errors import DirectoryError, ProgramFault
    from desktop_app.ui.window.fault_page import FaultPage

TITLE = "Who to Call"
WIDTH, HEIGHT = 1180, 860
"""Pixels the window has where the screen has the room."""
SIDES, BARS = 16, 40
"""Pixels that a desktop draws around a window, at most; how many is known once it is shown."""


class PageSpec(NamedTuple):
    """A page of the window: how the rail names it, and how it is made when first wanted."""

    id: str
    title: str
    drawing: str
    make: Callable[[], QWidget]


class MainWindow(CoverableWindow):
    """Holds the pages; each is made when it is first opened."""

    copy_wanted = Signal(str)

    def __init__(self, specs: tuple[PageSpec, ...]) -> None:
        super().__init__(TITLE)
        self.setObjectName("window")
        room = self.screen().availableSize()
        self.resize(min(WIDTH, room.width() - SIDES), min(HEIGHT, room.height() - BARS))
        self._specs = {spec.id: spec for spec in specs}
        self._made: dict[str, QWidget] = {}
        self._over: QWidget | None = None
        self._below: QWidget | None = None
        self.emergency, self.status_bar = EmergencyCard(), StatusBar()
        self.rail = Rail([(spec.id, spec.title, spec.drawing) for spec in specs])
        self.rail.chosen.connect(self.open)
        self._stack = QStackedWidget()
        self._fill(self.frame)
        self.open(specs[0].id)

    def open(self, page_id: str) -> QWidget:
        """Bring a page to the front, made now if need be; KeyError for no such page."""
        page = self._made.get(page_id)
        if page is None:
            page = self._made[page_id] = self._specs[page_id].make()
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.lift()
        self.rail.mark(page_id)
        return page

    def focus_first(self) -> None:
        """Give the focus to the page in front, if it takes it."""
        self._front.focus_first()

    def copy_shown(self) -> None:
        """Copy what is marked, or else the number of the page in front."""
        from desktop_app.ui.widgets.copying import marked_words

        if marked := marked_words(self):
            self.copy_wanted.emit(marked)
        else:
            self._front.copy_first()

    def go_back(self) -> None:
        """Have the page in front go one step back, if it has steps."""
        self._front.go_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that turn pages scroll the one in front, wherever the keyboard stands."""
        from desktop_app.ui.window.page_turning import turn

        if not turn(self._stack.currentWidget(), event):
            super().keyPressEvent(event)

    def show_instead(self, page_id: str, page: QWidget) -> None:
        """Put another page in the place of one, for good: the numbers cannot be used."""
        self._made[page_id] = page
        self._stack.addWidget(page)
        self.open(page_id)

    def remake(self, page_id: str) -> None:
        """Make a page anew in its place; one that was never opened is left for later."""
        before = self._made.pop(page_id, None)
        if before is None:
            return
        front = self._stack.currentWidget() is before
        page = self._made[page_id] = self._specs[page_id].make()
        self._stack.addWidget(page)
        if front:
            self._stack.setCurrentWidget(page)
        self._stack.removeWidget(before)
        before.deleteLater()

    def shows(self, page: QWidget) -> bool:
        """Whether this page is the one in front."""
        return self._stack.currentWidget() is page

    def lay_over(self, page: QWidget) -> None:
        """Show a page in front of the one that is open, until `lift` or another is opened."""
        self.lift()
        self._below, self._over = self._stack.currentWidget(), page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.focus_first()

    def lift(self) -> None:
        """Take that page away; the one below it is in front again."""
        over, self._over = self._over, None
        if over is None:
            return
        if self._stack.currentWidget() is over and self._below is not None:
            self._stack.setCurrentWidget(self._below)
        self._stack.removeWidget(over)
        over.deleteLater()

    def put_below_emergency(self, banner: QWidget) -> None:
        """Set a banner across the window, under 999."""
        self._column.insertWidget(1, banner)

    def forget(self) -> None:
        """Let every page that holds something told or typed forget it."""
        for page in self._made.values():
            _page(page).forget()

    @property
    def _front(self) -> Page:
        return _page(self._stack.currentWidget())

    def _fill(self, body: QWidget) -> None:
        body.setObjectName("body")
        column = self._column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)
        column.addLayout(self.beside_way_out(self.emergency))
        column.addLayout(row, 1)
        column.addWidget(self.status_bar)


def _page(widget: object) -> Page:
    """The same widget as the page it is; TypeError for one that is none."""
    if not isinstance(widget, Page):
        raise TypeError(f"{type(widget).__name__} is no Page: it cannot stand in the window.")
    return widget


class Faults(QObject):
    """Shows what is wrong where the questions stand; `again` tries what went wrong once more."""

    def __init__(self, window: MainWindow, page_id: str, again: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._page_id, self._again = window, page_id, again
        self._page: FaultPage | None = None
        self._catching = self._taken_away = False
        self._before: QWidget | None = None

    @property
    def standing(self) -> bool:
        """Whether the page of a fault stands there."""
        return self._page is not None

    @property
    def _in_front(self) -> bool:
        """Whether it is what stands in the window now."""
        return self._page is not None and self._window.shows(self._page)

    def show(self, error: DirectoryError) -> None:
        """Put the page in its place, in front of whatever else is open."""
        from desktop_app.domain.services.errors import ProgramFault
        from desktop_app.ui.window.fault_page import FaultPage  # almost never needed

        if self._page is None:
            again = isinstance(error, ProgramFault)
            self._page = FaultPage(error.sentence, error.technical, again=again)
            self._page.again_wanted.connect(self._again)
        self._window.show_instead(self._page_id, self._page)

    def clear(self, page: QWidget) -> None:
        """The trouble is over: this page comes back."""
        self._page, self._taken_away = None, False
        self._window.show_instead(self._page_id, page)

    def catch(self, fault: ProgramFault, *deeds: Callable[[], None]) -> None:
        """Do what takes everything shown away; if even that breaks, plain words take its place.

        Where the page of a fault is in front already there is nothing left to take away. Doing it
        again moves things, and what raises as things move would go on for ever.
        """
        if self._catching or (self._taken_away and self._in_front):
            return
        self._catching = True
        try:
            for deed in deeds:
                deed()
            self._taken_away = True
        except Exception:
            from desktop_app.ui.window.fault_page import bare_fault

            # Kept by name: whoever still has something to tell it must not find it gone.
            self._before = self._before or self._window.takeCentralWidget()
            self._window.setCentralWidget(bare_fault(fault.sentence))
        finally:
            self._catching = False
