"""One start of a window, watched from inside; run by `startup` as a program of its own.

    python watched_start.py bare|ours|ours-before [keys]

Prints one line of JSON. Without `keys`: the first picture, the complete page (its last repaint but
the clock's) and the memory a second after the first. With `keys`: two answers are given, each as
soon as the page before is painted; then every page is opened. The wait in which a question takes
no answer because nobody can have read it is left out: it is a decision, not work.
`ours-before` is a checkout from before 28 November 2026, when `desktop_app.app` was one module.
"""

import gc
import importlib
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

if sys.argv[1:2] == ["ours"]:
    gc.disable()  # as `desktop_app.__main__` does before Qt is loaded

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

A_SECOND_MS, SETTLED_MS, LONGEST_MS = 1_000, 400, 30_000


def resident_kb() -> int:
    """The resident set of this process."""
    with Path("/proc/self/status").open() as rows:
        return next(int(row.split()[1]) for row in rows if row.startswith("VmRSS"))


Started = tuple[Any, Any, Callable[[], bool]]
"""The application, its window, and what tells whether everything behind the window stands."""


class Watch(QObject):
    """Hears when a window was repainted; `then` is called once after the next time."""

    def __init__(self, whole: Callable[[], bool] = lambda: True) -> None:
        super().__init__()
        self._whole, self.painted_whole = whole, False
        self.told: dict[str, float | str] = {}
        self.last = (0.0, 0.0)
        self._then: Callable[[], None] | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A repaint of the whole window begins; it is over when the loop is reached again."""
        del watched
        if event.type() is QEvent.Type.UpdateRequest or event.type() is QEvent.Type.Expose:
            QTimer.singleShot(0, self._painted)
        return False

    def after_next(self, then: Callable[[], None]) -> None:
        """Have this called after the next repaint."""
        self._then = then

    def mark(self, name: str) -> None:
        """Keep the time since the process was started, and what it has worked, under a name."""
        self.told[f"{name}_ms"], self.told[f"{name}_cpu_ms"] = self.last

    def _painted(self) -> None:
        self.last, self.painted_whole = now(), self._whole()
        then, self._then = self._then, None
        if then is not None:
            then()


def now() -> tuple[float, float]:
    """Milliseconds since the process was started, and of its processor time."""
    since = (time.monotonic() - float(os.environ["STARTED"])) * 1000
    return since, time.process_time() * 1000


class Hasty:
    """Time in which every question has been seen long enough."""

    def __init__(self, real: Any) -> None:
        self._real, self._now = real, 0

    def now(self) -> int:
        """Ten seconds later at every look."""
        self._now += 10_000
        return self._now

    def countdown(self, do: Callable[[], None], owner: QObject) -> Any:
        """As long as it really is."""
        return self._real.countdown(do, owner)


def bare() -> Started:
    """A window of Qt's with one label."""
    from PySide6.QtWidgets import QLabel, QMainWindow

    app = QApplication(sys.argv)
    window = QMainWindow()
    window.setCentralWidget(QLabel("Hello"))
    window.resize(1180, 860)
    window.show()
    return app, window, lambda: True


def ours(*, keys: bool) -> Started:
    """The program as it opens."""
    from desktop_app.app.main import start

    parts: Any = None
    if keys:
        from desktop_app.app.dependencies import installed_parts
        from desktop_app.ui.widgets.patience import RealPatience

        parts = installed_parts()._replace(patience=Hasty(RealPatience()))
    app, screen = start(sys.argv, parts)
    return app, screen.window, lambda: bool(screen._built)


def ours_before() -> Started:
    """The program as it opened."""
    start: Any = vars(importlib.import_module("desktop_app.app"))["start"]
    app, program = start(sys.argv)
    return app, program.window, lambda: program._live is not None


def watch_start(watch: Watch) -> None:
    """The first picture, the complete page, the memory a second later."""

    def first() -> None:
        watch.mark("first")
        watch.told["first_kb"] = resident_kb()
        QTimer.singleShot(A_SECOND_MS, second_later)

    def second_later() -> None:
        if not watch.painted_whole:  # the computer is busy
            QTimer.singleShot(A_SECOND_MS, second_later)
            return
        watch.mark("complete")
        watch.told["second_later_kb"] = resident_kb()
        report(watch)

    watch.after_next(first)


class Keys:
    """Two keys, each as soon as what came before is painted, then every page."""

    def __init__(self, watch: Watch, window: Any) -> None:
        self._watch, self._window = watch, window
        watch.after_next(self._first)

    def _press(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QKeyEvent

        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            at = QApplication.focusWidget() or self._window
            key = QKeyEvent(kind, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1")
            QApplication.sendEvent(at, key)

    def _first(self) -> None:
        self._watch.after_next(self._question)
        self._press()

    def _question(self) -> None:
        self._watch.mark("question")
        self._watch.after_next(self._answer)
        self._press()

    def _answer(self) -> None:
        from PySide6.QtWidgets import QLabel

        shown = self._window.findChild(QLabel, "first-number")
        if shown is None or not shown.isVisible():
            self._watch.after_next(self._answer)
            return
        self._watch.mark("number")
        self._watch.told["digits"] = shown.text()
        QTimer.singleShot(A_SECOND_MS, self._answered)

    def _answered(self) -> None:
        self._watch.told["answer_kb"] = resident_kb()
        for page in self._window._specs:
            self._window.open(page)
            QApplication.processEvents()
        QTimer.singleShot(SETTLED_MS, self._every_page)

    def _every_page(self) -> None:
        self._watch.told["every_page_kb"] = resident_kb()
        report(self._watch)


def report(watch: Watch) -> None:
    """Say what was seen, and end at once."""
    print(json.dumps(watch.told), flush=True)
    os._exit(0)


def main(arguments: list[str]) -> None:
    """Start and watch; the process ends by itself."""
    keys = "keys" in arguments
    kinds: dict[str, Callable[[], Started]] = {
        "bare": bare,
        "ours-before": ours_before,
        "ours": lambda: ours(keys=keys),
    }
    app, window, whole = kinds[arguments[0]]()
    watch = Watch(whole)
    if keys:
        _walk = Keys(watch, window)  # kept by name: a timer does not keep it
    else:
        watch_start(watch)
    window.windowHandle().installEventFilter(watch)  # hears the first picture
    window.installEventFilter(watch)  # and every later one
    QTimer.singleShot(LONGEST_MS, lambda: os._exit(1))
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1:])
