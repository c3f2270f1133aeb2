"""The directory: search above, services found at the left, everything about one at the right."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.browse.catalogue import Catalogue, Moment
from desktop_app.domain.browse.service_facts import service_facts
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.errors import DirectoryError
from desktop_app.ui.directory.empty_states import NothingChosen, NothingFound, SaidToo
from desktop_app.ui.directory.filters import Filters
from desktop_app.ui.directory.finder import Finder, counted
from desktop_app.ui.directory.panes import Panes
from desktop_app.ui.directory.search_field import SearchField
from desktop_app.ui.directory.service_card import ServiceCard
from desktop_app.ui.directory.service_list import ServiceList
from desktop_app.ui.directory.service_model import ServiceModel
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.call_actions import CallActions
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import SIDE, Page
from desktop_app.ui.widgets.text import card, column_of, words

CARD_AFTER_MS = 120
"""The card waits until the typing pauses, so that every letter shows its results at once."""
SAY_AFTER_MS = 700


class DirectoryView(Page, QWidget):
    """Everything in the directory, by typing or by choosing; arrows, Enter, Ctrl+C, Esc."""

    failed = Signal(object)

    def __init__(
        self,
        directory: Directory,
        catalogue: Catalogue,
        moment: datetime,
        actions: CallActions,
        *,
        doubted: bool = False,
    ) -> None:
        super().__init__()
        self._actions = actions
        self.setObjectName("page")
        self._directory, self._catalogue = directory, catalogue
        self._moment = Moment(moment, directory.bank_holidays(), doubted)
        self._finder = Finder(directory, catalogue, self._moment)
        self._chosen = ""
        self.search, self.filters = SearchField(), Filters(directory)
        self.card = ServiceCard(actions)
        self._model = ServiceModel(catalogue, directory.councils(), self._moment, self)
        self.list = ServiceList(self._model)
        self._count = words("", "soft", "directory-count")
        self._said_too, self._aside = SaidToo(), 0
        self._advice: tuple[str, ...] = ()
        self.nothing, self._unchosen = NothingFound(directory.area()), NothingChosen()
        self._back = IconButton("Back to the list", "back", "directory-back", "link")
        self._later = QTimer(self, singleShot=True, interval=CARD_AFTER_MS)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._say = QTimer(self, singleShot=True, interval=SAY_AFTER_MS)
        self._lay_out()
        self._connect()
        self._find()

    # ---- what the window asks

    def focus_first(self) -> None:
        """Stand ready to be typed into."""
        self._panes.read(False)
        self.search.focus_first()

    def set_home(self, council_code: str | None) -> None:
        """The practice's own council: among equally good finds its services stand first."""
        self._finder.home = council_code
        if self.search.text():
            self._find()

    def set_directory(self, directory: Directory, catalogue: Catalogue) -> None:
        """A newer directory came: list what was typed and chosen, and show the same card."""
        home = self._finder.home
        self._directory, self._catalogue = directory, catalogue
        self._finder = Finder(directory, catalogue, self._moment)
        self._finder.home = home
        self._model.set_catalogue(catalogue)
        self._find()
        if self._model.place_of(self._chosen) is None:
            self._unchoose()
        self._refresh_card()

    def show_moment(self, moment: datetime, *, doubted: bool = False) -> None:
        """Go by this reading of the clock from now on, in the list and on the card."""
        self._moment = Moment(moment, self._directory.bank_holidays(), doubted)
        self._finder.at(self._moment)
        self._model.set_moment(self._moment)
        self._refresh_card()

    def open_service(self, service_id: str) -> None:
        """Show one service, whatever was searched before."""
        if self._model.place_of(service_id) is None:
            self.filters.clear()
            self.search.clear()
        if self._model.place_of(service_id) is None:
            self.filters.show_system()
        place = self._model.place_of(service_id)
        if place is not None:
            self.list.mark(place)
            self._open(service_id)

    def forget(self) -> None:
        """Forget what was typed, chosen and shown."""
        self.filters.clear()
        self.search.setText("")  # unlike clear(), this cannot be undone
        self.nothing.show_for("", narrowed=False)
        self._panes.read(False)
        self._unchoose()
        self.list.clearSelection()
        self.list.scrollToTop()

    def copy_first(self) -> None:
        """Copy the number of the service on the card."""
        if self._later.isActive():
            self._typing_paused()
        self._show_card()
        if self.card.number:
            self._actions.copy(self.card.number)

    def go_back(self) -> bool:
        """From the card to the list, else drop what was typed, else the choices; false for none."""
        if self._on_card:
            self._panes.read(False)
            self.list.setFocus()
        elif self.search.text():
            self.search.clear()
            self.search.setFocus()
        elif self.filters.wanted.narrows:
            self.filters.clear()
            self.search.setFocus()
        else:
            return False
        return True

    # ---- keys

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the rest of the window while there is a step back."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            narrowed = self.search.text() or self.filters.wanted.narrows
            if event.key() == Qt.Key.Key_Escape and (self._on_card or narrowed):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back."""
        if event.key() != Qt.Key.Key_Escape or not self.go_back():
            super().keyPressEvent(event)

    # ---- searching

    def _find(self) -> None:
        text = self.search.text().strip()
        try:
            listing = self._finder.listing(text, self.filters.wanted)
        except DirectoryError as error:
            self.failed.emit(error)
            return
        self._aside = listing.aside
        self._advice = self._directory.search_advice(text) if text else ()
        self._model.show(listing)
        self.list.scrollToTop()
        self._show_count()
        self._later.start()
        self._say.start()

    def _show_count(self) -> None:
        text, count = self.search.text().strip(), self._model.rowCount()
        self._results.setCurrentWidget(self.list if count else self.nothing)
        self._count.setVisible(bool(count))
        self._unchosen.offer(bool(count))
        if not count:
            self.nothing.show_for(text, narrowed=self.filters.wanted.narrows, advice=self._advice)
        self._said_too.show_for(self._advice if count else ())
        said = counted(count, self._aside, found=bool(text), complete=self._model.complete)
        self._count.setText(said)

    def _announce(self) -> None:
        announce(self.search, " ".join((*self._advice, self._count.text() or self.nothing.said)))

    # ---- the card

    def _typing_paused(self) -> None:
        """Mark the first find; while everything is listed, only what was chosen before."""
        self._later.stop()
        place = self._model.place_of(self._chosen) if self._chosen else None
        if self.search.text().strip() and self._model.rowCount():
            self.list.mark(0)
        elif place is not None:
            self.list.mark(place)
        else:
            self._unchoose()

    def _choose(self, service_id: str) -> None:
        self._chosen = service_id
        self._later.stop()
        self._soon.start()

    def _unchoose(self) -> None:
        self._chosen = ""
        self._soon.stop()
        self.card.clear()
        self._panes.right.setCurrentWidget(self._unchosen)

    def _show_card(self) -> None:
        self._soon.stop()
        shown = self.card.facts.service_id if self.card.facts else ""
        if self._chosen != shown:
            self._refresh_card()
            self.card.to_top()

    def _refresh_card(self) -> None:
        if not self._chosen:
            return
        try:
            for service in self._catalogue.page((self._chosen,)):
                facts = service_facts(service, self._directory, self._moment)
                self.card.show_facts(facts, self._moment)
                self._panes.right.setCurrentWidget(self.card)
        except DirectoryError as error:
            self.failed.emit(error)

    def _open(self, service_id: str) -> None:
        self._choose(service_id)
        self._show_card()
        self._panes.read(True)
        if not self.card.focus_first() and self._panes.narrow:
            self._back.setFocus()

    def _enter(self) -> None:
        """Enter in the search opens what is marked, else the first find."""
        if self._later.isActive() or not self.list.current_id:
            self.list.mark(0)
        if self.list.current_id:
            self._open(self.list.current_id)

    @property
    def _on_card(self) -> bool:
        focus = QApplication.focusWidget()
        inside = focus is not None and self.card.isAncestorOf(focus)
        return inside or (self._panes.narrow and self._panes.reading)

    # ---- laying out

    def _lay_out(self) -> None:
        self._results = QStackedWidget()
        self._results.addWidget(self.list)
        self._results.addWidget(self.nothing)
        top = QWidget()
        above = QVBoxLayout(top)
        above.setContentsMargins(SIDE, 0, SIDE, 0)
        above.setSpacing(10)
        above.addWidget(self.search)
        above.addWidget(self.filters)
        self._panes = Panes(top, self._found(), self._back)
        self._panes.right.addWidget(self._unchosen)
        self._panes.right.addWidget(self.card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._panes)

    def _found(self) -> QFrame:
        frame = card("plain", "directory-results", (1, 10, 1, 10))
        self._count.setContentsMargins(16, 0, 16, 0)
        column_of(frame).addWidget(self._said_too)
        column_of(frame).addWidget(self._count)
        column_of(frame).addWidget(self._results, 1)
        return frame

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._find())
        self.search.walked.connect(self.list.walk)
        self.search.returnPressed.connect(self._enter)
        self.search.copy_wanted.connect(self.copy_first)
        self.filters.changed.connect(lambda _wanted: self._find())
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self.list.typed.connect(self.search.type_on)
        self._model.failed.connect(self.failed)
        self._model.rowsInserted.connect(self._show_count)
        self.nothing.everything_wanted.connect(self.filters.clear)
        self._back.clicked.connect(self.go_back)
        self._later.timeout.connect(self._typing_paused)
        self._soon.timeout.connect(self._show_card)
        self._say.timeout.connect(self._announce)
