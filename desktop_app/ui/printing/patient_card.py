"""The patient slip: four plain cards to a page, and a strip for staff that is cut off."""

from PySide6.QtCore import QPointF, QRectF

from desktop_app.domain.printing.patient_card import PatientCard, SlipEntry
from desktop_app.ui.printing.canvas import HAIRLINE, HEIGHT, SOFT, WIDTH, Canvas, Voice

STRIP, SIDE, PAD = 22.0, 7.0, 8.0
LONG_HINT = 34
CUT = "Cut along the lines."


def paint_slip(canvas: Canvas, slip: PatientCard) -> None:
    """Draw a page of four cards."""
    strip = QRectF(12, 7, WIDTH - 24, STRIP - 9)
    canvas.fitted(strip, f"{slip.to_staff} {CUT}", Voice(10, colour=SOFT), 7)
    wide, high = WIDTH / 2, (HEIGHT - STRIP - SIDE) / 2
    for row in range(2):
        for column in range(2):
            box = QRectF(column * wide, STRIP + row * high, wide, high)
            _card(canvas, box.adjusted(PAD, PAD, -PAD, -PAD), slip)
    for y in (STRIP, STRIP + high, STRIP + 2 * high):
        canvas.cut(QPointF(SIDE, y), QPointF(WIDTH - SIDE, y))
    canvas.cut(QPointF(wide, STRIP), QPointF(wide, HEIGHT - SIDE))


def _card(canvas: Canvas, box: QRectF, slip: PatientCard) -> None:
    title = QRectF(box.left(), box.top(), box.width(), 9)
    canvas.line(title, slip.title, Voice(20, bold=True))
    foot = QRectF(box.left(), box.bottom() - 8, box.width(), 8)
    body = QRectF(box.left(), title.bottom() + 2, box.width(), foot.top() - title.bottom() - 4)
    high = min(14.0, body.height() / max(1, len(slip.entries)))
    for index, entry in enumerate(slip.entries):
        row = QRectF(body.left(), body.top() + index * high, body.width(), high)
        canvas.rule(row.topLeft(), row.topRight(), HAIRLINE, 0.2)
        _entry(canvas, row, entry, slip.with_codes)
    end = QPointF(0, high * len(slip.entries))
    canvas.rule(body.topLeft() + end, body.topRight() + end, HAIRLINE, 0.2)
    canvas.line(QRectF(foot.left(), foot.top(), foot.width(), 4.5), slip.keep, Voice(9.5))
    below = QRectF(foot.left(), foot.top() + 4.3, foot.width(), 3.7)
    canvas.line(below, f"{slip.stamp.numbers_of}.", Voice(7.5, colour=SOFT))


def _entry(canvas: Canvas, row: QRectF, entry: SlipEntry, with_codes: bool) -> None:
    code = row.height() - 0.6 if with_codes else 0.0
    if with_codes and entry.number != "999":
        box = QRectF(row.right() - code, row.top() + 0.3, code, code)
        canvas.code(box, entry.number)
    inner = row.adjusted(0, 0, -code - (1 if code else 0), 0)
    split = inner.width() * (0.5 if with_codes else 0.52)
    words = QRectF(inner.left(), inner.top() + 0.6, split - 2, inner.height() - 1.2)
    high = min(words.height() / 2, 5.0) if entry.hint else words.height()
    block = high + (6.4 if len(entry.hint) > LONG_HINT else 4.2) * bool(entry.hint)
    top = words.top() + max(0.0, (words.height() - block) / 2)
    canvas.line(QRectF(words.left(), top, words.width(), high), entry.caption, Voice(10.5))
    if entry.hint:
        hint = QRectF(
            words.left(), top + high - 0.3, words.width(), words.bottom() - top - high + 0.3
        )
        canvas.fitted(hint, entry.hint, Voice(8.5, colour=SOFT), 6)
    digits = QRectF(inner.left() + split, inner.top(), inner.width() - split, inner.height())
    high = min(4.4, digits.height() * 0.6)
    middle = QRectF(
        digits.left(), digits.top() + (digits.height() - high) / 2, digits.width(), high
    )
    canvas.number(middle, entry.display, Voice(17, bold=True))
