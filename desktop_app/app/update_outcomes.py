"""What came of looking for a newer directory: news for the window, or why there is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app import paths
from desktop_app.ui.updates.worker import Outcome

if TYPE_CHECKING:
    from desktop_app.domain.compare.changes import Change
    from desktop_app.store.directory.opened_file import OpenedFile
    from desktop_app.updates.place import UpdatePlace
    from desktop_app.updates.releases.in_use import InUse

IN_USE = "Release {} is in use now. {}"
REPAIRED = (
    "The list of numbers on this computer’s disk was damaged. Release {} was taken again from the "
    "watched folder. The numbers in this window stay as they were."
)


def news_of(changes: tuple[Change, ...] | None, before: int, release: int) -> Outcome:
    """A newer release is in use: what changed from the one before."""
    from desktop_app.domain.compare.changes import summary

    told = IN_USE.format(release, summary(changes))
    return Outcome(told, changes or (), news=True, release=release, before=before)


def repaired(news: Outcome, *, same: bool) -> Outcome:
    """What was taken in the place of a spoilt file; `same`: the window shows the very same."""
    return news._replace(sentence=REPAIRED.format(news.release)) if same else news


def signed(opened: OpenedFile, in_use: InUse) -> OpenedFile:
    """The same directory, with whether the very bytes that were read are what was signed."""
    from desktop_app.updates.releases.in_use import Signature

    holds = in_use.signature is Signature.HOLDS
    return opened._replace(vouched=holds and opened.sha256 == in_use.sha256 != "")


def stays(opened: OpenedFile | None, in_use: InUse) -> Outcome | None:
    """What was held against its signatures once gives way to nothing but a newer release.

    Whatever becomes of the disk (a stick is pulled out, a scanner keeps the keys, the list beside
    the file is spoilt), the bytes in this window are the ones that were signed.
    """
    from desktop_app.store.directory.opened_file import SPOILT
    from desktop_app.updates.releases.in_use import Signature

    if opened is None or not opened.vouched:
        return None
    less = in_use.signature is not Signature.HOLDS or in_use.release < opened.release
    return Outcome(SPOILT.format(opened.release)) if less else None


def outcome_of(work: Callable[[], Outcome]) -> Outcome:
    """Do it, or say in a sentence why it was not done."""
    try:
        return work()
    except Exception as error:  # this runs beside the window, where nobody would hear of it
        from desktop_app.updates.errors import Refused, Why  # mostly nothing is refused

        if not isinstance(error, Refused):
            return Outcome(Refused(Why.FAULT, f"{type(error).__name__}: {error}").sentence)
        passing = error.why in (Why.NOT_FOUND, Why.BUSY, Why.STOPPED, Why.NOT_A_RELEASE)
        return Outcome(error.sentence, quiet=passing)


def place_here() -> UpdatePlace:
    """Where this account keeps its releases; Refused where it has no folder of its own."""
    from desktop_app.updates.errors import Refused, Why
    from desktop_app.updates.place import UpdatePlace

    user_folder = paths.user_data()
    if user_folder is None:
        raise Refused(Why.CANNOT_WRITE, paths.NO_USER_FOLDER)
    return UpdatePlace(user_folder, paths.directory_file())
