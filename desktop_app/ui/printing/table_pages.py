"""A report of tables on A4: as many pages as it takes, each table's headings on every page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF

from desktop_app.domain.printing.table_report import TableReport, TableSection
from desktop_app.ui.printing.canvas import (
    BLUE,
    HAIRLINE,
    HEIGHT,
    INK,
    MARGIN,
    SOFT,
    WIDTH,
    Canvas,
    Voice,
)
from desktop_app.ui.printing.printout import Paint, Printout, picture

LEFT, WIDE = MARGIN, WIDTH - 2 * MARGIN
TOP, BOTTOM = 26.0, HEIGHT - MARGIN - 8
GAP, SPACE = 2.0, 1.2
"""Millimetres between columns, and below a row."""
TITLE, SECTION = Voice(20, True, level=1), Voice(13, True, BLUE, level=2)
HEADING, CELL, TOLD = Voice(8.5, True, SOFT), Voice(9, colour=INK), Voice(9.5, colour=SOFT)
PROOF = 210


@dataclass(frozen=True, slots=True)
class Strip:
    """One row across the page: its cells, their columns, and what it is."""

    cells: tuple[str, ...]
    shares: tuple[float, ...]
    voice: Voice
    before: float = 0.0
    ruled: bool = False
    head: tuple[str, ...] = ()
    """The headings of the table it is a row of, for the top of a further page."""

    def height(self, canvas: Canvas) -> float:
        """How high it stands, the space below it included."""
        tall = max(
            canvas.height(text or "X", box.width(), self.voice)
            for text, box in zip(self.cells, self._boxes(0, 0), strict=True)
        )
        return self.before + tall + SPACE

    def paint(self, canvas: Canvas, top: float) -> None:
        """Draw it from this height down."""
        tall = self.height(canvas)
        for text, box in zip(self.cells, self._boxes(top + self.before, tall), strict=True):
            canvas.text(box, text, self.voice)
        if self.ruled:
            foot = top + tall - SPACE / 2
            canvas.rule(QPointF(LEFT, foot), QPointF(LEFT + WIDE, foot), HAIRLINE, 0.15)

    def _boxes(self, top: float, tall: float) -> Iterator[QRectF]:
        left = LEFT
        for share in self.shares:
            yield QRectF(left, top, WIDE * share - GAP, tall)
            left += WIDE * share


def table_printout(report: TableReport, file_name: str) -> Printout:
    """The pages of a report, ready to be drawn."""
    laid: list[list[list[tuple[float, Strip]]]] = []
    picture(lambda canvas: laid.append(_pages(canvas, report)), PROOF)
    (pages,) = laid
    paints: list[Paint] = [
        partial(_paint, report.title, number, len(pages), page)
        for number, page in enumerate(pages, start=1)
    ]
    return Printout(tuple(paints), file_name)


def _strips(report: TableReport) -> Iterator[Strip]:
    yield from (Strip((told,), (1.0,), TOLD) for told in report.told)
    for section in report.sections:
        yield Strip((section.title,), (1.0,), SECTION, before=5.0)
        yield from (Strip((told,), (1.0,), TOLD) for told in section.sentences)
        if section.rows:
            yield _head(section.headings, section.shares)
            yield from _rows(section)


def _rows(section: TableSection) -> Iterator[Strip]:
    for row in section.rows:
        yield Strip(row, section.shares, CELL, ruled=True, head=section.headings)


def _head(headings: tuple[str, ...], shares: tuple[float, ...]) -> Strip:
    return Strip(headings, shares, HEADING, before=1.0, ruled=True)


def _pages(canvas: Canvas, report: TableReport) -> list[list[tuple[float, Strip]]]:
    """Where each strip stands, page by page; a title never stands alone at the foot of one."""
    strips = list(_strips(report))
    pages: list[list[tuple[float, Strip]]] = [[]]
    y = TOP
    for at, strip in enumerate(strips):
        needed = strip.height(canvas)
        if y + needed + _followers(canvas, strips, at) > BOTTOM and pages[-1]:
            pages.append([])
            y = TOP
            if strip.head:
                head = _head(strip.head, strip.shares)
                pages[-1].append((y, head))
                y += head.height(canvas)
        pages[-1].append((y, strip))
        y += needed
    return pages


def _followers(canvas: Canvas, strips: Sequence[Strip], at: int) -> float:
    """What must stand on the same page below a title: all up to the first row of its table."""
    if strips[at].ruled and strips[at].head:
        return 0.0
    needed = 0.0
    for strip in strips[at + 1 :]:
        if strip.voice is SECTION:
            break
        needed += strip.height(canvas)
        if strip.head:
            break
    return needed


def _paint(
    title: str, number: int, count: int, page: Sequence[tuple[float, Strip]], canvas: Canvas
) -> None:
    beside = f"Page {number} of {count}"
    canvas.line(QRectF(LEFT, MARGIN - 2, WIDE * 0.75, 10), title, TITLE)
    canvas.line(QRectF(LEFT + WIDE * 0.8, MARGIN - 1, WIDE * 0.2, 8), beside, Voice(9, colour=SOFT))
    canvas.rule(QPointF(LEFT, MARGIN + 9.5), QPointF(LEFT + WIDE, MARGIN + 9.5), BLUE, 0.6)
    for top, strip in page:
        strip.paint(canvas, top)
