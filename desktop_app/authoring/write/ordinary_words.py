"""Ordinary words of the language, packed: search never takes one of them for a misspelt service."""

import zlib
from collections.abc import Iterable

from sqlite_utils import Database

from desktop_app.authoring.read.source_tree import SourceTree

LISTS = "words/*.txt"
REMARK = "#"


def read_ordinary(sources: SourceTree) -> frozenset[str]:
    """Every word of the lists in the sources' folder of words, one folded word a line."""
    return frozenset(
        line.strip()
        for name in sources.names(LISTS)
        for line in sources.text(name).splitlines()
        if line.strip() and not line.startswith(REMARK)
    )


def write_ordinary_words(database: Database, words: Iterable[str]) -> None:
    """Write the words in order, each between two line ends, compressed.

    As a table of their own they would weigh ten times as much, and every start reads the file.
    """
    text = "\n".join(["", *sorted(words), ""])
    database.table("search_ordinary").insert({"id": 1, "words": zlib.compress(text.encode(), 9)})
