"""The frame around every page: 999 above, pages in the middle, the age of the numbers below."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.ui.emergency import EmergencyCard
from desktop_app.ui.foot import Foot
from desktop_app.ui.rail import Rail
from desktop_app.ui.what_if import PretendBanner

TITLE = "Who to Call"


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page of the window: how the rail names it, and how it is made when first wanted."""

    id: str
    title: str
    drawing: str
    make: Callable[[], QWidget]


class MainWindow(QMainWindow):
    """Holds the pages; each is made when it is first opened."""

    painted = Signal()
    came_back = Signal()

    def __init__(self, specs: tuple[PageSpec, ...]) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(TITLE)
        self.resize(1180, 860)
        self._seen = False
        self._specs = {spec.id: spec for spec in specs}
        self._made: dict[str, QWidget] = {}
        self.emergency, self.banner, self.foot = EmergencyCard(), PretendBanner(), Foot()
        self.rail = Rail([(spec.id, spec.title, spec.drawing) for spec in specs])
        self.rail.chosen.connect(self.open)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._frame())
        self.open(specs[0].id)

    def open(self, page_id: str) -> QWidget:
        """Bring a page to the front, made now if need be; KeyError for no such page."""
        page = self._made.get(page_id)
        if page is None:
            page = self._made[page_id] = self._specs[page_id].make()
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.rail.mark(page_id)
        return page

    def show_instead(self, page_id: str, page: QWidget) -> None:
        """Put another page in the place of one, for good: the numbers cannot be used."""
        self._made[page_id] = page
        self._stack.addWidget(page)
        self.open(page_id)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell, once, that the window can be seen."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            self.painted.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Tell when the window comes back to the front."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.came_back.emit()

    def put_above_pages(self, panel: QWidget) -> None:
        """Set a panel above the pages."""
        self._middle.insertWidget(0, panel)

    def _frame(self) -> QWidget:
        body = QWidget()
        body.setObjectName("body")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self._stack, 1)
        row.addWidget(self.rail)
        row.addLayout(self._middle, 1)
        column.addWidget(self.emergency)
        column.addWidget(self.banner)
        column.addLayout(row, 1)
        column.addWidget(self.foot)
        return body
