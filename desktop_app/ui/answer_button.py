"""A large answer to a question: its key, its words, a hint."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from desktop_app.ui.icons import IconLabel
from desktop_app.ui.qt_numbers import CENTRED
from desktop_app.ui.text import words


class AnswerButton(QPushButton):
    """One answer; pressed by pointer, by its digit or by Enter."""

    def __init__(self, name: str, key: int, title: str, hint: str = "", drawing: str = "") -> None:
        super().__init__()
        self.key = key
        self.title = title
        self.setObjectName(name)
        self.setProperty("look", "answer")
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 20, 14)
        row.setSpacing(20)
        self._badge = _badge(key)
        row.addWidget(self._badge)
        if drawing:
            row.addWidget(IconLabel(drawing, "accent", 30))
        row.addLayout(self._words(title, hint), 1)
        row.addWidget(IconLabel("forward", "edge", 20))

    def _words(self, title: str, hint: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addStretch()
        column.addWidget(words(title, "answer"))
        self._hint = words(hint, "soft")
        column.addWidget(self._hint)
        column.addStretch()
        self._tell(hint)
        return column

    def set_usual(self, usual: bool, hint: str) -> None:
        """Mark it as the practice's usual answer, which Enter takes."""
        self.setProperty("usual", usual)
        self.style().unpolish(self)
        self.style().polish(self)
        self._tell(hint)

    def sizeHint(self) -> QSize:
        """As large as its words ask for."""
        return self.layout().sizeHint()  # type: ignore[union-attr]  # set in __init__

    def minimumSizeHint(self) -> QSize:
        """No smaller than its words."""
        return self.layout().minimumSize()  # type: ignore[union-attr]  # set in __init__

    def _tell(self, hint: str) -> None:
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(self.title)
        self.setAccessibleDescription(
            f"{hint}. Press {self.key}." if hint else f"Press {self.key}."
        )


def _badge(key: int) -> QLabel:
    badge = words(str(key), "key", wrap=False)
    badge.setProperty("alignment", CENTRED)
    badge.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return badge
