"""The pieces every printed sheet shares: the 999 band, the practice's box, the dates."""

from PySide6.QtCore import QPointF, QRectF, Qt

from desktop_app.domain.practice import PracticeCard
from desktop_app.domain.printed import PrintedLine, Stamp
from desktop_app.domain.wording import date_words
from desktop_app.ui.print_canvas import (
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

DANGER = "Someone in danger now? Ring 999 first."
CANNOT_SPEAK = (
    "On a mobile and cannot speak: press 55 when asked. Deaf, or cannot speak: text relay 18000."
)
LEADS = "Our safeguarding leads"
OVERDUE = "Out of date: print a newer one"
MOST_LEADS = 4
_CENTRE = Qt.AlignmentFlag.AlignHCenter


def marked(line: PrintedLine, some_tested: bool) -> str:
    """A number as printed: with a star where others on the page were tested and it was not."""
    return f"{line.display} *" if some_tested and not line.tested else line.display


def danger_band(canvas: Canvas, box: QRectF) -> None:
    """The red band: 999 before everything else."""
    canvas.block(box, RED, 3)
    inner = box.adjusted(7, 3, -7, -3)
    digits = QRectF(inner.left(), box.top() + 1, 48, box.height() - 2)
    voice = canvas.fitting("999", digits, Voice(66, bold=True, colour=WHITE), 20)
    tall = canvas.height("999", digits.width(), voice)
    canvas.text(_middle(digits, tall), "999", voice)
    words = QRectF(inner.left() + 54, inner.top(), inner.width() - 54, inner.height())
    loud, quiet = Voice(20, bold=True, colour=WHITE), Voice(10.5, colour=WHITE)
    first = canvas.height(DANGER, words.width(), loud)
    second = canvas.height(CANNOT_SPEAK, words.width(), quiet)
    top = words.top() + (words.height() - first - second - 1) / 2
    canvas.text(QRectF(words.left(), top, words.width(), first), DANGER, loud)
    below = QRectF(words.left(), top + first + 1, words.width(), second)
    canvas.text(below, CANNOT_SPEAK, quiet)


def practice_box(canvas: Canvas, box: QRectF, practice: PracticeCard) -> None:
    """Whom to tell in the building; empty lines to write on while the practice has named nobody."""
    canvas.frame(box, HAIRLINE, 0.4, 2.5)
    inner = box.adjusted(5, 3, -5, -2.5)
    title = f"{LEADS}, {practice.name}" if practice.name else LEADS
    canvas.fitted(QRectF(inner.left(), inner.top(), inner.width(), 6), title, Voice(11, True), 7)
    body = inner.adjusted(0, 7, 0, 0)
    if practice.leads:
        _leads(canvas, body, practice)
    else:
        _lines_to_write_on(canvas, body)


def _leads(canvas: Canvas, body: QRectF, practice: PracticeCard) -> None:
    shown = practice.leads[:MOST_LEADS]
    height = body.height() / max(2, len(shown))
    for index, lead in enumerate(shown):
        row = QRectF(body.left(), body.top() + index * height, body.width(), height)
        extension = f"extension {lead.extension}" if lead.extension else ""
        name = QRectF(row.left(), row.top(), row.width() * 0.68, row.height())
        canvas.fitted(name, f"{lead.role}: {lead.name}", Voice(12), 6)
        right = Voice(12, True, align=Qt.AlignmentFlag.AlignRight)
        rest = QRectF(name.right(), row.top(), row.right() - name.right(), row.height())
        canvas.fitted(rest, extension, right, 6)


def _lines_to_write_on(canvas: Canvas, body: QRectF) -> None:
    for index in range(2):
        y = body.top() + (index + 1) * body.height() / 2 - 0.5
        split = body.left() + body.width() * 0.62
        for text, x, end in (("Name", body.left(), split), ("Extension", split + 4, body.right())):
            wide = canvas.width(text, Voice(9, colour=SOFT)) + 1
            canvas.text(QRectF(x, y - 4, wide, 4.5), text, Voice(9, colour=SOFT))
            canvas.rule(QPointF(x + wide + 1, y), QPointF(end, y))


def date_box(canvas: Canvas, box: QRectF, stamp: Stamp) -> None:
    """How old the numbers are, and the day on which the sheet has to come down."""
    canvas.block(box, TINT, 2.5)
    canvas.frame(box, RED if stamp.overdue else BLUE, 0.6, 2.5)
    inner = box.adjusted(4, 3, -4, -2.5)
    small = Voice(9.5, colour=INK, align=_CENTRE)
    third = inner.height() / 3
    told = (
        (OVERDUE if stamp.overdue else "Check after", small.sized(11)),
        (date_words(stamp.check_after), Voice(17, True, align=_CENTRE)),
        (stamp.numbers_of, small),
    )
    for index, (text, voice) in enumerate(told):
        row = QRectF(inner.left(), inner.top() + index * third, inner.width(), third)
        fitted = canvas.fitting(text, row, voice, 6)
        canvas.text(_middle(row, canvas.height(text, row.width(), fitted)), text, fitted)


def small_print(canvas: Canvas, box: QRectF, text: str) -> None:
    """What has to be said, in the smallest type that can still be read."""
    canvas.fitted(box, text, Voice(8, colour=SOFT), 6.5)


def _middle(box: QRectF, height: float) -> QRectF:
    return QRectF(box.left(), box.top() + (box.height() - height) / 2, box.width(), height)
