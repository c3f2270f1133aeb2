"""The newest directory of this account: opened for the window, and replaced by a newer one.

What verifies an update is loaded only when one is looked for. Nothing here knows the window;
`take` and `look` run in its worker thread and open files of their own.
"""

import contextlib
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import paths
from desktop_app.ui.job import Heard
from desktop_app.ui.newer import Outcome

if TYPE_CHECKING:
    from desktop_app.domain.changes import Change
    from desktop_app.store.directory import SqliteDirectory
    from desktop_app.updates.active import InUse
    from desktop_app.updates.folders import Found
    from desktop_app.updates.take import Place
    from desktop_app.updates.taken import Taken

NAMED = (
    "This computer is set to open one particular list of numbers, so it takes no updates. "
    "Ask your IT support."
)
IN_USE = "Release {} is in use now. {}"
CAME = "Release {} came in while this window was closed. {}"


NOTHING = Outcome("", quiet=True)


class Newest:
    """The directory the window has open, and how it comes to a newer one."""

    def __init__(self) -> None:
        self.notice = ""
        """What the user must be told of how the directory came to be the one in use."""
        self._open: Path | None = None
        self._ready: tuple[Path, SqliteDirectory] | None = None
        """What a worker opened already: checking a long file would halt the window."""
        self._dropped: set[Path] = set()
        """Files that are not what was signed: never opened again."""

    def open(self) -> "SqliteDirectory":
        """Open the newest sound directory of this account; DirectoryError when there is none.

        Its signatures are checked in a worker afterwards (`verify`).
        """
        if self._ready is not None:
            (self._open, directory), self._ready, self.notice = self._ready, None, ""
            return directory
        from desktop_app.domain.errors import DirectoryUnsigned
        from desktop_app.store.directory import open_directory
        from desktop_app.updates.active import directory_to_open  # after the first picture

        in_use = directory_to_open()
        if in_use.path in self._dropped:
            raise DirectoryUnsigned(str(in_use.path))
        directory = open_directory(in_use.path)
        self.notice, self._open = in_use.notice, in_use.path
        return directory

    def verify(self, heard: Heard) -> Outcome:
        """Hold what the window has open against its signatures; what fails is dropped."""
        if os.environ.get(paths.DIRECTORY_VARIABLE):
            return NOTHING
        found = _told(lambda: self._held(heard) or NOTHING)
        user_folder = paths.user_data()
        if user_folder is not None and user_folder.is_dir():
            with contextlib.suppress(OSError):
                paths.make_private(user_folder)
        return found

    def _held(self, heard: Heard) -> Outcome | None:
        """What has to change because of signatures, or because another program took an update."""
        from desktop_app.updates.active import Signature, has_keys

        bundled, user_folder = paths.directory_file(), paths.user_data()
        if not has_keys(bundled):
            return None  # nothing can be checked, and nothing but the program's own is opened
        from desktop_app.updates.confirm import directory_confirmed

        in_use = directory_confirmed(user_folder, bundled)
        if in_use.signature is Signature.FAILS:
            return self._drop(in_use)
        if in_use.dropped and user_folder is not None:
            _repoint(user_folder, in_use.folder)
        if self._open is None or in_use.path == self._open:
            return None
        if in_use.notice:
            self._dropped.add(self._open)
            self._make_ready(in_use.path, heard)
            return Outcome(in_use.notice, news=True, release=in_use.release)
        return self._newer_one(in_use, heard)

    def _drop(self, in_use: "InUse") -> Outcome | None:
        """Nothing that was signed is left: the window must show none of it."""
        from desktop_app.domain.errors import DirectoryUnsigned

        if in_use.path in self._dropped:
            return None
        self._dropped |= {in_use.path, *([self._open] if self._open else ())}
        self._ready = None
        return Outcome(DirectoryUnsigned().sentence, news=True)

    def _make_ready(self, path: Path, heard: Heard) -> None:
        """Open in the worker what the window is about to use; it tells itself what is wrong."""
        if not heard(1.0):
            return  # nobody waits for it any more
        from desktop_app.domain.errors import DirectoryError
        from desktop_app.store.directory import open_directory

        with contextlib.suppress(DirectoryError):
            directory = open_directory(path, handed_on=True)
            for rules in (directory.release, directory.pathways, directory.bank_holidays):
                rules()  # read once and kept: the next answer finds them there
            self._ready = path, directory

    def take(self, where: Path, moment: datetime, heard: Heard) -> Outcome:
        """Take the update in a file or folder; whatever goes wrong, the numbers stay."""
        from desktop_app.updates.folders import sources_in

        return _told(lambda: self._taken(sources_in(where), moment, heard))

    def look(self, folder: Path | None, moment: datetime, heard: Heard) -> Outcome:
        """Notice what another program put in use; then look into the watched folder, if any."""
        if os.environ.get(paths.DIRECTORY_VARIABLE):
            return Outcome(NAMED) if folder else NOTHING
        return _told(lambda: self._held(heard) or self._looked(folder, moment, heard))

    def since(self, seen: int) -> Outcome:
        """What changed since the release whose changes were read last (0: none ever was)."""
        user_folder = paths.user_data()
        if self._open is None or user_folder is None or os.environ.get(paths.DIRECTORY_VARIABLE):
            return NOTHING
        from desktop_app.updates.active import has_keys

        if not has_keys(paths.directory_file()):
            return NOTHING  # nothing kept here can be believed
        from desktop_app.domain.changes import summary
        from desktop_app.updates.active import release_in
        from desktop_app.updates.before import read_last
        from desktop_app.updates.shelf import Shelf

        release = release_in(self._open)
        before = read_last(Shelf(user_folder), paths.directory_file(), release, seen)
        changes = _changes(before, self._open) if before else None
        if not before or not changes:
            return NOTHING
        told = CAME.format(release, summary(changes))
        return Outcome(told, changes, quiet=True, release=release, before=release_in(before))

    def _looked(self, folder: Path | None, moment: datetime, heard: Heard) -> Outcome:
        """Take what differs from what is known; a broken file never hides a good one."""
        if folder is None:
            return NOTHING
        from desktop_app.updates.errors import Refused, Why
        from desktop_app.updates.folders import Found, sources_in
        from desktop_app.updates.take import passed_over, sifted

        found = sources_in(folder)
        if not found.openers:
            raise found.broken[0][1]
        also = passed_over(found.broken)
        fresh, known = sifted(found.openers, _place())
        if fresh:
            return self._taken(Found(fresh, found.broken), moment, heard)
        if not known:
            raise Refused(Why.OLDER)  # beside the one in use they are no news; alone they are
        return Outcome(also, quiet=not also)

    def _taken(self, found: "Found", moment: datetime, heard: Heard) -> Outcome:
        from desktop_app.store.asked import asked
        from desktop_app.store.try_out import try_out
        from desktop_app.updates.errors import Refused, Why
        from desktop_app.updates.take import Terms, take_first
        from desktop_app.updates.taken import Step

        def tell(_step: Step, share: float) -> None:
            if not heard(share):
                raise Refused(Why.STOPPED)

        terms = Terms(open_directory=asked, try_out=try_out, tell=tell)
        taken = take_first(found, _place(), moment, terms)
        outcome = self._outcome(taken, heard)
        return outcome._replace(sentence=f"{outcome.sentence} {taken.passed_over}".rstrip())

    def _outcome(self, taken: "Taken", heard: Heard) -> Outcome:
        from desktop_app.updates.active import release_in

        if not taken.news and (self._open is None or release_in(self._open) == taken.release):
            return Outcome(taken.result)
        if taken.news and taken.before == self._open:
            self._make_ready(taken.in_use.path, heard)
            return _came(taken.changes, release_in(self._open), taken.release)
        return self._news(taken.in_use.path, taken.release, heard)

    def _newer_one(self, in_use: "InUse", heard: Heard) -> Outcome | None:
        """The news, when `who-to-call update` or another window took a newer release."""
        from desktop_app.updates.active import release_in

        if self._open is None or in_use.release <= release_in(self._open):
            return None
        return self._news(in_use.path, in_use.release, heard)

    def _news(self, path: Path, release: int, heard: Heard) -> Outcome:
        """What changes from the directory this window has open."""
        from desktop_app.updates.active import release_in

        changes = _changes(self._open, path) if self._open else None
        self._make_ready(path, heard)
        return _came(changes, release_in(self._open) if self._open else 0, release)


def _changes(before: Path, after: Path) -> "tuple[Change, ...] | None":
    from desktop_app.store.asked import asked
    from desktop_app.updates.differences import changes_between

    return changes_between(before, after, asked)


def _came(changes: "tuple[Change, ...] | None", before: int, release: int) -> Outcome:
    from desktop_app.domain.changes import summary

    told = IN_USE.format(release, summary(changes))
    return Outcome(told, changes or (), news=True, release=release, before=before)


def _told(work: Callable[[], Outcome]) -> Outcome:
    """Do it, or say in a sentence why it was not done."""
    from desktop_app.updates.errors import Refused, Why

    if os.environ.get(paths.DIRECTORY_VARIABLE):
        return Outcome(NAMED)
    try:
        return work()
    except Refused as refused:
        passing = refused.why in (Why.NOT_FOUND, Why.BUSY, Why.STOPPED, Why.NOT_A_RELEASE)
        return Outcome(refused.sentence, quiet=passing)
    except Exception as error:
        # This runs beside the window, where nobody would hear of it otherwise.
        return Outcome(Refused(Why.FAULT, f"{type(error).__name__}: {error}").sentence)


def _repoint(user_folder: Path, folder: str) -> None:
    """Let the next start begin with what is sound; when that cannot be kept, it is found again."""
    from desktop_app.updates.errors import Refused
    from desktop_app.updates.place import point_to
    from desktop_app.updates.shelf import Shelf

    with contextlib.suppress(OSError, ValueError, Refused):
        point_to(Shelf(user_folder), folder)


def _place() -> "Place":
    from desktop_app.updates.errors import Refused, Why
    from desktop_app.updates.take import Place

    user_folder = paths.user_data()
    if user_folder is None:
        raise Refused(Why.CANNOT_WRITE, paths.NO_USER_FOLDER)
    return Place(user_folder, paths.directory_file())
