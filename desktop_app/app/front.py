"""What stands in front of the program and is handed to it: the window, the questions, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from desktop_app.app.dependencies import Dependencies
    from desktop_app.domain.services.errors import DirectoryError
    from desktop_app.ui.call.call_now import CallNow
    from desktop_app.ui.settings.controller import Choices
    from desktop_app.ui.window.faults import Faults
    from desktop_app.ui.window.main_window import MainWindow

HOME, PRACTICE, SETTINGS, PRINT = "call-now", "practice", "settings", "print"
DIRECTORY, GUIDANCE, ABOUT = "directory", "guidance", "about"


class Front(NamedTuple):
    """The parts of the first screen; `say` shows a sentence at the foot for a few seconds."""

    app: QApplication
    parts: Dependencies
    choices: Choices
    call_now: CallNow
    window: MainWindow
    faults: Faults
    say: Callable[[str], None]

    def fail(self, error: DirectoryError) -> None:
        """Show the trouble in place of the questions; 999 stays where it is."""
        self.call_now.start_again()  # nor may it come back when the trouble is over
        self.faults.show(error)
