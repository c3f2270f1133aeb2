"""The ways of a shared working file: laid on a share, taken from it, and put back."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_app.fileformat.atomic_write import write_whole
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.sharing.lock import (
    CANNOT,
    Lock,
    Locked,
    Who,
    let_go,
    read_lock,
    take_lock,
)
from desktop_app.workshop.sharing.merge import Merge, merge_of, write_merge
from desktop_app.workshop.sharing.merged_texts import Choices
from desktop_app.workshop.sharing.share import THERE_ALREADY, Share, ShareState, opened_at_home
from desktop_app.workshop.sharing.three_ways import Clash
from desktop_app.workshop.work_file import SUFFIX, WorkFile

SHARED = "share"
"""The fact of a working file that says where it was taken from."""
TRIES = 50
NOT_SHARED = "“{}” was not taken from a share. Lay it on one first: who-to-call workshop share"
NO_NAME = "Say who you are: whoever else opens the share is told."
HOME_TAKEN = "“{}” is there already. Put it back, or take the share under another name."
CHOOSE = "{} of your changes met another value on the share. Choose for each; nothing was written."
BUSY = "Others kept putting their copies. Nothing is lost: your copy has everything. Put it again."


class Clashes(WorkshopError):
    """Both wrote another value: whoever puts the copy chooses, and puts it again."""

    def __init__(self, clashes: tuple[Clash, ...]) -> None:
        super().__init__(CHOOSE.format(len(clashes)))
        self.clashes = clashes


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """What came of putting a copy back."""

    generation: int
    brought: int
    """Facts of mine that the share did not have."""
    received: int
    """Facts of others that my copy did not have."""
    look_at: tuple[str, ...] = ()
    passed_over: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareStatus:
    """How a copy and its share stand to each other."""

    share: Share
    generation: int
    lock: Lock | None
    merge: Merge
    received: int
    passed_over: str = ""


def me(by: str) -> Who:
    """A person at this computer; WorkshopError without a name."""
    if not by.strip():
        raise WorkshopError(NO_NAME)
    return Who(by=by.strip(), computer=platform.node())


def lay_out(work: WorkFile, folder: Path) -> Share:
    """Put a working file on a share as its first state; WorkshopError when it is there already."""
    share = Share(folder=folder, name=work.path.name.removesuffix(SUFFIX))
    if share.generations():
        raise WorkshopError(THERE_ALREADY.format(share.path))
    _remember(work, share)
    if not share.put(work.path.read_bytes(), 0):
        raise WorkshopError(THERE_ALREADY.format(share.path))
    return share


def take(
    share: Share, home: Path, who: Who, now: datetime, *, copy: bool = False, over: bool = False
) -> ShareState:
    """Copy the newest state to this computer; Locked when somebody else has it.

    `copy`: work beside whoever has it. `over`: take a lock that was left behind, on purpose.
    """
    if home.exists():
        raise WorkshopError(HOME_TAKEN.format(home))
    found = share.newest()
    if not copy:
        take_lock(share.lock, who, now, over=over)
    try:
        write_whole(home, found.content)
    except OSError as error:
        raise WorkshopError(CANNOT.format(home.parent, error.strerror)) from error
    with WorkFile.open(home) as work:
        _remember(work, share)
    return found


def home_copy(path: Path, home: Path, who: Who, now: datetime) -> Path:
    """Where to work on the file at `path`: itself, or for one on a share its copy below `home`.

    A copy that is there already is used; a new one is taken, beside whoever has it.
    """
    share = Share.at(path)
    if not any(share.generations()):
        return path
    copy = home / share.path.name
    if not copy.exists():
        copy.parent.mkdir(parents=True, exist_ok=True)
        try:
            take(share, copy, who, now)
        except Locked:
            take(share, copy, who, now, copy=True)
    return copy


def share_of(work: WorkFile) -> Share:
    """Where a copy was taken from; WorkshopError when it was not."""
    where = work.meta(SHARED)
    if not where:
        raise WorkshopError(NOT_SHARED.format(work.path.name))
    return Share.at(Path(where))


def standing(work: WorkFile, now: datetime) -> ShareStatus:
    """Who has the share, and what each of the two has that the other lacks."""
    share = share_of(work)
    found = share.newest()
    with opened_at_home(found.content) as theirs:
        merge = merge_of(work, theirs, {}, now)
        received = len(merge_of(theirs, work, {}, now).events)
    lock = read_lock(share.lock)
    return ShareStatus(
        share=share,
        generation=found.generation,
        lock=lock,
        merge=merge,
        received=received,
        passed_over=found.passed_over,
    )


def put(
    work: WorkFile, who: Who, now: datetime, choices: Choices | None = None, *, keep: bool = False
) -> Put:
    """Put a copy back, merged with what came meanwhile; afterwards it is what the share has.

    Clashes when both wrote another value and no side was chosen: nothing was written then.
    `keep`: go on working, so the lock stays.
    """
    share = share_of(work)
    for _ in range(TRIES):
        done = _put_once(work, share, (who, now), choices or {})
        if done is not None:
            break
    else:
        raise WorkshopError(BUSY)
    if not keep:
        let_go(share.lock, who)
    share.tidy()
    return done


def _put_once(
    work: WorkFile, share: Share, said: tuple[Who, datetime], choices: Choices
) -> Put | None:
    """One try; nothing when somebody else was faster."""
    who, now = said
    found = share.newest()
    after = found.last
    with opened_at_home(found.content) as theirs:
        merge = merge_of(work, theirs, choices, now)
        received = len(merge_of(theirs, work, {}, now).events)
        if merge.merged.open:
            raise Clashes(merge.merged.open)
        if merge.brings and not merge.ahead:
            write_merge(theirs, merge, by=who.by, at=now)
        source = work if merge.ahead else theirs
        if merge.brings and not share.put(source.path.read_bytes(), after):
            return None
        if not merge.ahead:
            work.become(theirs)
            _remember(work, share)
    return Put(
        generation=after + 1 if merge.brings else found.generation,
        brought=len(merge.events),
        received=received,
        look_at=(*merge.merged.look_at, *map(str, merge.mistakes)),
        passed_over=found.passed_over,
    )


def _remember(work: WorkFile, share: Share) -> None:
    where = str(share.path)
    if work.meta(SHARED) != where:
        with work.changing() as change:
            change.set_meta(SHARED, where)
