"""Who has a shared working file, and since when: told to the second person, never in anybody's way.

The lock is a small file beside it. It keeps two people from changing the same by accident; that
nothing is lost does not hang on it, because whoever puts a copy back meets what came meanwhile.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from desktop_app.domain.hours.dates import date_words
from desktop_app.workshop.errors import WorkshopError

STALE = timedelta(hours=12)
"""Longer than a working day: whoever took it may have gone home, or their computer ended."""
LARGEST = 4_096
HELD = "{} has it since {} (on {})."
MAY_BE_LEFT = (
    "That is longer than a working day. If nobody works on it there, take it over; "
    "what they put back later is merged."
)
WORK_BESIDE = "Work on a copy: what you both did is put together when you put it back."
UNREADABLE = "Somebody has it, but the note beside it cannot be read. " + WORK_BESIDE
CANNOT = "“{}” cannot be reached ({}). Nothing is lost: your copy has everything. Try again later."


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """A person at a computer."""

    by: str
    computer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """What the note says."""

    who: Who
    at: datetime

    def is_stale(self, now: datetime) -> bool:
        """Whether it is older than a working day, or from a clock that runs a day ahead."""
        return now - self.at > STALE or self.at - now > STALE

    def in_words(self, now: datetime) -> str:
        """Who has it since when, and what to do."""
        local = self.at.astimezone(now.tzinfo)
        since = f"{date_words(local.date())}, {local:%H:%M}"
        held = HELD.format(self.who.by or "Somebody", since, self.who.computer or "a computer")
        return f"{held} {MAY_BE_LEFT if self.is_stale(now) else WORK_BESIDE}"


class Locked(WorkshopError):
    """Somebody else has it; the sentence says who and since when."""

    def __init__(self, sentence: str, *, stale: bool) -> None:
        super().__init__(sentence)
        self.stale = stale


def read_lock(path: Path) -> Lock | None:
    """Who has it; nothing when nobody does. Locked when the note cannot be understood."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise WorkshopError(CANNOT.format(path.parent, error.strerror)) from error
    try:
        said = json.loads(content)
        who = Who(by=str(said["by"]), computer=str(said["computer"]))
        at = datetime.fromisoformat(said["at"])
        if at.tzinfo is None:
            raise ValueError(said["at"])
    except (ValueError, KeyError, TypeError):
        raise Locked(UNREADABLE, stale=True) from None
    return Lock(who=who, at=at)


def take_lock(path: Path, who: Who, now: datetime, *, over: bool = False) -> Lock:
    """Take it; Locked when somebody else has it. `over`: take a stale one over, on purpose."""
    lock = Lock(who=who, at=now)
    said = json.dumps({"by": who.by, "computer": who.computer, "at": now.isoformat()})
    if _write_new(path, said):
        return lock
    try:
        found = read_lock(path)
    except Locked:
        if not over:
            raise
        found = None
    if found is not None and found.who != who and not (over and found.is_stale(now)):
        raise Locked(found.in_words(now), stale=found.is_stale(now))
    _reached(path, lambda: path.unlink(missing_ok=True))
    if not _write_new(path, said):
        found = read_lock(path)
        raise Locked(found.in_words(now) if found else UNREADABLE, stale=False)
    return lock


def let_go(path: Path, who: Who) -> None:
    """Give it back; somebody else's is left alone."""
    try:
        found = read_lock(path)
    except Locked:
        return
    if found is not None and found.who == who:
        _reached(path, lambda: path.unlink(missing_ok=True))


def _write_new(path: Path, text: str) -> bool:
    """Write the note unless there is one."""

    def write() -> None:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())

    try:
        _reached(path, write)
    except FileExistsError:
        return False
    return True


def _reached(path: Path, deed: Callable[[], None]) -> None:
    try:
        deed()
    except FileExistsError:
        raise
    except OSError as error:
        raise WorkshopError(CANNOT.format(path.parent, error.strerror)) from error
