"""What to say on the phone, beside the number; the code that dials takes its place when wanted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.answer.script import Script
from desktop_app.ui.widgets.dial_code import CodePanel
from desktop_app.ui.widgets.text import words

MOST_LINES = 5


class ScriptPanel(QFrame):
    """Heading, lines, and the sentence that ends them; made once and filled again."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "script")
        self.setObjectName("script")
        row = self._row = QHBoxLayout(self)
        row.setSpacing(10)
        self._left = words("", "say", "script-heading-left", wrap=False)
        row.addWidget(self._left, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(3)
        row.addLayout(column, 1)
        self._heading = words("", "say", "script-heading", wrap=False)
        self._paragraph = words("", "line", "script-paragraph")
        self._rows = [
            (words(f"{place}.", "line", wrap=False), words("", "line", f"script-{place}"))
            for place in range(1, MOST_LINES + 1)
        ]
        self._close = words("", "close", "script-close")
        self._lines = QWidget()
        grid = QGridLayout(self._lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        for at, (place, line) in enumerate(self._rows):
            grid.addWidget(place, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(line, at, 1)
        for part in (self._heading, self._lines, self._paragraph, self._close):
            column.addWidget(part)
        self.code = CodePanel("", "", "first", upright=True)
        column.addWidget(self.code)
        column.addStretch()
        self._over_lines = True

    def set_padding(self, around: int) -> None:
        """Stand loosely or closely."""
        self._row.setContentsMargins(14, around, 14, around)

    def show_script(self, script: Script, *, over_lines: bool) -> None:
        """Show this script: a line for each thing to say, or all of them one after another."""
        self._over_lines = over_lines
        self._heading.setText(script.heading)
        self._left.setText(script.heading)
        for place, (number, line) in enumerate(self._rows):
            stands = over_lines and place < len(script.lines)
            line.setText(script.lines[place] if stands else "")
            for label in (number, line):
                label.setVisible(stands)
        numbered = [f"{place}. {line}" for place, line in enumerate(script.lines, start=1)]
        self._paragraph.setText("" if over_lines else "  ".join((*numbered, script.close)))
        self._close.setText(script.close)
        self._show_words(shown=self.code.isHidden())

    def turn_code(self, *, shown: bool) -> None:
        """The code in place of the words, or the words again."""
        self._show_words(shown=not shown)
        self.code.turn(shown)

    def forget(self) -> None:
        """Hold no words any more."""
        for label in self._every_label():
            label.setText("")
        self.code.set_number("", "")
        self.code.hide()

    def _every_label(self) -> list[QLabel]:
        lines = [line for _, line in self._rows]
        return [self._left, self._heading, self._paragraph, self._close, *lines]

    def _show_words(self, *, shown: bool) -> None:
        self._heading.setVisible(shown and self._over_lines)
        self._left.setVisible(shown and not self._over_lines)
        self._lines.setVisible(shown and self._over_lines)
        self._paragraph.setVisible(shown and not self._over_lines)
        self._close.setVisible(shown and self._over_lines)
