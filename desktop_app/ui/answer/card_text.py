"""Everything a card says about one call, as words; made once per answer."""

from collections.abc import Iterable
from typing import NamedTuple

from desktop_app.domain.decision.advice import Advice, Call
from desktop_app.domain.hours.status import Badge
from desktop_app.domain.services.dialling import keyed_next, number_to_dial
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.service import Form
from desktop_app.domain.services.wording import (
    checked_words,
    joined,
    kind_words,
    standing_words,
    state_words,
)


class CardText(NamedTuple):
    """One call in words."""

    purpose: str
    service: str
    kind: str
    number: str
    state: Badge
    state_words: str
    because: str
    doubt: str
    note: str
    form: Form | None
    checked: str
    sources: tuple[str, ...]
    dialled: str = ""  # what a code or a button dials; empty where none may
    keyed: str = ""  # what follows the number: "press 2"
    before: str = ""  # what has to be read before the number is rung

    @property
    def provenance(self) -> str:
        """Where the number comes from and when it was checked, in one line."""
        found = f"Number from: {'; '.join(self.sources)}." if self.sources else "No source given."
        return f"{self.checked}. {found}"


def card_text(call: Call, advice: Advice, directory: Directory) -> CardText:
    """The words for one call of an answer."""
    return CardText(
        purpose=joined((call.purpose, *call.also_for)),
        service=call.service.name,
        kind=_kind(call),
        number=call.line.display,
        state=call.reading.badge,
        state_words=state_words(call.reading, advice.moment, call.opens),
        because=call.because,
        doubt=standing_words(call.line.standing),
        note=call.line.note,
        form=call.form,
        checked=checked_words(call.line),
        sources=document_names(call.documents, directory),
        dialled=number_to_dial(call.line),
        keyed=keyed_next(call.line),
        before=call.before,
    )


def document_names(ids: Iterable[str], directory: Directory) -> tuple[str, ...]:
    """Title and date of each document; an unknown one keeps its id, so that nothing is hidden."""
    names = []
    for document_id in ids:
        try:
            document = directory.document(document_id)
        except KeyError:
            names.append(document_id)
        else:
            names.append(f"{document.title}, {document.dated}")
    return tuple(names)


def _kind(call: Call) -> str:
    """Whose line it is and what sort: "Vale Council · Out-of-hours line: Emergency Duty Team"."""
    kind, label = kind_words(call.line.kind), call.line.label
    if label and label.casefold() != kind.casefold():
        kind = f"{kind}: {label}"
    whose = call.service.organisation
    return f"{whose} · {kind}" if whose and whose not in call.service.name else kind
