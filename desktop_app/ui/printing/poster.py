"""The wall poster: one council, read from across a waiting room."""

from PySide6.QtCore import QPointF, QRectF

from desktop_app.domain.printing.poster import Door, Poster
from desktop_app.domain.printing.public_hours import OFFICE_CLOSED
from desktop_app.domain.printing.rules import PublicLine
from desktop_app.domain.services.service import LineKind
from desktop_app.ui.printing.blocks import (
    ask_here,
    danger_band,
    date_box,
    panel_strip,
    titled_panel,
)
from desktop_app.ui.printing.canvas import BLUE, MARGIN, SOFT, WIDTH, Canvas, Voice
from desktop_app.ui.printing.helplines import helplines

LEFT, WIDE = MARGIN, WIDTH - 2 * MARGIN
NIGHT = "Evenings, nights and weekends"
BAND = QRectF(LEFT, 9, WIDE, 23)
HEADING = QRectF(LEFT, 34, WIDE, 35)
DOORS_FROM, DOOR, GAP, STRIP = 69.5, 59.5, 3.0, 9.5
CODE, BESIDE = 17.5, 48.0
HELP = QRectF(LEFT, 194, WIDE, 58)
FOOT = QRectF(LEFT, 255, WIDE, 22)
SMALL = QRectF(LEFT, 279, WIDE, 6)
SCAN = "Point a phone’s camera at a code to ring the number beside it."


def paint_poster(canvas: Canvas, poster: Poster) -> None:
    """Draw the poster of one council."""
    (doors,) = poster.councils
    danger_band(canvas, BAND)
    _heading(canvas, poster, doors.council.name)
    for index, door in enumerate(doors.doors):
        box = QRectF(LEFT, DOORS_FROM + index * (DOOR + GAP), WIDE, DOOR)
        _door(canvas, box, door)
    helplines(canvas, HELP, poster.helplines)
    foot(canvas, poster, FOOT, SMALL)


def _heading(canvas: Canvas, poster: Poster, where: str) -> None:
    """The question, and for which council the answer holds."""
    first, second = poster.headline.split(" or ")
    canvas.line(QRectF(LEFT, HEADING.top(), WIDE, 7.5), where, Voice(17, True, BLUE))
    for index, words in enumerate((first, f"or {second} Ring:")):
        line = QRectF(LEFT, HEADING.top() + 5 + index * 13.4, WIDE, 16)
        canvas.line(line, words, Voice(38, bold=True, level=1))


def foot(canvas: Canvas, poster: Poster, box: QRectF, small: QRectF) -> None:
    """Where to ask in the building, the dates, and from which release the sheet is."""
    ask_here(canvas, QRectF(box.left(), box.top(), 112, box.height()), poster.practice)
    date_box(canvas, QRectF(box.left() + 115, box.top(), 71, box.height()), poster.stamp)
    canvas.line(small, f"{SCAN} {poster.stamp.printed_from}.", Voice(12, colour=SOFT))


def _door(canvas: Canvas, box: QRectF, door: Door) -> None:
    strip = panel_strip(canvas, STRIP, box.width(), door.title, door.service)
    titled_panel(canvas, box, strip, door.title, door.service)
    inner = box.adjusted(6, strip + 3.5, -3, -2)
    if door.first is None:
        canvas.fitted(inner.adjusted(0, 8, -8, -10), door.gap, Voice(22, True))
        return
    code = 26.0
    wide = inner.width() - code - 2
    digits = QRectF(inner.left(), inner.top(), wide, 14)
    tall = canvas.number(digits, door.first.display, Voice(56, bold=True))
    said = QRectF(inner.left(), inner.top() + tall + 1.5, wide, 7)
    told = (door.first.hours, door.first.brief)
    canvas.line(said, canvas.first_that_fits(told, wide, Voice(12)), Voice(16))
    canvas.code(QRectF(inner.right() - code, inner.top() - 2.5, code, code), door.first.number)
    below = QRectF(inner.left(), box.bottom() - 21.5, inner.width() - 1, 20)
    canvas.rule(below.topLeft(), below.topRight())
    _others(canvas, below.adjusted(0, 1.2, 0, 0), door)


def _others(canvas: Canvas, box: QRectF, door: Door) -> None:
    """The lines beside the first one, side by side; what is missing takes a place of its own."""
    places = len(door.others) + bool(door.gap)
    wide = (box.width() - 5 * (places - 1)) / places
    bold = Voice(canvas.smallest, True)
    if any(canvas.width(_title(x), bold) > (wide - CODE - 1) * 0.99 for x in door.others):
        _others_in_rows(canvas, box, door)
        return
    for index, line in enumerate(door.others):
        cell = QRectF(box.left() + index * (wide + 5), box.top(), wide, box.height())
        _other(canvas, cell, line, door.first or line)
        if index:
            aside = QPointF(2.5, 0)
            canvas.rule(cell.topLeft() - aside, cell.bottomLeft() - aside - QPointF(0, 1))
    if door.gap:
        cell = QRectF(box.right() - wide, box.top() + 2, wide, box.height() - 4)
        canvas.fitted(cell, door.gap, Voice(13, True))


def _others_in_rows(canvas: Canvas, box: QRectF, door: Door) -> None:
    """The same one under the other, where a name is longer than a column: without codes."""
    places = len(door.others) + bool(door.gap)
    high = box.height() / places
    for index, line in enumerate(door.others):
        row = QRectF(box.left(), box.top() + index * high, box.width(), high)
        name = row.adjusted(0, 0, -BESIDE - 3, 0)
        bold = Voice(canvas.smallest, True)
        title = _title(line)
        told = [". ".join(filter(None, (title, when))) for when in (line.hours, line.brief)]
        canvas.fitted(name, canvas.first_that_fits((*told, title), name.width(), bold), bold)
        tall = min(6.0, high - 0.6)
        digits = QRectF(row.right() - BESIDE, row.top() + 0.3, BESIDE, tall)
        canvas.number(digits, line.display, Voice(24, bold=True))
    if door.gap:
        cell = QRectF(box.left(), box.bottom() - high, box.width(), high)
        canvas.fitted(cell, door.gap, Voice(13, True))


def _title(line: PublicLine) -> str:
    return NIGHT if line.kind is LineKind.OUT_OF_HOURS else line.label


def _other(canvas: Canvas, cell: QRectF, line: PublicLine, first: PublicLine) -> None:
    code = CODE
    words = QRectF(cell.left(), cell.top(), cell.width() - code - 1, cell.height())
    title = QRectF(words.left(), words.top(), words.width(), 5.6)
    canvas.line(title, _title(line), Voice(13, True))
    digits = QRectF(words.left(), words.top() + 6, words.width(), 6.6)
    tall = canvas.number(digits, line.display, Voice(29, bold=True))
    rest = QRectF(words.left(), digits.top() + tall + 0.6, words.width(), 5.1)
    told = canvas.first_that_fits(beneath(line, first), words.width(), Voice(12))
    canvas.line(rest, told, Voice(12, colour=SOFT))
    canvas.code(QRectF(cell.right() - code, cell.top(), code, code), line.number)


def beneath(line: PublicLine, first: PublicLine) -> tuple[str, ...]:
    """What stands under a second number, and the same in fewer words: who picks up, and when."""
    if line.hours and line.hours == first.hours:
        return ("The same hours.",)
    if line.kind is LineKind.OUT_OF_HOURS and line.brief == OFFICE_CLOSED:
        return f"{line.label}, whenever the office is closed.", line.label
    told = [". ".join(filter(None, (line.label, x))) for x in (line.hours, line.brief)]
    return (*told, line.label)
