"""A question at the head of a page, and beside it why a press did not count."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop_app.ui.widgets.text import words

TOO_SOON = "Too quick to have been read. Choose again."
COUNTED_ONCE = "Pressed twice: counted once. Choose again."
HOME_ABOVE = 12
"""Pixels of air above the line below the first question, which asks for the practice's council."""


class Question(QWidget):
    """The words of the question; what is told beside them moves nothing on the page."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(24)
        self._name = name
        self.words = words(text, "title", name)
        self._row.addWidget(self.words)
        self._told: QLabel | None = None

    def show_message(self, sentence: str) -> None:
        """Say why a press did not count; nothing takes it away again."""
        if self._told is None:
            if not sentence:
                return
            self._told = self._make()
        self._told.setText(sentence)
        if sentence:
            from desktop_app.ui.widgets.announce import announce

            announce(self._told, sentence, urgent=True)

    def _make(self) -> QLabel:
        """The place for it: as high as the question is, so that nothing below moves."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QSizePolicy

        told = words("", "strong", f"{self._name}-told")
        told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(told, 1)
        return told
