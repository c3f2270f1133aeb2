"""Where an update can come from: a folder, or a release in one file. What is in it is not trusted.

A source is asked for a file by a name of ours and gives its bytes piece by piece; whether they are
to be believed is decided elsewhere. The terminal adds a source of its own for https addresses.
"""

import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from desktop_app.updates.errors import Refused, Why
from desktop_app.updates.file_names import (
    LARGEST_FILE,
    LARGEST_METADATA,
    MOST_ENTRIES,
    SUFFIX,
    allowed,
)
from desktop_app.updates.verify.safe_open import open_plain

PIECE = 64 * 1024
TIMESTAMP = "metadata/timestamp.json"

Pieces = Generator[bytes, None, None]
"""The bytes of a file, one after the other; closing it lets go of the file."""


class NotThere(Exception):
    """The source has no file of that name."""


class UpdateSource(Protocol):
    """Something that can be asked for the files of an update."""

    def open(self, name: str) -> Pieces:
        """The bytes of a file in pieces; NotThere, or Refused when it cannot be read."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


@dataclass(frozen=True, slots=True)
class Opener:
    """One source that can be opened: what a person calls it, and how; Refused when it cannot be.

    `stamp` and `version` are what its newest list says, believed by nobody.
    """

    name: str
    open: Callable[[], UpdateSource]
    stamp: bytes = b""
    version: int = -1


class OneAtATime:
    """Lets go of the file read last before the next one, and of the last one at the end.

    An update that is refused half-way leaves its file half read; a stick must still come out.
    """

    _last: Pieces | None = None

    def kept(self, pieces: Pieces) -> Pieces:
        """The file that is read now."""
        self.let_go()
        self._last = pieces
        return pieces

    def let_go(self) -> None:
        """Close the file that was read last."""
        if self._last is not None:
            self._last.close()


class FolderSource(OneAtATime):
    """A folder as the steward publishes it: a stick, a share, a folder that IT fills."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def open(self, name: str) -> Pieces:
        """The bytes of a file of the folder, in pieces."""
        _must_be_allowed(name)
        try:
            file = open_plain(self._folder.joinpath(*name.split("/")), name)
        except FileNotFoundError:
            raise NotThere(name) from None
        return self.kept(_pieces(file, name))

    def close(self) -> None:
        """Close what was being read."""
        self.let_go()


class FileSource(OneAtATime):
    """A release in one file. Nothing is unpacked: entries are read where they lie."""

    def __init__(self, path: Path) -> None:
        self._file = _opened_file(path)
        try:
            self._zip = _opened_zip(self._file, path.suffix)
            self._prefix = _checked_prefix(self._zip)
        except BaseException:
            self._file.close()
            raise

    def open(self, name: str) -> Pieces:
        """The bytes of one entry, in pieces."""
        _must_be_allowed(name)
        try:
            entry = self._zip.getinfo(self._prefix + name)
        except KeyError:
            raise NotThere(name) from None
        if entry.flag_bits & 1:
            raise Refused(Why.UNREADABLE, f"{name} is encrypted")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Refused(Why.UNREADABLE, f"{name} is compressed in an unusual way")
        return self.kept(self._entry(entry, name))

    def close(self) -> None:
        """Close the file."""
        self.let_go()
        self._zip.close()
        self._file.close()

    def _entry(self, entry: zipfile.ZipInfo, name: str) -> Pieces:
        try:
            with self._zip.open(entry) as file:
                while piece := file.read(PIECE):
                    yield piece
        except (OSError, EOFError, ValueError, zlib.error, zipfile.BadZipFile) as error:
            raise Refused(Why.UNREADABLE, f"{name}: {error}") from error
        except (NotImplementedError, RuntimeError, UnicodeError) as error:
            raise Refused(Why.UNREADABLE, f"{name}: {error}") from error


def read_small(
    source: UpdateSource, name: str, largest: int = LARGEST_METADATA["timestamp"]
) -> bytes:
    """A small file of a source; Refused when it is longer than that."""
    content = b""
    for piece in source.open(name):
        content += piece
        if len(content) > largest:
            raise Refused(Why.TOO_LARGE, name)
    return content


def _pieces(file: IO[bytes], name: str) -> Pieces:
    # Errors while reading are caught here: the engine guards only the call that opens.
    try:
        with file:
            while piece := file.read(PIECE):
                yield piece
    except OSError as error:
        raise Refused(Why.UNREADABLE, f"{name}: {error}") from error


def _must_be_allowed(name: str) -> None:
    if not allowed(name):
        raise Refused(Why.MALFORMED, f"no file may be called {name[:80]!r}")


def _opened_file(path: Path) -> IO[bytes]:
    """Open a release file, unless it is larger than any may be."""
    try:
        file = open_plain(path, path.name)
    except FileNotFoundError as error:
        raise Refused(Why.NOT_FOUND, str(error)) from error
    size = os.fstat(file.fileno()).st_size
    if size > LARGEST_FILE:
        file.close()
        raise Refused(Why.TOO_LARGE, f"{size} bytes")
    return file


def _opened_zip(file: IO[bytes], suffix: str) -> zipfile.ZipFile:
    try:
        _must_list_little(file)
        return zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        raise Refused(_why_no_zip(file, suffix), str(error)) from error
    except (OSError, ValueError, NotImplementedError, UnicodeError) as error:
        raise Refused(Why.UNREADABLE, str(error)) from error


def _must_list_little(file: IO[bytes]) -> None:
    """Refuse a list of contents so long that merely reading it would fill the memory."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _LONGEST_END - _LOCATOR))
    tail = file.read()
    at = (
        len(tail) - _END.size if tail[-_END.size :].startswith(b"PK\5\6") else tail.rfind(b"PK\5\6")
    )
    if at < 0 or len(tail) - at < _END.size:
        return  # no end record: zipfile says so itself
    listed = _END.unpack_from(tail, at)[5]
    if listed > LONGEST_LIST or tail[max(0, at - _LOCATOR) : at].startswith(b"PK\6\7"):
        raise Refused(Why.TOO_LARGE, "its list of contents is too long")


_END = struct.Struct("<4s4H2LH")
_LONGEST_END = _END.size + 0xFFFF
_LOCATOR = 20
LONGEST_LIST = 1024 * 1024
"""Bytes of a zip's list of contents: some ten thousand entries; a release has a dozen."""


def _why_no_zip(file: IO[bytes], suffix: str) -> Why:
    """Something that begins like a release was cut short; anything else never was one."""
    try:
        file.seek(0)
        begins = file.read(4)
    except OSError:
        return Why.UNREADABLE
    cut_short = begins == b"PK\x03\x04" or suffix.lower() == SUFFIX
    return Why.UNREADABLE if cut_short else Why.NOT_A_RELEASE


def _checked_prefix(opened: zipfile.ZipFile) -> str:
    """The folder all entries lie in: none, or the one that somebody packed again."""
    names = opened.namelist()
    if len(names) > MOST_ENTRIES:
        raise Refused(Why.UNREADABLE, "too many entries")
    if len(set(names)) != len(names):
        raise Refused(Why.CHANGED, "an entry stands in it twice")
    if TIMESTAMP in names:
        return ""
    prefixes = {name.removesuffix(TIMESTAMP) for name in names if name.endswith("/" + TIMESTAMP)}
    if len(prefixes) != 1:
        raise Refused(Why.NOT_A_RELEASE, "no release in that file")
    return prefixes.pop()
