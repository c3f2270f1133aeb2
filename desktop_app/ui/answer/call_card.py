"""One call to make: large for the first and its equals, compact for the others."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from desktop_app.domain.services.service import Form
from desktop_app.ui.answer.card_text import CardText
from desktop_app.ui.widgets.dial_code import CodeButton, CodePanel, DialButton, Phone
from desktop_app.ui.widgets.failed_button import EMERGENCY, FailedButton
from desktop_app.ui.widgets.flow import LINK_PADDING, Flow
from desktop_app.ui.widgets.icon import IconButton, IconLabel
from desktop_app.ui.widgets.number_label import NumberLabel
from desktop_app.ui.widgets.text import words

FORM_RULE = "{}: professionals must also send this form"
NOBODY, NOBODY_TOLD = "Nobody answered (N)", "Nobody answered"
NOTE = "Copy a note for the record"
NOTE_TOLD = "When you looked, the service, the number and why. Nothing about anybody."
PHONE_FIRST = "If harm is immediate, phone first. Send the form afterwards."


class HeroCard(QFrame):
    """The call to make, its number large enough to read from across the room."""

    copy_requested = Signal(str)
    failed_told = Signal(str, str, object)
    note_wanted = Signal()
    dial_wanted = Signal(str)
    nobody_answered = Signal()

    def __init__(self, text: CardText, name: str, *, alone: bool) -> None:
        super().__init__()
        self.setProperty("card", "hero")
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(6)
        column.addWidget(words(text.purpose, "eyebrow", f"{name}-purpose"))
        _say(column, text.before, "strong", f"{name}-before")
        column.addWidget(words(text.service, "service", f"{name}-service"))
        column.addWidget(words(text.kind, "soft", f"{name}-kind"))
        self.number = NumberLabel(text.number, f"{name}-number")
        copy = self._copy_button(text, name)
        copy.setProperty("snug", not alone)
        column.addLayout(_number_row(self.number, copy if alone else None))
        self.time = words("", "soft", "time-used" if name == "first" else "", wrap=False)
        self.time.hide()
        row = _state_row(text, name)
        if not alone:
            row.addWidget(copy)  # beside each other the numbers need the whole width
        if name == "first" and text.number != EMERGENCY:
            row.addWidget(self._nobody_button(text))
        row.addWidget(self.time)
        column.addLayout(row)
        _say(column, text.because, "body", f"{name}-because")
        _say(column, text.doubt, "strong", f"{name}-doubt")
        _say(column, text.note, "soft", f"{name}-note")
        self._add_deeds(column, text, name)
        _say(column, optional_form(text.form), "soft", f"{name}-form-name", selectable=True)
        column.addWidget(words(text.provenance, "small", f"{name}-provenance"))
        column.addStretch()

    def _copy_button(self, text: CardText, name: str) -> IconButton:
        button = copy_button(text, name, "strong" if name == "first" else "plain")
        button.clicked.connect(lambda: self.copy_requested.emit(text.number))
        return button

    def _nobody_button(self, text: CardText) -> IconButton:
        button = IconButton(NOBODY, "", "first-nobody", "plain")
        button.setAccessibleName(f"{NOBODY_TOLD}: {text.service}, {text.number}")
        button.setAccessibleDescription("The next number takes its place. Key: N")
        button.clicked.connect(self.nobody_answered)
        return button

    @property
    def code_shown(self) -> bool:
        """Whether the code that dials the number is on screen."""
        return self._code is not None and self._code.opened

    def turn_code(self) -> None:
        """Show the code that dials the number, or hide it; nothing where there is none."""
        if self._code is not None:
            self._code.turn()

    def _add_deeds(self, column: QVBoxLayout, text: CardText, name: str) -> None:
        """What can be done with the number beside reading and copying it."""
        row, self._code = Flow(gap=4, line_gap=0, out=LINK_PADDING), None
        column.addLayout(row)
        if text.dialled:
            panel = CodePanel(text.dialled, text.number, name)
            self._code = CodeButton(text.service, text.number, name)
            self._code.turned.connect(panel.turn)
            row.addWidget(self._code)
            column.addWidget(panel)
        if text.dialled and Phone.here():
            dial = DialButton(text.service, text.number, name)
            dial.clicked.connect(lambda: self.dial_wanted.emit(text.dialled))
            row.addWidget(dial)
        if name == "first":
            note = IconButton(NOTE, "form", f"{name}-copy-note", "link")
            note.setAccessibleDescription(NOTE_TOLD)
            note.setToolTip(NOTE_TOLD)
            note.clicked.connect(self.note_wanted)
            row.addWidget(note)
        _offer_slip(self, text, name, row, column)


class CallCard(QFrame):
    """One of the other calls: what for, who, the number, whether it answers."""

    copy_requested = Signal(str)
    failed_told = Signal(str, str, object)

    def __init__(self, text: CardText, name: str, place: int = 0) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self.setObjectName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(16)
        if place:
            badge = words(str(place), "key", wrap=False)
            badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
            badge.setAccessibleName(f"Number {place} to try")
            row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column(text, name), 1)

    def _column(self, text: CardText, name: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(words(text.purpose, "soft", f"{name}-purpose"))
        _say(column, text.before, "strong", f"{name}-before")
        column.addWidget(words(text.service, "strong", f"{name}-service"))
        if text.form and text.form.compulsory:
            column.addWidget(FormCard(text.form, name, text.service))
        column.addLayout(self._number_row(text, name))
        row = _state_row(text, name)
        column.addLayout(row)
        _offer_slip(self, text, name, row, column)
        _say(column, text.because, "small", f"{name}-because")
        _say(column, text.doubt, "strong", f"{name}-doubt")
        _say(column, text.note, "small", f"{name}-note")
        return column

    def _number_row(self, text: CardText, name: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(NumberLabel(text.number, f"{name}-number", 30))
        button = copy_button(text, name, "link")
        button.clicked.connect(lambda: self.copy_requested.emit(text.number))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()
        return row


class StateBadge(QFrame):
    """Open, likely open, closed or not certain: in words, as a shape, only then as a colour."""

    def __init__(self, text: CardText, name: str) -> None:
        super().__init__()
        state = str(text.state)
        self.setProperty("state", state)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 14, 5)
        row.setSpacing(8)
        row.addWidget(IconLabel(state, f"{state}_ink", 20, f"{state}_fill"))
        label = words(text.state_words, "state", name, wrap=False)
        row.addWidget(label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class FormCard(QFrame):
    """The form that has to be sent; it stands before the number where it is compulsory."""

    def __init__(self, form: Form, name: str, service: str) -> None:
        super().__init__()
        self.setProperty("card", "form")
        self.setObjectName(f"{name}-form")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(16)
        row.addWidget(IconLabel("form", "caution_ink", 28), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(words(FORM_RULE.format(service), "body", f"{name}-form-rule"))
        column.addWidget(words(form.name, "strong", f"{name}-form-name"))
        note = form.note if "phone first" in form.note else f"{PHONE_FIRST} {form.note}".strip()
        column.addWidget(words(note, "strong", f"{name}-form-note"))
        _say(column, how_to_send(form), "body", f"{name}-form-how", selectable=True)
        row.addLayout(column, 1)


def how_to_send(form: Form) -> str:
    """How the form is sent and where it is found, in one line."""
    told = ": ".join(part for part in (form.how, form.address) if part)
    return told[:1].upper() + told[1:]


def optional_form(form: Form | None) -> str:
    """A form that may be sent as well, in one line; a compulsory one stands elsewhere."""
    if form is None or form.compulsory:
        return ""
    return ". ".join(part for part in (f"Form: {form.name}", how_to_send(form), form.note) if part)


def copy_button(text: CardText, name: str, look: str) -> IconButton:
    """Copies the number and nothing else."""
    button = IconButton("Copy", "copy", f"{name}-copy", look)
    button.setToolTip("Copy the number")
    button.setAccessibleName(f"Copy the number of {text.service}")
    button.setAccessibleDescription("Puts only the number on the clipboard")
    return button


def _offer_slip(
    card: HeroCard | CallCard, text: CardText, name: str, row: Flow, column: QVBoxLayout
) -> None:
    """A slip about this number, unless it is 999."""
    if text.number == EMERGENCY:
        return
    button = FailedButton(text.number, text.service, name)
    button.told.connect(lambda what: card.failed_told.emit(text.number, text.service, what))
    row.addWidget(button)
    column.addWidget(button.panel)


def _number_row(number: NumberLabel, copy: IconButton | None) -> QHBoxLayout:
    """The number, as wide as it likes, with what copies it right behind it."""
    row = QHBoxLayout()
    row.setSpacing(24)
    row.addWidget(number)
    if copy is not None:
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch()
    return row


def _state_row(text: CardText, name: str) -> Flow:
    row = Flow(gap=12)
    row.addWidget(StateBadge(text, f"{name}-state"))
    return row


def _say(
    column: QVBoxLayout, text: str, voice: str, name: str, *, selectable: bool = False
) -> QLabel | None:
    """A line of words, if there is anything to say."""
    if not text:
        return None
    label = words(text, voice, name, copies=selectable)
    column.addWidget(label)
    return label
