"""The seal of a directory file: one changed bit anywhere in it is noticed before a number is shown.

A single flipped bit can turn a phone number into somebody else's, and SQLite alone would not see
it. The seal stands in the file itself, so that it cannot be lost on the way; it is no signature
(whoever changes the file on purpose can seal it again), that is what signed releases are for.
"""

import zlib
from collections.abc import Iterable

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
    figure, held, checksum = b"", b"", 0
    for piece in pieces:
        held += piece
        at = held.find(MARK) + len(MARK)
        if not figure and len(MARK) <= at <= len(held) - LENGTH:
            figure, checksum = held[at : at + LENGTH], zlib.crc32(held[:at], checksum)
            held = held[at + LENGTH :]
        # Until the mark is found, keep what may be its beginning.
        done = len(held) if figure else max(0, len(held) - len(MARK) - LENGTH)
        checksum, held = zlib.crc32(held[:done], checksum), held[done:]
    return figure == b"%08x" % zlib.crc32(held, checksum)


def _figure(content: bytes, at: int) -> bytes:
    """The checksum over everything but the seal's own eight letters."""
    return b"%08x" % zlib.crc32(content[at + LENGTH :], zlib.crc32(content[:at]))
