"""The list of services: arrows walk it, Enter opens, letters go back to the search."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from desktop_app.ui.directory.service_delegate import ServiceDelegate
from desktop_app.ui.directory.service_model import Index, ServiceModel
from desktop_app.ui.theme.appearance import appearance

OWN_KEYS = (Qt.Key.Key_Home, Qt.Key.Key_End)
"""Keys of the list that mean something else in the rest of the window."""
BATCH = 400
"""Rows laid out before the window may breathe again; the rest follows bit by bit."""
WALKING = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 6,
    Qt.Key.Key_PageUp: -6,
}


class ServiceList(QListView):
    """Rows of equal height, painted as they come into sight."""

    chosen = Signal(str)
    opened = Signal(str)
    typed = Signal(str)

    def __init__(self, model: ServiceModel) -> None:
        super().__init__()
        self._services = model
        self.setObjectName("directory-list")
        self.setAccessibleName("Services")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # a long list is there at once
        self.setBatchSize(BATCH)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(ServiceDelegate(self))
        self.setModel(model)
        self.clicked.connect(self._open)
        self._keep_step()
        appearance().changed.connect(self._relay)

    @property
    def current_id(self) -> str:
        """The service that is marked; empty when none is."""
        index = self.currentIndex()
        return self._services.id_at(index.row()) if index.isValid() else ""

    def mark(self, row: int) -> None:
        """Mark one row and bring it into sight; a row before the first or past the last counts as
        that one.
        """
        count = self._services.rowCount()
        if not count:
            return
        index = self._services.index(max(0, min(row, count - 1)))
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)

    def walk(self, key: int) -> bool:
        """Move the mark as an arrow or page key asks; whether it was such a key."""
        step = next((by for each, by in WALKING.items() if each == key), None)
        if step is None:
            return False
        index = self.currentIndex()
        self.mark(index.row() + step if index.isValid() else 0)
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which service is marked now."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self._services.id_at(current.row()))

    def event(self, event: QEvent) -> bool:
        """Keep Home and End for the list."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            own = event.key() in OWN_KEYS and not event.modifiers()
            event.setAccepted(own)
            if own:
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters and digits are typed into the search instead."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif plain and event.text().isalnum():
            self.typed.emit(event.text())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.typed.emit("")
        else:
            super().keyPressEvent(event)

    def _relay(self) -> None:
        """Larger text, higher rows."""
        self._keep_step()
        self.scheduleDelayedItemsLayout()

    def _keep_step(self) -> None:
        """One turn of the wheel moves by a row, whatever the text size."""
        height = self.sizeHintForRow(0) if self._services.rowCount() else 90
        self.verticalScrollBar().setSingleStep(max(20, height // 3))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._services.id_at(index.row()))
