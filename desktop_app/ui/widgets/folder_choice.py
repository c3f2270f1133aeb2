"""Which folder: the usual ones a press away, and every other one by looking through them.

Our own list and not the system's dialog: Qt's and Windows' write down which folders and files they
were shown, and the system's would stay in front when everything is hidden. This one looks, and
remembers nothing.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QDir, QStandardPaths, QStorageInfo, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import bring_into_sight
from desktop_app.ui.widgets.text import words

BROWSE, UP = "Browse…", "Up one folder"
WITHIN, NONE_WITHIN = "Folders in {}:", "No folders in {}."
CLOSED = "{} cannot be opened. Choose another folder."
SILENT = "{} does not answer. Choose another folder."
MORE = "{} and {} more: type the name of one above."
MOST_SHOWN, LONGEST_TITLE = 40, 32
PATIENCE_S = 2.0
"""A share that does not answer in this time is not waited for."""
STICKS = (b"vfat", b"exfat", b"msdos", b"FAT32", b"exFAT", b"fuseblk")
"""File systems of memory sticks; others would bring in every mount of a server."""


class FolderChoice(QWidget):
    """Buttons for the usual folders and, once asked, for those within; announces the one chosen."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name, self._at = name, Path()
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
        short = title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"
        button = IconButton(short.replace("&", "&&"), "folder", name, "chip")
        button.setAccessibleName(title)
        button.clicked.connect(lambda: self._choose(folder))
        flow.addWidget(button)
        button.show()  # else it cannot take the keyboard yet

    def _choose(self, folder: Path) -> None:
        self._at = folder
        self.chosen.emit(folder)
        if self._within.isVisible():
            self._look_into(folder)

    def _look_into(self, folder: Path) -> None:
        """Show the folders within, and the way up; the keyboard stays here."""
        within, trouble = folders_within(folder)
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
        self._told.setText(trouble or _told(folder, within))
        self._within.show()
        bring_into_sight(self._within)
        if (first := self._found.itemAt(0)) and (widget := first.widget()):
            widget.setFocus()


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


def folders_within(folder: Path, patience_s: float = PATIENCE_S) -> tuple[list[Path], str]:
    """The folders in a folder by name, hidden ones left out; or why they cannot be listed."""
    found: list[Path] = []
    closed: list[OSError] = []

    def look() -> None:
        try:
            with os.scandir(folder) as entries:
                found.extend(Path(each.path) for each in entries if _seen(each))
        except (OSError, ValueError) as error:
            closed.append(OSError(str(error)))

    looking = Thread(target=look, name="folders", daemon=True)
    looking.start()
    looking.join(patience_s)
    if looking.is_alive():
        return [], SILENT.format(folder)
    if closed:
        return [], CLOSED.format(folder)
    return sorted(found, key=lambda each: (each.name.casefold(), each.name)), ""


def drives(root: Path) -> list[Path]:
    """The other drives of this computer, where it has drives."""
    roots = (Path(each.absolutePath()) for each in QDir.drives())
    return [each for each in roots if each != root]


def _seen(entry: os.DirEntry[str]) -> bool:
    try:
        if entry.name.startswith(".") or not entry.is_dir():
            return False
        marks = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    except OSError:
        return False
    return not marks & (stat.FILE_ATTRIBUTE_HIDDEN | stat.FILE_ATTRIBUTE_SYSTEM)


def _told(folder: Path, within: list[Path]) -> str:
    if not within:
        return NONE_WITHIN.format(folder)
    told = WITHIN.format(folder)
    return MORE.format(told, len(within) - MOST_SHOWN) if len(within) > MOST_SHOWN else told


def _empty(flow: Flow) -> None:
    while item := flow.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
