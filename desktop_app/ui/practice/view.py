"""Our practice: the names and extensions that stand beside every answer, and failed numbers."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app.domain.practice.card import LEAD, Contact, PracticeCard, PracticeError, cleaned
from desktop_app.domain.situation.situation import Concern
from desktop_app.ui.practice.contact_row import ContactRow
from desktop_app.ui.practice.failed_numbers_view import FailedView
from desktop_app.ui.practice.note_card import PracticeNoteCard
from desktop_app.ui.widgets.announce import announce, show_sentence
from desktop_app.ui.widgets.copying import FormField
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import Page, ScrollPage, pressed_in, tab_in_order
from desktop_app.ui.widgets.path_field import OpenPlace, SavePlace
from desktop_app.ui.widgets.text import card, column_of, words

TITLE = "Our practice"
LEAD_IN = (
    "Whoever has just been told sees these names beside every answer. "
    "They stay on this computer, and updates leave them alone."
)
PEOPLE = "Whom to tell here"
CARRIED = "The same card on the other desks"
CARRIED_TOLD = "Write it to a file, carry the file over, and read it there."
PREVIEW = "As it stands beside an answer"
KEPT, NOT_KEPT_YET = "Saved.", "Not saved yet: press Save."
TAKEN = "Read from {}. Look it over, then press Save."
LONGEST_NAME = 120
COUNCIL_TOO = "Save also sets this desk’s council to {}."
WRITTEN = "Written to {}."


class PracticeView(Page, ScrollPage):
    """Edits the card; keeping it, and a file to write or read, are asked for by signals."""

    keep_wanted = Signal(object)
    left = Signal()

    def __init__(self, shown: PracticeCard) -> None:
        super().__init__("practice-page")
        self._kept = shown
        self._rows: list[ContactRow] = []
        self._reports: FailedView | None = None
        self.column.addWidget(words(TITLE, "title"))
        self.column.addWidget(words(LEAD_IN, "lead"))
        self.column.addWidget(self._editor())
        self.column.addWidget(words(PREVIEW, "heading"))
        self._preview = PracticeNoteCard()
        self.column.addWidget(self._preview)
        self.column.addWidget(self._carried())
        self.column.addStretch()
        self.show_card(shown)

    def focus_first(self) -> None:
        """Stand ready to be typed into."""
        self.to_top()
        self._name.setFocus()

    def put_last(self, section: FailedView) -> None:
        """Set the reports at the end of the page."""
        self._reports = section
        self.column.insertWidget(self.column.count() - 1, section)

    def show_card(self, shown: PracticeCard) -> None:
        """Fill the page with this card, in place of what was typed."""
        self._name.setText(shown.name)
        for row in tuple(self._rows):
            self._take_out(row)
        for contact in shown.leads or (Contact(LEAD, ""),):
            self._add_row(contact)
        self._put_in_order()
        self._look()

    def card(self) -> PracticeCard:
        """The card as it is typed now."""
        return PracticeCard(self._name.text(), tuple(row.contact() for row in self._rows))

    def show_message(self, sentence: str) -> None:
        """Say what came of keeping, reading or writing."""
        show_sentence(self._told, sentence)

    @property
    def untouched(self) -> bool:
        """Whether the page shows what it was given, and nothing was typed since."""
        try:
            return cleaned(self.card()) == self._kept
        except PracticeError:
            return False

    def show_kept(self, kept: PracticeCard, told: str = KEPT) -> None:
        """The card as it is kept now, and the sentence that goes with it."""
        self._kept = kept
        self.show_card(kept)
        self.show_message(told)

    def show_written(self, path: Path, trouble: str) -> None:
        """Say what came of writing the file."""
        self._say(trouble or WRITTEN.format(path))

    def show_read(
        self, path: Path, read: PracticeCard | None, trouble: str, council: str = ""
    ) -> None:
        """Fill the page with the card of a file, to be looked over; or say why not.

        `council`: the one that Save sets for this desk as well, when it is another.
        """
        if read is not None:
            self.show_card(read)
        taken = TAKEN.format(path.name) if read is not None else ""
        also = COUNCIL_TOO.format(council) if council else ""
        self._say(" ".join(filter(None, (taken, also, trouble))))

    def forget(self) -> None:
        """Nothing typed stays, only what was kept."""
        self.left.emit()
        self.show_card(self._kept)
        self.show_message("")
        self._carried_told.hide()
        self.save_place.forget()
        self.open_place.forget()
        if self._reports is not None:
            self._reports.forget()

    def _editor(self) -> QFrame:
        frame = card("plain", "practice-editor")
        column = column_of(frame)
        self._name = FormField("practice-name", "The practice’s name")
        self._name.setMaxLength(LONGEST_NAME)
        self._name.textEdited.connect(self._look)
        column.addWidget(words("The practice’s name", "strong"))
        column.addWidget(self._name)
        column.addSpacing(8)
        column.addWidget(words(PEOPLE, "strong"))
        self._people = QVBoxLayout()
        self._people.setSpacing(8)
        column.addLayout(self._people)
        self._told = words("", "strong", "practice-told")
        self._told.hide()
        column.addSpacing(8)
        column.addLayout(self._deeds())
        column.addWidget(self._told)
        return frame

    def _deeds(self) -> Flow:
        row = Flow(gap=12)
        keep = IconButton("Save", "tick", "practice-keep", "strong")
        keep.clicked.connect(self._keep)
        add = IconButton("Add a person", "add", "practice-add")
        add.clicked.connect(self._add_empty)
        row.addWidget(keep)
        row.addWidget(add)
        self._save, self._add = keep, add
        return row

    def _carried(self) -> QFrame:
        frame = card("plain", "practice-carried")
        column = column_of(frame)
        column.addWidget(words(CARRIED, "heading"))
        column.addWidget(words(CARRIED_TOLD, "soft"))
        self.save_place = SavePlace("card-save", "practice-card.json")
        self.open_place = OpenPlace("card-open", "practice-card*.json")
        write = _deed("Write to a file", "save", "card-export", self.save_place.ask)
        read = _deed("Read from a file", "folder", "card-import", self.open_place.ask)
        row = Flow(gap=12)
        row.addWidget(write)
        row.addWidget(read)
        column.addLayout(row)
        column.addWidget(self.save_place)
        column.addWidget(self.open_place)
        self._below = (write, read, self.save_place, self.open_place)
        self._carried_told = words("", "strong", "card-told")
        self._carried_told.hide()
        column.addWidget(self._carried_told)
        return frame

    def _add_empty(self) -> None:
        self._add_row(Contact(LEAD, "")).focus_first()
        self._put_in_order()
        self._look()

    def _put_in_order(self) -> None:
        """Tab goes from the practice's name to its people, and only then to Save."""
        tab_in_order(*pressed_in(self._name, *self._rows, self._save, self._add, *self._below))

    def _add_row(self, contact: Contact) -> ContactRow:
        row = ContactRow(contact, len(self._rows) + 1)
        row.changed.connect(self._look)
        row.taken_out.connect(lambda: self._take_out(row))
        self._rows.append(row)
        self._people.addWidget(row)
        return row

    def _take_out(self, row: ContactRow) -> None:
        self._rows.remove(row)
        self._people.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._look()

    def _look(self) -> None:
        """Show the answer's note as it would be, and whether it is kept."""
        try:
            typed = cleaned(self.card())
        except PracticeError as error:
            self.show_message(error.sentence)
            return
        self._preview.show_card(typed)
        self._preview.show_for(Concern.CHILD)
        self.show_message("" if typed == self._kept else NOT_KEPT_YET)

    def _keep(self) -> None:
        try:
            typed = cleaned(self.card())
        except PracticeError as error:
            self.show_message(error.sentence)
        else:
            self.keep_wanted.emit(typed)

    def _say(self, sentence: str) -> None:
        self._carried_told.setText(sentence)
        self._carried_told.show()
        announce(self._carried_told, sentence)


def _deed(text: str, drawing: str, name: str, does: Callable[[], None]) -> IconButton:
    button = IconButton(text, drawing, name)
    button.clicked.connect(does)
    return button
