"""The window on its screen: never larger than the screen, and never partly beyond its edge."""

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QMainWindow

from desktop_app.ui.theme.appearance import appearance

STILL_MS = 500
"""A window that somebody drags to another screen is left alone until it has come to rest."""


def fitted(frame: QRect, room: QRect) -> QRect:
    """The frame of a window, made small enough for the room and moved into it."""
    width, height = min(frame.width(), room.width()), min(frame.height(), room.height())
    left = max(room.left(), min(frame.left(), room.left() + room.width() - width))
    top = max(room.top(), min(frame.top(), room.top() + room.height() - height))
    return QRect(left, top, width, height)


class ScreenFit(QObject):
    """Fits the window when it is first seen, when it changes screens, and when its screen changes:
    another resolution, a bar of the desktop, a screen turned or taken away.

    No screen is kept: what stands for one in Python goes with the window that was last asked for
    it, the strip for a call for instance, and an error would be all that is left of it.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window, self._last = window, window.pos()
        self._rest = QTimer(self, singleShot=True, interval=STILL_MS)
        self._rest.timeout.connect(self._look)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._watch)
        for screen in app.screens():
            self._watch(screen)
        handle = window.windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self._begin)
        appearance().changed.connect(self._begin)  # larger text may need a larger window
        self.fit()
        self._begin()  # what gives way to a small window does so only now

    def fit(self) -> None:
        """Make the window fit now; a window that fills its screen is the system's business."""
        window = self._window
        if window.isMaximized() or window.isFullScreen() or window.isMinimized():
            return
        frame, inner = window.frameGeometry(), window.geometry()
        wanted = fitted(frame, window.screen().availableGeometry())
        if wanted.size() != frame.size():
            window.resize(inner.size() + wanted.size() - frame.size())
        if wanted.topLeft() != frame.topLeft():
            window.move(wanted.topLeft())

    def _watch(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._begin)

    def _begin(self) -> None:
        self._last = self._window.pos()
        self._rest.start()

    def _look(self) -> None:
        """Fit it once it lies still."""
        if self._window.pos() != self._last:
            self._begin()
        else:
            self.fit()
