"""One session of the window: from the claim to be the only one to the end of the process."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from desktop_app.app.dependencies import Dependencies, installed_parts
from desktop_app.app.first_screen import FirstScreen
from desktop_app.no_window import (
    NO_DISPLAY,
    NO_SCREEN,
    say,
    screen_missing,
    told_without_screen,
)
from desktop_app.ui.window.uncaught_errors import UncaughtErrors, say_where


def start(
    arguments: Sequence[str], parts: Dependencies | None = None
) -> tuple[QApplication, FirstScreen]:
    """Make the first screen and show it; the caller runs it."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    # As an argument, because a style set later is made after another was, which takes 5 ms.
    app = QApplication([*arguments, "-style", "fusion"])
    app.setApplicationName("who-to-call")
    app.setApplicationDisplayName("Who to Call")
    screen = FirstScreen(app, parts or installed_parts())
    screen.show()
    # What came in stays: looking through all of it for garbage takes 4 ms before the first picture
    # and 10 before the first number.
    gc.freeze()
    return app, screen


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window and stay until it is closed."""
    from desktop_app.desktop.core_files import leave_no_core_file
    from desktop_app.desktop.single_instance import OneWindow, runtime_folder, session_name

    if screen_missing():
        say(NO_SCREEN)
        return NO_DISPLAY
    leave_no_core_file()
    here = OneWindow(runtime_folder(), session_name())
    if not here.claim() and here.call_first():
        return 0
    net = UncaughtErrors()
    net.install()
    try:
        try:
            with told_without_screen():
                app, screen = start(sys.argv if arguments is None else arguments)
            net.caught.connect(screen.catch)
            here.wanted_in_front.connect(screen.come_to_front)
            here.listen()
        except Exception as error:  # no window can be put together: what still holds is shown
            return _show_what_holds(error)
        status = app.exec()
    finally:
        net.remove()
        here.leave()
    if screen.hanging:
        # A share that does not answer holds a thread: Python and Qt would be taken apart around it.
        os._exit(status)
    return status


def _show_what_holds(error: Exception) -> int:
    """A window of plain words with 999 and the national lines; stays until it is closed."""
    from desktop_app.domain.services.errors import ProgramFault
    from desktop_app.ui.window.fault_page import bare_fault

    fault = ProgramFault.of(error)
    say_where(fault)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    for each in QApplication.topLevelWidgets():
        each.hide()
    words = bare_fault(fault.sentence)
    words.setWindowTitle("Who to Call")
    words.show()
    return app.exec()
