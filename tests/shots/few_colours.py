"""Pictures of the window in a palette of 256 colours: half as large, and nobody sees it."""

from collections import Counter
from pathlib import Path

from PySide6.QtGui import QColor, QImage, QImageWriter

MOST = 256


def write_small(taken: Path, kept: Path) -> None:
    """Write the picture with its most used colours, each other one as the nearest of them."""
    picture = QImage(str(taken)).convertToFormat(QImage.Format.Format_RGB32)
    dots = memoryview(picture.constBits()).cast("I").tolist()
    used = Counter(dots)
    table = [colour for colour, _ in used.most_common(MOST)]
    places = {colour: place for place, colour in enumerate(table)}
    for colour in used.keys() - places.keys():
        places[colour] = min(range(len(table)), key=lambda at: _apart(table[at], colour))
    wide, high = picture.width(), picture.height()
    placed = bytes(places[colour] for colour in dots)
    small = QImage(placed, wide, high, wide, QImage.Format.Format_Indexed8)
    small.setColorTable([QColor.fromRgb(colour).rgb() for colour in table])
    writer = QImageWriter(str(kept))
    writer.setQuality(0)  # of a PNG: as small as it gets
    writer.write(small)


def _apart(one: int, other: int) -> int:
    """How far two colours are from each other."""
    return sum(((one >> part & 255) - (other >> part & 255)) ** 2 for part in (0, 8, 16))
