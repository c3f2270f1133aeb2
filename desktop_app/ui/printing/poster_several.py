"""The wall poster for a practice whose patients live in more than one council."""

from PySide6.QtCore import QPointF, QRectF

from desktop_app.domain.printing.poster import CouncilDoors, Door, Poster
from desktop_app.domain.printing.rules import PublicLine
from desktop_app.domain.services.service import LineKind
from desktop_app.ui.printing.blocks import danger_band, titled_panel
from desktop_app.ui.printing.canvas import MARGIN, SOFT, WIDTH, Canvas, Voice
from desktop_app.ui.printing.helplines import helplines
from desktop_app.ui.printing.poster import NIGHT, foot

LEFT, WIDE = MARGIN, WIDTH - 2 * MARGIN
BAND = QRectF(LEFT, 9, WIDE, 19)
HEADLINE, WHERE_AT = QRectF(LEFT, 29, WIDE, 11.5), QRectF(LEFT, 39.8, WIDE, 6.5)
FROM, TO, GAP, SPLIT = 47.5, 201.0, 2.0, 6.0
HELP, FOOT = QRectF(LEFT, 202.5, WIDE, 56), QRectF(LEFT, 260.5, WIDE, 20)
SMALL = QRectF(LEFT, 281.5, WIDE, 6)
TALL = 34.0
EXTRA, NIGHT_ROW, LARGEST_NIGHT = 5.8, 9.6, 16.0
WHERE = "Ring the council where it happened:"


def paint_poster_several(canvas: Canvas, poster: Poster) -> None:
    """Draw the poster of two councils or more, one block each."""
    danger_band(canvas, BAND)
    canvas.line(HEADLINE, poster.headline, Voice(30, bold=True, level=1))
    canvas.line(WHERE_AT, WHERE, Voice(16))
    extra = [_extra_rows(doors) * EXTRA for doors in poster.councils]
    room = TO - FROM - GAP * (len(extra) - 1) - sum(extra)
    top = FROM
    for doors, more in zip(poster.councils, extra, strict=True):
        high = room / len(extra) + more
        _council(canvas, QRectF(LEFT, top, WIDE, high), doors)
        top += high + GAP
    helplines(canvas, HELP, poster.helplines)
    foot(canvas, poster, FOOT, SMALL)


def _extra_rows(doors: CouncilDoors) -> int:
    return max(len(_extra(door)) for door in doors.doors)


def _extra(door: Door) -> tuple[PublicLine, ...]:
    """The lines that have no place of their own: all but the first, and but one for the night."""
    night = _night(door)
    return tuple(line for line in door.others if line is not night)


def _night(door: Door) -> PublicLine | None:
    fronts = (x for x in (door.first, *door.others) if x and x.kind is LineKind.OUT_OF_HOURS)
    return next(fronts, None)


def _council(canvas: Canvas, box: QRectF, doors: CouncilDoors) -> None:
    strip = max(6.4, min(9.0, box.height() * 0.16))
    titled_panel(canvas, box, strip, doors.council.name)
    inner = box.adjusted(4, strip + 0.8, -1.5, -0.8)
    night = max(NIGHT_ROW, min(LARGEST_NIGHT, inner.height() * 0.28))
    half = (inner.width() - SPLIT) / 2
    shared = doors.shared_night
    edge = inner.bottom() - night - 0.4
    rows = _extra_rows(doors) * EXTRA
    for index, door in enumerate(doors.doors):
        left = inner.left() + index * (half + SPLIT)
        day = QRectF(left, inner.top(), half, inner.height() - night - 0.8)
        _day(canvas, day.adjusted(0, 0, 0, -rows), door)
        for place, line in enumerate(_extra(door)):
            at = QRectF(left, day.bottom() - rows + place * EXTRA, half, EXTRA)
            _also(canvas, at, line)
        if not shared:
            _night_of(canvas, QRectF(left, inner.bottom() - night, half, night), door)
    canvas.rule(QPointF(inner.left(), edge), QPointF(inner.right() - 3, edge))
    if shared:
        below = QRectF(inner.left(), inner.bottom() - night, inner.width(), night)
        _shared_night(canvas, below, shared)


def _day(canvas: Canvas, box: QRectF, door: Door) -> None:
    code = min(box.height() - 0.5, 24.0)
    words = QRectF(box.left(), box.top(), box.width() - code - 1, box.height())
    if door.first is None:
        canvas.fitted(box, f"{door.short_title}. {door.gap}", Voice(13, True))
        return
    if box.height() > TALL:
        _tall_day(canvas, box, door.short_title, door.first)
        return
    step = min(1.35, box.height() / 17.2)  # three councils leave more room than four
    title = QRectF(words.left(), words.top(), words.width(), 5.2 * step)
    canvas.line(title, door.short_title, Voice(12 * step, True))
    digits = QRectF(words.left(), title.bottom() + 0.5 * step, words.width(), 5.8 * step)
    tall = canvas.number(digits, door.first.display, Voice(25 * step, bold=True))
    rest = QRectF(words.left(), digits.top() + tall + 0.4 * step, words.width(), 5.2 * step)
    _hours(canvas, rest, door.first, Voice(12 * step, colour=SOFT))
    canvas.code(QRectF(box.right() - code, box.top(), code, code), door.first.number)


def _tall_day(canvas: Canvas, box: QRectF, title: str, line: PublicLine) -> None:
    """Two councils leave room for a number across the whole column, its code below."""
    canvas.line(QRectF(box.left(), box.top() + 1, box.width(), 7), title, Voice(16, True))
    digits = QRectF(box.left(), box.top() + 9.5, box.width() - 4, 10)
    top = digits.top() + canvas.number(digits, line.display, Voice(44, bold=True)) + 2
    code = min(24.0, box.bottom() - top - 0.5)
    rest = QRectF(box.left(), top + 1, box.width() - code - 5, box.bottom() - top - 1)
    canvas.fitted(rest, line.hours, Voice(14, colour=SOFT))
    canvas.code(QRectF(box.right() - code - 2, top, code, code), line.number)


def _hours(canvas: Canvas, box: QRectF, line: PublicLine, voice: Voice) -> None:
    told = canvas.first_that_fits((line.hours, line.brief), box.width(), voice)
    canvas.line(box, told, voice)


def _also(canvas: Canvas, box: QRectF, line: PublicLine) -> None:
    """One more line of the same door: its name and its number beside each other."""
    digits = min(40.0, box.width() * 0.5)
    name = QRectF(box.left(), box.top(), box.width() - digits - 2, box.height())
    canvas.line(name, line.label, Voice(12, colour=SOFT))
    place = QRectF(name.right() + 2, box.top() + 0.7, digits, box.height() - 1.4)
    canvas.number(place, line.display, Voice(18, bold=True))


def _night_of(canvas: Canvas, box: QRectF, door: Door) -> None:
    line = _night(door)
    if line is None:
        if door.first is not None:
            canvas.fitted(box, door.gap, Voice(13, True))
        return
    code = box.height() - 0.4
    words = box.adjusted(0, 0, -code - 1, 0)
    title = QRectF(words.left(), words.top(), words.width(), box.height() * 0.5)
    canvas.line(title, NIGHT, Voice(12.5, True))
    digits = QRectF(words.left(), title.bottom(), words.width(), box.height() * 0.4)
    canvas.number(digits, line.display, Voice(30, bold=True))
    canvas.code(QRectF(box.right() - code, box.top(), code, code), line.number)


def _shared_night(canvas: Canvas, box: QRectF, line: PublicLine) -> None:
    """One line for both: its words under the first column, its number under the second."""
    code, half = box.height(), (box.width() - SPLIT) / 2
    middle = box.top() + box.height() / 2
    title = QRectF(box.left(), middle - 4.8, half, 4.9)
    canvas.line(title, NIGHT, Voice(12.5, True))
    who = QRectF(box.left(), middle, half, 4.9)
    told = (f"Child or adult: {line.label}", "Child or adult")
    canvas.line(who, canvas.first_that_fits(told, half, Voice(12)), Voice(12, colour=SOFT))
    left = box.left() + half + SPLIT
    high = min(9.0, box.height() * 0.6)
    digits = QRectF(left, middle - high / 2, box.right() - code - 1 - left, high)
    canvas.number(digits, line.display, Voice(36, bold=True))
    canvas.code(QRectF(box.right() - code, box.top(), code, code), line.number)
