"""What stands in the workshop before a working copy is open: open one, or begin one."""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.widgets.announce import show_sentence
from desktop_app.ui.widgets.copying import FormField
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import Page, ScrollPage, clear
from desktop_app.ui.widgets.path_browser import PathBrowser
from desktop_app.ui.widgets.path_field import OpenPlace, SavePlace, typed_path
from desktop_app.ui.widgets.text import card, column_of, words

TITLE = "The workshop"
LEAD = (
    "Here the people who own the numbers keep them true. "
    "What is changed reaches no desk before it is published."
)
OPEN, OPEN_TOLD = "Open a working copy", "One file holds everything: its name ends in .wtcwork."
BEGIN = "Begin a working copy"
BEGIN_TOLD = (
    "From the source files that came with this program, or from the folder that the last steward "
    "handed over."
)
FOLDER = "The folder with the source files"
NAME = "Your name, as it stands beside each change"
LAST, LAST_OF, FORGET = "Open again:", "{}, in {}", "Forget these, and the name"
BREAKS = re.compile(r"([/\\])")
"""Where a long path may go on in the next line."""
LEFT = Qt.AlignmentFlag.AlignLeft
NO_NAME = "Say who you are first: every change carries a name."


class StartView(Page, ScrollPage):
    """Asks for a name and a file; whoever hears the signals opens it."""

    open_wanted = Signal(object, str)
    """The file, and the name of the person."""
    create_wanted = Signal(object, object, str)
    """The folder, the new file, and the name of the person."""
    forget_wanted = Signal()

    def __init__(self, name: str, sources: Path, last: Sequence[Path] = ()) -> None:
        super().__init__("workshop-start")
        self._told = words("", "doubt", "start-told")
        self._told.hide()
        self.column.addWidget(words(TITLE, "title"))
        self.column.addWidget(words(LEAD, "lead"))
        self._name = FormField("start-name", NAME, name)
        frame = card("plain", "start-who")
        column_of(frame).addWidget(words(NAME, "strong"))
        column_of(frame).addWidget(self._name)
        self.column.addWidget(frame)
        self.column.addWidget(self._told)
        self._opening()
        self.show_last(last)
        self._beginning(sources)
        self.column.addStretch(1)

    def focus_first(self) -> None:
        """Stand where something is missing: the name, else the way to open, the last one first."""
        again = self._last.findChild(IconButton, "start-last-1") or self._open
        (again if self._name.text().strip() else self._name).setFocus()

    def show_last(self, files: Sequence[Path]) -> None:
        """Offer these, which were open before, the newest first; none where there are none."""
        column = self._last_column
        clear(column)
        self._last.setVisible(bool(files))
        if not files:
            return
        column.addWidget(words(LAST, "strong"))
        for number, path in enumerate(files, 1):
            button = IconButton(path.name, "folder", f"start-last-{number}", "plain")
            button.setAccessibleName(LAST_OF.format(path.name, path.parent))
            button.clicked.connect(lambda _=False, told=path: self._opened(told))
            column.addWidget(button, 0, LEFT)
            column.addWidget(words(BREAKS.sub("\\1\u200b", str(path.parent)), "soft"))
        forget = IconButton(FORGET, "remove", "start-forget", "link")
        forget.clicked.connect(self._forget)
        column.addWidget(forget, 0, LEFT)

    def show_message(self, sentence: str) -> None:
        """Say why nothing was opened; what was typed stays."""
        show_sentence(self._told, sentence, urgent=True)
        self.to_top()

    def _forget(self) -> None:
        self._open.setFocus()  # the button that was pressed goes
        self.forget_wanted.emit()

    def _opening(self) -> None:
        frame = card("plain", "start-open-card")
        column = column_of(frame)
        column.addWidget(words(OPEN, "heading"))
        column.addWidget(words(OPEN_TOLD, "soft"))
        place = OpenPlace("start-open", "*.wtcwork")
        place.chosen.connect(self._opened)
        self._open = IconButton(OPEN, "folder", "start-open-ask", "strong")
        self._open.clicked.connect(place.ask)
        self._last = QWidget()
        self._last_column = QVBoxLayout(self._last)
        self._last_column.setContentsMargins(0, 0, 0, 0)
        self._last_column.setSpacing(4)
        column.addWidget(self._last)
        column.addWidget(self._open, 0, LEFT)
        column.addWidget(place)
        self.column.addWidget(frame)

    def _beginning(self, sources: Path) -> None:
        frame = card("plain", "start-begin-card")
        column = column_of(frame)
        column.addWidget(words(BEGIN, "heading"))
        column.addWidget(words(BEGIN_TOLD, "soft"))
        column.addWidget(words(FOLDER, "strong"))
        self._folder = FormField("start-folder", FOLDER, str(sources))
        column.addWidget(PathBrowser(self._folder))
        place = SavePlace("start-save", "directory.wtcwork")
        place.chosen.connect(self._began)
        begin = IconButton(BEGIN, "add", "start-begin-ask")
        begin.clicked.connect(lambda: place.propose("directory.wtcwork"))
        column.addWidget(begin, 0, LEFT)
        column.addWidget(place)
        self.column.addWidget(frame)

    def _opened(self, path: Path) -> None:
        if self._named():
            self.open_wanted.emit(path, self._name.text().strip())

    def _began(self, path: Path) -> None:
        if self._named():
            folder = Path(typed_path(self._folder))
            self.create_wanted.emit(folder, path, self._name.text().strip())

    def _named(self) -> bool:
        named = bool(self._name.text().strip())
        self.show_message("" if named else NO_NAME)
        return named
