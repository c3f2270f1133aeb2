"""Numbers named in a note must still be rung: a changed number leaves them behind unseen."""

import re
from collections.abc import Iterable, Iterator

from desktop_app.authoring.read.errors import Mistake
from desktop_app.authoring.read.library import Draft
from desktop_app.authoring.read.sources import Place
from desktop_app.domain.services.service import Standing

MENTION = re.compile(r"(?<!\d)0\d[\d ]{6,12}\d(?!\d)")
OF_THE_PAST = frozenset({"number", "states", "disputes", "aliases", "address"})
"""Entries that tell what a document says or what people type, whatever is rung today."""


def check_mentions(drafts: Iterable[Draft]) -> Iterator[Mistake]:
    """Every number that a text tells readers to ring and that no line in use has."""
    known = list(drafts)
    rung = {
        line.number.replace(" ", "")
        for draft in known
        for line in draft.entry.lines
        if line.standing is not Standing.SUPERSEDED
    }
    for draft in known:
        content = draft.file.content
        for step in draft.place:
            content = content[step]
        for place, number in _mentions(content, ()):
            if number.replace(" ", "") not in rung:
                sentence = f"{number} is named here, but no line in use has this number."
                yield draft.mistake(place, sentence)


def _mentions(content: object, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(content, str):
        yield from ((place, number) for number in MENTION.findall(content))
    elif isinstance(content, list):
        for at, inner in enumerate(content):
            yield from _mentions(inner, (*place, at))
    elif isinstance(content, dict):
        for key, inner in content.items():
            if key not in OF_THE_PAST:
                yield from _mentions(inner, (*place, key))
