"""The Windows icon holds the drawing in every size."""

import struct

from installers import icon


def test_every_size_is_there_and_lies_where_it_is_said_to() -> None:
    content = icon.windows_icon()
    _zero, kind, count = struct.unpack_from("<HHH", content)
    assert (kind, count) == (1, len(icon.WINDOWS_SIZES))
    for number, size in enumerate(icon.WINDOWS_SIZES):
        side, *_rest, length, at = struct.unpack_from("<BBBBHHII", content, 6 + 16 * number)
        assert side == size % 256
        picture = content[at : at + length]
        png, bitmap = picture.startswith(b"\x89PNG"), picture.startswith(struct.pack("<I", 40))
        assert (png, bitmap) == (size == 256, size != 256)


def test_drawn_twice_it_is_the_same() -> None:
    assert icon.windows_icon() == icon.windows_icon()
