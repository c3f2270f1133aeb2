"""The program's icon in the sizes each system wants, drawn from resources/icons/app.svg."""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import TYPE_CHECKING

from installers.product import ROOT

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

DRAWING = ROOT / "resources/icons/app.svg"
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
LINUX_SIZES = (16, 22, 24, 32, 48, 64, 128, 256)


def png(size: int, drawing: Path = DRAWING) -> bytes:
    """The icon as a PNG of this many pixels a side."""
    from PySide6.QtCore import QBuffer, QIODevice

    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    _drawn(size, drawing).save(held, "PNG")  # type: ignore[call-overload]  # its stubs say bytes
    return bytes(held.data().data())


def bitmap(size: int, drawing: Path = DRAWING) -> bytes:
    """The icon as an uncompressed picture: what old parts of Windows want when small."""
    image = _drawn(size, drawing)
    lines = [memoryview(image.constScanLine(row)) for row in reversed(range(size))]  # type: ignore[arg-type]  # PySide6 calls it an object
    rows = [bytes(line)[: size * 4] for line in lines]
    mask = bytes((size + 31) // 32 * 4) * size  # unused: the picture has its own transparency
    header = struct.pack("<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, 0, 0, 0, 0, 0)
    return header + b"".join(rows) + mask


def _drawn(size: int, drawing: Path) -> QImage:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    return image


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon file holding these pictures, keyed by their pixels a side (at most 256)."""
    header = struct.pack("<HHH", 0, 1, len(pictures))
    entries, bodies = b"", b""
    offset = len(header) + 16 * len(pictures)
    for size, picture in sorted(pictures.items()):
        side = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset)
        bodies += picture
        offset += len(picture)
    return header + entries + bodies


def windows_icon() -> bytes:
    """The icon of the Windows programs, installers and shortcuts."""
    small = {size: bitmap(size) for size in WINDOWS_SIZES if size < 256}
    return ico(small | {256: png(256)})
