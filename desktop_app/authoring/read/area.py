"""Which area a directory is for, from area.yaml: its name, its own councils, its examples."""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field

from desktop_app.authoring.read.errors import Mistake, MistakesFound
from desktop_app.authoring.read.models import Entry, Id, Text, Words
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.read.sources import SourceFile, read_file
from desktop_app.authoring.read.validation_messages import validated
from desktop_app.domain.places.area import Area
from desktop_app.domain.places.councils import Council
from desktop_app.domain.places.place_names import fold
from desktop_app.domain.places.postcode import whole_postcode

FILE = "area.yaml"
TAKEN = frozenset(("national", "unknown", "outside"))
"""Words that mean something else wherever a council may be named."""
LONGEST = 80
"""Letters of a name that stands on every screen, and of an id, which stands in names of files."""
ShortId = Annotated[Id, Field(max_length=LONGEST)]
ShortText = Annotated[Text, Field(max_length=LONGEST)]
NOT_ENGLISH = "The pathways and bank holidays are England’s: an area has English authorities only."


class AuthorityEntry(Entry):
    """One council of the area: its ONS code, and the short name that other files call it by."""

    code: str
    slug: ShortId


class ExamplesEntry(Entry):
    """What can be typed, and, for a postcode, the council it must lead to."""

    postcodes: Annotated[dict[str, Id], Field(min_length=1)]
    places: Annotated[list[ShortText], Field(min_length=1)]
    number: ShortText


class AreaEntry(Entry):
    """The whole file."""

    id: ShortId
    name: ShortText
    steward: Annotated[Words, Field(max_length=LONGEST)] = ""
    counties: list[ShortText] = Field(default_factory=list)
    authorities: Annotated[list[AuthorityEntry], Field(min_length=1)]
    examples: ExamplesEntry


def read_area(sources: SourceTree, names: Mapping[str, str]) -> Area:
    """The area; MistakesFound when something in the file is wrong.

    `names` gives the name of every council by its ONS code.
    """
    file = read_file(sources, FILE)
    mistakes: list[Mistake] = []
    entry = validated(AreaEntry, file, (), mistakes.append)
    if entry is not None:
        mistakes += _mistakes(entry, file, names)
    if mistakes or entry is None:
        raise MistakesFound(mistakes)
    return Area(
        id=entry.id,
        name=entry.name,
        councils=tuple(Council(one.code, names[one.code], one.slug) for one in entry.authorities),
        counties=tuple(map(fold, entry.counties)),
        postcodes=tuple(entry.examples.postcodes.items()),
        places=tuple(entry.examples.places),
        number=entry.examples.number,
    )


def is_english(code: str) -> bool:
    """Whether an ONS code is that of a council or county of England."""
    return code.startswith("E")


def write_area(connection: sqlite3.Connection, area: Area) -> None:
    """Write what the directory is for; its councils stand in the table of all councils."""
    connection.execute("INSERT INTO area VALUES (?, ?)", (area.id, area.name))
    rows = [("postcode", *pair) for pair in area.postcodes]
    rows += [("place", text, "") for text in area.places]
    rows.append(("number", area.number, ""))
    connection.executemany(
        "INSERT INTO area_example VALUES (?, ?, ?, ?)",
        ((kind, at, text, slug) for at, (kind, text, slug) in enumerate(rows)),
    )


def _mistakes(entry: AreaEntry, file: SourceFile, names: Mapping[str, str]) -> Iterator[Mistake]:
    seen: set[str] = set()
    for at, one in enumerate(entry.authorities):
        place = ("authorities", at)
        if one.code not in names or not is_english(one.code):
            told = (
                NOT_ENGLISH if one.code in names else f"No council has the code “{one.code[:20]}”."
            )
            yield file.mistake((*place, "code"), told)
        if one.slug in TAKEN:
            yield file.mistake((*place, "slug"), f"“{one.slug}” means something else.")
        for text in (one.code, one.slug):
            if text in seen:
                yield file.mistake(place, f"“{text}” is given twice; keep one.")
            seen.add(text)
    yield from _example_mistakes(entry, file)


def _example_mistakes(entry: AreaEntry, file: SourceFile) -> Iterator[Mistake]:
    slugs = {one.slug for one in entry.authorities}
    for postcode, slug in entry.examples.postcodes.items():
        if slug not in slugs:
            sentence = f"“{slug}” is not a council of this area."
            yield file.mistake(("examples", "postcodes", postcode), sentence)
        if whole_postcode(postcode) is None:
            sentence = f"“{postcode[:10]}” is not a whole postcode, such as NR1 3JU."
            yield file.mistake(("examples", "postcodes", postcode), sentence)
    if not re.fullmatch("[0-9][0-9 ]*", entry.examples.number):
        sentence = "The beginning of a number has digits and spaces only, such as 01603 22."
        yield file.mistake(("examples", "number"), sentence)
