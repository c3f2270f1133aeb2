"""Guidance: short pages to read, each with where it comes from. Nothing leads out of the window."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.domain.browse.service_facts import cited
from desktop_app.domain.services.directory import Directory, Guidance
from desktop_app.ui.directory.panes import Panes
from desktop_app.ui.guidance.entry import EntryButton
from desktop_app.ui.guidance.pane import GuidancePane
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import SIDE, Page, ScrollPage
from desktop_app.ui.widgets.text import card, column_of, words

TITLE = "Guidance"
HINT = "Short pages in plain words. They help you ring; they do not replace your training."


class GuidanceView(Page, QWidget):
    """The list of pages at the left, the page being read at the right."""

    opened = Signal(str)

    def __init__(self, directory: Directory) -> None:
        super().__init__()
        self.setObjectName("page")
        self._directory = directory
        self._pages = {page.id: page for page in directory.guidance()}
        self._buttons = {page.id: EntryButton(page) for page in self._pages.values()}
        self.pane = GuidancePane({page.title: page.id for page in self._pages.values()})
        self.pane.page_wanted.connect(self.open_guidance)
        self._back = IconButton("All pages", "back", "guidance-back", "link")
        self._back.clicked.connect(self.go_back)
        for page_id, button in self._buttons.items():
            button.clicked.connect(lambda _=False, told=page_id: self.open_guidance(told))
        self._panes = Panes(_heading(), self._contents(), self._back)
        self._panes.right.addWidget(self.pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._panes)
        if self._pages:
            self._show(next(iter(self._pages)))

    def focus_first(self) -> None:
        """Stand ready to be read: the focus goes to the page that is open."""
        shown = self.pane.page_id
        if shown in self._buttons:
            self._buttons[shown].setFocus()

    def open_guidance(self, page_id: str) -> None:
        """Bring a page up to be read; KeyError when there is none."""
        self._show(page_id)
        self._panes.read(True)
        self.pane.focus_first()
        self.opened.emit(page_id)

    def forget(self) -> None:
        """Leave nothing of what was read."""
        self._panes.read(False)
        if self._pages:
            self._show(next(iter(self._pages)))

    def go_back(self) -> bool:
        """Back to the list of pages; whether there was such a step."""
        away = self._panes.narrow and self._panes.reading
        self._panes.read(False)
        if away or self.pane.hasFocus():
            self.focus_first()
            return True
        return False

    def _show(self, page_id: str) -> None:
        page = self._pages[page_id]
        self.pane.show_page(page, self._sources(page))
        for each, button in self._buttons.items():
            button.setChecked(each == page_id)

    def _sources(self, page: Guidance) -> Sequence[str]:
        return cited(page.sources, self._directory)

    def _contents(self) -> QWidget:
        scroll = _Contents("guidance-list")
        scroll.setAccessibleName("Pages of guidance")
        frame = card("plain", "guidance-pages", (8, 8, 8, 8))
        column_of(frame).setSpacing(2)
        for button in self._buttons.values():
            column_of(frame).addWidget(button)
        scroll.column.addWidget(frame)
        scroll.column.addStretch()
        return scroll


class _Contents(ScrollPage):
    """A page that stands beside another: it leaves the edges to them both."""

    def _keep_edges(self) -> None:
        self._row.setContentsMargins(0, 0, 10, 0)


def _heading() -> QFrame:
    frame = QFrame()
    column = QVBoxLayout(frame)
    column.setContentsMargins(SIDE, 0, SIDE, 0)
    column.setSpacing(2)
    column.addWidget(words(TITLE, "title"))
    column.addWidget(words(HINT, "soft"))
    return frame
