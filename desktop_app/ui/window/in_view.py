"""Whether anybody can see a window: not while it is minimised or put away.

The system tells; a window covered by others counts as seen, which not every system knows.
"""

from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QPixmapCache, QWindow
from PySide6.QtWidgets import QWidget

UNSEEN = (QWindow.Visibility.Hidden, QWindow.Visibility.Minimized)

LAST_PAINTED_MS = 500
"""So long after it went out of sight nothing of it is painted any more."""


class SightCallbacks(Protocol):
    """What is called when that changes."""

    def __call__(self, *, seen: bool) -> None:
        """Somebody can see it now, or nobody can."""
        ...


def watch_sight(window: QWidget, told: SightCallbacks) -> None:
    """Say from now on when a window, or the last of this program, comes into sight or leaves it."""
    handle: QWindow | None = window.windowHandle()
    if handle is None:  # it was never shown: nothing is spared
        return

    def look() -> None:
        seen = anything_in_view()
        if not seen:  # Qt would wake every ten seconds to let go of it piece by piece
            QTimer.singleShot(LAST_PAINTED_MS, QPixmapCache.clear)
        told(seen=seen)

    handle.visibilityChanged.connect(look)


def anything_in_view() -> bool:
    """Whether any window of this program can be seen: a small one above other programs too."""
    return any(each.visibility() not in UNSEEN for each in QGuiApplication.topLevelWindows())
