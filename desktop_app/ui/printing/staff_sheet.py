"""The staff contact sheet: a dense table in two columns, on two pages at most."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from desktop_app.domain.hours.dates import date_words
from desktop_app.domain.printing.staff_sheet import StaffSheet
from desktop_app.ui.printing.blocks import leads_to_fill_in
from desktop_app.ui.printing.canvas import BLUE, HEIGHT, MARGIN, SOFT, WIDTH, Canvas, Voice
from desktop_app.ui.printing.staff_rows import Row, rows_of

LEFT, WIDE = MARGIN, WIDTH - 2 * MARGIN
COLUMNS, SPACE = 2, 6.0
COLUMN = (WIDE - SPACE * (COLUMNS - 1)) / COLUMNS
TOP_FIRST, TOP_LATER, BOTTOM = 62.0, 24.0, HEIGHT - MARGIN - 9
SIZES = (1.2, 1.15, 1.1, 1.05, 1.0, 0.95, 0.9, 0.86, 0.82, 0.78)
MOST_PAGES, STEP = 2, 4.0


@dataclass(frozen=True, slots=True)
class RowSpot:
    """Where one row of the table stands."""

    page: int
    box: QRectF
    row: Row


def staff_pages(canvas: Canvas, sheet: StaffSheet) -> tuple[tuple[RowSpot, ...], ...]:
    """The rows of each page, in the largest type with which two pages are enough."""
    spots: list[RowSpot] = []
    for size in SIZES:
        rows = rows_of(sheet, size)
        measured = [(row, row.height(canvas, COLUMN)) for row in rows]
        spots = list(_flow(measured, {}))
        if spots[-1].page < MOST_PAGES:
            spots = _balanced(measured, spots)
            break
    count = spots[-1].page + 1
    return tuple(tuple(s for s in spots if s.page == page) for page in range(count))


def _balanced(measured: list[tuple[Row, float]], spots: list[RowSpot]) -> list[RowSpot]:
    """The last page with columns of like height, instead of one full and one empty."""
    last, bottom = spots[-1].page, BOTTOM
    while bottom > TOP_FIRST:
        bottom -= STEP
        tried = list(_flow(measured, {last: bottom}))
        if tried[-1].page > last:
            break
        spots = tried
    return spots


def paint_staff(canvas: Canvas, sheet: StaffSheet, page: int) -> None:
    """Draw one page of the sheet, counted from 0."""
    pages = staff_pages(canvas, sheet)
    _head(canvas, sheet, page, len(pages))
    for spot in pages[page]:
        spot.row.paint(canvas, spot.box)
    _foot(canvas, sheet)


def _flow(measured: list[tuple[Row, float]], bottoms: dict[int, float]) -> Iterator[RowSpot]:
    """Fill the columns from top to bottom; a heading never stands alone at the foot of one."""
    page, column, y = 0, 0, TOP_FIRST
    for index, (row, needed) in enumerate(measured):
        follower = measured[index + 1][1] if row.heading and index + 1 < len(measured) else 0
        if y + needed + follower > bottoms.get(page, BOTTOM):
            page, column = (page, column + 1) if column + 1 < COLUMNS else (page + 1, 0)
            y = TOP_LATER if page else TOP_FIRST
        yield RowSpot(page, QRectF(LEFT + column * (COLUMN + SPACE), y, COLUMN, needed), row)
        y += needed


def _head(canvas: Canvas, sheet: StaffSheet, page: int, count: int) -> None:
    beside = f"Page {page + 1} of {count}. For staff: not for a wall or a waiting room."
    if page:
        canvas.line(QRectF(LEFT, MARGIN, WIDE * 0.55, 7), sheet.title, Voice(12, True, level=1))
        canvas.line(QRectF(LEFT + WIDE * 0.57, MARGIN, WIDE * 0.43, 7), beside, Voice(8.5))
        canvas.rule(QPointF(LEFT, 20.5), QPointF(LEFT + WIDE, 20.5), BLUE, 0.6)
        return
    half = WIDE if sheet.practice.leads else WIDE * 0.58
    canvas.line(QRectF(LEFT, MARGIN - 1, half, 11), sheet.title, Voice(22, True, level=1))
    canvas.line(QRectF(LEFT, MARGIN + 10, half, 5), beside, Voice(9, colour=SOFT))
    canvas.line(QRectF(LEFT, MARGIN + 17, half, 8), "Danger now: 999", Voice(17, True))
    canvas.fitted(QRectF(LEFT, MARGIN + 26, half, 11), sheet.where, Voice(10.5))
    dates = f"{sheet.stamp.numbers_of}. Check after {_until(sheet)}."
    canvas.line(QRectF(LEFT, MARGIN + 38, half, 5.5), dates, Voice(10.5, True))
    if not sheet.practice.leads:
        leads_to_fill_in(canvas, QRectF(LEFT + half + 5, MARGIN, WIDE - half - 5, 42))
    canvas.rule(QPointF(LEFT, 58.5), QPointF(LEFT + WIDE, 58.5), BLUE, 0.6)


def _until(sheet: StaffSheet) -> str:
    return date_words(sheet.stamp.check_after) + (" (past)" if sheet.stamp.overdue else "")


def _foot(canvas: Canvas, sheet: StaffSheet) -> None:
    text = f"{sheet.honesty} {sheet.stamp.printed_from}."
    canvas.line(QRectF(LEFT, HEIGHT - MARGIN - 5, WIDE, 5), text, Voice(8, colour=SOFT))
