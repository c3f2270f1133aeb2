"""A document added to the list of the working file's area, so that facts can cite it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from desktop_app.workshop.documents import documents_in
from desktop_app.workshop.editing import ChangeReason, edit
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.source_tree import AREAS, NATIONAL, areas_in
from desktop_app.workshop.work_file import WorkFile
from desktop_app.workshop.yaml_edit import Edit

TAKEN = "A document has the id “{}” already. Cite that one, or give this another id."


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDocument:
    """What is known of it; `dated` in words, as honest as the document shows it."""

    id: str
    title: str
    publisher: str
    dated: str
    address: str = ""
    year: int | None = None


def add_document(work: WorkFile, new: NewDocument, said: ChangeReason) -> int:
    """Put it at the end of the area's list as one act; WorkshopError when its id is taken."""
    texts = work.texts
    if new.id in documents_in(texts):
        raise WorkshopError(TAKEN.format(new.id))
    entry = Edit(file=documents_file(texts), place=("+",), value=asdict(new))
    return edit(work, [entry], said, needs_document=False)


def documents_file(texts: Mapping[str, str]) -> str:
    """The list that new documents go into: the area's own, or the country's where it has none."""
    areas = areas_in(texts)
    own = f"{AREAS}/{areas[0]}/documents.yaml" if areas else ""
    return own if own in texts else f"{NATIONAL}/documents.yaml"
