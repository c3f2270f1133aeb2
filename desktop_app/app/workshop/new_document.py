"""A document that a steward adds: its entry in the list of documents, with an id of its own."""

import re
from collections.abc import Collection

from desktop_app.ui.workshop.working_copy import NewDocument
from desktop_app.workshop.yaml_edit import Edit as WrittenEdit

LONGEST = 40
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORD = re.compile(r"[a-z0-9]+")


def document_entry(
    new: NewDocument, *, file: str, taken: Collection[str]
) -> tuple[str, WrittenEdit]:
    """The id of the new document, and the edit that puts it at the end of the list in `file`."""
    years = [int(found) for found in _YEAR.findall(new.dated)]
    document = free_id(new.title, years[-1] if years else None, taken)
    entry = {
        "id": document,
        "title": new.title,
        "publisher": new.publisher,
        "dated": new.dated,
        "address": "",
        "year": years[-1] if years else None,
    }
    return document, WrittenEdit(file=file, place=("+",), value=entry)


def free_id(title: str, year: int | None, taken: Collection[str]) -> str:
    """An id made of the title's words and the year, that no other document has."""
    parts = _WORD.findall(title.casefold())
    stem = "-".join(parts)[:LONGEST].strip("-") or "document"
    stem = f"{stem}-{year}" if year and str(year) not in parts else stem
    others = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (stem, *others) if each not in taken)
