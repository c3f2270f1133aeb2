"""The source texts of a directory by their names, wherever they lie: in folders or in a file.

Every reader takes a `SourceTree`. It is made once, from a folder, from the national folder and one
area's together, or from texts kept elsewhere, and holds what it read: what was checked is what is
written, whatever happens to the files meanwhile. A mistake names a text of the tree; `located`
says where that stands.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from desktop_app.authoring.read.errors import Mistake, MistakesFound, stop_at

OVERRIDING: Mapping[str, str] = MappingProxyType({"pathways.yaml": "area/pathways.yaml"})
"""Files that an area may have beside the country's, by the name theirs goes by in a tree."""

TOO_MANY_CELLS = "This row has more cells than there are columns: a cell with a comma needs quotes."


NO_TEXT = "A character here cannot be seen and may not stand in text: type the line again."
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufe00-\ufe0f\ufeff\ufff0-\uffff"
    "\U000e0000-\U000fffff]"
)
"""What a screen shows nothing of, or turns the order of letters round with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """One file: its bytes, and where it really stands, for messages."""

    content: bytes
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTree:
    """Source texts by name ("services/a-council.yaml"); a name stands once.

    `place` is where the texts lie, with a slash behind it; `area` the same of the area's own.
    """

    texts: Mapping[str, SourceText]
    place: str = ""
    area: str = ""

    @classmethod
    def of_folder(cls, folder: Path, place: str = "") -> "SourceTree":
        """Every file below a folder; `place` is the folder as messages name it.

        MistakesFound when there is no such folder. What editors and file managers drop beside the
        sources (hidden files, copies ending in ~) is left out.
        """
        if not folder.is_dir():
            raise MistakesFound([Mistake(place or str(folder), 0, "This folder is missing.")])
        paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
        kept = {name: path for name, path in paths.items() if _counts(path, name)}
        return cls.of_bytes({name: path.read_bytes() for name, path in kept.items()}, place)

    @classmethod
    def of_bytes(cls, contents: Mapping[str, bytes], place: str = "") -> "SourceTree":
        """Texts held in memory or in a file of another kind, by name."""
        before = f"{place}/" if place else ""
        texts = {
            name: SourceText(content=content, place=before + name)
            for name, content in sorted(contents.items())
        }
        return cls(texts=MappingProxyType(texts), place=before)

    def with_area(self, area: "SourceTree") -> "SourceTree":
        """These texts, the country's, with an area's; MistakesFound where both have a file."""
        theirs = {OVERRIDING.get(name, name): text for name, text in area.texts.items()}
        stop_at(
            Mistake(text.place, 0, f"The country has this file: {self.texts[name].place}.")
            for name, text in theirs.items()
            if name in self.texts
        )
        joined = dict(sorted({**self.texts, **theirs}.items()))
        return SourceTree(texts=MappingProxyType(joined), place=self.place, area=area.place)

    def names(self, pattern: str = "**") -> list[str]:
        """Names in order: all, or those that fit a pattern such as `services/*.yaml`."""
        return [name for name in self.texts if pattern == "**" or _fits(name, pattern)]

    def __contains__(self, name: str) -> bool:
        return name in self.texts

    def bytes(self, name: str) -> bytes:
        """What stands in a file; MistakesFound when it is missing."""
        if name not in self.texts:
            raise MistakesFound([Mistake(name, 0, "This file is missing.")])
        return self.texts[name].content

    def text(self, name: str) -> str:
        """The same as text with plain line ends; MistakesFound when it is missing or not UTF-8.

        The mark that spreadsheets put in front of UTF-8 is no part of it. What nobody can see, and
        no other file can show, is a mistake as well.
        """
        try:
            text = self.bytes(name).decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError:
            raise MistakesFound([Mistake(name, 0, "This file is not UTF-8 text.")]) from None
        unseen = UNSEEN.search(text)
        if unseen:
            line = text.count("\n", 0, unseen.start()) + 1
            raise MistakesFound([Mistake(name, line, NO_TEXT)])
        return text

    def rows(self, name: str, columns: tuple[str, ...] = ()) -> Iterator[dict[str, str]]:
        """The rows of a CSV file, in order, without the spaces around each cell.

        MistakesFound at a row with more cells than there are columns, and, where `columns` says
        which there must be, when there are others.
        """
        if columns and self.columns(name) != columns:
            raise MistakesFound([Mistake(name, 1, f"The columns are {', '.join(columns)}.")])
        reader = csv.DictReader(StringIO(self.text(name), newline=""))
        for row in reader:
            if None in row:  # a comma without quotes: "Bristol, City of"
                raise MistakesFound([Mistake(name, reader.line_num, TOO_MANY_CELLS)])
            yield {str(key): (cell or "").strip() for key, cell in row.items() if key}

    def columns(self, name: str) -> tuple[str, ...]:
        """The names of a CSV file's columns."""
        return tuple(next(csv.reader(StringIO(self.text(name), newline="")), ()))

    def located(self, mistakes: Iterable[Mistake]) -> list[Mistake]:
        """Mistakes that name a text of this tree, naming where that text really stands."""
        return [replace(one, file=self.place_of(one.file)) for one in mistakes]

    def place_of(self, name: str) -> str:
        """Where a file stands; of one that is missing, where it should."""
        if name in self.texts:
            return self.texts[name].place
        own = name.startswith(("area", "release", "cases", "places/", "services/"))
        return (self.area if own and self.area else self.place) + name


def table_rows(
    sources: SourceTree, name: str, columns: tuple[str, ...], mistakes: list[Mistake]
) -> list[tuple[int, dict[str, str]]]:
    """The rows of a CSV file with their lines; a missing file, or other columns, is a mistake."""
    try:
        return list(enumerate(sources.rows(name, columns), 2))
    except MistakesFound as wrong:
        mistakes += wrong.mistakes
        return []


def _counts(path: Path, name: str) -> bool:
    parts = PurePosixPath(name).parts
    return path.is_file() and not any(part.startswith(".") or part.endswith("~") for part in parts)


def _fits(name: str, pattern: str) -> bool:
    path = PurePosixPath(name)
    return len(path.parts) == len(PurePosixPath(pattern).parts) and path.match(pattern)
