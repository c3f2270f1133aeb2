"""Something tried again until it is done: a file that another program holds is free in a moment."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

AGAIN_MS, MOST_TRIES = 500, 240
"""A backup holds a small file for seconds; after two minutes somebody has to ask again."""


class Retry(QObject):
    """Tries something again until it is done; what is asked anew takes the place of the old."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: dict[str, tuple[Callable[[], bool], int]] = {}
        self._timer = QTimer(self, interval=AGAIN_MS)
        self._timer.timeout.connect(self.turn)

    def until_done(self, name: str, deed: Callable[[], bool]) -> None:
        """Do it now and, where it answers that it is not done, again later."""
        if not deed():
            self._waiting[name] = deed, MOST_TRIES
            self._timer.start()
        else:
            self._waiting.pop(name, None)

    def turn(self) -> None:
        """One more try of each."""
        for name, (deed, left) in tuple(self._waiting.items()):
            if deed() or left <= 1:
                self._waiting.pop(name, None)
            else:
                self._waiting[name] = deed, left - 1
        if not self._waiting:
            self._timer.stop()
