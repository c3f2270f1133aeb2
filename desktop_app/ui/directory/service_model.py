"""The list of services behind the screen: rows are made when they are looked at, and only then."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from desktop_app.domain.browse.catalogue import Catalogue, Moment, may_answer
from desktop_app.domain.browse.service_row import ServiceRow, service_row
from desktop_app.domain.places.councils import Council
from desktop_app.domain.services.errors import DirectoryError
from desktop_app.ui.directory.finder import Listing

ROW = Qt.ItemDataRole.UserRole
PAGE = 8
PAGES_KEPT = 32
LOOKED_AT_ONCE = 320
"""How many services are asked whether they are open before the window may breathe again."""
ENOUGH = 60
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
BLANK = ServiceRow(
    service_id="",
    name="",
    number="",
    kind="",
    state=None,
    state_words="",
    short_state="",
    place="",
    label="",
    hint="",
)


class ServiceModel(QAbstractListModel):
    """Any number of services; each page is read when a row of it is shown, and soon forgotten."""

    failed = Signal(object)

    def __init__(
        self,
        catalogue: Catalogue,
        councils: Sequence[Council],
        moment: Moment,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalogue, self._councils, self._moment = catalogue, tuple(councils), moment
        self._listing = Listing()
        self._shown: Sequence[str] = ()
        self._looked_at = 0
        self._pages: OrderedDict[int, list[ServiceRow]] = OrderedDict()

    @property
    def complete(self) -> bool:
        """Whether every service that belongs in the list is in it."""
        return not self._listing.open_now or self._looked_at >= len(self._listing.ids)

    def show(self, listing: Listing) -> None:
        """Show other services."""
        self.beginResetModel()
        self._listing, self._looked_at = listing, 0
        self._pages.clear()
        self._shown = self._open_ones() if listing.open_now else listing.ids
        self.endResetModel()

    def set_catalogue(self, catalogue: Catalogue) -> None:
        """List from this catalogue from now on; what is listed is shown anew by its owner."""
        self._catalogue = catalogue

    def set_moment(self, moment: Moment) -> None:
        """Go by a new reading of the clock; what has closed leaves a list of the open ones."""
        self._moment = moment
        if self._listing.open_now:
            before, self._looked_at = self._shown, 0
            found = self._open_ones(len(before))
            if list_differs(found, before):
                self.beginResetModel()
                self._pages.clear()
                self._shown = found
                self.endResetModel()
                return
        self._pages.clear()
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many services are listed so far."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, the words a screen reader says, or the whole row (role `ROW`)."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        if role == ROW:
            return self.row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.row(index.row()).name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.row(index.row()).spoken
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether some services have not been asked yet whether they are open."""
        return not parent.isValid() and not self.complete

    def fetchMore(self, parent: Index) -> None:
        """Ask a few more."""
        del parent
        found = self._open_ones(ENOUGH)
        if found:
            first = len(self._shown)
            self.beginInsertRows(NOWHERE, first, first + len(found) - 1)
            self._pages.pop(first // PAGE, None)
            self._shown = [*self._shown, *found]
            self.endInsertRows()
        elif not self.complete:
            QTimer.singleShot(0, lambda: self.fetchMore(NOWHERE))

    def row(self, number: int) -> ServiceRow:
        """One row, with its page read now if need be."""
        page = number // PAGE
        rows = self._pages.get(page)
        if rows is None:
            rows = self._pages[page] = self._read(page * PAGE)
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        return rows[number % PAGE] if number % PAGE < len(rows) else BLANK

    def id_at(self, number: int) -> str:
        """The id of the service in one row."""
        return self._shown[number]

    def place_of(self, service_id: str) -> int | None:
        """Where a service stands in the list; nothing when it is not there."""
        return self._shown.index(service_id) if service_id in self._shown else None

    def _read(self, start: int) -> list[ServiceRow]:
        hits = self._listing.hits or {}
        ids = self._shown[start : start + PAGE]
        try:
            return [
                service_row(each, self._moment, self._councils, hits.get(each.id))
                for each in self._catalogue.page(ids)
            ]
        except DirectoryError as error:  # told after the picture is done; 999 stays on screen
            QTimer.singleShot(0, lambda told=error: self.failed.emit(told))
            return []

    def _open_ones(self, enough: int = ENOUGH) -> list[str]:
        """The next services that are not certainly closed; stops after a bounded look."""
        found: list[str] = []
        ids, last = self._listing.ids, self._looked_at + max(LOOKED_AT_ONCE, enough * 4)
        try:
            while self._looked_at < min(last, len(ids)) and len(found) < enough:
                some = ids[self._looked_at : self._looked_at + PAGE]
                self._looked_at += PAGE
                services = self._catalogue.page(some)
                found += [each.id for each in services if may_answer(each, self._moment)]
        except DirectoryError as error:
            self._looked_at = len(ids)
            QTimer.singleShot(0, lambda told=error: self.failed.emit(told))
        return found


def list_differs(found: Sequence[str], before: Sequence[str]) -> bool:
    """Whether the services found anew are not those that stand on screen."""
    return list(found[: len(before)]) != list(before)
