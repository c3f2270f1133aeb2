"""A report of tables on paper: every word on a page, headings on each, tagged throughout."""

import re

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from desktop_app.domain.printing.table_report import NOTHING, TableReport, TableSection
from desktop_app.ui.printing.canvas import HEIGHT, MARGIN
from desktop_app.ui.printing.printout import pdf, picture
from desktop_app.ui.printing.table_pages import TOP, table_printout

HEADINGS = ("Service", "What is not known")


def report(rows: int) -> TableReport:
    told = tuple(
        (f"Service {n}", f"Gap {n}. " + "Nobody knows it yet. " * (n % 9)) for n in range(rows)
    )
    return TableReport(
        "How good the directory is",
        ("Made today.",),
        (
            TableSection("Gaps", "All of them.", HEADINGS, told, (0.3, 0.7)),
            TableSection("Calls", "", ("Month", "Calls"), (), (0.5, 0.5)),
        ),
    )


@pytest.mark.parametrize("rows", [0, 1, 40, 41, 42, 43, 44, 45, 300])
def test_every_word_stands_on_a_page_and_within_it(qapp: QApplication, rows: int) -> None:
    pages = table_printout(report(rows), "quality.pdf").pages
    drawn = [picture(paint, 210)[1] for paint in pages]
    texts = [text for canvas in drawn for text in canvas.texts]
    room = QRectF(0, 0, 210, HEIGHT - MARGIN / 2)
    assert all(room.contains(text.used) for text in texts)
    words = [text.text for text in texts]
    assert [word for word in words if re.fullmatch(r"Service \d+", word)] == [
        f"Service {n}" for n in range(rows)
    ]
    assert NOTHING in words


def test_a_table_has_its_headings_on_every_page(qapp: QApplication) -> None:
    pages = table_printout(report(120), "quality.pdf").pages
    assert len(pages) > 2
    for number, paint in enumerate(pages, start=1):
        words = [text.text for text in picture(paint, 210)[1].texts]
        assert f"Page {number} of {len(pages)}" in words
        if any(word.startswith("Gap ") for word in words):
            assert "What is not known" in words


def test_no_title_stands_alone_at_the_foot_of_a_page(qapp: QApplication) -> None:
    for rows in range(30, 60):
        for paint in table_printout(report(rows), "quality.pdf").pages:
            texts = picture(paint, 210)[1].texts
            lowest = max(texts, key=lambda text: text.box.top())
            assert lowest.text not in {"Gaps", "Calls", *HEADINGS}
            assert min(text.box.top() for text in texts[2:]) >= TOP - 0.1


def test_it_is_tagged_for_screen_readers(qapp: QApplication) -> None:
    whole = pdf(table_printout(report(3), "quality.pdf"))
    assert b"/StructTreeRoot" in whole
    assert whole.count(b"/S /H1") == 1
    assert whole.count(b"/S /H2") == 2
