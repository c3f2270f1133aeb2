"""Which updates lie in a place, the newest first, whatever their files are called.

A name says nothing: a copy, a sync tool or a tired person gives any. So the date list of each is
read, and those that say they are newest are tried first; whether it is true is decided by their
signatures. What cannot be read never stands in the way of what can, however much of it there is.
"""

import json
import stat
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from desktop_app.updates.errors import Refused, Why
from desktop_app.updates.file_names import is_named_release, may_be_release
from desktop_app.updates.verify.safe_open import must_be_plain, unread
from desktop_app.updates.verify.sources import (
    TIMESTAMP,
    FileSource,
    FolderSource,
    NotThere,
    Opener,
    read_small,
)


class FoundSources(NamedTuple):
    """The updates in a place: those that can be read, the newest first, and those that cannot."""

    openers: list[Opener]
    broken: Sequence[tuple[str, Refused]] = ()


def sources_in(where: Path) -> FoundSources:
    """What a path may mean; Refused when it is nothing that could be an update.

    A file is a release in one file; a folder is what the steward publishes, or holds release files,
    or both.
    """
    mode = _mode(where)
    if not stat.S_ISDIR(mode):
        must_be_plain(mode, where.name)
        return FoundSources([Opener(where.name, partial(FileSource, where))])
    found, broken = [], []
    for opener in _in_folder(where):
        try:
            found.append(_read(opener))
        except Refused as refused:
            # A copy that is still on its way has another ending, or a point before its name.
            if is_named_release(opener.name) or opener.name == where.name:
                broken.append((opener.name, refused))
    if not found and not broken:
        raise Refused(Why.NOT_A_RELEASE, "no release in that folder")
    found.sort(key=lambda opener: opener.version, reverse=True)
    return FoundSources(found, broken)


def _in_folder(folder: Path) -> list[Opener]:
    try:
        names = [path for path in folder.iterdir() if may_be_release(path.name)]
    except OSError as error:
        raise unread(error) from error
    names.sort(key=lambda path: path.name, reverse=True)
    files = [Opener(path.name, partial(FileSource, path)) for path in names]
    return [*_published(folder), *files]


def _read(opener: Opener) -> Opener:
    """The same with what its newest list says; Refused when it has none that can be read."""
    with closing(opener.open()) as source:
        try:
            stamp = read_small(source, TIMESTAMP)
            version = json.loads(stamp)["signed"]["version"]
        except NotThere as error:
            raise Refused(Why.INCOMPLETE, str(error)) from error
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            raise Refused(Why.MALFORMED, f"{type(error).__name__}: {error}") from error
    if type(version) is not int:
        raise Refused(Why.MALFORMED, f"version {str(version)[:40]}")
    return replace(opener, stamp=stamp, version=version)


def _mode(where: Path) -> int:
    try:
        return where.stat().st_mode
    except PermissionError as error:
        raise unread(error) from error
    except (OSError, ValueError) as error:
        raise Refused(Why.NOT_FOUND, str(error)) from error


def _published(folder: Path) -> list[Opener]:
    """The folder itself, when a steward's lists lie in it, readable or not."""
    try:
        (folder / TIMESTAMP).stat()
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError:
        pass  # it is there in some way; what is wrong with it is told when it is read
    return [Opener(folder.name, partial(FolderSource, folder))]
