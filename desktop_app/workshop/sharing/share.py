"""A working file on a share: every state of it is a file of its own, which is never written again.

`NAME.000042.wtcwork` is the forty-second state (its generation). Whoever puts a copy back makes the
next one with a step that fails where the name is taken: two who put at the same moment cannot
write over each other, and the second meets what the first did. SQLite never opens a file there:
it is copied out, worked on at home, and put back whole.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from desktop_app.fileformat.atomic_write import flush, flush_folder, sweep
from desktop_app.workshop.errors import TooNew, WorkshopError
from desktop_app.workshop.sharing.lock import CANNOT
from desktop_app.workshop.work_file import SUFFIX, WorkFile

KEPT = 20
"""So many states stay on the share: each is a copy to go back to."""
NOTHING_THERE = "There is no working file “{}” there. Begin it with: who-to-call workshop share"
THERE_ALREADY = "“{}” is on the share already. Take it from there, or give yours another name."
NONE_SOUND = "No state of “{}” on the share is sound. Put your own copy there under another name."
NO_SHARE = (
    "“{}” cannot hold a shared working file: it cannot make a file only where there is none. "
    "Use a folder of a Windows share, or of this computer."
)
DAMAGED = (
    "State {} on the share is damaged; {} is the newest sound one. "
    "Whoever put the damaged one: put your copy again."
)
NOT_KEPT = "“{}” did not keep what was written. Nothing is lost: your copy has it. Put it again."
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK})
_NUMBERED = re.compile(r"(?P<name>.+)\.(?P<number>\d{6,})" + re.escape(SUFFIX))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareState:
    """One state of the file, copied out: which, its bytes, and what was passed over."""

    generation: int
    last: int
    """The newest state there was, sound or not: the next one follows it."""
    content: bytes
    passed_over: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One working file in a folder that several people reach."""

    folder: Path
    name: str

    @classmethod
    def at(cls, path: Path) -> Share:
        """The share that a path means: `FOLDER/NAME.wtcwork`, or one of its states."""
        numbered = _NUMBERED.fullmatch(path.name)
        name = numbered["name"] if numbered else path.name.removesuffix(SUFFIX)
        return cls(folder=path.parent, name=name)

    @property
    def path(self) -> Path:
        """What people call it, and where a first state may lie under its plain name."""
        return self.folder / f"{self.name}{SUFFIX}"

    @property
    def lock(self) -> Path:
        """Where it is noted who has it."""
        return self.folder / f"{self.name}.lock"

    def state(self, generation: int) -> Path:
        """The file of one state."""
        return self.folder / f"{self.name}.{generation:06d}{SUFFIX}"

    def generations(self) -> list[int]:
        """The states that are there, newest first; 0 is the file under its plain name."""
        with _reaching(self.folder):
            names = [path.name for path in self.folder.iterdir()]
        found = [
            int(m["number"])
            for each in names
            if (m := _NUMBERED.fullmatch(each)) and m["name"] == self.name
        ]
        return sorted(found, reverse=True) + [0] * (self.path.name in names)

    def newest(self) -> ShareState:
        """The newest sound state; WorkshopError when there is none or the share is away."""
        damaged, there = 0, self.generations()
        for generation in there:
            path = self.state(generation) if generation else self.path
            with _reaching(self.folder):
                content = path.read_bytes()
            try:
                with opened_at_home(content):
                    told = DAMAGED.format(damaged, generation) if damaged else ""
                    return ShareState(
                        generation=generation, last=there[0], content=content, passed_over=told
                    )
            except TooNew:
                raise
            except WorkshopError:
                damaged = damaged or generation
        raise WorkshopError((NONE_SOUND if damaged else NOTHING_THERE).format(self.path))

    def put(self, content: bytes, after: int) -> bool:
        """Make the state after this one; False when somebody else has made it meanwhile."""
        path = self.state(after + 1)
        with _reaching(self.folder):
            beside = self.folder / f".{self.name}.{os.urandom(6).hex()}.{os.getpid()}"
            try:
                with beside.open("xb") as file:
                    file.write(content)
                    flush(file)
                if not _name_once(beside, path):
                    return False
            finally:
                with suppress(OSError):
                    beside.unlink(missing_ok=True)
            flush_folder(self.folder)
            if path.read_bytes() != content:
                raise WorkshopError(NOT_KEPT.format(self.folder))
        return True

    def tidy(self) -> None:
        """Take away the oldest states, and what killed programs left; never what is newest."""
        with suppress(OSError, WorkshopError):
            for generation in self.generations()[KEPT:]:
                if generation:
                    self.state(generation).unlink(missing_ok=True)
            sweep(self.folder, [self.name])


@contextmanager
def opened_at_home(content: bytes) -> Iterator[WorkFile]:
    """A working file copied to this computer for as long as it is looked at, every row checked."""
    with tempfile.TemporaryDirectory(prefix="who-to-call-") as folder:
        path = Path(folder) / f"{hashlib.sha256(content).hexdigest()[:12]}{SUFFIX}"
        path.write_bytes(content)
        with WorkFile.open(path) as work:
            yield work


def _name_once(beside: Path, path: Path) -> bool:
    """Give a written file its name; False where something has that name already."""
    try:
        if sys.platform == "win32":
            beside.rename(path)  # refuses a name that is taken
        else:
            os.link(beside, path)
    except FileExistsError:
        return False
    except OSError as error:
        if sys.platform != "win32" and error.errno in _NO_LINKS:
            raise WorkshopError(NO_SHARE.format(path.parent)) from error
        raise
    return True


@contextmanager
def _reaching(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WorkshopError(CANNOT.format(folder, error.strerror or error)) from error
