"""A file of updates dragged onto the window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent

from desktop_app.ui.window.coverable import CoverableWindow

ENDING = ".wtcrelease"
INVITES = "Let go to take this update."


class DropTarget(QObject):
    """Takes one file of the right kind, wherever in the window it is let go."""

    file_dropped = Signal(object)
    invites = Signal(str)

    def __init__(self, window: CoverableWindow) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept the drag of an update; every other drag is left alone."""
        del watched
        kind = event.type()
        if kind is QEvent.Type.DragLeave:
            self.invites.emit("")
        if kind not in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return False
        if not isinstance(event, QDropEvent):
            return False
        path = None if self._window.covered else update_in(event)
        if path is None:
            return False
        event.acceptProposedAction()
        self.invites.emit(INVITES if kind is QEvent.Type.DragEnter else "")
        if kind is QEvent.Type.Drop:
            self.file_dropped.emit(path)
        return True


def update_in(event: QDropEvent) -> Path | None:
    """The one update file that is dragged; none when it is anything else."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if ENDING in path.name.lower() else None
