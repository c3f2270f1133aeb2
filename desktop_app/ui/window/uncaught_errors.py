"""Uncaught errors: one that nobody foresaw takes the answer away, wherever it was raised.

PySide prints what a slot or an event handler raises and goes on, with whatever stood on the screen
before. Here every such exception, of the window and of the threads beside it, becomes one signal.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from desktop_app.domain.services.errors import ProgramFault

INTERRUPTED = 130
"""The exit status of a program that somebody stopped with Ctrl-C."""


class UncaughtErrors(QObject):
    """Catches what nobody else does; `caught` is heard in the window's own thread."""

    caught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: tuple[Callable[..., Any], ...] = ()

    def install(self) -> None:
        """Catch from now on."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._raised
        threading.excepthook = lambda told: self._catch(told.exc_value)
        sys.unraisablehook = lambda told: self._catch(told.exc_value)

    def remove(self) -> None:
        """Catch no longer."""
        if self._before:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
            self._before = ()

    def _raised(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        forget_kept_error()
        self._catch(error)

    def _catch(self, error: BaseException | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            QCoreApplication.exit(INTERRUPTED)
        elif isinstance(error, Exception):
            from desktop_app.domain.services.errors import ProgramFault  # almost never needed

            fault = ProgramFault.of(error)
            say_where(fault)
            self.caught.emit(fault)


def forget_kept_error() -> None:
    """Let go of what Python keeps of the last error for somebody who debugs.

    Its frames hold what Qt handed to the function that raised: an event that is gone once Qt goes
    on. PySide would take the next event in the same place for that one.
    """
    for name in ("last_type", "last_value", "last_traceback", "last_exc"):
        if hasattr(sys, name):
            delattr(sys, name)


def say_where(fault: ProgramFault) -> None:
    """One line for whoever looks; on Windows there may be nowhere to write it."""
    if sys.stderr is None:
        return
    try:
        print(f"who-to-call: {fault.technical}", file=sys.stderr, flush=True)
    except (OSError, ValueError):
        return  # nobody reads it
