"""From one file to the next: small for a small change, right for any, none for a stranger."""

import io
import random
import struct
import tracemalloc
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.updates.patch import (
    LARGEST_PATCH,
    MAGIC,
    PAGE,
    PatchError,
    patch_between,
    patched,
)
from tests.updates.small_directory import Made, make_directory

STEP = struct.Struct(">cII")


def applied(patch: bytes, old: bytes, length: int) -> bytes:
    return b"".join(patched(patch, io.BytesIO(old), length))


def pages(seed: int, count: int) -> bytes:
    return random.Random(seed).randbytes(PAGE * count)


@given(
    st.lists(st.tuples(st.integers(0, 7), st.binary(max_size=40)), max_size=12),
    st.integers(0, PAGE),
)
@settings(max_examples=60, deadline=None)
def test_any_edit_comes_back_whole(edits: list[tuple[int, bytes]], tail: int) -> None:
    old = pages(1, 8) + b"t" * 17
    new = bytearray(old + b"e" * tail)
    for page, text in edits:
        new[page * PAGE : page * PAGE + len(text) // 2] = text  # some lengthen, some shorten
    assert applied(patch_between(old, bytes(new)), old, len(new)) == bytes(new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"", b""),
        (b"", b"new"),
        (b"old", b""),
        (pages(1, 2), pages(2, 3)),
        (pages(1, 4), pages(1, 4)[PAGE:] + pages(1, 1)),
        (bytes(PAGE * 9), bytes(PAGE * 12)),
    ],
)
def test_the_ends_of_what_can_be(old: bytes, new: bytes) -> None:
    assert applied(patch_between(old, new), old, len(new)) == new


def test_a_release_with_one_other_number_is_a_few_hundred_bytes(tmp_path: Path) -> None:
    old = make_directory(tmp_path / "1.sqlite", Made(release=1, services=200)).read_bytes()
    made = Made(release=2, services=200, numbers={"helper-12": "01632 960999"})
    new = make_directory(tmp_path / "2.sqlite", made).read_bytes()
    patch = patch_between(old, new)
    assert applied(patch, old, len(new)) == new
    assert len(patch) < 1500
    assert len(new) > 100 * len(patch)


def test_pages_that_moved_are_found(tmp_path: Path) -> None:
    old = pages(3, 60)
    new = old[: 20 * PAGE] + pages(4, 1) + old[20 * PAGE :]
    assert len(patch_between(old, new)) < PAGE + 100


@pytest.mark.parametrize(
    "patch",
    [
        b"",
        b"PK\3\4",
        MAGIC[:-1],
        MAGIC + b"C",
        MAGIC + STEP.pack(b"X", 0, 1),
        MAGIC + STEP.pack(b"C", 9, 1),
        MAGIC + STEP.pack(b"C", 0, 0xFFFFFFFF),
        MAGIC + STEP.pack(b"C", 0xFFFFFFFF, 1),
        MAGIC + STEP.pack(b"C", 0, 1),
        MAGIC + STEP.pack(b"C", 0, 4),
        MAGIC + STEP.pack(b"N", 0, 4) + b"\xff\xff\xff\xff",
        MAGIC + STEP.pack(b"N", 0, 40) + b"\x03\x00",
        MAGIC + STEP.pack(b"N", 0, 0),
        MAGIC + bytes(LARGEST_PATCH),
    ],
)
def test_a_patch_of_a_stranger_is_refused(patch: bytes) -> None:
    old = pages(1, 3)
    with pytest.raises(PatchError):
        applied(patch, old, 3 * PAGE)


def test_a_bomb_fills_no_memory() -> None:
    """A page that would unpack to gigabytes is cut off at one page."""
    packing = zlib.compressobj(9, wbits=-15)
    bomb = packing.compress(bytes(64 * 1024 * 1024)) + packing.flush()
    patch = MAGIC + STEP.pack(b"N", 0, len(bomb)) + bomb
    tracemalloc.start()
    with pytest.raises(PatchError):
        applied(patch, pages(1, 1), PAGE)
    assert tracemalloc.get_traced_memory()[1] < 2 * 1024 * 1024
    tracemalloc.stop()


def test_cut_short_anywhere_it_is_refused_or_makes_another_file() -> None:
    old, new = pages(1, 6), pages(1, 2) + pages(2, 2) + pages(1, 6)[4 * PAGE :]
    patch = patch_between(old, new)
    for end in range(0, len(patch), 37):
        with pytest.raises(PatchError):
            applied(patch[:end], old, len(new))
