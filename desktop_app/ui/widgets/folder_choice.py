"""Which folder or file: the usual folders a press away, every other one by looking through them.

Our own list and not the system's dialog: Qt's and Windows' write down which folders and files they
were shown, and the system's would stay in front when everything is hidden. This one looks, and
remembers nothing.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from PySide6.QtCore import QDir, QStandardPaths, QStorageInfo, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import bring_into_sight
from desktop_app.ui.widgets.text import words

BROWSE, UP = "Browse…", "Up one folder"
WITHIN, NONE_WITHIN = "Folders in {}:", "No folders in {}."
IN_IT, NOTHING_IN_IT = "In {}, its newest files first:", "No folders and no such files in {}."
CLOSED = "{} cannot be opened. Choose another folder."
SILENT = "{} does not answer. Choose another folder."
MORE = "{} and {} more: type the name of one above."
MOST_SHOWN, LONGEST_TITLE, LONGEST_FILE = 40, 32, 60
PATIENCE_S = 2.0
"""A share that does not answer in this time is not waited for."""
STICKS = (b"vfat", b"exfat", b"msdos", b"FAT32", b"exFAT", b"fuseblk")
"""File systems of memory sticks; others would bring in every mount of a server."""


class Within(NamedTuple):
    """What a folder holds: folders by name, files newest first; or why it cannot be listed."""

    folders: list[Path]
    files: list[Path]
    trouble: str = ""


class FolderChoice(QWidget):
    """Buttons for the usual folders and, once asked, for what is within; announces the one chosen.

    `kinds`: file names such as "*.xlsx" that are offered too; none where a folder is asked for.
    """

    chosen = Signal(object)
    """A folder."""
    file_chosen = Signal(object)

    def __init__(self, name: str, kinds: Sequence[str] = ()) -> None:
        super().__init__()
        self._name, self._at, self._kinds = name, Path(), tuple(kinds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._usual, self._found = Flow(gap=8), Flow(gap=8)
        self._within = QWidget()
        inside = QVBoxLayout(self._within)
        inside.setContentsMargins(0, 0, 0, 0)
        self._told = words("", "soft", f"{name}-told")
        inside.addWidget(self._told)
        inside.addLayout(self._found)
        column.addLayout(self._usual)
        column.addWidget(self._within)
        self._within.hide()

    def ask(self, at: Path) -> None:
        """Offer the usual folders; Browse begins in this one."""
        self.forget()
        self._at = at
        for place, (title, folder) in enumerate(usual_folders(), start=1):
            self._offer(self._usual, f"{self._name}-usual-{place}", title, folder)
        browse = IconButton(BROWSE, "folder", f"{self._name}-browse", "chip")
        browse.clicked.connect(lambda: self._look_into(self._at))
        self._usual.addWidget(browse)

    def browse(self, at: Path) -> None:
        """Offer the usual folders, and at once what is in this one."""
        self.ask(at)
        self._look_into(at)

    def look_at(self, folder: Path) -> None:
        """The folder that is typed now: Browse goes on from there."""
        self._at = folder

    def forget(self) -> None:
        """Take every folder's name off the screen."""
        for flow in (self._usual, self._found):
            _empty(flow)
        self._told.setText("")
        self._within.hide()
        self._at = Path()

    def _offer(self, flow: Flow, name: str, title: str, folder: Path) -> None:
        button = _chip(title, "folder", name, LONGEST_TITLE)
        button.clicked.connect(lambda: self._choose(folder))
        flow.addWidget(button)
        button.show()  # else it cannot take the keyboard yet

    def _offer_file(self, name: str, path: Path) -> None:
        button = _chip(path.name, "note", name, LONGEST_FILE)
        button.clicked.connect(lambda: self.file_chosen.emit(path))
        self._found.addWidget(button)
        button.show()

    def _choose(self, folder: Path) -> None:
        self._at = folder
        self.chosen.emit(folder)
        if self._within.isVisible():
            self._look_into(folder)

    def _look_into(self, folder: Path) -> None:
        """Show the folders within, and the way up; the keyboard stays here."""
        self._at = folder
        within, files, trouble = look_within(folder, self._kinds)
        _empty(self._found)
        above = folder.parent
        if above != folder:
            up = IconButton(UP, "back", f"{self._name}-up", "chip")
            up.clicked.connect(lambda: self._choose(above))
            self._found.addWidget(up)
            up.show()
        else:
            within = list(dict.fromkeys([*drives(folder), *within]))
        for place, each in enumerate(within[:MOST_SHOWN], start=1):
            title = each.name or str(each)
            self._offer(self._found, f"{self._name}-within-{place}", title, each)
        for place, each in enumerate(files[:MOST_SHOWN], start=1):
            self._offer_file(f"{self._name}-file-{place}", each)
        self._told.setText(trouble or self._sum_up(folder, within, files))
        self._within.show()
        bring_into_sight(self._within)
        if (first := self._found.itemAt(0)) and (widget := first.widget()):
            widget.setFocus()

    def _sum_up(self, folder: Path, within: Sequence[Path], files: Sequence[Path]) -> str:
        if not within and not files:
            return (NOTHING_IN_IT if self._kinds else NONE_WITHIN).format(folder)
        told = (IN_IT if self._kinds else WITHIN).format(folder)
        more = max(len(within) - MOST_SHOWN, 0) + max(len(files) - MOST_SHOWN, 0)
        return MORE.format(told, more) if more else told


def usual_folders() -> Iterator[tuple[str, Path]]:
    """Documents, desktop, downloads, and the memory sticks that are plugged in: those there are."""
    places = QStandardPaths.StandardLocation
    named = (
        ("Documents", places.DocumentsLocation),
        ("Desktop", places.DesktopLocation),
        ("Downloads", places.DownloadLocation),
    )
    for title, place in named:
        text = QStandardPaths.writableLocation(place)
        if text and Path(text).is_dir():
            yield title, Path(text)
    for drive in QStorageInfo.mountedVolumes():
        kind = bytes(drive.fileSystemType().data())
        if drive.isReady() and not drive.isRoot() and kind in STICKS:
            yield f"{drive.displayName()} ({drive.rootPath()})", Path(drive.rootPath())


def look_within(folder: Path, kinds: Sequence[str] = (), patience_s: float = PATIENCE_S) -> Within:
    """The folders in a folder and its files of these kinds, hidden ones left out; or why not."""
    folders: list[Path] = []
    files: list[tuple[float, Path]] = []
    closed: list[OSError] = []

    def look() -> None:
        try:
            with os.scandir(folder) as entries:
                for each in entries:
                    if _is_folder(each):
                        folders.append(Path(each.path))
                    elif dated := _dated(each, kinds):
                        files.append(dated)
        except (OSError, ValueError) as error:
            closed.append(OSError(str(error)))

    looking = Thread(target=look, name="folders", daemon=True)
    looking.start()
    looking.join(patience_s)
    if looking.is_alive():
        return Within([], [], SILENT.format(folder))
    if closed:
        return Within([], [], CLOSED.format(folder))
    folders.sort(key=lambda each: (each.name.casefold(), each.name))
    files.sort(key=lambda each: (-each[0], each[1].name.casefold()))
    return Within(folders, [path for _, path in files])


def drives(root: Path) -> list[Path]:
    """The other drives of this computer, where it has drives."""
    roots = (Path(each.absolutePath()) for each in QDir.drives())
    return [each for each in roots if each != root]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir() and _seen(entry) is not None
    except OSError:
        return False


def _dated(entry: os.DirEntry[str], kinds: Sequence[str]) -> tuple[float, Path] | None:
    """When a file was last written, and where it lies; none where it is of another kind."""
    if not any(fnmatch(entry.name.casefold(), kind.casefold()) for kind in kinds):
        return None
    try:
        seen = _seen(entry) if entry.is_file() else None
    except OSError:
        return None
    return None if seen is None else (seen.st_mtime, Path(entry.path))


def _seen(entry: os.DirEntry[str]) -> os.stat_result | None:
    """What the system says of it; none where it is hidden, or Excel's own mark of an open file."""
    if entry.name.startswith((".", "~$")):
        return None
    found = entry.stat(follow_symlinks=False)
    marks = getattr(found, "st_file_attributes", 0)
    hidden = marks & (stat.FILE_ATTRIBUTE_HIDDEN | stat.FILE_ATTRIBUTE_SYSTEM)
    return None if hidden else found


def _chip(title: str, drawing: str, name: str, longest: int) -> IconButton:
    short = title if len(title) <= longest else f"{title[: longest - 1]}…"
    button = IconButton(short.replace("&", "&&"), drawing, name, "chip")
    button.setAccessibleName(title)
    return button


def _empty(flow: Flow) -> None:
    while item := flow.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
