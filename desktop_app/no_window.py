"""What is said where the window cannot open: one sentence, and an exit status."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

NO_DISPLAY, BROKEN = 2, 70
"""Exit statuses: there is no screen; the program itself has a fault."""
NO_SCREEN = (
    "There is no screen here to open the window on. The same answers in a terminal: "
    "who-to-call now --about child --in POSTCODE"
)
FAULT = "This program has a fault and gives no answer ({}). {} Tell your IT support."


def screen_missing(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether a window would have nowhere to open, as far as that can be told beforehand."""
    if not platform.startswith("linux"):
        return False
    asked = environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    drawn = asked in ("", "xcb", "wayland", "wayland-egl")
    return drawn and not (environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


@contextmanager
def told_without_screen() -> Iterator[None]:
    """While the window opens: where Qt would end the process with a core file, a sentence is said.

    A display that is named and does not answer is noticed by Qt alone, and only this way.
    """
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    def collect(kind: QtMsgType, _context: object, text: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            say(NO_SCREEN)
            os._exit(NO_DISPLAY)
        if kind is not QtMsgType.QtInfoMsg and "plugin" not in text and "display" not in text:
            say(text)

    qInstallMessageHandler(collect)
    try:
        yield
    finally:
        qInstallMessageHandler(None)


def say_fault(error: BaseException) -> int:
    """Say in one line that the program has a fault, and what still answers; its exit status."""
    from desktop_app.domain.services.errors import ProgramFault  # almost never needed
    from desktop_app.domain.services.last_resort import IN_ONE_LINE

    say(FAULT.format(ProgramFault.of(error).technical, IN_ONE_LINE))
    return BROKEN


def say(sentence: str) -> None:
    """Write a line for people; where Windows has no console, show it in a box of its own."""
    if sys.stderr is not None:
        try:
            print(sentence, file=sys.stderr, flush=True)
        except (OSError, ValueError):
            return  # nobody reads it
    elif sys.platform == "win32":
        import ctypes

        warning = 0x30
        ctypes.windll.user32.MessageBoxW(None, sentence, "Who to Call", warning)
