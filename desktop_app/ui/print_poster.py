"""The wall poster: one council, read from across a waiting room."""

from PySide6.QtCore import QPointF, QRectF

from desktop_app.domain.printed import PrintedLine
from desktop_app.domain.printed_poster import Door, Poster
from desktop_app.domain.service import LineKind
from desktop_app.ui.print_canvas import (
    BLUE,
    HAIRLINE,
    HEIGHT,
    MARGIN,
    SOFT,
    WIDTH,
    Canvas,
    Voice,
)
from desktop_app.ui.print_helplines import helplines
from desktop_app.ui.print_parts import danger_band, date_box, marked, practice_box, small_print

LEFT, WIDE = MARGIN, WIDTH - 2 * MARGIN
BAND = QRectF(LEFT, 51, WIDE, 27)
DOORS_FROM, DOOR, GAP = 82.0, 61.5, 4.0
HELP = QRectF(LEFT, 213, WIDE, 36)
FOOT = QRectF(LEFT, 253, WIDE, 24)
SMALL = QRectF(LEFT, 279, WIDE, HEIGHT - MARGIN - 279 + 2)


def paint_poster(canvas: Canvas, poster: Poster) -> None:
    """Draw the poster of one council."""
    (doors,) = poster.councils
    heading(canvas, poster, doors.council.name)
    danger_band(canvas, BAND)
    some = any(line.tested for line in poster.lines)
    for index, door in enumerate(doors.doors):
        box = QRectF(LEFT, DOORS_FROM + index * (DOOR + GAP), WIDE, DOOR)
        _door(canvas, box, door, some)
    helplines(canvas, HELP, poster.helplines, some)
    foot(canvas, poster, FOOT, SMALL)


def heading(canvas: Canvas, poster: Poster, where: str) -> None:
    """The question, and for which council the answer holds."""
    canvas.fitted(QRectF(LEFT, MARGIN - 1, WIDE, 8), where, Voice(16, True, BLUE), 9)
    words = poster.headline.replace(" or ", "\nor ") + " Ring:"
    canvas.fitted(QRectF(LEFT, MARGIN + 6, WIDE, 32), words, Voice(40, bold=True), 20)


def foot(canvas: Canvas, poster: Poster, box: QRectF, small: QRectF) -> None:
    """The practice's own people, the dates, and how far the numbers were checked."""
    practice_box(canvas, QRectF(box.left(), box.top(), 116, box.height()), poster.practice)
    date_box(canvas, QRectF(box.left() + 120, box.top(), 66, box.height()), poster.stamp)
    scan = "Point a phone’s camera at a code to ring the number beside it."
    small_print(canvas, small, f"{scan} {poster.honesty} {poster.stamp.edition}.")


def _door(canvas: Canvas, box: QRectF, door: Door, some: bool) -> None:
    canvas.frame(box, BLUE, 0.7, 3)
    canvas.block(QRectF(box.left(), box.top(), 3.2, box.height()), BLUE, 1.5)
    inner = box.adjusted(8, 3.5, -4, -2.5)
    code = 31.0
    column = QRectF(inner.left(), inner.top(), inner.width() - code - 4, inner.height())
    canvas.text(QRectF(column.left(), column.top(), column.width(), 8), door.title, Voice(17, True))
    if door.first is None:
        canvas.fitted(column.adjusted(0, 14, 0, -10), door.gap, Voice(20, True), 10)
        return
    canvas.code(QRectF(inner.right() - code, inner.top(), code, code), door.first.number)
    digits = QRectF(column.left(), column.top() + 6.8, column.width(), 20.5)
    canvas.number(digits, marked(door.first, some), Voice(53, bold=True))
    said = QRectF(column.left(), column.top() + 26.3, column.width(), 10.2)
    canvas.fitted(said, f"{door.service}. {door.first.hours}.", Voice(11), 7)
    below = QRectF(inner.left(), box.bottom() - 22, inner.width(), 20)
    canvas.rule(below.topLeft(), below.topRight())
    _others(canvas, below.adjusted(0, 1.2, 0, 0), door, some)


def _others(canvas: Canvas, box: QRectF, door: Door, some: bool) -> None:
    """The lines beside the first one, side by side; what is missing takes a place of its own."""
    places = len(door.others) + bool(door.gap)
    wide = (box.width() - 5 * (places - 1)) / places
    for index, line in enumerate(door.others):
        cell = QRectF(box.left() + index * (wide + 5), box.top(), wide, box.height())
        _other(canvas, cell, line, some)
        if index:
            canvas.rule(cell.topLeft() - QPointF(2.5, 0), cell.bottomLeft() - QPointF(2.5, 1))
    if door.gap:
        cell = QRectF(box.right() - wide, box.top() + 2, wide, box.height() - 4)
        canvas.fitted(cell, door.gap, Voice(12, True), 8)


def _other(canvas: Canvas, cell: QRectF, line: PrintedLine, some: bool) -> None:
    code = 18.0
    words = QRectF(cell.left(), cell.top(), cell.width() - code - 2, cell.height())
    canvas.code(QRectF(cell.right() - code, cell.top(), code, code), line.number)
    night = line.kind is LineKind.OUT_OF_HOURS
    title = "Evenings, nights and weekends" if night else line.label
    canvas.fitted(QRectF(words.left(), words.top(), words.width(), 5.5), title, Voice(12, True), 8)
    digits = QRectF(words.left(), words.top() + 4.6, words.width(), 10.6)
    tall = canvas.number(digits, marked(line, some), Voice(27, bold=True))
    said = f"{line.label}. {line.hours}." if night else f"{line.hours}."
    rest = QRectF(words.left(), digits.top() + tall - 0.4, words.width(), 5.2)
    canvas.fitted(rest, said, Voice(9, colour=SOFT), 6)


__all__ = ["HAIRLINE", "foot", "heading", "paint_poster"]
