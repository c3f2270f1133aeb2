"""From a page of numbers to paper, a PDF or a picture: always the same drawing.

A PDF is made here without any printer and without a network. What a print queue or a file manager
may show of it has a neutral name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSize
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageSize, QPainter, QPdfWriter

from desktop_app.domain.printing.patient_card import PatientCard
from desktop_app.domain.printing.poster import Poster
from desktop_app.domain.printing.rules import NO_ROOM, TOO_LONG, PaperIncomplete
from desktop_app.domain.printing.staff_sheet import StaffSheet
from desktop_app.fileformat.tagged_pdf import NotTagged, tagged
from desktop_app.ui.printing.canvas import (
    HEIGHT,
    PUBLIC_SMALLEST,
    STAFF_SMALLEST,
    UNITS,
    WIDTH,
    Canvas,
)
from desktop_app.ui.printing.patient_card import paint_patient_card
from desktop_app.ui.printing.poster import paint_poster
from desktop_app.ui.printing.poster_several import paint_poster_several
from desktop_app.ui.printing.staff_rows import UNTESTED
from desktop_app.ui.printing.staff_sheet import paint_staff, staff_pages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

JOB_NAME = "Numbers"
"""What the print queue and the PDF's title show: nothing that says what was printed, or why."""
ENGLISH = "en-GB"
PDF_RESOLUTION = 600
EVERY_WORD = "every word"
POSTER_FILE = "numbers-poster.pdf"
MOST_ON_A_POSTER = 4
"""Councils on one sheet; the next ones stand on another."""
FEW_HELPLINES = (4, 2)
"""Helplines on a sheet where their names need two lines, and where they need more."""
PROOF = 210
"""Pixels across: enough to see where everything stands."""
NOT_PRINTED = "The printer did not take the page. Choose another printer, or save it as a PDF."

Paint = Callable[[Canvas], None]


@dataclass(frozen=True, slots=True)
class Printout:
    """Pages ready to be drawn, and the name a file of them is offered under."""

    pages: tuple[Paint, ...]
    file_name: str
    language: str = ENGLISH


def printout(sheet: Poster | StaffSheet | PatientCard) -> Printout:
    """The pages of a poster, a contact sheet or a card; PaperIncomplete when a number is not whole.

    Every page is drawn once to see it: a sheet that lacks one of its numbers never leaves.
    """
    if isinstance(sheet, StaffSheet):
        pages = tuple(_staff_page(sheet, page) for page in range(_staff_page_count(sheet)))
        return _whole(Printout(pages, "numbers-desk.pdf"), sheet.numbers, STAFF_SMALLEST)
    if isinstance(sheet, Poster):
        return _posters(sheet)
    pages = (partial(_paint_public, sheet),)
    made = Printout(pages, "useful-numbers.pdf", sheet.language.tag)
    return _whole(made, sheet.numbers, PUBLIC_SMALLEST)


def _posters(poster: Poster) -> Printout:
    """A poster of as many sheets as it needs: fewer councils on each where four have no room.

    Where even one has none, its helplines go on over further sheets, in cells with room for names.
    """
    refused: PaperIncomplete | None = None
    fewer = [(most, 0) for most in range(min(MOST_ON_A_POSTER, len(poster.councils)), 0, -1)]
    for most, helplines in (*fewer, *((1, most) for most in FEW_HELPLINES)):
        try:
            sheets = [_poster_sheet(sheet) for sheet in poster.sheets(most, helplines)]
        except PaperIncomplete as lost:
            refused = refused or lost
        else:
            return Printout(tuple(page for made in sheets for page in made.pages), POSTER_FILE)
    raise refused or PaperIncomplete(NO_ROOM.format(EVERY_WORD))


def _poster_sheet(sheet: Poster) -> Printout:
    made = Printout((partial(_paint_public, sheet),), POSTER_FILE)
    return _whole(made, sheet.numbers, PUBLIC_SMALLEST)


def _paint_public(sheet: Poster | PatientCard, canvas: Canvas) -> None:
    canvas.smallest = PUBLIC_SMALLEST
    if isinstance(sheet, PatientCard):
        paint_patient_card(canvas, sheet)
    elif len(sheet.councils) == 1:
        paint_poster(canvas, sheet)
    else:
        paint_poster_several(canvas, sheet)


def _whole(pages: Printout, numbers: frozenset[str], smallest: float) -> Printout:
    """The pages, if each number stands on them in full and in type that can be read."""
    drawn = [picture(paint, PROOF)[1] for paint in pages.pages]
    if cut := next((text for canvas in drawn for text in canvas.not_whole), ""):
        raise PaperIncomplete(TOO_LONG.format(cut))
    texts = [each for canvas in drawn for each in canvas.texts]
    there = {x.text.removesuffix(UNTESTED) for x in texts if x.fits and x.points >= smallest - 0.01}
    missing = sorted(numbers - there - {text.rpartition(": ")[2] for text in there})
    if not missing and not all(text.fits for text in texts):
        missing = [EVERY_WORD]
    if missing:
        raise PaperIncomplete(NO_ROOM.format(", ".join(missing)))
    return pages


def picture(paint: Paint, width: int) -> tuple[QImage, Canvas]:
    """One page as a picture so many pixels wide, and what stands on it."""
    image = QImage(width, round(width * HEIGHT / WIDTH), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    canvas = _draw(painter, paint, image.size())
    painter.end()
    return image, canvas


def pdf(pages: Printout) -> bytes:
    """The pages as a PDF, A4, type kept as type, tagged for screen readers."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(PDF_RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(JOB_NAME)
    writer.setCreator("")
    drawn = _draw_all(writer, pages, marks=True) or []
    whole = bytes(buffer.data().data())
    try:
        return tagged(whole, [canvas.tags for canvas in drawn], pages.language)
    except NotTagged:  # of a Qt that writes otherwise: better paper without tags than none
        return whole


def printer_for(name: str, copies: int = 1) -> QPrinter:
    """The printer of that name, set to A4 and to as many copies."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setCopyCount(copies)
    return printer


def print_on(pages: Printout, printer: QPrinter) -> str:
    """Draw the pages on a printer; an empty answer, or the sentence that says what went wrong."""
    printer.setDocName(JOB_NAME)
    printer.setCreator("")
    printer.setFullPage(True)
    return NOT_PRINTED if _draw_all(printer, pages) is None else ""


def _draw_all(
    device: QPagedPaintDevice, pages: Printout, *, marks: bool = False
) -> list[Canvas] | None:
    """What was drawn, page by page; None when the device did not take it all."""
    painter = QPainter()
    if not painter.begin(device):
        return None
    done, drawn = True, []
    for number, paint in enumerate(pages.pages):
        done = done and (number == 0 or device.newPage())
        drawn.append(_draw(painter, paint, QSize(device.width(), device.height()), marks=marks))
    return drawn if painter.end() and done else None


def _draw(painter: QPainter, paint: Paint, room: QSize, *, marks: bool = False) -> Canvas:
    """Fit the sheet to the paper: paper of another shape gets a smaller sheet, never a cut one."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    scale = min(room.width() / (WIDTH * UNITS), room.height() / (HEIGHT * UNITS))
    painter.scale(scale, scale)
    canvas = Canvas(painter, marks=marks)
    paint(canvas)
    painter.restore()
    return canvas


def _staff_page(sheet: StaffSheet, page: int) -> Paint:
    return lambda canvas: paint_staff(canvas, sheet, page)


def _staff_page_count(sheet: StaffSheet) -> int:
    counted: list[int] = []
    picture(lambda canvas: counted.append(len(staff_pages(canvas, sheet))), 210)
    return counted[0]
