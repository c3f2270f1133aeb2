"""The newest directory of this account: opened for the window, and replaced by a newer one.

The file is read once, at its opening. Another put in its place is shown only once verified in turn.
What verifies an update is loaded only when one is looked for; that work is done in a worker.
"""

from __future__ import annotations

import contextlib
import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import paths
from desktop_app.app.update_outcomes import news_of, outcome_of, place_here, repaired, signed, stays
from desktop_app.ui.updates.worker import Outcome
from desktop_app.ui.window.job import ProgressCallback

if TYPE_CHECKING:
    from desktop_app.domain.compare.changes import Change
    from desktop_app.store.directory.directory import SqliteDirectory
    from desktop_app.store.directory.opened_file import OpenedFile
    from desktop_app.updates.releases.in_use import InUse
    from desktop_app.updates.result import UpdateResult
    from desktop_app.updates.verify.folders import FoundSources

NAMED = (
    "This computer is set to open one particular list of numbers, so it takes no updates. "
    "Ask your IT support."
)
CAME = "Release {} came in while this window was closed. {}"
NOTHING = Outcome("", quiet=True)


class DirectoryUpdater:
    """The directory the window has open, and how it comes to a newer one."""

    def __init__(self) -> None:
        self.notice = ""
        """What the user must be told of how the directory came to be the one in use."""
        self._file: OpenedFile | None = None
        self._ready: OpenedFile | None = None
        """What a worker opened already: checking a long file would halt the window."""
        self._sound = False
        """Whether what the window shows was held against its signatures, where there are any."""
        self._dropped: set[Path] = set()
        """Files that are not what was signed: never opened again."""

    def open(self) -> SqliteDirectory:
        """Open the newest sound directory of this account; DirectoryError when there is none.

        Its signatures are checked in a worker afterwards (`verify`).
        """
        ready, self._ready = self._ready, None
        notice, self._sound = "", ready is not None
        if ready is None:
            # after the first picture
            from desktop_app.domain.services.errors import DirectoryUnsigned
            from desktop_app.store.directory.opened_file import read_file
            from desktop_app.updates.releases.choose import directory_to_open
            from desktop_app.updates.releases.in_use import Signature

            in_use = directory_to_open()
            if in_use.path in self._dropped:
                raise DirectoryUnsigned(str(in_use.path))
            later = in_use.signature is Signature.UNCHECKED  # what was read is held against it
            ready = read_file(in_use.path, in_use.sha256, fingerprinted=later)
            notice = in_use.notice
        self.notice, self._file = notice, ready
        return ready.directory

    @property
    def _open(self) -> Path | None:
        return self._file.path if self._file else None

    @property
    def _sha256(self) -> str:
        """The fingerprint of what the window shows; empty where nobody can have signed it."""
        return self._file.sha256 if self._file else ""

    @property
    def _release(self) -> int:
        """The release the window shows, whatever lies in the file by now."""
        return self._file.release if self._file else 0

    def verify(self, progress: ProgressCallback) -> Outcome:
        """Hold what the window has open against its signatures; what fails is dropped."""
        if os.environ.get(paths.DIRECTORY_VARIABLE):
            return NOTHING
        found = outcome_of(lambda: self._held(progress) or NOTHING)
        user_folder = paths.user_data()
        with contextlib.suppress(OSError):
            if user_folder is not None and user_folder.is_dir():
                paths.make_private(user_folder)
        return found

    def _held(self, progress: ProgressCallback) -> Outcome | None:
        """What has to change because of signatures, of another file, or of another program."""
        from desktop_app.updates.releases.choose import DROPPED, directory_to_open
        from desktop_app.updates.releases.in_use import Origin, Signature, has_keys

        if os.environ.get(paths.DIRECTORY_VARIABLE) or not has_keys(paths.directory_file()):
            in_use = directory_to_open()
            self._sound = True  # nothing here can be held against a signature
        else:
            from desktop_app.updates.releases.choose import newest_confirmed

            in_use = newest_confirmed(paths.user_data(), paths.directory_file())
        if kept := stays(self._file, in_use):
            return kept
        if self._file and self._file.changed():
            return self._written_over(self._file, in_use, progress)
        if in_use.signature is Signature.FAILS:
            return self._drop(in_use)
        user_folder, restored = paths.user_data(), in_use.origin is Origin.RESTORED
        if (in_use.dropped or restored) and user_folder is not None:
            from desktop_app.updates.releases.activate import point_again

            point_again(user_folder, in_use.folder)
        if self._open is None or (in_use.path == self._open and self._holds(in_use)):
            self._sound = True
            self._file = self._file and signed(self._file, in_use)
            return None
        if (in_use.notice and not restored) or self._unsigned(in_use):
            self._dropped |= {self._open} - {in_use.path}
            self._make_ready(in_use, progress)
            told = in_use.notice or DROPPED.format(number=in_use.release)
            return Outcome(told, news=True, release=in_use.release)
        return self._newer_one(in_use, progress)

    def _unsigned(self, in_use: InUse) -> bool:
        """Whether what the window shows was never signed, though nothing is dropped any more.

        Another window dropped it, or the signed file is back where it lay.
        """
        exchanged = in_use.path == self._open and not self._holds(in_use)
        return exchanged or (not self._sound and in_use.release <= self._release)

    def _holds(self, in_use: InUse) -> bool:
        """Whether the very bytes this window has open were signed; the file may be back by now."""
        return not in_use.sha256 or self._sha256 in ("", in_use.sha256)

    def _written_over(
        self, opened: OpenedFile, in_use: InUse, progress: ProgressCallback
    ) -> Outcome | None:
        """What to tell of another file in the place of the one that was opened."""
        from desktop_app.store.directory.opened_file import SPOILT, look_again
        from desktop_app.updates.releases.in_use import Signature

        fails = in_use.signature is Signature.FAILS
        if not fails and in_use.path != opened.path and in_use.release > opened.release:
            return self._news(in_use, progress)
        if not self._sound:  # it was exchanged before anybody could check who signed it
            return self._drop(in_use) if fails else self._news(in_use, progress)
        if fails or in_use.path != opened.path:
            return Outcome(SPOILT.format(opened.release))
        found = look_again(opened, in_use.sha256)
        self._file = found.opened
        if found.newer:
            return self._news(in_use._replace(release=found.newer), progress)
        return Outcome(found.told) if found.told else None

    def _drop(self, in_use: InUse) -> Outcome | None:
        """Nothing that was signed is left: the window must show none of it."""
        from desktop_app.domain.services.errors import DirectoryUnsigned

        if in_use.path in self._dropped:
            return None
        self._dropped |= {in_use.path, *([self._open] if self._open else ())}
        self._ready = None
        return Outcome(DirectoryUnsigned().sentence, news=True)

    def _make_ready(self, in_use: InUse, progress: ProgressCallback) -> None:
        """Open in the worker what the window is about to use; it tells itself what is wrong."""
        if not progress(1.0):
            return  # nobody waits for it any more
        from desktop_app.domain.services.errors import DirectoryError
        from desktop_app.store.directory.opened_file import read_file

        with contextlib.suppress(DirectoryError):
            ready = read_file(in_use.path, in_use.sha256, handed_on=True)
            kept = ready.directory
            for rules in (kept.release, kept.pathways, kept.bank_holidays):
                rules()  # read once and kept: the next answer finds them there
            self._ready = signed(ready, in_use)

    def take(self, where: Path, moment: datetime, progress: ProgressCallback) -> Outcome:
        """Take the update in a file or folder; whatever goes wrong, the numbers stay."""
        if os.environ.get(paths.DIRECTORY_VARIABLE):
            return Outcome(NAMED)
        from desktop_app.updates.verify.folders import sources_in

        return outcome_of(lambda: self._taken(sources_in(where), moment, progress))

    def check_folder(
        self, folder: Path | None, moment: datetime, progress: ProgressCallback
    ) -> Outcome:
        """Notice what another program put in use; then look into the watched folder, if any."""
        if os.environ.get(paths.DIRECTORY_VARIABLE):
            found = outcome_of(lambda: self._held(progress) or NOTHING)
            return Outcome(NAMED) if folder and not found.sentence else found
        held = outcome_of(lambda: self._held(progress) or NOTHING)
        if held.news or (held.sentence and folder is None):
            return held
        looked = outcome_of(lambda: self._looked(folder, moment, progress))
        if not held.sentence:
            return looked
        same = self._ready is not None and self._ready.sha256 == self._sha256
        return repaired(looked, same=same) if looked.news else held

    def since(self, seen: int) -> Outcome:
        """What changed since the release whose changes were read last (0: none ever was)."""
        user_folder = paths.user_data()
        if self._open is None or user_folder is None or os.environ.get(paths.DIRECTORY_VARIABLE):
            return NOTHING
        from desktop_app.updates.releases.in_use import has_keys

        if not has_keys(paths.directory_file()):
            return NOTHING  # nothing kept here can be believed
        from desktop_app.domain.compare.change_kinds import UNCOUNTED
        from desktop_app.domain.compare.changes import summary
        from desktop_app.updates.releases.last_read import read_last
        from desktop_app.updates.releases.release_store import ReleaseStore

        release = self._release
        before = read_last(ReleaseStore(user_folder), paths.directory_file(), release, seen)
        both = (before.sha256, self._sha256) if before else ("", "")
        changes = self._changes(before.path, self._open, both) if before else None
        if not before or not changes or all(one.kind in UNCOUNTED for one in changes):
            return NOTHING
        told = CAME.format(release, summary(changes))
        return Outcome(told, changes, quiet=True, release=release, before=before.release)

    def _looked(self, folder: Path | None, moment: datetime, progress: ProgressCallback) -> Outcome:
        """Take what differs from what is known; a broken file never hides a good one."""
        if folder is None:
            return NOTHING
        from desktop_app.updates.errors import Refused, Why
        from desktop_app.updates.source_filter import passed_over, worth_trying
        from desktop_app.updates.verify.folders import FoundSources, sources_in

        found = sources_in(folder)
        if not found.openers:
            raise found.broken[0][1]
        also = passed_over(found.broken)
        fresh, known = worth_trying(found.openers, place_here())
        if fresh:
            return self._taken(FoundSources(fresh, found.broken), moment, progress)
        if not known:
            raise Refused(Why.OLDER)  # beside the one in use they are no news; alone they are
        return Outcome(also, quiet=not also)

    def _taken(self, found: FoundSources, moment: datetime, progress: ProgressCallback) -> Outcome:
        from desktop_app.store.directory.directory_session import directory_session
        from desktop_app.store.directory.try_out import try_out
        from desktop_app.updates.errors import Refused, Why
        from desktop_app.updates.install_update import Terms, take_first
        from desktop_app.updates.progress import Phase

        def progressed(_step: Phase, share: float) -> None:
            if not progress(share):
                raise Refused(Why.STOPPED)

        terms = Terms(open_directory=directory_session, try_out=try_out, progress=progressed)
        result = take_first(found, place_here(), moment, terms)
        outcome = self._outcome(result, progress)
        return outcome._replace(sentence=f"{outcome.sentence} {result.passed_over}".rstrip())

    def _outcome(self, result: UpdateResult, progress: ProgressCallback) -> Outcome:
        if not result.news and (self._open is None or self._release == result.release):
            return Outcome(result.result)
        unchanged = self._file and not self._file.changed()
        if result.news and result.before == self._open and unchanged:
            self._make_ready(result.in_use, progress)
            return news_of(result.changes, self._release, result.release)
        return self._news(result.in_use, progress)

    def _newer_one(self, in_use: InUse, progress: ProgressCallback) -> Outcome | None:
        """The news, when `who-to-call update` or another window took a newer release."""
        if self._open is None or in_use.release <= self._release:
            return None
        return self._news(in_use, progress)

    def _news(self, in_use: InUse, progress: ProgressCallback) -> Outcome:
        """What changes from the directory this window has open."""
        changes = self._changes(self._open, in_use.path, (self._sha256, in_use.sha256))
        self._make_ready(in_use, progress)
        return news_of(changes, self._release, in_use.release)

    def _changes(
        self, before: Path | None, after: Path, sha256: tuple[str, str]
    ) -> tuple[Change, ...] | None:
        """What changed between two files; None when that of the window is another one by now."""
        from desktop_app.store.directory.directory_session import directory_session
        from desktop_app.updates.compare.differences import changes_between

        if before is None or (self._file and self._file.changed()):
            return None
        return changes_between(before, after, directory_session, sha256=sha256)
