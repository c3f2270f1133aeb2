"""QR codes that dial: a phone's camera reads the `tel:` address and offers the call.

The code carries the same number as the digits beside it and nothing else. 999 gets none: nobody in
danger should look for a camera, and nobody should ring it by pointing one.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QLabel

from desktop_app.domain.services.dialling import address_uri, dial_uri
from desktop_app.ui.widgets.text import spelled

QUIET = 4
"""Empty modules around a code; the standard asks for four."""
ON_SCREEN = 160
"""How wide a code is on screen, in points."""
DARK, GROUND = QColor("#000000"), QColor("#ffffff")
Squares = tuple[tuple[bool, ...], ...]


def modules(number: str) -> Squares:
    """The dark and light squares of a number's code, without the quiet zone."""
    return _modules(dial_uri(number))


def _modules(uri: str) -> Squares:
    import segno  # 20 ms, and only when a code is first wanted

    code = segno.make_qr(uri, error="m")
    return tuple(tuple(bool(square) for square in row) for row in code.matrix)


def _path(squares: Squares) -> QPainterPath:
    """The dark squares as one path, one unit to a module, the quiet zone included."""
    path = QPainterPath()
    for y, row in enumerate(squares):
        x = 0
        while x < len(row):
            run = next((n for n in range(x, len(row)) if not row[n]), len(row)) - x
            if run:
                path.addRect(QRectF(QUIET + x, QUIET + y, run, 1))
            x += run + 1
    return path


def _side(squares: Squares) -> int:
    """How many modules a code is wide, the quiet zone included."""
    return len(squares) + 2 * QUIET


def draw_qr(painter: QPainter, box: QRectF, number: str) -> None:
    """Draw the code that dials a number into a square box: dark on white, whatever the theme."""
    _draw(painter, box, modules(number))


def _draw(painter: QPainter, box: QRectF, squares: Squares) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(box, GROUND)
    painter.translate(box.topLeft())
    painter.scale(box.width() / _side(squares), box.height() / _side(squares))
    painter.fillPath(_path(squares), DARK)
    painter.restore()


def _image(squares: Squares, at_least: int) -> QImage:
    """The code as a picture, each module a whole number of pixels, at least so many wide."""
    count = _side(squares)
    pixels = count * max(1, -(-at_least // count))
    image = QImage(pixels, pixels, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    _draw(painter, QRectF(image.rect()), squares)
    painter.end()
    return image


class QrLabel(QLabel):
    """A code on screen, named for a screen reader by what it does."""

    def __init__(self, squares: Squares, does: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(f"QR code that {does}")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        ratio = self.devicePixelRatioF()
        picture = QPixmap.fromImage(_image(squares, round(ON_SCREEN * ratio)))
        picture.setDevicePixelRatio(ratio)
        self.setPixmap(picture)


def number_qr(number: str, display: str, name: str) -> QrLabel:
    """The code beside a number: it dials."""
    return QrLabel(modules(number), f"dials {spelled(display)}", name)


def address_qr(address: str, name: str) -> QrLabel:
    """The code that opens a web address."""
    return QrLabel(_modules(address_uri(address)), f"opens {address}", name)
