"""The domestic abuse helplines on a poster: a row or two of numbers, each with its code."""

from PySide6.QtCore import QRectF

from desktop_app.domain.printing.rules import PrintedLine
from desktop_app.ui.printing.blocks import marked
from desktop_app.ui.printing.canvas import BLUE, HAIRLINE, SOFT, Canvas, Voice

TITLE = "Hurt, frightened or controlled by a partner, former partner or relative?"
SPACE, HEAD, ROW_SPACE = 3.0, 8.0, 2.0


def helplines(canvas: Canvas, box: QRectF, lines: tuple[PrintedLine, ...], some: bool) -> None:
    """Draw the helplines, up to six of them, in cells of one size."""
    if not lines:
        return
    title = QRectF(box.left(), box.top(), box.width(), 6.8)
    canvas.line(title, TITLE, Voice(14, True, BLUE))
    body = box.adjusted(0, HEAD, 0, 0)
    rows = 1 if len(lines) <= 3 else 2
    columns = -(-len(lines) // rows)
    wide = (body.width() - SPACE * (columns - 1)) / columns
    high = (body.height() - ROW_SPACE * (rows - 1)) / rows
    for index, line in enumerate(lines):
        row, column = divmod(index, columns)
        left, top = body.left() + column * (wide + SPACE), body.top() + row * (high + ROW_SPACE)
        _cell(canvas, QRectF(left, top, wide, high), line, some)


def _cell(canvas: Canvas, box: QRectF, line: PrintedLine, some: bool) -> None:
    canvas.frame(box, HAIRLINE, 0.4, 2)
    code = min(box.height() - 1.2, 23.0)
    middle = box.top() + (box.height() - code) / 2
    canvas.code(QRectF(box.right() - code - 0.6, middle, code, code), line.number)
    words = box.adjusted(3, 1, -code - 0.8, -0.8)
    tall = box.height() > 20
    name = QRectF(words.left(), words.top(), words.width(), 10.5 if tall else 4.6)
    set_name = canvas.fitted if tall else canvas.line
    set_name(name, line.service, Voice(12 if tall else 9.5, True), 6)
    digits = QRectF(words.left(), name.bottom() + 0.4, words.width(), 6 if tall else 4.4)
    used = canvas.number(digits, marked(line, some), Voice(24 if tall else 17, bold=True))
    top = digits.top() + used + (1.4 if tall else 0.6)
    rest = QRectF(words.left(), top, words.width(), words.bottom() - top)
    said = ". ".join(part for part in (line.serves, line.brief) if part)
    canvas.fitted(rest, f"{said}.", Voice(9.5 if tall else 8.5, colour=SOFT), 6)
