"""What a person says of a document, with an id of its own and the year of its date."""

import re
from collections.abc import Collection

from desktop_app.ui.workshop.working_copy import NewDocument
from desktop_app.workshop.new_document import NewDocument as Entry

LONGEST = 40
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORD = re.compile(r"[a-z0-9]+")


def named_document(new: NewDocument, *, taken: Collection[str]) -> Entry:
    """The document as the list of documents keeps it; `taken` are the ids that others have."""
    years = [int(found) for found in _YEAR.findall(new.dated)]
    year = years[-1] if years else None
    return Entry(
        id=free_id(new.title, year, taken),
        title=new.title,
        publisher=new.publisher,
        dated=new.dated,
        year=year,
    )


def free_id(title: str, year: int | None, taken: Collection[str]) -> str:
    """An id made of the title's words and the year, that no other document has."""
    parts = _WORD.findall(title.casefold())
    stem = "-".join(parts)[:LONGEST].strip("-") or "document"
    stem = f"{stem}-{year}" if year and str(year) not in parts else stem
    others = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (stem, *others) if each not in taken)
