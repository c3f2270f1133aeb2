"""The rows of the staff sheet: headings, services with their numbers, what has no number."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from desktop_app.domain.practice.card import Contact, PracticeCard, extension_words
from desktop_app.domain.printing.rules import PrintedLine
from desktop_app.domain.printing.staff_sheet import Section, StaffEntry, StaffSheet
from desktop_app.ui.printing.canvas import BLUE, HAIRLINE, INK, SOFT, WHITE, Canvas, Voice

NUMBER = 31.0
"""Millimetres that the numbers' column takes at full size."""
LONGEST_EXTENSION = 14
"""Characters that fit that column; a longer extension has a line of its own."""
UNTESTED = " *"
"""Behind a number that nobody has rung, where others on the sheet were."""
LEADS = "Our safeguarding leads"


@dataclass(frozen=True, slots=True)
class RowPiece:
    """A text of a row: where it stands in it, in millimetres from the row's corner."""

    left: float
    width: float
    text: str
    voice: Voice
    number: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Lines of pieces one below the other; pieces of one line stand side by side."""

    lines: tuple[tuple[RowPiece, ...], ...]
    heading: bool = False
    space: float = 1.6

    def height(self, canvas: Canvas, width: float) -> float:
        """How high the row stands in a column so wide, the space after it included."""
        return sum(self._line(canvas, line, width) for line in self.lines) + self.space

    def paint(self, canvas: Canvas, box: QRectF) -> None:
        """Draw the row."""
        y = box.top()
        if self.heading:
            canvas.block(box.adjusted(0, 0.6, 0, -1.2), BLUE, 1.2)
            y += 1.2
        for line in self.lines:
            high = self._line(canvas, line, box.width())
            for piece in line:
                self._piece(canvas, piece, QRectF(box.left() + piece.left, y, 0, high), box)
            y += high
        if not self.heading:
            canvas.rule(_under(box).topLeft(), _under(box).topRight(), HAIRLINE, 0.15)

    def _line(self, canvas: Canvas, line: tuple[RowPiece, ...], width: float) -> float:
        return max(canvas.height(p.text, _room(p, width), p.voice) for p in line)

    def _piece(self, canvas: Canvas, piece: RowPiece, spot: QRectF, box: QRectF) -> None:
        wide = piece.width or box.width()
        if not piece.number:
            canvas.text(
                QRectF(spot.left(), spot.top(), wide, spot.height()), piece.text, piece.voice
            )
            return
        tall = canvas.height(piece.text, 1e4, piece.voice)
        digits = QRectF(spot.left(), spot.top() + tall * 0.09, wide, tall * 0.7)
        canvas.number(digits, piece.text, piece.voice)


def rows_of(sheet: StaffSheet, size: float) -> list[Row]:
    """The whole table, with type at a share of its full size."""
    some = any(line.tested for line in sheet.lines)
    rows = _leads(sheet.practice, size)
    for section in sheet.sections:
        rows.append(_heading(section.title, size))
        rows += [_entry(entry, size, some) for entry in section.entries]
        rows += _gaps(section, size)
    return rows


def _leads(practice: PracticeCard, size: float) -> list[Row]:
    """Everybody the practice has named, before everything else."""
    if not practice.leads:
        return []
    named = [Row(((RowPiece(0, 0, practice.name, Voice(9.5 * size, True, INK)),),))]
    leads = [_lead(lead, size) for lead in practice.leads]
    return [_heading(LEADS, size), *(named if practice.name else []), *leads]


def _lead(lead: Contact, size: float) -> Row:
    extension, wide = extension_words(lead.extension), NUMBER * size
    name, role = Voice(9.5 * size, True, INK), Voice(8.5 * size, colour=SOFT)
    digits = Voice(11.5 * size, True, INK)
    if not extension or len(extension) > LONGEST_EXTENSION:
        lines = [(RowPiece(0, 0, lead.name, name),), (RowPiece(0, 0, lead.role, role),)]
        return Row((*lines, (RowPiece(0, 0, extension, digits),)) if extension else tuple(lines))
    told, column = wide + 1.5, 90.0 - wide - 1.5
    number = RowPiece(0, wide, extension, digits, number=True)
    return Row(
        (
            (number, RowPiece(told, column, lead.name, name)),
            (RowPiece(told, column, lead.role, role),),
        )
    )


def _heading(title: str, size: float) -> Row:
    voice = Voice(11 * size, True, WHITE, level=2)
    return Row(((RowPiece(2, 84, title, voice),),), heading=True, space=3.2)


def _entry(entry: StaffEntry, size: float, some: bool) -> Row:
    name = (RowPiece(0, 0, entry.service, Voice(9.5 * size, True, INK)),)
    small = Voice(8.5 * size, colour=SOFT)
    forms = [(RowPiece(0, 0, form, Voice(8.5 * size, True, INK)),) for form in entry.forms]
    lines = [_line(line, size, some) for line in entry.lines]
    emails = [(RowPiece(0, 0, email, small),) for email in entry.emails]
    return Row((name, *forms, *lines, *emails))


def _line(line: PrintedLine, size: float, some: bool) -> tuple[RowPiece, ...]:
    """The number on the left; who answers, when, and any doubt on its right."""
    star = UNTESTED if some and not line.tested else ""
    label = line.label.replace(" (disputed)", "").replace(", disputed", "")
    doubt = "Disputed: our sources disagree. " if line.disputed else ""
    keyed = f"Then {line.keyed}. " if line.keyed else ""
    said = f"{keyed}{doubt}{label}. {line.hours}."
    wide = NUMBER * size
    column = 90.0 - wide - 1.5
    return (
        RowPiece(0, wide, line.display + star, Voice(11.5 * size, True, INK), number=True),
        RowPiece(wide + 1.5, column, said, Voice(8.2 * size, colour=SOFT)),
    )


def _gaps(section: Section, size: float) -> list[Row]:
    if not section.without_number:
        return []
    text = f"No number published: {', '.join(section.without_number)}."
    return [Row(((RowPiece(0, 0, text, Voice(8.2 * size, colour=SOFT)),),))]


def _room(piece: RowPiece, width: float) -> float:
    """How wide a piece may be set; a number is never broken."""
    return 1e4 if piece.number else piece.width or width


def _under(box: QRectF) -> QRectF:
    return box.adjusted(0, box.height() - 0.8, 0, 0)
