"""The pages to look things up in (directory, guidance, about): made when first opened.

Nothing of theirs is loaded before that, so that they cost the first picture nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.ui.widgets.call_actions import CallActions

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.domain.browse.catalogue import Catalogue
    from desktop_app.domain.places.councils import Council
    from desktop_app.domain.services.directory import Directory
    from desktop_app.domain.services.errors import DirectoryError
    from desktop_app.ui.directory.view import DirectoryView
    from desktop_app.ui.guidance.view import GuidanceView
    from desktop_app.ui.window.main_window import MainWindow

DIRECTORY, GUIDANCE, ABOUT, PRINT = "directory", "guidance", "about", "print"
OpenDirectory = Callable[[], "Directory"]
OpenCatalogue = Callable[["Directory"], "Catalogue"]
Now = Callable[[], "tuple[datetime, bool]"]
"""The moment to go by, and whether something speaks against it."""


class Reference(QObject):
    """Makes the pages; `failed` takes what is wrong with the directory, `start_again` goes home."""

    def __init__(
        self,
        directory: OpenDirectory,
        catalogue: OpenCatalogue,
        now: Now,
        *,
        failed: Callable[[DirectoryError], None],
        start_again: Callable[[], None],
    ) -> None:
        super().__init__()
        self.call_actions = CallActions()
        self._failed, self._start_again = failed, start_again
        self._open, self._open_catalogue, self._now = directory, catalogue, now
        self._home: Council | None = None
        self._directory: DirectoryView | None = None
        self._guidance: GuidanceView | None = None
        self._lost = False

    def make_directory(self) -> QWidget:
        """The page that lists and shows every service; DirectoryError's own page when it cannot."""
        return self._made(self._directory_page)

    def make_guidance(self) -> QWidget:
        """The page of short texts to read."""
        return self._made(self._guidance_page)

    def make_about(self) -> QWidget:
        """The page that says what this is, how old, and what it cannot do."""
        return self._made(self._about_page)

    def reload(self, window: MainWindow) -> None:
        """A newer directory came: every page that was made shows it, and stays where it was."""
        directory = self._open()
        if self._lost:
            self._lost = False
            window.remake(PRINT)
        if self._directory is not None:
            self._directory.set_directory(directory, self._open_catalogue(directory))
        else:
            window.remake(DIRECTORY)  # what stands there is the page of the fault
        if self._guidance is not None:
            read = self._guidance.pane.page_id
            window.remake(GUIDANCE)
            if any(page.id == read for page in directory.guidance()):
                self._guidance.open_guidance(read)
        else:
            window.remake(GUIDANCE)
        window.remake(ABOUT)

    def lose(self, window: MainWindow) -> None:
        """The directory must not be shown any more: every page that was made says so."""
        self._directory, self._guidance, self._lost = None, None, True
        for page in (DIRECTORY, GUIDANCE, ABOUT, PRINT):
            window.remake(page)

    def show_moment(self, moment: datetime) -> None:
        """The time has moved on."""
        if self._directory is not None:
            self._directory.show_moment(moment, doubted=self._now()[1])

    def set_home(self, home: Council | None) -> None:
        """Learn the practice's own council."""
        self._home = home
        if self._directory is not None:
            self._directory.set_home(home.code if home else None)

    def open_service(self, service_id: str) -> None:
        """Show one service in the directory, which must have been opened."""
        if self._directory is not None:
            self._directory.open_service(service_id)

    @property
    def typed(self) -> bool:
        """Whether words stand in the directory's search."""
        return self._directory is not None and bool(self._directory.search.text())

    def look_for(self, text: str) -> None:
        """Search the directory for this, which must have been opened."""
        if self._directory is not None:
            self._directory.search.setText(text)

    def open_guidance(self, page_id: str) -> None:
        """Show one page of guidance, which must have been opened."""
        if self._guidance is not None:
            self._guidance.open_guidance(page_id)

    def _made(self, make: Callable[[], QWidget]) -> QWidget:
        from desktop_app.domain.services.errors import DirectoryError

        try:
            return make()
        except DirectoryError as error:
            from desktop_app.ui.window.fault_page import FaultPage

            return FaultPage(error.sentence, error.technical)

    def _directory_page(self) -> QWidget:
        from desktop_app.ui.directory.view import DirectoryView

        directory = self._open()
        moment, doubted = self._now()
        catalogue = self._open_catalogue(directory)
        page = DirectoryView(directory, catalogue, moment, self.call_actions, doubted=doubted)
        page.set_home(self._home.code if self._home else None)
        page.nothing.call_wanted.connect(self._start_again)
        page.failed.connect(self._failed)
        self._directory = page
        return page

    def _guidance_page(self) -> QWidget:
        from desktop_app.ui.guidance.view import GuidanceView

        self._guidance = GuidanceView(self._open())
        return self._guidance

    def _about_page(self) -> QWidget:
        from desktop_app.ui.settings.about_view import AboutView

        directory = self._open()
        moment, _ = self._now()
        return AboutView(directory, self._open_catalogue(directory).tally(), moment)
