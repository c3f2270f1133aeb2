"""The patient card: four plain ones to a page, or two with codes, and a strip for staff to cut off.

Every row is as high as its words need; a language whose words are longer gets two cards to a page.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt

from desktop_app.domain.printing.patient_card import CardEntry, PatientCard
from desktop_app.domain.printing.rules import EMERGENCY
from desktop_app.ui.printing.canvas import HAIRLINE, HEIGHT, SOFT, WIDTH, Canvas, Voice

STRIP, LONGER_STRIP, EDGE, PAD = 20.0, 25.0, 6.0, 5.5
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
CUT = "Cut along the lines."
TITLE, TITLE_HIGH, KEEP_HIGH = 20.0, 9.0, 5.2
DIGITS, WORDS, HINT = 17.0, 12.5, 12.0
DIGITS_WIDE, DIGITS_HIGH, CODE, GAP = 43.0, 4.4, 17.0, 2.0
BELOW = DIGITS_HIGH + 2.4
"""Millimetres that digits take below the words."""
AIR = 2.0
"""Millimetres between the foot of the last letters and the digits: room that no ink is in."""


@dataclass(frozen=True, slots=True)
class CardCell:
    """One number's place on a card: its box, and whether the digits stand below the words."""

    box: QRectF
    below: bool


def paint_patient_card(canvas: Canvas, card: PatientCard) -> None:
    """Draw a page of cards."""
    top = STRIP if card.language.original else LONGER_STRIP
    strip = QRectF(12, EDGE, WIDTH - 24, top - EDGE - 1)
    canvas.fitted(strip, f"{card.to_staff} {CUT}", Voice(12, colour=SOFT))
    high = (HEIGHT - top - EDGE) / 2
    columns = 1 if card.with_codes or not _holds(canvas, card, WIDTH / 2, high) else 2
    wide = WIDTH / columns
    for place in range(2 * columns):
        row, column = divmod(place, columns)
        box = QRectF(column * wide, top + row * high, wide, high)
        _card(canvas, box.adjusted(PAD, PAD, -PAD, -PAD), card, columns == 1)
    for y in (top, top + high, top + 2 * high):
        canvas.cut(QPointF(EDGE, y), QPointF(WIDTH - EDGE, y))
    if columns > 1:
        canvas.cut(QPointF(wide, top), QPointF(wide, HEIGHT - EDGE))


def _holds(canvas: Canvas, card: PatientCard, wide: float, high: float) -> bool:
    """Whether a card so large holds all its numbers one below the other, in words to be read."""
    heights = [_height(canvas, entry, wide - 2 * PAD, card) for entry in card.entries]
    return sum(heights) <= _body(QRectF(0, 0, wide, high).adjusted(PAD, PAD, -PAD, -PAD)).height()


def _body(card: QRectF) -> QRectF:
    return card.adjusted(0, TITLE_HIGH + 1, 0, -2 * KEEP_HIGH - 1)


def _card(canvas: Canvas, box: QRectF, card: PatientCard, large: bool) -> None:
    turned = card.language.right_to_left
    title = Voice(TITLE, bold=True, from_right=turned, level=1)
    canvas.line(
        QRectF(box.left(), box.top(), box.width(), TITLE_HIGH), card.language.words.title, title
    )
    for cell, entry in zip(_cells(canvas, _body(box), card, large), card.entries, strict=True):
        canvas.rule(cell.box.topLeft(), cell.box.topRight(), HAIRLINE, 0.2)
        _entry(canvas, cell, entry, card)
    small = Voice(HINT, from_right=turned)
    foot = QRectF(box.left(), box.bottom() - 2 * KEEP_HIGH, box.width(), KEEP_HIGH)
    canvas.line(foot, card.language.words.keep, small)
    below = foot.translated(0, KEEP_HIGH)
    canvas.line(
        below, card.language.dated(card.stamp.dated), Voice(HINT, colour=SOFT, from_right=turned)
    )


def _cells(canvas: Canvas, body: QRectF, card: PatientCard, large: bool) -> list[CardCell]:
    """One below the other by their need, or in two columns where there is room for codes."""
    if large:
        rows = -(-len(card.entries) // 2)
        wide, high = (body.width() - 2 * PAD) / 2, body.height() / rows
        places = [divmod(index, 2) for index in range(len(card.entries))]
        boxes = [
            QRectF(body.left() + column * (wide + 2 * PAD), body.top() + row * high, wide, high)
            for row, column in places
        ]
        return [CardCell(_turned(box, body, card), below=True) for box in boxes]
    needs = [_height(canvas, entry, body.width(), card) for entry in card.entries]
    spare = max(0.0, min(2.5, (body.height() - sum(needs)) / max(1, len(needs))))
    cells, top = [], body.top()
    for need in needs:
        cells.append(CardCell(QRectF(body.left(), top, body.width(), need + spare), below=False))
        top += need + spare
    return cells


def _height(canvas: Canvas, entry: CardEntry, wide: float, card: PatientCard) -> float:
    """How high the words of one number stand beside its digits."""
    room = wide - DIGITS_WIDE - GAP
    turned = card.language.right_to_left
    words = canvas.height(entry.caption, room, Voice(WORDS, from_right=turned))
    hint = canvas.height(entry.hint, room, Voice(HINT, from_right=turned)) if entry.hint else 0.0
    return words + hint + 0.6


def _entry(canvas: Canvas, cell: CardCell, entry: CardEntry, card: PatientCard) -> None:
    turned, box = card.language.right_to_left, cell.box
    coded = card.with_codes and entry.number != EMERGENCY
    code = min(CODE, box.height() - 1) + GAP if coded else 0.0
    room = box.width() - code - (0 if cell.below else DIGITS_WIDE + GAP)
    words = QRectF(box.left(), box.top(), room, box.height() - (BELOW if cell.below else 0))
    caption = Voice(WORDS, from_right=turned)
    hint = Voice(HINT, colour=SOFT, from_right=turned)
    used = canvas.height(entry.caption, room, caption)
    more = canvas.height(entry.hint, room, hint) if entry.hint else 0.0
    top = words.top() + max(0.0, (words.height() - used - more) / 2)
    # No larger than there is room: words that need more are noticed, and the sheet is not made.
    first = QRectF(words.left(), top, room, min(used, words.height() + AIR))
    canvas.text(_turned(first, box, card), entry.caption, caption)
    left_over = max(0.0, words.bottom() + AIR - first.bottom())
    below = QRectF(words.left(), first.bottom(), room, min(more, left_over))
    canvas.text(_turned(below, box, card), entry.hint, hint)
    middle = box.bottom() - BELOW / 2 - 0.4 if cell.below else box.center().y()
    left = box.left() if cell.below else box.right() - DIGITS_WIDE
    digits = QRectF(left, middle - DIGITS_HIGH / 2, DIGITS_WIDE, DIGITS_HIGH)
    aligned = _RIGHT if turned and cell.below else _LEFT
    voice = Voice(DIGITS, bold=True, align=aligned)
    canvas.number(_turned(digits, box, card), entry.display, voice)
    if coded:
        side = code - GAP
        canvas.code(
            _turned(QRectF(box.right() - side, box.bottom() - side - 0.4, side, side), box, card),
            entry.number,
        )


def _turned(box: QRectF, within: QRectF, card: PatientCard) -> QRectF:
    """The same place seen from the other side, for words read from the right."""
    if not card.language.right_to_left:
        return box
    left = within.left() + within.right() - box.right()
    return QRectF(left, box.top(), box.width(), box.height())
