"""Poster, contact sheet and cards as pictures: nothing clipped, nothing on top of anything."""

import re
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from itertools import combinations, product
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desktop_app.domain.places.councils import Council
from desktop_app.domain.practice.card import extension_words
from desktop_app.domain.printing.patient_card import PatientCard, patient_card
from desktop_app.domain.printing.poster import Poster, poster
from desktop_app.domain.printing.rules import PaperIncomplete
from desktop_app.domain.printing.staff_sheet import StaffSheet, staff_sheet
from desktop_app.domain.services.directory import Directory
from desktop_app.ui.printing.canvas import (
    HEIGHT,
    PUBLIC_SMALLEST,
    STAFF_SMALLEST,
    WIDTH,
    Canvas,
    PlacedText,
    Voice,
)
from desktop_app.ui.printing.printout import JOB_NAME, pdf, picture, print_on, printout
from tests import sweeps
from tests.area import COUNCILS, LUTON
from tests.ui.printed_pages import CARDS, ENGLISH, EVERY, LEADS, TODAY, sheets

SLUGS = [str(council.slug) for council in COUNCILS]
SOME = [each for each in EVERY if 0 < each.count("+") < len(SLUGS) - 1]
EDGE = 5.0
"""Millimetres at the edge of the paper that an ordinary printer cannot reach."""
SUPPOSED = re.compile("assume|perhaps|not rung|not certain|disagree|disputed", re.IGNORECASE)
GIVING_AWAY = re.compile(
    "abuse|violen|safeguard|refuge|rape|assault|victim|harm|domestic|women.s aid|social|council"
    "|stalk|slavery|perpetrat|mk-act|solace|surgery|practice|samaritan",
    re.IGNORECASE,
)


@cache
def drawn(sheet: Poster | StaffSheet | PatientCard) -> list[Canvas]:
    return [picture(page, 420)[1] for page in printout(sheet).pages]


def texts(sheet: Poster | StaffSheet | PatientCard) -> list[PlacedText]:
    return [placed for canvas in drawn(sheet) for placed in canvas.texts]


def ink(placed: PlacedText) -> QRectF:
    """Where letters are black: a line of type begins with room for accents nobody uses here."""
    high = placed.used.height() / max(1, round(placed.used.height() / (placed.points * 0.414)))
    return placed.used.adjusted(0, high * 0.2, 0, -high * 0.03)


CHOSEN = [*map("+".join, product(SLUGS)), *sweeps.sampled(SOME, 2), "+".join(SLUGS)]
"""Each council alone, all of them, and of the choices between some."""
BOXED = [(CHOSEN[-1], "crowd"), *sweeps.sampled(product(EVERY, CARDS), 6, of="boxes")]
"""Whose numbers, and who is named at the practice: the fullest of all, and a sample of the rest."""


@pytest.mark.parametrize(("councils", "card"), sorted(set(BOXED)))
def test_every_word_stands_inside_its_box_and_the_paper(
    councils: str, card: str, directory: Directory
) -> None:
    paper = QRectF(0, 0, WIDTH, HEIGHT).adjusted(EDGE, EDGE, -EDGE, -EDGE)
    for sheet in sheets(directory, EVERY[councils], CARDS[card]):
        for placed in texts(sheet):
            assert placed.fits, placed
            assert paper.contains(placed.used), placed


@pytest.mark.parametrize("councils", CHOSEN)
def test_no_word_and_no_code_lies_on_another(councils: str, directory: Directory) -> None:
    for sheet in sheets(directory, EVERY[councils], LEADS):
        for canvas in drawn(sheet):
            words = [ink(placed) for placed in canvas.texts]
            boxes = [*words, *(code.box for code in canvas.codes)]
            for one, other in combinations(boxes, 2):
                assert not one.intersects(other), (one, other)


@pytest.mark.parametrize("councils", CHOSEN)
def test_type_can_be_read(councils: str, directory: Directory) -> None:
    """Twelve points on whatever patients read; six on the sheet in a drawer."""
    for sheet in sheets(directory, EVERY[councils], LEADS):
        smallest = STAFF_SMALLEST if isinstance(sheet, StaffSheet) else PUBLIC_SMALLEST
        assert min(placed.points for placed in texts(sheet)) >= smallest


@pytest.mark.parametrize("councils", CHOSEN)
def test_every_number_of_a_sheet_is_on_its_pages(councils: str, directory: Directory) -> None:
    made = staff_sheet(directory, EVERY[councils], LEADS, TODAY)
    printed = {placed.text for placed in texts(made)}
    assert {line.display for line in made.lines} <= printed


@pytest.mark.parametrize("councils", CHOSEN)
def test_every_number_of_a_poster_is_on_it(councils: str, directory: Directory) -> None:
    made = poster(directory, EVERY[councils], LEADS.name, TODAY)
    printed = {placed.text for placed in texts(made)}
    assert {"999", *(line.display for line in made.lines)} <= printed


@pytest.mark.parametrize("councils", CHOSEN)
def test_999_and_the_national_helpline_are_on_every_sheet(
    councils: str, directory: Directory
) -> None:
    for sheet in sheets(directory, EVERY[councils], LEADS):
        said = [placed.text for placed in texts(sheet)]
        assert "0808 2000 247" in said
        assert any("999" in text for text in said)


@pytest.mark.parametrize("councils", CHOSEN)
def test_public_paper_supposes_nothing_and_names_no_staff(
    councils: str, directory: Directory
) -> None:
    for sheet in sheets(directory, EVERY[councils], LEADS):
        if not isinstance(sheet, StaffSheet):
            said = "\n".join(placed.text for placed in texts(sheet))
            assert not SUPPOSED.search(said)
            for lead in LEADS.leads:
                assert lead.name not in said
                assert lead.extension not in said


@pytest.mark.parametrize("card", CARDS)
def test_the_sheet_for_staff_names_everybody_in_full(card: str, directory: Directory) -> None:
    said = {placed.text for placed in texts(staff_sheet(directory, COUNCILS, CARDS[card], TODAY))}
    for lead in CARDS[card].leads:
        assert {lead.name, extension_words(lead.extension)} <= said


def test_a_sheet_that_would_lose_a_number_is_not_made(directory: Directory) -> None:
    made = poster(directory, (LUTON,), LEADS.name, TODAY)
    (council,), crowd = made.councils, 30 * made.helplines[:1]
    doors = tuple(replace(door, others=crowd) for door in council.doors)
    with pytest.raises(PaperIncomplete, match="has no room"):
        printout(replace(made, councils=(replace(council, doors=doors),)))


@pytest.mark.parametrize(
    "name", ["", "W" * 40, "The Old Priory Surgery " * 3 + "Hillside ", "São Łódź 診療所 🏥"]
)
def test_any_practice_name_of_up_to_eighty_letters_stands_whole_on_the_poster(
    name: str, directory: Directory
) -> None:
    for councils in (COUNCILS, (LUTON,)):
        drawn = texts(poster(directory, councils, name.strip(), TODAY))
        assert all(x.fits for x in drawn)
        assert not any(x.text.endswith("…") for x in drawn)
        assert not name or name.strip() in {x.text for x in drawn}


@pytest.mark.parametrize("name", ["W" * 120, "The Old Priory Surgery " * 8])
def test_a_name_that_has_no_room_stops_the_poster_with_a_sentence(
    name: str, directory: Directory
) -> None:
    with pytest.raises(PaperIncomplete, match="has no room on this sheet"):
        printout(poster(directory, COUNCILS, name.strip(), TODAY))


@pytest.mark.parametrize("council", COUNCILS, ids=lambda each: each.slug)
def test_no_word_of_a_poster_is_cut(council: Council, directory: Directory) -> None:
    drawn = texts(poster(directory, (council,), "Larkfield Surgery", TODAY))
    assert not any(x.text.endswith("…") for x in drawn)
    services = {each.text for each in drawn}
    assert any(council.name in each for each in services)


@pytest.mark.parametrize("councils", CHOSEN)
def test_a_contact_sheet_takes_two_pages_at_most(councils: str, directory: Directory) -> None:
    made = staff_sheet(directory, EVERY[councils], LEADS, TODAY)
    assert 1 <= len(printout(made).pages) <= 2


@pytest.mark.parametrize("council", COUNCILS, ids=lambda each: each.slug)
def test_no_word_on_a_card_gives_anything_away(council: Council, directory: Directory) -> None:
    for placed in texts(patient_card(directory, council, TODAY, ENGLISH)):
        assert not GIVING_AWAY.search(placed.text), placed.text


def test_a_card_tells_of_silence_and_of_keeping_it_safe(directory: Directory) -> None:
    said = "\n".join(
        placed.text for placed in texts(patient_card(directory, LUTON, TODAY, ENGLISH))
    )
    assert said.count("press 55") == 4
    assert said.count("Keep this card somewhere safe.") == 4


def test_the_poster_says_how_old_its_numbers_are(directory: Directory) -> None:
    said = " ".join(x.text for x in texts(poster(directory, (LUTON,), LEADS.name, TODAY)))
    assert "Check after 20 February 2027" in said
    assert "Numbers of 22 November 2026" in said
    assert "Mon-Fri, office hours" in said


def test_words_that_do_not_fit_are_noticed(qapp: QApplication) -> None:
    narrow = QRectF(20, 20, 5, 5)

    def squeeze(page: Canvas) -> None:
        page.text(narrow, "far too long", Voice(20))

    _, canvas = picture(squeeze, 420)
    assert not canvas.texts[0].fits


def test_grey_print_keeps_words_apart_from_their_ground(directory: Directory) -> None:
    image, _ = picture(printout(poster(directory, (LUTON,), LEADS.name, TODAY)).pages[0], 840)
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    band = QColor(grey.pixel(60, 60)).lightness()
    assert band < 110, "white words on the 999 band would vanish"


def test_a_pdf_is_made_without_a_printer(directory: Directory) -> None:
    whole = pdf(printout(staff_sheet(directory, COUNCILS, LEADS, TODAY)))
    assert whole.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", whole)) == 2


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not on this machine")
def test_the_pdf_opens_elsewhere_with_its_words(directory: Directory, tmp_path: Path) -> None:
    made = poster(directory, (LUTON,), LEADS.name, TODAY)
    (tmp_path / "poster.pdf").write_bytes(pdf(printout(made)))
    told = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "poster.pdf", "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert all(line.display in told for line in made.lines)
    about = subprocess.run(
        ["pdfinfo", tmp_path / "poster.pdf"], capture_output=True, text=True, check=True
    ).stdout
    assert re.search(rf"Title:\s+{JOB_NAME}\n", about)
    assert "(A4)" in about


def test_paper_has_the_same_pages_and_a_neutral_job_name(
    directory: Directory, tmp_path: Path
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_on(printout(staff_sheet(directory, (LUTON,), LEADS, TODAY)), printer) == ""
    assert printer.docName() == "Numbers"
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")


def test_a_long_name_breaks_between_its_words(qapp: QApplication) -> None:
    box = QRectF(0, 0, 60, 40)
    named = "Dr Featherstonehaugh-Cholmondeley"

    def both(page: Canvas) -> None:
        page.text(box, named, Voice(12))
        page.text(box, "N" * 80, Voice(12))

    _, canvas = picture(both, 420)
    assert [placed.text for placed in canvas.texts] == [named, "N" * 80]
    assert all(placed.fits for placed in canvas.texts)
    first, endless = (placed.used.height() for placed in canvas.texts)
    assert first < endless


def test_where_nobody_is_named_there_are_lines_to_write_on(
    directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hand needs forty millimetres for a name or a number."""
    drawn_lines: list[float] = []

    def noted(self: Canvas, start: QPointF, end: QPointF, *_: object) -> None:
        drawn_lines.append(end.x() - start.x())

    monkeypatch.setattr(Canvas, "rule", noted)
    picture(printout(staff_sheet(directory, (LUTON,), CARDS["nobody"], TODAY)).pages[0], 420)
    named = [length for length in drawn_lines if length < 80]  # all others cross a column
    assert len(named) >= 4
    assert min(named) >= 40
