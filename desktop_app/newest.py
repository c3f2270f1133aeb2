"""The newest directory of this account: opened for the window, and replaced by a newer one.

What verifies an update is loaded only when one is looked for. Nothing here knows the window;
`take` and `look` run in its worker thread and open files of their own.
"""

import contextlib
import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import paths
from desktop_app.ui.newer import Heard, Outcome

if TYPE_CHECKING:
    from desktop_app.domain.changes import Change
    from desktop_app.domain.service import Service
    from desktop_app.store.directory import SqliteDirectory
    from desktop_app.updates.sources import Opener
    from desktop_app.updates.take import Place
    from desktop_app.updates.taken import Taken

NAMED = (
    "This computer is set to open one particular list of numbers, so it takes no updates. "
    "Ask your IT support."
)
IN_USE = "Release {} is in use now. {}"


class Newest:
    """The directory the window has open, and how it comes to a newer one."""

    def __init__(self) -> None:
        self.notice = ""
        """What the user must be told of how the directory came to be the one in use."""
        self._open: Path | None = None

    def open(self) -> "SqliteDirectory":
        """Open the newest sound directory of this account; DirectoryError when there is none."""
        from desktop_app.store.directory import open_directory
        from desktop_app.updates.active import directory_to_open  # after the first picture

        in_use = directory_to_open()
        directory = open_directory(in_use.path)
        self.notice, self._open = in_use.notice, in_use.path
        return directory

    def take(self, where: Path, moment: datetime, heard: Heard) -> Outcome:
        """Take the update in a file or folder; whatever goes wrong, the numbers stay."""
        from desktop_app.updates.sources import sources_in

        return _told(lambda: self._taken(sources_in(where), moment, heard))

    def look(self, folder: Path | None, moment: datetime, heard: Heard) -> Outcome:
        """Notice what another program put in use; then look into the watched folder, if any."""
        if (found := self._put_in_use_elsewhere()) is not None:
            return found
        if folder is None:
            return Outcome("", quiet=True)
        return _told(lambda: self._looked(folder, moment, heard))

    def _looked(self, folder: Path, moment: datetime, heard: Heard) -> Outcome:
        from desktop_app.updates.sources import sources_in
        from desktop_app.updates.take import anything_new

        place = _place()
        openers = sources_in(folder)
        for opener in openers:
            with contextlib.closing(opener()) as source:
                if anything_new(source, place):
                    return self._taken(openers, moment, heard)
        return Outcome("", quiet=True)

    def _taken(self, openers: "list[Opener]", moment: datetime, heard: Heard) -> Outcome:
        from desktop_app.store.try_out import try_out
        from desktop_app.updates.errors import Refused, Why
        from desktop_app.updates.take import Terms, take_first
        from desktop_app.updates.taken import Step

        def tell(_step: Step, share: float) -> None:
            if not heard(share):
                raise Refused(Why.STOPPED)

        taken = take_first(openers, _place(), moment, Terms(try_out=try_out, tell=tell))
        return self._outcome(taken)

    def _outcome(self, taken: "Taken") -> Outcome:
        from desktop_app.updates.active import release_in

        if not taken.news and (self._open is None or release_in(self._open) == taken.release):
            return Outcome(taken.sentence)
        return self._news(taken.in_use.path, taken.release)

    def _put_in_use_elsewhere(self) -> Outcome | None:
        """The news, when `who-to-call update` or another window took a newer release."""
        from desktop_app.updates.active import directory_to_open, release_in

        in_use = directory_to_open()
        if self._open is None or in_use.path == self._open:
            return None
        if in_use.release <= release_in(self._open):
            return None
        return self._news(in_use.path, in_use.release)

    def _news(self, path: Path, release: int) -> Outcome:
        from desktop_app.domain.changes import summary

        changes = changes_between(self._open, path) if self._open else ()
        told = summary(changes)
        return Outcome(IN_USE.format(release, told[:1].upper() + told[1:]), changes, news=True)


def changes_between(before: Path, after: Path) -> "tuple[Change, ...]":
    """What a desk should hear of; only services that differ are read. None when one is unreadable.

    A service that was merely renamed is no news.
    """
    from desktop_app.domain.changes import changes
    from desktop_app.domain.errors import DirectoryError
    from desktop_app.updates.differences import differences

    try:
        found = differences(before, after)
        ids = found.services()
        with _opened(before) as old, _opened(after) as new:
            return changes(_services(old, ids), _services(new, ids))
    except (ValueError, DirectoryError):
        return ()


def _services(directory: "SqliteDirectory", ids: frozenset[str]) -> "Iterator[Service]":
    for service_id in sorted(ids):
        with contextlib.suppress(KeyError):
            yield directory.service(service_id)


@contextlib.contextmanager
def _opened(path: Path) -> "Iterator[SqliteDirectory]":
    from desktop_app.store.directory import open_directory

    directory = open_directory(path)
    try:
        yield directory
    finally:
        directory.close()


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


def _place() -> "Place":
    from desktop_app.updates.errors import Refused, Why
    from desktop_app.updates.take import Place

    user_folder = paths.user_data()
    if user_folder is None:
        raise Refused(Why.CANNOT_WRITE, paths.NO_USER_FOLDER)
    return Place(user_folder, paths.directory_file())
