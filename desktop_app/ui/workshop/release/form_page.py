"""A page that asks for a few things and does one: how far it is, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from desktop_app.ui.widgets.announce import show_sentence
from desktop_app.ui.widgets.copying import FormField
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import Page, ScrollPage
from desktop_app.ui.widgets.path_browser import PathBrowser
from desktop_app.ui.widgets.path_field import typed_path
from desktop_app.ui.widgets.text import card, column_of, words
from desktop_app.ui.widgets.typed_line import DayLine
from desktop_app.ui.workshop.working_copy import WorkshopError

LEFT = Qt.AlignmentFlag.AlignLeft
KEY_FILES = ("*.p12",)


class FormPage(Page, ScrollPage):
    """What is typed stays until it is done; a passphrase goes as soon as it was used."""

    def __init__(self, name: str, title: str, lead: str) -> None:
        super().__init__(name)
        self._name = name
        self.lines: dict[str, FormField] = {}
        self._secrets: list[FormField] = []
        self._browsers: list[PathBrowser] = []
        self.told = words("", "strong", f"{name}-told")
        self.told.hide()
        self.column.addWidget(words(title, "title"))
        self.column.addWidget(words(lead, "lead"))
        self.column.addWidget(self.told)

    def focus_first(self) -> None:
        """Stand in the first field that is empty."""
        self.to_top()
        empty = [line for line in self.lines.values() if line.isVisible() and not line.text()]
        first = (empty or list(self.lines.values()))[:1]
        for line in first:
            line.setFocus()

    def forget(self) -> None:
        """Nothing secret stays, and no name of a folder that was looked through."""
        for line in self._secrets:
            line.clear()
        for browser in self._browsers:
            browser.forget()

    def section(self, heading: str, told: str = "") -> QVBoxLayout:
        """A card with a heading; fields and buttons go into it."""
        frame = card("plain")
        column = column_of(frame)
        column.addWidget(words(heading, "heading"))
        if told:
            column.addWidget(words(told, "soft"))
        self.column.addWidget(frame)
        return column

    def add_line(
        self, into: QVBoxLayout, key: str, heading: str, text: str = "", *, secret: bool = False
    ) -> FormField:
        """A field with its heading above it; what is typed in a secret one is not shown."""
        line = self._line(into, key, heading, text)
        if secret:
            line.setEchoMode(QLineEdit.EchoMode.Password)
            self._secrets.append(line)
        into.addWidget(line)
        return line

    def add_path(
        self, into: QVBoxLayout, key: str, heading: str, text: str = "", kinds: Sequence[str] = ()
    ) -> FormField:
        """A field for a path, typed or looked for: a file of these kinds, else a folder.

        A path that is given with it is that of a file to write: its folder can be looked for.
        """
        line = self._line(into, key, heading, text)
        browser = PathBrowser(line, kinds, keeps_name=bool(text))
        self._browsers.append(browser)
        into.addWidget(browser)
        return line

    def add_day(
        self, into: QVBoxLayout, key: str, heading: str, today: Callable[[], date]
    ) -> DayLine:
        """A field for a day, read back in words below it."""
        day = DayLine(f"{self._name}-{key}", heading, today)
        into.addWidget(words(heading, "soft"))
        into.addWidget(day)
        self.lines[key] = day.line
        return day

    def _line(self, into: QVBoxLayout, key: str, heading: str, text: str) -> FormField:
        line = FormField(f"{self._name}-{key}", heading, text)
        into.addWidget(words(heading, "soft"))
        self.lines[key] = line
        return line

    def add_button(
        self, into: QVBoxLayout, key: str, text: str, deed: Callable[[], str], icon: str = "tick"
    ) -> IconButton:
        """A button that does something and says what came of it."""
        button = IconButton(text, icon, f"{self._name}-{key}")
        button.clicked.connect(lambda: self.carry_out(deed))
        into.addWidget(button, 0, LEFT)
        return button

    def carry_out(self, deed: Callable[[], str]) -> bool:
        """Do it; what came of it, or why not, is said at the top. Whether it was done."""
        try:
            sentence = deed()
        except WorkshopError as error:
            self.show_message(str(error))
            return False
        self.forget()
        self.show_message(sentence)
        return True

    def progress(self, step: str) -> None:
        """Say which step began; shown at once, because the next one keeps the window busy."""
        self.told.setText(f"{step} …")
        self.told.show()
        self.told.repaint()

    def show_message(self, sentence: str) -> None:
        """Say it at the top of the page, and read it out."""
        show_sentence(self.told, sentence, urgent=True)
        self.to_top()

    def typed(self, key: str) -> str:
        """What stands in a field, without spaces around it; a passphrase as it is."""
        line = self.lines[key]
        return line.text() if line in self._secrets else typed_path(line)
