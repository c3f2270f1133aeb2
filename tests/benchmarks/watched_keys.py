"""One window used by key after key, watched from inside; run by `keys` as a program of its own.

    python watched_keys.py

Prints one line of JSON: for each key what was pressed and the processor time, in milliseconds, from
the press until what it led to is painted. A digit that answers the second question leads to a
number; that it waits in case an address follows is left out, as nothing works meanwhile. Keys come
at a person's pace: what the program does while somebody reads is done before the next one.
"""

import os
import time
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from tests.benchmarks import watched_start

BUILT_MS, READ_MS, NOTHING_MS, LONGEST_MS = 1_500, 400, 1_500, 240_000
BACK = "back"
ANSWERING = ("y", "y", "n", "i", "i", "q", "q")
"""On an answer: yes and taken back, nobody answered, the fold and the code, open and closed."""
WALKS = ("1", "2", "3", "4") * 2
CODES = {BACK: Qt.Key.Key_Backspace}
Step = tuple[str, bool]
"""A key, and whether it leads to a number."""


def steps() -> Iterator[Step]:
    """Each worry in turn: the first council, whatever an answer has keys for, and back again."""
    for worry in WALKS:
        yield worry, False
        yield "1", True
        yield from ((key, False) for key in (*ANSWERING, BACK, BACK))


class KeyByKey:
    """Presses one key after another, each some time after the one before was painted."""

    def __init__(self, watch: watched_start.Watch, window: Any) -> None:
        self._watch, self._window = watch, window
        self._steps = steps()
        self._step: Step = ("", False)
        self._number, self._began = 0, 0.0
        self._nothing = QTimer(singleShot=True, interval=NOTHING_MS)
        self._nothing.timeout.connect(self._go_on)
        QTimer.singleShot(BUILT_MS, self._next)

    def _next(self) -> None:
        following = next(self._steps, None)
        if following is None:
            watched_start.report(self._watch)
            return
        self._step, self._began = following, time.process_time() * 1000
        self._nothing.start()
        self._watch.after_next(self._painted)
        self._press(self._step[0])

    def _painted(self) -> None:
        name, leads_to_number = self._step
        if leads_to_number and not self._shows_number():
            self._watch.after_next(self._painted)  # what was painted is that the answer waits
            return
        self._watch.told[f"{self._number:03d} {name}"] = self._watch.last[1] - self._began
        self._go_on()

    def _go_on(self) -> None:
        """The next one; a key that changes nothing paints nothing: not all answers ask."""
        self._nothing.stop()
        self._watch.after_next(lambda: None)
        self._number += 1
        QTimer.singleShot(READ_MS, self._next)

    def _press(self, name: str) -> None:
        key = CODES.get(name) or Qt.Key(ord(name.upper()))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            at = QApplication.focusWidget() or self._window
            text = "" if name in CODES else name
            QApplication.sendEvent(at, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def _shows_number(self) -> bool:
        shown = self._window.findChild(QLabel, "first-number")
        return shown is not None and shown.isVisible()


def main() -> None:
    """Open the window and press; the process ends by itself."""
    app, window, whole = watched_start.ours(keys=True)
    watch = watched_start.Watch(whole)
    _pressing = KeyByKey(watch, window)  # kept by name: a timer does not keep it
    window.installEventFilter(watch)
    QTimer.singleShot(LONGEST_MS, lambda: os._exit(1))
    app.exec()


if __name__ == "__main__":
    main()
