"""Where a file goes or comes from, asked on the page itself.

Not by the system's file dialog: it remembers the folders and files somebody used, and its own
windows would stay in front when everything is hidden.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QStorageInfo, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.copying import Field
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import bring_into_sight, clear
from desktop_app.ui.widgets.text import words

WRITE_TO, READ_FROM = "The file to write", "The file to read"
WRITE, REPLACE = "Write it", "Replace it"
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
        self.line = Field()
        self.line.setObjectName(f"{name}-path")
        self.line.setAccessibleName(label)
        self.line.setProperty("field", "small")
        self.line.returnPressed.connect(self._use)
        self.use = IconButton(button, "tick", f"{name}-use")
        self.use.clicked.connect(self._use)
        row.addWidget(self.line, 1)
        row.addWidget(self.use)
        column.addLayout(row)
        self.hide()

    def forget(self) -> None:
        """Hide the line and what was typed in it."""
        self.line.setText("")
        self.hide()

    def _path(self) -> Path | None:
        text = self.line.text().strip().strip('"')
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
    """Asks where to write a file; the documents folder is proposed.

    A file that lies there is replaced only after a second press; with `never_over`, whoever writes
    refuses it.
    """

    def __init__(self, name: str, file_name: str, *, never_over: bool = False) -> None:
        super().__init__(name, WRITE_TO, WRITE)
        self._file_name, self._never_over = file_name, never_over
        self._asked: Path | None = None
        self._warning = words("", "strong", f"{name}-warning")
        self._warning.hide()
        self.above.addWidget(self._warning)
        self.line.textChanged.connect(self._ask_anew)

    def ask(self) -> None:
        """Open the line, with a folder that is there."""
        self.line.setText(str(_documents() / self._file_name))
        self.show()
        self.line.setFocus()
        bring_into_sight(self)

    def propose(self, file_name: str) -> None:
        """Open the line with a name nothing has there yet."""
        path = _documents() / file_name
        others = (path.with_stem(f"{path.stem}-{number}") for number in range(2, 100))
        self._file_name = next((p.name for p in (path, *others) if not p.exists()), file_name)
        self.ask()

    def _use(self) -> None:
        path = self._path()
        if path is None:
            return
        if not self._never_over and path != self._asked and _is_there(path):
            self._asked = path
            self._warning.setText(THERE.format(path.name))
            self._warning.show()
            self.use.setText(REPLACE)
            announce(self.line, self._warning.text())
            return
        self._ask_anew()
        self.chosen.emit(path)

    def _ask_anew(self) -> None:
        """Another name, or written: the next file that lies there is asked about again."""
        self._asked = None
        self._warning.hide()
        self.use.setText(WRITE)


class OpenPlace(_Place):
    """Asks which file to read; those found in the usual places are a press away."""

    def __init__(self, name: str, pattern: str) -> None:
        super().__init__(name, READ_FROM, "Read it")
        self._pattern = pattern

    def ask(self) -> None:
        """Open the line and look around."""
        clear(self.above)
        for place, path in enumerate(found(self._pattern, usual_folders()), start=1):
            button = IconButton(str(path), "folder", f"{self.objectName()}-found-{place}", "chip")
            button.clicked.connect(lambda _=False, told=path: self.chosen.emit(told))
            self.above.addWidget(button)
        self.line.setText("")
        self.show()
        self.line.setFocus()
        bring_into_sight(self)


def found(pattern: str, folders: Iterable[Path]) -> list[Path]:
    """The files of this kind in these folders, at most a handful."""
    paths: list[Path] = []
    for folder in folders:
        try:
            paths += sorted(path for path in folder.glob(pattern) if path.is_file())
        except OSError:
            continue
    return list(dict.fromkeys(paths))[:MOST_FOUND]


def usual_folders() -> Iterator[Path]:
    """Desktop, documents, downloads, and the drives that are plugged in."""
    places = QStandardPaths.StandardLocation
    for place in (
        places.DesktopLocation,
        places.DocumentsLocation,
        places.DownloadLocation,
    ):
        if text := QStandardPaths.writableLocation(place):
            yield Path(text)
    for drive in QStorageInfo.mountedVolumes():
        if (
            drive.isReady()
            and not drive.isRoot()
            and bytes(drive.fileSystemType().data()) in STICKS
        ):
            yield Path(drive.rootPath())


STICKS = (b"vfat", b"exfat", b"msdos", b"FAT32", b"exFAT", b"fuseblk")
"""File systems of memory sticks; others would bring in every mount of a server."""


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False  # whoever writes it is told


def _documents() -> Path:
    place = QStandardPaths.StandardLocation
    for each in (place.DocumentsLocation, place.DesktopLocation, place.HomeLocation):
        text = QStandardPaths.writableLocation(each)
        if text and Path(text).is_dir():
            return Path(text)
    return Path.home()
