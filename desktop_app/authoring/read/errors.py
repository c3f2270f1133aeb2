"""Mistakes in the source files: where each one stands, and one plain sentence about it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

LONG = re.compile(r"“([^“”]{60})[^“”]{20,}”")
ENDLESS = re.compile(r"([^\s“”]{60})[^\s“”]{20,}")
"""More than eighty letters that a sentence repeats of what was written, or a word so long."""


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """Something in a source file that stops the compile."""

    file: str  # as seen from the sources folder: "services/a-council.yaml"
    line: int  # from 1; 0 when the whole file is meant
    sentence: str
    place: tuple[str | int, ...] = field(default=(), compare=False)
    """The way to the entry in the file, so that a form can show this at its field."""

    def __post_init__(self) -> None:
        """Repeat the beginning only of a long text that is wrong: the line says where it is."""
        object.__setattr__(self, "sentence", ENDLESS.sub(r"\1…", LONG.sub(r"“\1…”", self.sentence)))

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.sentence}"


class MistakesFound(Exception):
    """The sources cannot be compiled; carries every mistake, in file and line order."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(set(mistakes)))
        super().__init__("\n".join(map(str, self.mistakes)))


def stop_at(mistakes: Iterable[Mistake]) -> None:
    """Raise MistakesFound when there is any mistake at all."""
    found = list(mistakes)
    if found:
        raise MistakesFound(found)
