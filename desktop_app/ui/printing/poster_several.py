"""The wall poster for a practice whose patients live in more than one council."""

from PySide6.QtCore import QPointF, QRectF

from desktop_app.domain.printing.poster import CouncilDoors, Door, Poster
from desktop_app.domain.printing.rules import PrintedLine
from desktop_app.domain.services.service import LineKind
from desktop_app.ui.printing.blocks import danger_band, marked, titled_panel
from desktop_app.ui.printing.canvas import MARGIN, SOFT, WIDTH, Canvas, Voice
from desktop_app.ui.printing.helplines import helplines
from desktop_app.ui.printing.poster import HELP, NIGHT, foot

LEFT, WIDE = MARGIN, WIDTH - 2 * MARGIN
BAND = QRectF(LEFT, MARGIN, WIDE, 20)
FROM, TO, GAP, STRIP, SPLIT = 53.0, 208.5, 2.3, 6.2, 6.0
TALL = 34.0
WHERE = "Ring the council where it happened:"


def paint_poster_several(canvas: Canvas, poster: Poster) -> None:
    """Draw the poster of two to four councils, one block each."""
    danger_band(canvas, BAND)
    canvas.line(QRectF(LEFT, 33, WIDE, 13), poster.headline, Voice(30, bold=True))
    canvas.line(QRectF(LEFT, 45, WIDE, 7), WHERE, Voice(16))
    some = any(line.tested for line in poster.lines)
    count = len(poster.councils)
    high = (TO - FROM - GAP * (count - 1)) / count
    for index, doors in enumerate(poster.councils):
        box = QRectF(LEFT, FROM + index * (high + GAP), WIDE, high)
        _council(canvas, box, doors, some)
    helplines(canvas, HELP, poster.helplines, some)
    foot(canvas, poster)


def _council(canvas: Canvas, box: QRectF, doors: CouncilDoors, some: bool) -> None:
    titled_panel(canvas, box, STRIP, doors.council.name)
    inner = box.adjusted(5, STRIP + 1, -1.5, -1)
    night = min(16.0, inner.height() * 0.36)
    half = (inner.width() - SPLIT) / 2
    for index, door in enumerate(doors.doors):
        left = inner.left() + index * (half + SPLIT)
        day = QRectF(left, inner.top(), half, inner.height() - night - 0.8)
        _day(canvas, day, door, some)
        if not doors.shared_night:
            _night_of(canvas, QRectF(left, inner.bottom() - night, half, night), door, some)
    height = inner.bottom() - night - 0.4
    canvas.rule(QPointF(inner.left(), height), QPointF(inner.right() - 3, height))
    if doors.shared_night:
        below = QRectF(inner.left(), inner.bottom() - night, inner.width(), night)
        _shared_night(canvas, below, doors.shared_night, some)


def _day(canvas: Canvas, box: QRectF, door: Door, some: bool) -> None:
    code = min(box.height(), 24.0)
    words = QRectF(box.left(), box.top(), box.width() - code - 1, box.height())
    if door.first is None:
        canvas.fitted(words, f"{door.short_title}. {door.gap}", Voice(11, True), 7)
        return
    if box.height() > TALL:
        _tall_day(canvas, box, door.short_title, door.first, some)
        return
    canvas.code(QRectF(box.right() - code, box.top(), code, code), door.first.number)
    step = min(1.35, box.height() / 17)  # three councils leave more room than four
    title = QRectF(words.left(), words.top(), words.width(), 4.2 * step)
    canvas.line(title, door.short_title, Voice(10 * step, True))
    digits = QRectF(words.left(), title.bottom() + 0.5, words.width(), 5.8 * step)
    tall = canvas.number(digits, marked(door.first, some), Voice(25 * step, bold=True))
    top = digits.top() + tall + 0.7 * step
    rest = QRectF(words.left(), top, words.width(), words.bottom() - top)
    canvas.fitted(rest, f"{door.first.hours}.", Voice(9 * step, colour=SOFT), 6)


def _tall_day(canvas: Canvas, box: QRectF, title: str, line: PrintedLine, some: bool) -> None:
    """Two councils leave room for a number across the whole column, its code below."""
    canvas.line(QRectF(box.left(), box.top() + 1, box.width(), 6), title, Voice(14, True))
    digits = QRectF(box.left(), box.top() + 9, box.width() - 4, 10)
    top = digits.top() + canvas.number(digits, marked(line, some), Voice(44, bold=True)) + 2
    code = min(24.0, box.bottom() - top - 0.5)
    canvas.code(QRectF(box.right() - code - 2, top, code, code), line.number)
    rest = QRectF(box.left(), top + 1, box.width() - code - 5, box.bottom() - top - 1)
    canvas.fitted(rest, f"{line.hours}.", Voice(11, colour=SOFT), 7)


def _night_of(canvas: Canvas, box: QRectF, door: Door, some: bool) -> None:
    fronts = [x for x in (door.first, *door.others) if x and x.kind is LineKind.OUT_OF_HOURS]
    if not fronts:
        if door.first is not None:
            canvas.fitted(box, door.gap, Voice(10, True), 6)
        return
    code = box.height()
    canvas.code(QRectF(box.right() - code, box.top(), code, code), fronts[0].number)
    words = box.adjusted(0, 0, -code - 1, 0)
    canvas.line(QRectF(words.left(), words.top(), words.width(), 4.2), NIGHT, Voice(10, True))
    digits = QRectF(words.left(), words.top() + 4.6, words.width(), words.height() - 5.6)
    canvas.number(digits, marked(fronts[0], some), Voice(22, bold=True))


def _shared_night(canvas: Canvas, box: QRectF, line: PrintedLine, some: bool) -> None:
    """One line for both: its words under the first column, its number under the second."""
    code, half = box.height(), (box.width() - SPLIT) / 2
    canvas.code(QRectF(box.right() - code, box.top(), code, code), line.number)
    middle = box.top() + box.height() / 2
    title, who = NIGHT, f"Child or adult: {line.label}"
    canvas.line(QRectF(box.left(), middle - 4.6, half, 4.6), title, Voice(10, True))
    canvas.line(QRectF(box.left(), middle, half, 4.2), who, Voice(9, colour=SOFT))
    left = box.left() + half + SPLIT
    high = min(6.4, box.height() * 0.55)
    digits = QRectF(left, middle - high / 2, box.right() - code - 1 - left, high)
    canvas.number(digits, marked(line, some), Voice(26, bold=True))
