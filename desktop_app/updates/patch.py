"""The way from one directory file to the next in a few hundred bytes: a patch, made and applied.

A release in which one number changed differs from the one before in a few pages of hundreds. A
patch says page by page which pages of the old file to take, and brings the others compressed
against the old pages around them (deflate with a preset dictionary, of the standard library: no
code that is not memory-safe reads what a stranger sent). Nothing here is believed: whoever applies
a patch holds the result against the signed fingerprint of the whole file.

The file: MAGIC, then steps. b"C", first page, count: pages of the old file. b"N", page of the old
file it is near to, length: one page, deflated. Numbers are 4 bytes, big-endian.
"""

import struct
import zlib
from collections.abc import Iterator
from typing import IO

MAGIC = b"who-to-call patch 1\n"
PAGE = 4096
"""SQLite's page; a file of another shape only gives larger patches."""
AROUND = 3
"""Pages before and after that a new page is compressed against: as far as deflate reaches."""
LARGEST_PATCH = 1024 * 1024
"""Bytes; whatever needs more is taken whole."""
_STEP = struct.Struct(">cII")
_RAW = -zlib.MAX_WBITS


class PatchError(ValueError):
    """It is no patch of ours, or not for this file."""


def patch_between(old: bytes, new: bytes) -> bytes:
    """The patch that makes `new` out of `old`."""
    known: dict[bytes, int] = {}
    for number in range(_pages(old), 0, -1):  # the first of equal pages stays
        known[_page(old, number - 1)] = number - 1
    told, near, run = [MAGIC], 0, (0, 0)
    for number in range(_pages(new)):
        page = _page(new, number)
        if page == _page(old, near) or page in known:
            found = near if page == _page(old, near) else known[page]
            if run[1] and found == sum(run):
                run = (run[0], run[1] + 1)
            else:
                told, run = [*told, *_copied(run)], (found, 1)
            near = found + 1
            continue
        told, run = [*told, *_copied(run)], (0, 0)
        packed = _deflated(page, _around(old, near))
        told.append(_STEP.pack(b"N", near, len(packed)) + packed)
        near += 1
    return b"".join([*told, *_copied(run)])


def patched(patch: bytes, old: IO[bytes], length: int) -> Iterator[bytes]:
    """The new file in pieces, never longer than `length`; PatchError when it cannot be made."""
    if not patch.startswith(MAGIC) or len(patch) > LARGEST_PATCH:
        raise PatchError("This is no patch.")
    made = 0
    for piece in _steps(patch, old):
        made += len(piece)
        if made > length:
            raise PatchError("The patch makes a longer file than was signed.")
        yield piece
    if made != length:
        raise PatchError("The patch makes a shorter file than was signed.")


def _steps(patch: bytes, old: IO[bytes]) -> Iterator[bytes]:
    at = len(MAGIC)
    while at < len(patch):
        if len(patch) - at < _STEP.size:
            raise PatchError("The patch ends in the middle.")
        kind, number, count = _STEP.unpack_from(patch, at)
        at += _STEP.size
        if kind == b"C":
            yield from _taken(old, number, count)
        elif kind == b"N":
            around = _read(old, max(0, number - AROUND), number + AROUND + 1)
            yield _inflated(patch[at : at + count], around)
            at += count
        else:
            raise PatchError("The patch has a step that nobody knows.")


def _pages(whole: bytes) -> int:
    return -(-len(whole) // PAGE)


def _page(whole: bytes, number: int) -> bytes:
    return whole[number * PAGE : (number + 1) * PAGE]


def _copied(run: tuple[int, int]) -> list[bytes]:
    return [_STEP.pack(b"C", *run)] if run[1] else []


def _around(old: bytes, near: int) -> bytes:
    return old[max(0, near - AROUND) * PAGE : (near + AROUND + 1) * PAGE]


def _read(old: IO[bytes], first: int, end: int) -> bytes:
    old.seek(first * PAGE)
    return old.read((end - first) * PAGE)


def _taken(old: IO[bytes], first: int, count: int) -> Iterator[bytes]:
    for number in range(first, first + count):
        piece = _read(old, number, number + 1)
        if not piece:
            raise PatchError("The patch is for a longer file.")
        yield piece


def _deflated(page: bytes, around: bytes) -> bytes:
    packing = zlib.compressobj(9, wbits=_RAW, zdict=around)
    return packing.compress(page) + packing.flush()


def _inflated(packed: bytes, around: bytes) -> bytes:
    unpacking = zlib.decompressobj(_RAW, zdict=around)
    try:
        page = unpacking.decompress(packed, PAGE)
    except zlib.error as error:
        raise PatchError("A page of the patch is damaged.") from error
    if not unpacking.eof or unpacking.unused_data or unpacking.unconsumed_tail:
        raise PatchError("A page of the patch is damaged.")
    return page
