"""From the page that prints to a printer or a file; both are asked for in the window itself."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app import paths
from desktop_app.domain.places.councils import Council
from desktop_app.domain.practice.card import PracticeCard
from desktop_app.domain.services.directory import Directory
from desktop_app.fileformat.chosen_file import save_chosen
from desktop_app.ui.printing.card_languages import card_languages
from desktop_app.ui.printing.printout import Printout, pdf
from desktop_app.ui.printing.view import PrintView
from desktop_app.ui.widgets.path_field import SavePlace

SAVED = "Saved: {}"
FIRST_NAME = "numbers.pdf"


class Paper(QObject):
    """Makes the page and does what it announces; `said` takes the sentences for the foot."""

    said = Signal(str)

    def __init__(
        self, directory: Directory, today: date, practice: PracticeCard, home: Council | None
    ) -> None:
        super().__init__()
        self._directory, self._today = directory, today
        self._pages: Printout | None = None
        languages = card_languages(paths.resources() / "cards")
        self.view = PrintView(directory, today, languages, practice, home)
        self._place = SavePlace("print-to", FIRST_NAME)
        self.view.put_below_buttons(self._place)
        self.view.print_wanted.connect(self._print)
        self.view.pdf_wanted.connect(self._ask_where)
        self.view.forgotten.connect(self._forget)
        self._place.chosen.connect(self._save)

    def show_directory(self, directory: Directory, today: date) -> None:
        """A newer directory came, or a new day began."""
        if (directory, today) != (self._directory, self._today):
            self._directory, self._today = directory, today
            self.view.show_directory(directory, today)

    def set_home(self, home: Council | None) -> None:
        """The practice said which council it is in."""
        self.view.set_home(home)

    def show_practice(self, practice: PracticeCard) -> None:
        """The practice changed its card."""
        self.view.show_practice(practice)

    def _print(self, pages: Printout) -> None:
        from desktop_app.ui.printing.dialog import ask_and_print  # loads what knows the printers

        window: QWidget = self.view.window()
        if trouble := ask_and_print(pages, window):
            self.said.emit(trouble)

    def _ask_where(self, pages: Printout) -> None:
        """Ask on the page: the system's dialog keeps the names of files it was shown."""
        self._pages = pages
        self._place.propose(pages.file_name)
        self.view.ensureWidgetVisible(self._place)

    def _save(self, path: Path) -> None:
        if self._pages is None:
            return
        trouble = save_chosen(path, pdf(self._pages))
        self.said.emit(trouble or SAVED.format(path))
        if not trouble:
            self._forget()

    def _forget(self) -> None:
        self._pages = None
        self._place.forget()
