"""The seal of a directory file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.fileformat import checksum


def pieces(content: bytes, size: int) -> list[bytes]:
    return [content[at : at + size] for at in range(0, len(content), size)]


@given(st.binary(max_size=80), st.binary(max_size=80), st.integers(1, 200))
def test_a_sealed_file_is_unbroken_however_it_is_read(
    before: bytes, after: bytes, size: int
) -> None:
    content = checksum.sealed(before + checksum.blank().encode() + after)
    assert checksum.unbroken(pieces(content, size))


@given(st.binary(max_size=80), st.binary(max_size=80), st.integers(1, 200), st.data())
def test_one_flipped_bit_breaks_it_however_it_is_read(
    before: bytes, after: bytes, size: int, data: st.DataObject
) -> None:
    content = bytearray(checksum.sealed(before + checksum.blank().encode() + after))
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= 1 << data.draw(st.integers(0, 7))
    assert not checksum.unbroken(pieces(bytes(content), size))


@pytest.mark.parametrize("content", [b"", b"nothing", checksum.MARK, checksum.MARK + b"0"])
def test_a_file_without_a_whole_seal_is_broken(content: bytes) -> None:
    assert not checksum.unbroken([content])


@pytest.mark.parametrize("content", [b"", 2 * checksum.blank().encode()])
def test_only_one_blank_can_be_filled(content: bytes) -> None:
    with pytest.raises(ValueError, match="exactly one"):
        checksum.sealed(content)
