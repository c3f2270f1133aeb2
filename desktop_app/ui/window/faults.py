"""The page of a fault in the place of another one, and what is left when not even that works."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.domain.services.errors import DirectoryError, ProgramFault
    from desktop_app.ui.window.fault_page import FaultPage


class Faults(QObject):
    """Shows what is wrong where the questions stand; `again` tries what went wrong once more."""

    def __init__(self, window: MainWindow, page_id: str, again: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._page_id, self._again = window, page_id, again
        self._page: FaultPage | None = None
        self._catching = self._taken_away = False
        self._before: QWidget | None = None

    @property
    def standing(self) -> bool:
        """Whether the page of a fault stands there."""
        return self._page is not None

    @property
    def _in_front(self) -> bool:
        """Whether it is what stands in the window now."""
        return self._page is not None and self._window.shows(self._page)

    def show(self, error: DirectoryError) -> None:
        """Put the page in its place, in front of whatever else is open."""
        from desktop_app.domain.services.errors import ProgramFault
        from desktop_app.ui.window.fault_page import FaultPage  # almost never needed

        if self._page is None:
            again = isinstance(error, ProgramFault)
            self._page = FaultPage(error.sentence, error.technical, again=again)
            self._page.again_wanted.connect(self._again)
        self._window.show_instead(self._page_id, self._page)

    def clear(self, page: QWidget) -> None:
        """The trouble is over: this page comes back."""
        self._page, self._taken_away = None, False
        self._window.show_instead(self._page_id, page)

    def catch(self, fault: ProgramFault, *deeds: Callable[[], None]) -> None:
        """Do what takes everything shown away; if even that breaks, plain words take its place.

        Where the page of a fault is in front already there is nothing left to take away. Doing it
        again moves things, and what raises as things move would go on for ever.
        """
        if self._catching or (self._taken_away and self._in_front):
            return
        self._catching = True
        try:
            for deed in deeds:
                deed()
            self._taken_away = True
        except Exception:
            from desktop_app.ui.window.fault_page import bare_fault

            # Kept by name: whoever still has something to tell it must not find it gone.
            self._before = self._before or self._window.takeCentralWidget()
            self._window.setCentralWidget(bare_fault(fault.sentence))
        finally:
            self._catching = False
