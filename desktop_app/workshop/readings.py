"""The sources of a working file, read once for each state: for the checks and for the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop_app.authoring.read.errors import Mistake, MistakesFound
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.release_contents import ReleaseContents, read_release_contents
from desktop_app.workshop.release_dates import dated
from desktop_app.workshop.source_tree import tree_of

KEPT = 2
"""States: the one before a change and the one after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateRead:
    """One state of the sources as a release of one day."""

    texts: Mapping[str, str]
    today: date
    tree: SourceTree
    contents: ReleaseContents | None
    """What would be compiled; none while a mistake stops that."""
    mistakes: tuple[Mistake, ...]
    """Each names its file as the working file does."""


class Readings:
    """The last states that were read; a state is the texts and the day, word for word."""

    def __init__(self) -> None:
        self._kept: list[StateRead] = []

    def of(self, texts: Mapping[str, str], today: date) -> StateRead:
        """What a state says, read now unless it was among the last ones."""
        for reading in self._kept:
            if reading.today == today and reading.texts == texts:
                return reading
        self._kept = [_read(texts, today), *self._kept][:KEPT]
        return self._kept[0]


def _read(texts: Mapping[str, str], today: date) -> StateRead:
    tree = tree_of(dated(texts, today))
    contents: ReleaseContents | None = None
    mistakes: tuple[Mistake, ...] = ()
    try:
        contents = read_release_contents(tree)
    except MistakesFound as found:
        mistakes = tuple(tree.located(found.mistakes))
    return StateRead(
        texts=dict(texts), today=today, tree=tree, contents=contents, mistakes=mistakes
    )
