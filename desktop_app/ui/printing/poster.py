"""The wall poster: one council, read from across a waiting room."""

from PySide6.QtCore import QPointF, QRectF

from desktop_app.domain.printing.poster import Door, Poster
from desktop_app.domain.printing.rules import OFFICE_CLOSED, PrintedLine
from desktop_app.domain.services.service import LineKind
from desktop_app.ui.printing.blocks import (
    danger_band,
    date_box,
    marked,
    practice_box,
    small_print,
    titled_panel,
)
from desktop_app.ui.printing.canvas import BLUE, HEIGHT, MARGIN, SOFT, WIDTH, Canvas, Voice
from desktop_app.ui.printing.helplines import helplines

LEFT, WIDE = MARGIN, WIDTH - 2 * MARGIN
NIGHT = "Evenings, nights and weekends"
BAND = QRectF(LEFT, MARGIN, WIDE, 25)
HEADING = QRectF(LEFT, 41, WIDE, 35)
DOORS_FROM, DOOR, GAP, STRIP = 78.5, 62.5, 3.5, 10.0
HELP = QRectF(LEFT, 210, WIDE, 40)
FOOT = QRectF(LEFT, 253, WIDE, 24)
SMALL = QRectF(LEFT, 279, WIDE, HEIGHT - MARGIN - 279 + 1)


def paint_poster(canvas: Canvas, poster: Poster) -> None:
    """Draw the poster of one council."""
    (doors,) = poster.councils
    danger_band(canvas, BAND)
    _heading(canvas, poster, doors.council.name)
    some = any(line.tested for line in poster.lines)
    for index, door in enumerate(doors.doors):
        box = QRectF(LEFT, DOORS_FROM + index * (DOOR + GAP), WIDE, DOOR)
        _door(canvas, box, door, some)
    helplines(canvas, HELP, poster.helplines, some)
    foot(canvas, poster)


def _heading(canvas: Canvas, poster: Poster, where: str) -> None:
    """The question, and for which council the answer holds."""
    first, second = poster.headline.split(" or ")
    canvas.line(QRectF(LEFT, HEADING.top(), WIDE, 7.5), where, Voice(17, True, BLUE))
    for index, words in enumerate((first, f"or {second} Ring:")):
        line = QRectF(LEFT, HEADING.top() + 5.5 + index * 13.6, WIDE, 16)
        canvas.line(line, words, Voice(38, bold=True))


def foot(canvas: Canvas, poster: Poster) -> None:
    """The practice's own people, the dates, and how far the numbers were checked."""
    practice_box(canvas, QRectF(FOOT.left(), FOOT.top(), 116, FOOT.height()), poster.practice)
    date_box(canvas, QRectF(FOOT.left() + 120, FOOT.top(), 66, FOOT.height()), poster.stamp)
    scan = "Point a phone’s camera at a code to ring the number beside it."
    small_print(canvas, SMALL, f"{scan} {poster.honesty} {poster.stamp.edition}.")


def _door(canvas: Canvas, box: QRectF, door: Door, some: bool) -> None:
    titled_panel(canvas, box, STRIP, door.title, door.service)
    inner = box.adjusted(6, STRIP + 4, -3, -2)
    if door.first is None:
        canvas.fitted(inner.adjusted(0, 8, -8, -10), door.gap, Voice(22, True), 10)
        return
    code = 29.0
    canvas.code(QRectF(inner.right() - code, inner.top() - 2.5, code, code), door.first.number)
    wide = inner.width() - code - 2
    digits = QRectF(inner.left(), inner.top(), wide, 14)
    tall = canvas.number(digits, marked(door.first, some), Voice(56, bold=True))
    said = QRectF(inner.left(), inner.top() + tall + 2, wide, 10)
    hours = f"{door.first.hours}."
    if canvas.width(hours, Voice(10)) <= wide:  # one line a little smaller beats a lonely last word
        canvas.line(QRectF(said.left(), said.top(), wide, 6), hours, Voice(11.5))
    else:
        canvas.fitted(said, hours, Voice(11.5), 7)
    below = QRectF(inner.left(), box.bottom() - 21.5, inner.width() - 1, 19.5)
    canvas.rule(below.topLeft(), below.topRight())
    _others(canvas, below.adjusted(0, 1.4, 0, 0), door, some)


def _others(canvas: Canvas, box: QRectF, door: Door, some: bool) -> None:
    """The lines beside the first one, side by side; what is missing takes a place of its own."""
    places = len(door.others) + bool(door.gap)
    wide = (box.width() - 5 * (places - 1)) / places
    for index, line in enumerate(door.others):
        cell = QRectF(box.left() + index * (wide + 5), box.top(), wide, box.height())
        _other(canvas, cell, line, door.first or line, some)
        if index:
            aside = QPointF(2.5, 0)
            canvas.rule(cell.topLeft() - aside, cell.bottomLeft() - aside - QPointF(0, 1))
    if door.gap:
        cell = QRectF(box.right() - wide, box.top() + 2, wide, box.height() - 4)
        canvas.fitted(cell, door.gap, Voice(13, True), 8)


def _other(canvas: Canvas, cell: QRectF, line: PrintedLine, first: PrintedLine, some: bool) -> None:
    code = 18.0
    words = QRectF(cell.left(), cell.top(), cell.width() - code - 1, cell.height())
    canvas.code(QRectF(cell.right() - code, cell.top(), code, code), line.number)
    night = line.kind is LineKind.OUT_OF_HOURS
    title = QRectF(words.left(), words.top(), words.width(), 5.4)
    canvas.line(title, NIGHT if night else line.label, Voice(12, True))
    digits = QRectF(words.left(), words.top() + 6, words.width(), 6.8)
    tall = canvas.number(digits, marked(line, some), Voice(29, bold=True))
    rest = QRectF(words.left(), digits.top() + tall + 1, words.width(), 4.6)
    canvas.line(rest, beneath(line, first), Voice(10, colour=SOFT))


def beneath(line: PrintedLine, first: PrintedLine) -> str:
    """What stands under a second number: who picks up, and its hours where they differ."""
    if line.hours == first.hours:
        return "The same hours."
    if line.kind is LineKind.OUT_OF_HOURS and line.brief == OFFICE_CLOSED:
        return f"{line.label}, whenever the office is closed."
    return f"{line.label}. {line.brief}."
