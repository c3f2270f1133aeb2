"""What frames the numbers of an answer: the compulsory forms above, the sources below."""

from collections.abc import Sequence

from desktop_app.ui.answer.answer_parts import Holder
from desktop_app.ui.answer.call_card import FormCard
from desktop_app.ui.answer.card_text import CardText
from desktop_app.ui.widgets.page import clear
from desktop_app.ui.widgets.text import words

SOURCES = "Where these numbers come from"


def tell_forms(holder: Holder, texts: Sequence[CardText]) -> None:
    """The compulsory forms, each once, above the numbers."""
    clear(holder.column)
    forms = {text.form: text.service for text in texts if text.form and text.form.compulsory}
    holder.setVisible(bool(forms))
    for place, (form, service) in enumerate(forms.items()):
        name = f"beside-{place}" if place else "first"
        holder.column.addWidget(FormCard(form, name, service))


def tell_sources(holder: Holder, texts: Sequence[CardText]) -> None:
    """Where every number of the answer comes from, in one place."""
    clear(holder.column)
    holder.column.addWidget(words(SOURCES, "heading"))
    for place, text in enumerate(texts, start=1):
        said = f"{text.service}, {text.number}. {text.provenance}"
        holder.column.addWidget(words(said, "small", f"source-{place}"))
