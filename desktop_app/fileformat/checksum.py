"""The seal of a directory file: one changed bit anywhere in it is noticed before a number is shown.

A single flipped bit can turn a phone number into somebody else's, and SQLite alone would not see
it. The seal stands in the file itself, so that it cannot be lost on the way; it is no signature
(whoever changes the file on purpose can seal it again), that is what signed releases are for.
"""

import zlib
from collections.abc import Iterable, Iterator

KEY = "seal"
MARK = b"whole-file-crc32:"
BLANK = "00000000"
LENGTH = len(BLANK)


def blank() -> str:
    """What stands in the file while it is being written."""
    return MARK.decode() + BLANK


def sealed(content: bytes) -> bytes:
    """The same file with its seal filled in; ValueError when there is not exactly one blank."""
    if content.count(blank().encode()) != 1:
        raise ValueError("The file must hold exactly one blank seal.")
    at = content.index(MARK) + len(MARK)
    return content[:at] + _figure(content, at) + content[at + LENGTH :]


def unbroken(pieces: Iterable[bytes]) -> bool:
    """Whether nothing has changed since the file was sealed; takes it piece by piece, in order."""
    remaining = iter(pieces)
    figure, checksum = _until_seal(remaining)
    for piece in remaining:  # as they come, copied nowhere: this is nearly all of a long file
        checksum = zlib.crc32(piece, checksum)
    return figure == b"%08x" % checksum


def _until_seal(pieces: Iterator[bytes]) -> tuple[bytes, int]:
    """The figure of the seal, and the checksum so far: over all but the figure's own letters."""
    held, checksum = b"", 0
    for piece in pieces:
        held += piece
        at = held.find(MARK) + len(MARK)
        if len(MARK) <= at <= len(held) - LENGTH:
            figure, checksum = held[at : at + LENGTH], zlib.crc32(held[:at], checksum)
            return figure, zlib.crc32(held[at + LENGTH :], checksum)
        # Until the mark is found, keep what may be its beginning.
        done = max(0, len(held) - len(MARK) - LENGTH)
        checksum, held = zlib.crc32(held[:done], checksum), held[done:]
    return b"", checksum


def _figure(content: bytes, at: int) -> bytes:
    """The checksum over everything but the seal's own eight letters."""
    return b"%08x" % zlib.crc32(content[at + LENGTH :], zlib.crc32(content[:at]))
