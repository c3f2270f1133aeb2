"""A working copy and its share, as the window's page asks for them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from desktop_app.app.workshop.window_errors import window_errors
from desktop_app.ui.workshop.release.release_work import ShareStanding, TwoValues
from desktop_app.workshop.history import TEXT
from desktop_app.workshop.places import in_words
from desktop_app.workshop.sharing.lock import take_lock
from desktop_app.workshop.sharing.merged_texts import Side
from desktop_app.workshop.sharing.share_steps import (
    SHARED,
    Clashes,
    Put,
    lay_out,
    me,
    put,
    share_of,
    standing,
)
from desktop_app.workshop.sharing.three_ways import Clash
from desktop_app.workshop.work_file import WorkFile
from desktop_app.workshop.yaml_edit import GONE

ALONE = "This copy was not taken from a share."
NOBODY = "Nobody has it."
AT = "{}: state {}."
DIFFERS = "To put: {}. To receive: {}."
YOURS = "You have it now. What the other person puts back later is merged."
LAID = "It lies on the share as {}. Colleagues take it from there."
DONE = "State {}: {} put, {} received."
LOOK_AT = "Look at this: {}"


class OpenShare:
    """One open working file that may lie on a share as well."""

    def __init__(self, work: WorkFile, by: str, now: Callable[[], datetime]) -> None:
        self._work, self._by, self._now = work, by, now
        self._clashes: tuple[Clash, ...] = ()

    def standing(self) -> ShareStanding:
        """Who has it, what differs, and where both wrote another value."""
        self._clashes = ()
        if not self._work.meta(SHARED):
            return ShareStanding(shared=False, sentences=(ALONE,))
        with window_errors():
            found = standing(self._work, self._now())
        self._clashes = found.merge.merged.open
        sentences = (
            *([found.passed_over] if found.passed_over else []),
            AT.format(found.share.path, found.generation),
            found.lock.in_words(self._now()) if found.lock else NOBODY,
            DIFFERS.format(facts(len(found.merge.events)), facts(found.received)),
        )
        lock, now = found.lock, self._now()
        left = lock is not None and lock.who.by != self._by and lock.is_stale(now)
        clashes = tuple(map(_two_values, self._clashes))
        return ShareStanding(True, sentences, clashes, stale_texts=left)

    def lay(self, folder: str) -> str:
        """Lay this copy on a share."""
        with window_errors():
            me(self._by)
            return LAID.format(lay_out(self._work, Path(folder)).path)

    def take_over(self) -> str:
        """Take over a lock that was left behind."""
        with window_errors():
            take_lock(share_of(self._work).lock, me(self._by), self._now(), over=True)
        return YOURS

    def put(self, mine: Sequence[bool], *, keep: bool) -> str:
        """Put the copy back; a clash that nobody chose for yet is shown, nothing is written."""
        sides = [Side.MINE if each else Side.THEIRS for each in mine]
        choices = {each.key: side for each, side in zip(self._clashes, sides, strict=False)}
        with window_errors():
            return _came_of(self._put(choices, keep=keep))

    def _put(self, choices: dict[tuple[str, tuple[str | int, ...]], Side], *, keep: bool) -> Put:
        try:
            return put(self._work, me(self._by), self._now(), choices, keep=keep)
        except Clashes as clashes:
            self._clashes = clashes.clashes
            raise


def facts(count: int) -> str:
    """So many facts, in words."""
    return f"{count} fact{'' if count == 1 else 's'}"


def _came_of(done: Put) -> str:
    said = DONE.format(done.generation, facts(done.brought), facts(done.received))
    notes = [LOOK_AT.format(each) for each in done.look_at]
    return " ".join([*([done.passed_over] if done.passed_over else []), said, *notes])


def _two_values(clash: Clash) -> TwoValues:
    where = clash.file if clash.place == TEXT else in_words(clash.place)
    return TwoValues(where, _shown(clash.mine), _shown(clash.theirs))


def _shown(value: object) -> str:
    if value is GONE:
        return "taken away"
    if isinstance(value, list):
        return "; ".join(map(_shown, value))
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_shown(each)}" for key, each in value.items())
    return str(value)
