"""All that is known of one call, in long words: behind the fold, for whoever wants to know why."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app.domain.services.service import Form
from desktop_app.ui.answer.card_text import CardText
from desktop_app.ui.widgets.call_actions import CallActions
from desktop_app.ui.widgets.failed_button import EMERGENCY, FailedButton
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.number_label import NumberLabel
from desktop_app.ui.widgets.state_badge import StateBadge
from desktop_app.ui.widgets.text import words
from desktop_app.ui.widgets.works_button import add_works

FORM_RULE = "{}: professionals must also send this form"
PHONE_FIRST = "If harm is immediate, phone first. Send the form afterwards."


class DetailCard(QFrame):
    """What for, who, the number, why, how sure we are, and where it comes from."""

    def __init__(self, text: CardText, name: str, actions: CallActions) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self.setObjectName(f"{name}-detail")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(4)
        self._say(text.purpose, "soft", f"{name}-purpose")
        self._say(text.before, "strong", f"{name}-before")
        self._say(text.service, "strong", f"{name}-named")
        self._say(text.kind, "soft", f"{name}-kind")
        if text.form and text.form.compulsory:
            self._add_form(text.form, text.service, name)
        self._add_number(text, name, actions)
        for said, voice, part in (
            (text.because, "body", "because"),
            (text.doubt, "strong", "doubt"),
            (text.note, "small", "note"),
            (optional_form(text.form), "small", "form-name"),
            (text.provenance, "small", "provenance"),
        ):
            self._say(said, voice, f"{name}-{part}", copies=part == "form-name")
        self._column.addStretch(1)  # beside a longer card the words stay together

    def _say(self, text: str, voice: str, name: str, *, copies: bool = False) -> None:
        """A line of words, if there is anything to say."""
        if text:
            self._column.addWidget(words(text, voice, name, copies=copies))

    def _add_form(self, form: Form, service: str, name: str) -> None:
        self._say(FORM_RULE.format(service), "body", f"{name}-rule")
        self._say(form.name, "strong", f"{name}-form-name")
        note = form.note if "phone first" in form.note else f"{PHONE_FIRST} {form.note}".strip()
        self._say(note, "strong", f"{name}-form-note")
        self._say(how_to_send(form), "body", f"{name}-form-how", copies=True)

    def _add_number(self, text: CardText, name: str, actions: CallActions) -> None:
        row = Flow(gap=12, line_gap=4)
        row.addWidget(NumberLabel(text.number, f"{name}-whole-number", 24))
        if text.keyed:
            row.addWidget(words(text.keyed, "strong", f"{name}-whole-keyed", wrap=False))
        state = StateBadge(f"{name}-whole-state")
        state.set_state(text.state, text.state_words)
        row.addWidget(state)
        copy = IconButton("Copy", "copy", f"{name}-whole-copy", "link")
        copy.setAccessibleName(f"Copy the number of {text.service}")
        copy.clicked.connect(lambda: actions.copy(text.number))
        row.addWidget(copy)
        self._column.addLayout(row)
        if text.number != EMERGENCY:
            failed = FailedButton(text.number, text.service, name)
            failed.told.connect(lambda what: actions.report(text.number, text.service, what))
            deeds = Flow(gap=4, line_gap=0)
            deeds.addWidget(failed)
            self._column.addLayout(deeds)
            self._column.addWidget(failed.panel)
            add_works(actions, text.number, text.service, name, (deeds, self._column))


def how_to_send(form: Form) -> str:
    """How the form is sent and where it is found, in one line."""
    told = ": ".join(part for part in (form.how, form.address) if part)
    return told[:1].upper() + told[1:]


def optional_form(form: Form | None) -> str:
    """A form that may be sent as well, in one line; a compulsory one stands elsewhere."""
    if form is None or form.compulsory:
        return ""
    return ". ".join(part for part in (f"Form: {form.name}", how_to_send(form), form.note) if part)
