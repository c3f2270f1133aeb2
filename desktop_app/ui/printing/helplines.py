"""The domestic abuse helplines on a poster: two columns of numbers, each with its code."""

from PySide6.QtCore import QRectF

from desktop_app.domain.printing.rules import PublicLine
from desktop_app.ui.printing.canvas import BLUE, HAIRLINE, SOFT, Canvas, Voice

TITLE = "Hurt, frightened or controlled by a partner, former partner or relative?"
SPACE, HEAD, ROW_SPACE, COLUMNS = 3.0, 7.5, 1.6, 2
AIR, LEAST_DIGITS = 0.3, 3.1
"""Millimetres above and below a number under a long name, and digits of twelve points."""
TALLEST, ALONE, LOWEST, LEAST_WORDS = 24.0, 34.0, 14.5, 75.0
"""Millimetres: no cell is higher, one in the only row, or lower than its three texts; no code takes
the room a name needs."""


def helplines(canvas: Canvas, box: QRectF, lines: tuple[PublicLine, ...]) -> None:
    """Draw all the helplines, in cells of one size."""
    canvas.line(
        QRectF(box.left(), box.top(), box.width(), 6.8), TITLE, Voice(15, True, BLUE, level=2)
    )
    body = box.adjusted(0, HEAD, 0, 0)
    rows = max(1, -(-len(lines) // COLUMNS))
    wide = (body.width() - SPACE * (COLUMNS - 1)) / COLUMNS
    high = min(TALLEST if rows > 1 else ALONE, (body.height() - ROW_SPACE * (rows - 1)) / rows)
    if high < LOWEST:
        canvas.not_whole += [line.service for line in lines[-1:]]
        return
    for index, line in enumerate(lines):
        row, column = divmod(index, COLUMNS)
        left, top = body.left() + column * (wide + SPACE), body.top() + row * (high + ROW_SPACE)
        _cell(canvas, QRectF(left, top, wide, high), line)


def _cell(canvas: Canvas, box: QRectF, line: PublicLine) -> None:
    canvas.frame(box, HAIRLINE, 0.4, 2)
    code = min(box.height() - 1.2, box.width() - LEAST_WORDS - 4.2)
    middle = box.top() + (box.height() - code) / 2
    words = box.adjusted(3, 0.6, -code - 1.2, -0.6)
    step = words.height() / 3
    small, tall = Voice(min(15.0, step * 2.4), colour=SOFT), min(7.0, step * 0.9)
    bold = Voice(small.points, True)
    name = canvas.first_that_fits(_names(line.service), words.width(), bold)
    if canvas.width(name, Voice(canvas.smallest, True)) > words.width() * 0.98:
        _long_name(canvas, words, line)
        canvas.code(QRectF(box.right() - code - 0.6, middle, code, code), line.number)
        return
    top = QRectF(words.left(), words.top(), words.width(), step)
    canvas.line(top, name, bold)
    digits = QRectF(words.left(), words.top() + step * 1.04, words.width(), tall)
    canvas.number(digits, line.display, Voice(30, bold=True))
    briefly = line.serves.removeprefix("For ")
    both = ((line.serves, line.hours), (line.serves, line.brief), (briefly, line.brief))
    told = [". ".join(filter(None, each)) for each in both]
    rest = QRectF(words.left(), words.bottom() - step, words.width(), step)
    canvas.line(rest, canvas.first_that_fits(told, rest.width(), small), small)
    canvas.code(QRectF(box.right() - code - 0.6, middle, code, code), line.number)


def _long_name(canvas: Canvas, words: QRectF, line: PublicLine) -> None:
    """A name that no line holds: over two or three, above a smaller number and when it is there.

    A cell without room for the number is noted, and the page is not printed.
    """
    small, bold = Voice(canvas.smallest, colour=SOFT), Voice(canvas.smallest, True)
    row, high = (canvas.height(text, words.width(), bold) for text in ("X", line.service))
    room = words.height() - high - row - 2 * AIR
    if room < LEAST_DIGITS:
        canvas.not_whole.append(line.service)
        return
    canvas.fitted(QRectF(words.left(), words.top(), words.width(), high), line.service, bold)
    digits = QRectF(words.left(), words.top() + high + AIR, words.width(), min(7.0, room))
    canvas.number(digits, line.display, Voice(30, bold=True))
    rest = QRectF(words.left(), words.bottom() - row, words.width(), row)
    canvas.line(rest, canvas.first_that_fits((line.hours, line.brief), rest.width(), small), small)


def _names(service: str) -> tuple[str, ...]:
    """The name, and the same without what stands in brackets behind it."""
    return service, service.partition(" (")[0]
