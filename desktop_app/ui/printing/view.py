"""The page on which somebody chooses what to print and sees it before it is printed."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.hours.dates import date_words
from desktop_app.domain.places.councils import Council
from desktop_app.domain.practice.card import PracticeCard
from desktop_app.domain.printing.card_words import CardLanguage
from desktop_app.domain.printing.patient_card import PatientCard, patient_card
from desktop_app.domain.printing.poster import Poster, poster
from desktop_app.domain.printing.rules import PaperIncomplete, Sheet, stamp
from desktop_app.domain.printing.staff_sheet import StaffSheet, staff_sheet
from desktop_app.domain.services.directory import Directory
from desktop_app.ui.printing.choices import MarkedChip, choice
from desktop_app.ui.printing.preview import PrintPreview
from desktop_app.ui.printing.printout import Printout, printout
from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import SIDE, WIDEST, Page, ScrollPage
from desktop_app.ui.widgets.text import words

BESIDE_FROM = 800
"""Pixels at 100 % text size; in less the page is shown below what is chosen."""
TITLES = {
    Sheet.POSTER: "Wall poster",
    Sheet.STAFF: "Contact sheet for staff",
    Sheet.PATIENT_CARD: "Small cards for patients",
}
HINTS = {
    Sheet.POSTER: "A4, for a wall. Public numbers only: nothing meant for staff alone, no names of "
    "staff, and no number our sources disagree about.",
    Sheet.STAFF: "A4, for a drawer or the back of a door, with your safeguarding leads. Not for a "
    "place where patients can read it.",
    Sheet.PATIENT_CARD: "Cards to cut apart. The words on them give nothing away. Ask first "
    "whether it is safe to take one home.",
}
CODES = "QR codes on the cards"
CODES_HINT = (
    "Left out unless you ask: scanning a code leaves a trace in a phone that somebody else may "
    "look through."
)
WHICH = "Choose your council first. Paper for another council would send people to its numbers."
LANGUAGE = "In which language"
LANGUAGE_HINT = "The strip above the cards stays English: it tells staff what to say."
OVERDUE = (
    "These numbers were due for a check after {}. Update the directory before you print, or ring "
    "each number first."
)


class PrintView(Page, ScrollPage):
    """Announces what is to be printed or saved; its owner does both."""

    print_wanted = Signal(object)
    pdf_wanted = Signal(object)
    forgotten = Signal()

    def __init__(
        self,
        directory: Directory,
        today: date,
        languages: tuple[CardLanguage, ...],
        practice: PracticeCard | None = None,
        home: Council | None = None,
    ) -> None:
        super().__init__("print-page")
        self._directory, self._today = directory, today
        self._practice = practice or PracticeCard()
        self._sheets = {each: MarkedChip(f"print-{each}", title) for each, title in TITLES.items()}
        self._councils = {
            each: MarkedChip(f"print-in-{each.slug}", each.name) for each in directory.councils()
        }
        self._languages = {
            x.tag: (x, MarkedChip(f"print-language-{x.tag}", x.language)) for x in languages
        }
        self._codes = MarkedChip("print-codes", CODES)
        self._hint = words("", "soft", "print-hint")
        self._codes_hint = words(CODES_HINT, "soft", "print-codes-hint")
        self._overdue = words("", "strong", "print-overdue")
        self._which = words(WHICH, "strong", "print-which")
        self._incomplete = words("", "strong", "print-incomplete")
        self._preview = PrintPreview()
        self._pages: Printout | None = None
        self._by_hand = False
        self._build()
        self._sheets[Sheet.POSTER].setChecked(True)
        self._connect()
        self.set_home(home)

    @property
    def sheet(self) -> Sheet:
        """What is to be printed."""
        return next(each for each, chip in self._sheets.items() if chip.isChecked())

    @property
    def councils(self) -> tuple[Council, ...]:
        """For which councils, in the order of every screen; none until one is known."""
        return tuple(each for each, chip in self._councils.items() if chip.isChecked())

    def set_home(self, home: Council | None) -> None:
        """The practice's own council: marked, unless somebody has marked one here by hand.

        Without one nothing is drawn: a poster of another council would be believed.
        """
        if home is not None and home in self._councils and not self._by_hand:
            self._keep_only(home)
        self.refresh()

    def show_practice(self, practice: PracticeCard) -> None:
        """The practice changed its card."""
        self._practice = practice
        self.refresh()

    def show_directory(self, directory: Directory, today: date) -> None:
        """A new release was opened, or a new day began."""
        self._directory, self._today = directory, today
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page half of the width there is."""
        super().resizeEvent(event)
        width = min(self.viewport().width(), WIDEST)
        beside = width >= appearance().look.px(BESIDE_FROM)
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._preview.fit(width // 2 if beside else width - 2 * SIDE)

    def forget(self) -> None:
        """Take the pages off the screen, for quick hide; `refresh` brings them back, in English."""
        for language, chip in self._languages.values():
            chip.setChecked(language.original)
        self._pages = None
        self._preview.forget()
        self.forgotten.emit()

    def focus_first(self) -> None:
        """Stand ready; what was taken off the screen is drawn again."""
        if self._pages is None:
            self.refresh()
        self._sheets[self.sheet].setFocus()

    def put_below_buttons(self, widget: QWidget) -> None:
        """Set what asks for a file's name below the buttons."""
        self._left.insertWidget(self._left.count() - 1, widget)

    def refresh(self) -> None:
        """Draw what is chosen."""
        small = self.sheet is Sheet.PATIENT_CARD
        self._hint.setText(HINTS[self.sheet])
        self._with_codes.setVisible(small)
        self._in_language.setVisible(small and len(self._languages) > 1)
        dates = stamp(self._directory.release(), self._today)
        self._overdue.setText(OVERDUE.format(date_words(dates.check_after)))
        self._overdue.setVisible(dates.overdue)
        self._which.setVisible(not self.councils)
        self._pages, missing = self._drawn() if self.councils else (None, "")
        self._incomplete.setText(missing)
        self._incomplete.setVisible(bool(missing))
        for button in (self._print, self._save):
            button.setEnabled(self._pages is not None)
        if self._pages is None:
            self._preview.forget()
        else:
            self._preview.show_pages(self._pages, TITLES[self.sheet])

    def _drawn(self) -> tuple[Printout | None, str]:
        """The pages, or the sentence that says which number would be missing on them."""
        try:
            return printout(self._model()), ""
        except PaperIncomplete as missing:
            return None, missing.sentence

    def _model(self) -> Poster | StaffSheet | PatientCard:
        if self.sheet is Sheet.POSTER:
            return poster(self._directory, self.councils, self._practice.name, self._today)
        if self.sheet is Sheet.STAFF:
            return staff_sheet(self._directory, self.councils, self._practice, self._today)
        language = next(each for each, chip in self._languages.values() if chip.isChecked())
        codes = self._codes.isChecked()
        return patient_card(
            self._directory, self.councils[0], self._today, language, with_codes=codes
        )

    def _choose_sheet(self, chosen: Sheet) -> None:
        for each, chip in self._sheets.items():
            chip.setChecked(each is chosen)
        if chosen is Sheet.PATIENT_CARD and self.councils:
            self._keep_only(self.councils[0])
        self.refresh()

    def _choose_council(self, chosen: Council) -> None:
        """A card is for one council; a sheet for as many as are marked, but not for none again."""
        self._by_hand = True
        if self.sheet is Sheet.PATIENT_CARD or not self.councils:
            self._keep_only(chosen)
        self.refresh()

    def _choose_language(self, tag: str) -> None:
        for each, (_, chip) in self._languages.items():
            chip.setChecked(each == tag)
        self.refresh()

    def _keep_only(self, chosen: Council) -> None:
        for each, chip in self._councils.items():
            chip.setChecked(each == chosen)

    def _connect(self) -> None:
        for sheet, chip in self._sheets.items():
            chip.clicked.connect(lambda _=False, told=sheet: self._choose_sheet(told))
        for council, chip in self._councils.items():
            chip.clicked.connect(lambda _=False, told=council: self._choose_council(told))
        for tag, (_, chip) in self._languages.items():
            chip.clicked.connect(lambda _=False, told=tag: self._choose_language(told))
        self._codes.clicked.connect(self.refresh)
        self._print.clicked.connect(self._ask_for_print)
        self._save.clicked.connect(self._ask_for_pdf)

    def _ask_for_print(self) -> None:
        if self._pages:
            self.print_wanted.emit(self._pages)

    def _ask_for_pdf(self) -> None:
        if self._pages:
            self.pdf_wanted.emit(self._pages)

    def _build(self) -> None:
        self.column.addWidget(words("Print", "title"))
        row = self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(32)
        left = self._left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(choice("What to print", [*self._sheets.values()], [self._hint]))
        left.addWidget(choice("For which council", [*self._councils.values()], [self._which]))
        self._with_codes = choice("For a phone’s camera", [self._codes], [self._codes_hint])
        chips = [chip for _, chip in self._languages.values()]
        chips[0].setChecked(True)
        hint = words(LANGUAGE_HINT, "soft", "print-language-hint")
        self._in_language = choice(LANGUAGE, [*chips], [hint])
        left.addWidget(self._in_language)
        left.addWidget(self._with_codes)
        left.addWidget(self._overdue)
        left.addWidget(self._incomplete)
        left.addWidget(self._buttons())
        left.addStretch()
        row.addLayout(left, 1)
        row.addWidget(self._preview, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self.column.addStretch()

    def _buttons(self) -> QWidget:
        self._print = IconButton("Print…", "print", "print-now", "strong")
        self._save = IconButton("Save as PDF…", "form", "print-pdf")
        holder = QWidget()
        line = Flow(holder, gap=12)
        line.addWidget(self._print)
        line.addWidget(self._save)
        return holder
