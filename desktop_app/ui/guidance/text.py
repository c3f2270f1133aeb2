"""A guidance page as it stands on screen: headings, paragraphs, lists, and links to other pages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

_BOLD = re.compile(r"\*\*(.+?)\*\*")


class Shape(StrEnum):
    """How a block of text is set."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a block: plain, strong, or the title of another page (then its id)."""

    text: str
    strong: bool = False
    page: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph or item of a list."""

    shape: Shape
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Its words without their looks."""
        return "".join(run.text for run in self.runs)


def blocks(body: str, titles: Mapping[str, str]) -> tuple[Block, ...]:
    """The blocks of a page's text; strong words that are a page's title lead to it.

    `titles` gives each page's id by its title.
    """
    return tuple(
        Block(shape, tuple(_runs(text, titles)))
        for part in re.split(r"\n\s*\n", body.strip())
        for shape, text in _lines(part)
    )


def _lines(part: str) -> Iterator[tuple[Shape, str]]:
    """The lines of one part, those that belong to one paragraph or item joined."""
    held: tuple[Shape, str] | None = None
    for line in part.splitlines():
        if line.startswith("## "):
            begun = (Shape.HEADING, line[3:].strip())
        elif line.startswith("- "):
            begun = (Shape.ITEM, line[2:].strip())
        elif held is None or held[0] is Shape.HEADING:
            begun = (Shape.PARAGRAPH, line.strip())
        else:
            held = (held[0], f"{held[1]} {line.strip()}")
            continue
        if held is not None:
            yield held
        held = begun
    if held is not None:
        yield held


def _runs(text: str, titles: Mapping[str, str]) -> Iterator[Run]:
    end = 0
    for found in _BOLD.finditer(text):
        if found.start() > end:
            yield Run(text[end : found.start()])
        yield Run(found[1], True, titles.get(found[1], ""))
        end = found.end()
    if end < len(text):
        yield Run(text[end:])
