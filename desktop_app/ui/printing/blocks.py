"""The pieces that printed sheets share: the 999 band, where to ask, the dates, lines to fill in."""

from PySide6.QtCore import QPointF, QRectF, Qt

from desktop_app.domain.hours.dates import date_words
from desktop_app.domain.printing.rules import EMERGENCY, Stamp
from desktop_app.ui.printing.canvas import (
    BLUE,
    HAIRLINE,
    INK,
    RED,
    SOFT,
    TINT,
    WHITE,
    Canvas,
    Voice,
)

DANGER = "Someone in danger now?"
SILENT = "On a mobile and cannot speak: press 55 when asked."
RELAY = "By text relay or textphone: 18000."
LEADS = "Our safeguarding leads"
ASK = "Or ask our staff for the safeguarding lead."
OVERDUE = "Out of date since"
_CENTRE = Qt.AlignmentFlag.AlignHCenter


def danger_band(canvas: Canvas, box: QRectF) -> None:
    """The red band: 999 before everything else."""
    canvas.block(box, RED, 3)
    high = box.height() * 0.58
    digits = QRectF(box.left() + 7, box.top() + (box.height() - high) / 2, 50, high)
    canvas.number(digits, EMERGENCY, Voice(90, bold=True, colour=WHITE))
    words = box.adjusted(60, box.height() * 0.06, -4, -box.height() * 0.06)
    quarter = words.height() / 4
    rows = ((DANGER, 25.0, 0, 2), (SILENT, 12.5, 2, 1), (RELAY, 12.5, 3, 1))
    for text, points, after, share in rows:
        top = words.top() + after * quarter
        row = QRectF(words.left(), top, words.width(), share * quarter)
        canvas.line(row, text, Voice(points, bold=text is DANGER, colour=WHITE))


def ask_here(canvas: Canvas, box: QRectF, practice: str) -> None:
    """Where patients can ask in the building; no names: those are for staff's paper."""
    canvas.frame(box, HAIRLINE, 0.4, 2.5)
    inner = box.adjusted(5, 2, -4, -2)
    high = 5.6
    top = inner.top() if practice else inner.center().y() - high / 2
    canvas.line(QRectF(inner.left(), top, inner.width(), high), ASK, Voice(13, True))
    canvas.fitted(inner.adjusted(0, high, 0, 0.5), practice, Voice(14, colour=SOFT))


def leads_to_fill_in(canvas: Canvas, box: QRectF) -> None:
    """Lines to write on while the practice has named nobody."""
    canvas.frame(box, HAIRLINE, 0.4, 2.5)
    inner = box.adjusted(5, 3, -5, -2.5)
    canvas.line(QRectF(inner.left(), inner.top(), inner.width(), 6), LEADS, Voice(11, True))
    _lines_to_write_on(canvas, inner.adjusted(0, 7, 0, 0))


def panel_strip(canvas: Canvas, strip: float, wide: float, left: str, right: str) -> float:
    """How high a strip is so wide, so that a long name beside its title has two lines."""
    small, bold = Voice(canvas.smallest), Voice(canvas.smallest, True)
    room = wide - 16 - canvas.width(left, bold) - 2
    if min(canvas.width(each, small) for each in (right, right.partition(" (")[0])) <= room * 0.97:
        return strip
    return max(strip, 2 * canvas.height("X", wide, small) + 0.2)


def titled_panel(canvas: Canvas, box: QRectF, strip: float, left: str, right: str = "") -> None:
    """A box with a blue strip on top that says what it holds, and on its right who answers."""
    canvas.block(box, BLUE, 3)
    canvas.block(box.adjusted(0.7, strip, -0.7, -0.7), WHITE, 2.4)
    points, room = max(canvas.smallest, strip * 1.75), box.width() - 16
    small = Voice(canvas.smallest, colour=WHITE, align=Qt.AlignmentFlag.AlignRight)
    if right:  # the title gives way before who answers is cut
        left_for_title = room - canvas.width(right, small) * 1.03
        needed = canvas.width(left, Voice(points, True)) + 2
        points = max(canvas.smallest, points * min(1.0, left_for_title / needed))
    wide = canvas.width(left, Voice(points, True)) + 2
    title = QRectF(box.left() + 5, box.top(), wide, strip)
    canvas.line(title, left, Voice(points, True, WHITE, level=2))
    rest = QRectF(title.right() + 3, box.top(), box.right() - title.right() - 8, strip)
    if right:
        told = canvas.first_that_fits((right, right.partition(" (")[0]), rest.width(), small)
        if canvas.width(told, small) > rest.width() * 0.98:  # a long name, over two lines
            canvas.fitted(rest, told, small)
            return
        canvas.line(rest, told, small.sized(max(canvas.smallest, points * 0.72)))


def _lines_to_write_on(canvas: Canvas, body: QRectF) -> None:
    """Two names and their extensions, each with a line long enough for a hand."""
    labels = ("Name", "Extension") * 2
    wide = max(canvas.width(text, Voice(9)) for text in labels) + 1
    step = body.height() / len(labels)
    for index, text in enumerate(labels):
        y = body.top() + (index + 1) * step - 0.5
        canvas.text(QRectF(body.left(), y - 4, wide, 4.5), text, Voice(9, colour=SOFT))
        canvas.rule(QPointF(body.left() + wide + 1, y), QPointF(body.right(), y))


def date_box(canvas: Canvas, box: QRectF, stamp: Stamp) -> None:
    """How old the numbers are, and the day on which the sheet has to come down."""
    canvas.block(box, TINT, 2.5)
    canvas.frame(box, RED if stamp.overdue else BLUE, 0.6, 2.5)
    inner = box.adjusted(3, 1.5, -3, -1.5)
    small = Voice(12, colour=INK, align=_CENTRE)
    third = inner.height() / 3
    told = (
        (OVERDUE if stamp.overdue else "Check after", small),
        (date_words(stamp.check_after), Voice(17, True, align=_CENTRE)),
        (stamp.numbers_of, small),
    )
    for index, (text, voice) in enumerate(told):
        row = QRectF(inner.left(), inner.top() + index * third, inner.width(), third)
        canvas.line(row, text, voice)
