"""Under an answer: the pages of guidance that belong to it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.services.directory import Guidance
from desktop_app.ui.widgets.flow import LINK_PADDING, Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.text import words

TITLE = "Help with this call"
MOST = 6
"""More would be a list to study; all pages stand in the guidance itself."""


class GuidanceLinks(QWidget):
    """A few titles; each opens its page."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guidance-links")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._offered: tuple[str, ...] = ()
        self._held: QWidget | None = None
        self.hide()

    def offer(self, pages: Sequence[Guidance]) -> None:
        """Link to the first of these pages, in their own order."""
        some = tuple(page.id for page in pages[:MOST])
        if some == self._offered:
            return
        self.forget()
        self._offered = some
        self.setVisible(bool(some))
        if not some:
            return
        self._held = QWidget()
        column = QVBoxLayout(self._held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(words(TITLE, "strong", "guidance-links-heading"))
        row = Flow(gap=4, line_gap=4, out=LINK_PADDING)
        for page in pages[:MOST]:
            row.addWidget(self._link(page))
        column.addLayout(row)
        self._column.addWidget(self._held)

    def forget(self) -> None:
        """Link to nothing: which pages fit would tell what was asked."""
        self._offered = ()
        if self._held is not None:
            self._held.hide()
            self._column.removeWidget(self._held)
            self._held.deleteLater()
            self._held = None
        self.hide()

    def _link(self, page: Guidance) -> IconButton:
        link = IconButton(page.title, "guidance", f"link-{page.id}", "link")
        link.setAccessibleDescription(page.summary)
        link.clicked.connect(lambda: self.wanted.emit(page.id))
        return link
