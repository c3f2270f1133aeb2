"""One page in the list of guidance: its title, and what it is about."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout

from desktop_app.domain.services.directory import Guidance
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.text import words


class EntryButton(Button):
    """As high as its words need at its width; the page being read is marked."""

    def __init__(self, page: Guidance) -> None:
        super().__init__()
        self.setObjectName(f"guidance-{page.id}")
        self.setProperty("look", "entry")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(page.title)
        self.setAccessibleDescription(page.summary)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 10)
        self._column.setSpacing(2)
        self._column.addWidget(words(page.title, "strong"))
        self._column.addWidget(words(page.summary, "small"))
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words are at this width."""
        return self._column.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """As large as its words ask for."""
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """No smaller than its words."""
        return self._column.minimumSize()
