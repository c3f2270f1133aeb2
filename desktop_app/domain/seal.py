"""The seal of a directory file: one changed bit anywhere in it is noticed before a number is shown.

A single flipped bit can turn a phone number into somebody else's, and SQLite alone would not see
it. The seal stands in the file itself, so that it cannot be lost on the way; it is no signature
(whoever changes the file on purpose can seal it again), that is what signed releases are for.
"""

import zlib

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


def unbroken(content: bytes) -> bool:
    """Whether nothing has changed since the file was sealed."""
    found = content.find(MARK)
    at = found + len(MARK)
    return found >= 0 and content[at : at + LENGTH] == _figure(content, at)


def _figure(content: bytes, at: int) -> bytes:
    """The checksum over everything but the seal's own eight letters."""
    view = memoryview(content)
    return b"%08x" % zlib.crc32(view[at + LENGTH :], zlib.crc32(view[:at]))
