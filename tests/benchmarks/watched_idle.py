"""One window left alone, watched from inside; run by `idle` as a program of its own.

    python watched_idle.py home|minimised|answer SECONDS

Brings the window into that state, lets it come to rest, and prints one line of JSON: what its
process worked and how often it woke in that time. `threads`: how many threads it has by then.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop_app.app.first_screen import FirstScreen
from desktop_app.app.main import start

BEGUN_MS, READ_MS, AT_REST_MS = 2_000, 1_500, 15_000
"""The window has begun; a question is read; nothing that follows a start or a key is under way."""


def wakes() -> int:
    """How often the threads of this process have gone to sleep: as often as they woke."""
    return sum(_switches(status) for status in Path("/proc/self/task").glob("*/status"))


def _switches(status: Path) -> int:
    rows = status.read_text("utf-8").splitlines()
    return next(int(row.split()[1]) for row in rows if row.startswith("voluntary"))


def press() -> None:
    """The first answer of the question in front."""
    at = QApplication.focusWidget()
    if at is None:
        raise RuntimeError("nothing has the keyboard")
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key = QKeyEvent(kind, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1")
        QApplication.sendEvent(at, key)


def bring_about(state: str, screen: FirstScreen, then: Callable[[], None]) -> None:
    """Bring the window into a state, then wait until it rests."""
    if state == "minimised":
        screen.window.showMinimized()
    if state == "answer":
        press()
        QTimer.singleShot(READ_MS, press)
    QTimer.singleShot(AT_REST_MS, then)


def measure(screen: FirstScreen, state: str, seconds: int) -> None:
    """Look at the process, and again after so many seconds."""
    begun = (time.process_time(), wakes())

    def report() -> None:
        worked, woke = (time.process_time() - begun[0]) * 1000, wakes() - begun[1]
        answered = screen.call_now.situation is not None
        if answered != (state == "answer"):
            raise RuntimeError(f"the window is not in the state {state!r}")
        threads = len(list(Path("/proc/self/task").iterdir()))
        told = {"worked_ms": worked, "woke": woke, "threads": threads}
        print(json.dumps(told), flush=True)
        os._exit(0)

    QTimer.singleShot(seconds * 1000, report)


def fail(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Whatever was raised in the window ends the process: it would go on without a word."""
    sys.__excepthook__(kind, error, trace)
    os._exit(1)


def main(state: str, seconds: int) -> None:
    """Start, bring about, measure; the process ends by itself."""
    sys.excepthook = fail
    app, screen = start(sys.argv[:1])
    QTimer.singleShot(
        BEGUN_MS, lambda: bring_about(state, screen, lambda: measure(screen, state, seconds))
    )
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
