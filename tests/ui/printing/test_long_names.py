"""Names of 80 to 120 letters on every paper: whole and inside, or the sheet is not made."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, product

import pytest
from PySide6.QtCore import QRectF

from desktop_app.domain.practice.card import Contact, PracticeCard
from desktop_app.domain.printing.patient_card import PatientCard, patient_card
from desktop_app.domain.printing.poster import Poster, poster
from desktop_app.domain.printing.rules import PaperIncomplete
from desktop_app.domain.printing.staff_sheet import StaffSheet, staff_sheet
from desktop_app.domain.services.directory import Directory
from desktop_app.ui.printing.canvas import HEIGHT, WIDTH, Canvas
from desktop_app.ui.printing.printout import picture, printout
from tests import sweeps
from tests.area import COUNCILS, LUTON
from tests.ui.printed_pages import ENGLISH, LEADS, TODAY
from tests.ui.printing.test_printout import EDGE, ink

Sheet = Poster | StaffSheet | PatientCard
LENGTHS = (80, 100, 120)


def of_words(length: int) -> str:
    return ("The Community Partnership for Families of Upper and Lower Hillside " * 3)[:length]


def of_one(length: int) -> str:
    return "N" * length


SHAPES: dict[str, Callable[[int], str]] = {"words": of_words, "one word": of_one}
CASES = sweeps.sampled(product(LENGTHS, SHAPES), 2, of="long names")


def drawn(sheet: Sheet) -> list[Canvas]:
    """Its pages; none where it says that it cannot be made."""
    try:
        pages = printout(sheet).pages
    except PaperIncomplete:
        return []
    return [picture(page, 420)[1] for page in pages]


def faults(sheet: Sheet, name: str) -> list[str]:
    """What is cut, lies past the edge, lies on another, or is not there at all."""
    paper = QRectF(0, 0, WIDTH, HEIGHT).adjusted(EDGE, EDGE, -EDGE, -EDGE)
    pages = drawn(sheet)
    found = []
    for canvas in pages:
        found += [
            f"cut: {placed.text[:60]}"
            for placed in canvas.texts
            if not placed.fits or not paper.contains(placed.used) or placed.text.endswith("…")
        ]
        found += [
            f"on another: {one.text[:40]} / {other.text[:40]}"
            for one, other in combinations(canvas.texts, 2)
            if ink(one).intersects(ink(other))
        ]
    if pages and not any(name in placed.text for page in pages for placed in page.texts):
        found.append(f"not there: {name[:40]}")
    return found


def with_service(sheet: Sheet, name: str) -> Sheet:
    """The same sheet, whose first service bears this name."""
    if isinstance(sheet, StaffSheet):
        section = sheet.sections[0]
        entry = section.entries[0]
        lines = tuple(replace(line, service=name) for line in entry.lines)
        entries = (replace(entry, service=name, lines=lines), *section.entries[1:])
        return replace(sheet, sections=(replace(section, entries=entries), *sheet.sections[1:]))
    if isinstance(sheet, Poster):
        return replace(
            sheet, helplines=(replace(sheet.helplines[0], service=name), *sheet.helplines[1:])
        )
    return replace(sheet, entries=(replace(sheet.entries[0], caption=name), *sheet.entries[1:]))


@pytest.mark.parametrize(("length", "shape"), CASES)
def test_a_service_s_long_name_is_whole_on_every_paper(
    directory: Directory, length: int, shape: str
) -> None:
    name = SHAPES[shape](length).strip()
    sheets: tuple[Sheet, ...] = (
        poster(directory, (LUTON,), LEADS.name, TODAY),
        staff_sheet(directory, (LUTON,), LEADS, TODAY),
        patient_card(directory, LUTON, TODAY, ENGLISH),
        patient_card(directory, LUTON, TODAY, ENGLISH, with_codes=True),
    )
    assert [each for sheet in sheets for each in faults(with_service(sheet, name), name)] == []


@pytest.mark.parametrize(("length", "shape"), CASES)
def test_a_practice_s_and_a_lead_s_long_name_is_whole_on_every_paper(
    directory: Directory, length: int, shape: str
) -> None:
    name = SHAPES[shape](length).strip()
    lead = Contact("Safeguarding lead", name[:80], "9" * 40)
    card = PracticeCard(name, (lead, *LEADS.leads))
    for councils in (COUNCILS, (LUTON,)):
        assert faults(poster(directory, councils, name, TODAY), name) == []
        assert faults(staff_sheet(directory, councils, card, TODAY), name) == []
