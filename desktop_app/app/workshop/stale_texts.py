"""Texts that a change may have left behind, as the window shows them: named and quoted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.app.workshop.change_words import HEADINGS
from desktop_app.app.workshop.read_copy import ReadCopy
from desktop_app.app.workshop.window_errors import window_errors
from desktop_app.authoring.read.library import Draft
from desktop_app.ui.workshop.working_copy import LookAt, Place
from desktop_app.workshop.places import NoPlace, indexed
from desktop_app.workshop.stale_texts import StaleText, stale_texts
from desktop_app.workshop.work_file import WorkFile

OF_PROSE = ("note", "notes", "gaps", "summary", "label")
"""Entries that are told by their heading."""
A_TEXT = "A text"


class StaleTexts:
    """Read once for each state of the file; what somebody found right is not told again here."""

    def __init__(self, work: WorkFile, copy: Callable[[], ReadCopy]) -> None:
        self._work, self._copy = work, copy
        self._read: int | None = None
        """The generation of the file that was read."""
        self._found: tuple[LookAt, ...] = ()
        self._right: set[LookAt] = set()

    def to_look_at(self) -> Sequence[LookAt]:
        """All of them, in the order of the files."""
        with window_errors():
            generation = self._work.generation
            if self._read != generation:
                self._found = tuple(map(self._told, stale_texts(self._work)))
                self._read = generation
        return tuple(each for each in self._found if each not in self._right)

    def right_as_it_is(self, look: LookAt) -> None:
        """Somebody looked: it is not told again while this copy is open and says the same."""
        self._right.add(look)

    def _told(self, left: StaleText) -> LookAt:
        passage = left.passage
        draft = self._copy().draft_at(passage.file, passage.place)
        key = next((step for step in passage.place[::-1] if isinstance(step, str)), "")
        return LookAt(
            service=draft.entry.id if draft else "",
            where=draft.entry.name if draft else passage.file,
            place=_counted(draft, passage.place) if draft else (),
            heading=HEADINGS[key].capitalize() if key in OF_PROSE else A_TEXT,
            text=" ".join(passage.text.split()) if passage.place else "",
            found=tuple(dict.fromkeys(passage.found)),
            was=left.was,
        )


def _counted(draft: Draft, place: Place) -> Place:
    try:
        return indexed(draft.file.content, place)
    except NoPlace:
        return ()
