"""Where a file goes or comes from, asked on the page itself.

Not by the system's file dialog: it remembers the folders and files somebody used, and its own
windows would stay in front when everything is hidden. The path is always in sight and can be typed;
folders are chosen from a list of our own.
"""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatch
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.copying import FormField
from desktop_app.ui.widgets.folder_choice import FolderChoice, usual_folders
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import bring_into_sight, clear
from desktop_app.ui.widgets.text import words

WRITE_TO, READ_FROM = "The file to write", "The file to read"
WRITE, REPLACE = "Write it", "Replace it"
ELSEWHERE = "In another folder:"
THERE = "There is a file “{}” already. Press “Replace it” to write over it, or type another name."
MOST_FOUND = 6


class _Place(QWidget):
    """A line for a path and a button that uses it; hidden until it is asked for."""

    chosen = Signal(object)

    def __init__(self, name: str, label: str, button: str) -> None:
        super().__init__()
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(words(label, "soft"))
        self.above = QVBoxLayout()
        column.addLayout(self.above)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.line = FormField(f"{name}-path", label)
        self.line.returnPressed.connect(self._use)
        self.use = IconButton(button, "tick", f"{name}-use")
        self.use.clicked.connect(self._use)
        row.addWidget(self.line, 1)
        row.addWidget(self.use)
        column.addLayout(row)
        self.below = QVBoxLayout()
        column.addLayout(self.below)
        self.hide()

    def forget(self) -> None:
        """Hide the line and what was typed in it."""
        self.line.setText("")
        self.hide()

    def _path(self) -> Path | None:
        text = typed_path(self.line)
        if not text:
            return None
        try:
            return Path(text).expanduser()
        except RuntimeError:  # "~nobody": whoever opens it says that there is no such folder
            return Path(text)

    def _use(self) -> None:
        if (path := self._path()) is not None:
            self.chosen.emit(path)


class SavePlace(_Place):
    """Asks where to write a file; the documents folder is proposed, others are a press away.

    A file that lies there is replaced only after a press on a button that says so: Enter in the
    line asks, and a key held down or a double click never goes past the question.
    """

    def __init__(self, name: str, file_name: str) -> None:
        super().__init__(name, WRITE_TO, WRITE)
        self._file_name = file_name
        self._asked: Path | None = None
        self._warning = words("", "strong", f"{name}-warning")
        self._warning.hide()
        self.above.addWidget(self._warning)
        self._folders = FolderChoice(f"{name}-folder")
        self._folders.chosen.connect(self._put_in)
        self.below.addWidget(words(ELSEWHERE, "soft"))
        self.below.addWidget(self._folders)
        self.line.textChanged.connect(self._changed)

    def ask(self) -> None:
        """Open the line, with a folder that is there."""
        self._folders.ask(documents())
        self.line.setText(str(documents() / self._file_name))
        self.show()
        self.line.setFocus()
        bring_into_sight(self)

    def propose(self, file_name: str) -> None:
        """Open the line with a name nothing has there yet."""
        path = documents() / file_name
        others = (path.with_stem(f"{path.stem}-{number}") for number in range(2, 100))
        self._file_name = next((p.name for p in (path, *others) if not _is_there(p)), file_name)
        self.ask()

    def forget(self) -> None:
        """Hide the line, what was typed in it, and every folder's name."""
        self._folders.forget()
        super().forget()

    def _path(self) -> Path | None:
        """What is typed as a whole path: a bare name is one in the documents folder."""
        typed = super()._path()
        if typed is None:
            return None
        path = typed if typed.is_absolute() else documents() / typed
        ending = Path(self._file_name).suffix
        if not path.name or path.suffix.casefold() == ending or _is_folder(path):
            return path
        return path.with_name(f"{path.name}{ending}")

    def _use(self) -> None:
        path = self._path()
        if path is None:
            return
        if _is_file(path) and (path != self._asked or self.line.hasFocus()):
            self._asked = path
            self._warning.setText(THERE.format(path.name))
            self._warning.show()
            self.use.setText(REPLACE)
            self.use.setFocus()
            announce(self.use, self._warning.text())
            return
        self._ask_anew()
        self.chosen.emit(path)

    def _put_in(self, folder: Path) -> None:
        """The same name in another folder."""
        typed = super()._path()
        name = typed.name if typed is not None and not _is_folder(typed) else ""
        self.line.setText(str(folder / (name or self._file_name)))

    def _changed(self) -> None:
        self._ask_anew()
        if (path := self._path()) is not None and _is_folder(path.parent):
            self._folders.look_at(path.parent)

    def _ask_anew(self) -> None:
        """Another name, or written: the next file that lies there is asked about again."""
        self._asked = None
        self._warning.hide()
        self.use.setText(WRITE)


class OpenPlace(_Place):
    """Asks which file to read; those found in the usual places are a press away, others two.

    `kinds`: its names, such as "*.csv". `folders`: a folder may be given in place of a file.
    """

    def __init__(self, name: str, *kinds: str, folders: bool = False) -> None:
        super().__init__(name, READ_FROM, "Read it")
        self._kinds, self._takes_folders = kinds, folders
        self._folders = FolderChoice(f"{name}-folder", kinds)
        self._folders.chosen.connect(lambda folder: self.line.setText(str(folder)))
        self._folders.file_chosen.connect(self._take)
        self.below.addWidget(words(ELSEWHERE, "soft"))
        self.below.addWidget(self._folders)

    def ask(self) -> None:
        """Open the line and look around."""
        clear(self.above)
        folders = [folder for _, folder in usual_folders()]
        for place, path in enumerate(found(self._kinds, folders), start=1):
            button = IconButton(str(path), "folder", f"{self.objectName()}-found-{place}", "chip")
            button.clicked.connect(lambda _=False, told=path: self.chosen.emit(told))
            self.above.addWidget(button)
        self._folders.ask(documents())
        self.line.setText("")
        self.show()
        self.line.setFocus()
        bring_into_sight(self)

    def forget(self) -> None:
        """Hide the line, what was typed in it, and the name of every folder and file."""
        clear(self.above)
        self._folders.forget()
        super().forget()

    def _use(self) -> None:
        """What is typed is read; a folder is looked into where only a file can be read."""
        path = self._path()
        if path is not None and not self._takes_folders and _is_folder(path):
            self._folders.browse(path)
            return
        super()._use()

    def _take(self, path: Path) -> None:
        self.line.setText(str(path))
        self._folders.ask(path.parent)  # what was looked through is put away
        self.chosen.emit(path)


def found(kinds: Sequence[str], folders: Iterable[Path]) -> list[Path]:
    """The files of these kinds in these folders, the newest first, at most a handful."""
    paths: dict[Path, float] = {}
    for folder in folders:
        try:
            for path in folder.iterdir():
                name = path.name.casefold()
                if any(fnmatch(name, kind) for kind in kinds) and path.is_file():
                    paths[path] = path.stat().st_mtime
        except OSError:
            continue
    return sorted(paths, key=lambda path: (-paths[path], str(path)))[:MOST_FOUND]


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False  # whoever writes it is told


def _is_file(path: Path) -> bool:
    return _is_there(path) and not _is_folder(path)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def typed_path(line: QLineEdit) -> str:
    """The path in a line, without spaces around it and the quotes that "Copy as path" adds."""
    return line.text().strip().strip('"')


def documents() -> Path:
    """The folder in which a person's files lie: the documents, else what is nearest to them."""
    place = QStandardPaths.StandardLocation
    for each in (place.DocumentsLocation, place.DesktopLocation, place.HomeLocation):
        text = QStandardPaths.writableLocation(each)
        if text and Path(text).is_dir():
            return Path(text)
    return Path.home()
