"""The pieces every printed sheet shares: the 999 band, the practice's box, the dates."""

from PySide6.QtCore import QPointF, QRectF, Qt

from desktop_app.domain.hours.dates import date_words
from desktop_app.domain.practice.card import Contact, PracticeCard, extension_words
from desktop_app.domain.printing.rules import PrintedLine, Stamp
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
FIRST = "Ring 999 first. On a mobile and cannot speak: press 55 when asked."
RELAY = "By text relay or textphone: 18000."
LEADS = "Our safeguarding leads"
OVERDUE = "Out of date since"
LEAST_ROW = 3.6
"""A row for one person is at least so many millimetres high."""
SMALL_LEADS, SMALLEST, STACKED = 10.5, 3.0, 9.0
"""Below the first size (points) names move to lines of their own, so many millimetres each."""
_CENTRE = Qt.AlignmentFlag.AlignHCenter


def marked(line: PrintedLine, some_tested: bool) -> str:
    """A number as printed: with a star where others on the page were tested and it was not."""
    return f"{line.display} *" if some_tested and not line.tested else line.display


def danger_band(canvas: Canvas, box: QRectF) -> None:
    """The red band: 999 before everything else."""
    canvas.block(box, RED, 3)
    high = box.height() * 0.58
    digits = QRectF(box.left() + 7, box.top() + (box.height() - high) / 2, 50, high)
    canvas.number(digits, "999", Voice(90, bold=True, colour=WHITE))
    words = box.adjusted(62, box.height() * 0.09, -6, -box.height() * 0.09)
    quarter = words.height() / 4
    rows = ((DANGER, 25.0, 0, 2), (FIRST, 11.5, 2, 1), (RELAY, 11.5, 3, 1))
    for text, points, after, share in rows:
        top = words.top() + after * quarter
        row = QRectF(words.left(), top, words.width(), share * quarter)
        canvas.line(row, text, Voice(points, bold=text is DANGER, colour=WHITE))


def practice_box(canvas: Canvas, box: QRectF, practice: PracticeCard) -> None:
    """Whom to tell in the building; empty lines to write on while the practice has named nobody."""
    canvas.frame(box, HAIRLINE, 0.4, 2.5)
    inner = box.adjusted(5, 3, -5, -2.5)
    title = f"{LEADS}, {practice.name}" if practice.name else LEADS
    if canvas.width(title, Voice(8, True)) > inner.width():
        title = LEADS
    canvas.line(
        QRectF(inner.left(), inner.top(), inner.width(), 6), title, Voice(11, True), SMALLEST
    )
    body = inner.adjusted(0, 7, 0, 0)
    if practice.leads:
        _leads(canvas, body, practice)
    else:
        _lines_to_write_on(canvas, body)


def titled_panel(canvas: Canvas, box: QRectF, strip: float, left: str, right: str = "") -> None:
    """A box with a blue strip on top that says what it holds, and on its right who answers."""
    canvas.block(box, BLUE, 3)
    canvas.block(box.adjusted(0.7, strip, -0.7, -0.7), WHITE, 2.4)
    points = strip * 1.75
    wide = canvas.width(left, Voice(points, True)) + 2
    title = QRectF(box.left() + 5, box.top(), wide, strip)
    canvas.line(title, left, Voice(points, True, WHITE))
    rest = QRectF(title.right() + 3, box.top(), box.right() - title.right() - 8, strip)
    if right:
        align = Qt.AlignmentFlag.AlignRight
        canvas.line(rest, right, Voice(points * 0.68, colour=WHITE, align=align))


def _leads(canvas: Canvas, body: QRectF, practice: PracticeCard) -> None:
    shown, more = shown_leads(practice, int(body.height() / LEAST_ROW))
    told = [(f"{x.role}: {x.name}", extension_words(x.extension)) for x in shown] + more
    wide = max(canvas.width("   ".join(texts), Voice(12, True)) for texts in told)
    height = min(9.0, body.height() / max(2, len(told)))
    points = max(SMALLEST, min(12.0, 12 * body.width() / wide, height * 2.2))
    if points < SMALL_LEADS and body.height() >= 2 * STACKED:
        _stacked_leads(canvas, body, *shown_leads(practice, int(body.height() / STACKED)))
        return
    for index, (name, extension) in enumerate(told):
        row = QRectF(body.left(), body.top() + index * height, body.width(), height)
        voice = Voice(points, True, align=Qt.AlignmentFlag.AlignRight)
        room = min(canvas.width(extension, voice) + 0.5, row.width() / 2)
        canvas.line(row.adjusted(0, 0, -room, 0), name, Voice(points), SMALLEST)
        canvas.line(QRectF(row.right() - room, row.top(), room, height), extension, voice, SMALLEST)


def shown_leads(practice: PracticeCard, rows: int) -> tuple[list[Contact], list[tuple[str, str]]]:
    """The people there is room for, and the row that says how many more there are."""
    if len(practice.leads) <= rows:
        return list(practice.leads), []
    kept = list(practice.leads[: rows - 1])
    return kept, [(f"and {len(practice.leads) - len(kept)} more in Who to Call", "")]


def _stacked_leads(
    canvas: Canvas, body: QRectF, shown: list[Contact], more: list[tuple[str, str]]
) -> None:
    """In a narrow box each name has a line of its own."""
    for words, _ in more:
        below = QRectF(body.left(), body.top() + len(shown) * STACKED, body.width(), 4.5)
        canvas.line(below, words, Voice(9, colour=SOFT))
    for index, lead in enumerate(shown):
        top = body.top() + index * STACKED
        told = ", ".join(part for part in (lead.name, extension_words(lead.extension)) if part)
        name = QRectF(body.left(), top, body.width(), 5)
        canvas.line(name, told, Voice(11, True), SMALLEST)
        role = QRectF(body.left(), top + 4.6, body.width(), 4)
        canvas.line(role, lead.role, Voice(9, colour=SOFT), SMALLEST)


def _lines_to_write_on(canvas: Canvas, body: QRectF) -> None:
    step = min(9.0, body.height() / 2)
    for index in range(2):
        y = body.top() + (index + 1) * step - 0.5
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
        canvas.line(row, text, voice)


def small_print(canvas: Canvas, box: QRectF, text: str) -> None:
    """What has to be said, in the smallest type that can still be read."""
    canvas.fitted(box, text, Voice(8, colour=SOFT), 6.5)
