"""The domestic abuse helplines on a poster: a row or two of numbers, each with its code."""

from PySide6.QtCore import QRectF

from desktop_app.domain.printed import PrintedLine
from desktop_app.ui.print_canvas import BLUE, SOFT, TINT, Canvas, Voice
from desktop_app.ui.print_parts import marked

TITLE = "Hurt, frightened or controlled by a partner, former partner or relative?"
SPACE = 3.0


def helplines(canvas: Canvas, box: QRectF, lines: tuple[PrintedLine, ...], some: bool) -> None:
    """Draw the helplines, up to six of them, in cells of one size."""
    if not lines:
        return
    canvas.fitted(QRectF(box.left(), box.top(), box.width(), 6.5), TITLE, Voice(13, True, BLUE), 9)
    body = box.adjusted(0, 8, 0, 0)
    rows = 1 if len(lines) <= 3 else 2
    columns = -(-len(lines) // rows)
    wide = (body.width() - SPACE * (columns - 1)) / columns
    high = (body.height() - 2 * (rows - 1)) / rows
    for index, line in enumerate(lines):
        row, column = divmod(index, columns)
        left, top = body.left() + column * (wide + SPACE), body.top() + row * (high + 2)
        _cell(canvas, QRectF(left, top, wide, high), line, some)


def _cell(canvas: Canvas, box: QRectF, line: PrintedLine, some: bool) -> None:
    canvas.block(box, TINT, 2)
    code = min(box.height() - 1.5, 22.0)
    middle = box.top() + (box.height() - code) / 2
    canvas.code(QRectF(box.right() - code - 0.8, middle, code, code), line.number)
    words = box.adjusted(3, 1, -code - 2.5, -0.8)
    name = f"{line.service}: {_lower(line.serves)}" if line.serves else line.service
    part = words.height()
    high = min(10.0, part * 0.36)
    canvas.fitted(QRectF(words.left(), words.top(), words.width(), high), name, Voice(9.5, True), 6)
    digits = QRectF(words.left(), words.top() + high, words.width(), min(9.0, part * 0.38))
    tall = canvas.number(digits, marked(line, some), Voice(min(19.0, part * 0.95), bold=True))
    top = digits.top() + tall - 0.3
    rest = QRectF(words.left(), top, words.width(), words.bottom() - top)
    canvas.fitted(rest, _brief(line.hours), Voice(8, colour=SOFT), 6)


def _brief(hours: str) -> str:
    """Hours that would fill the cell are said to be uncertain; the directory tells the rest."""
    return "Our sources disagree about the hours" if hours.startswith("Sources disagree") else hours


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
