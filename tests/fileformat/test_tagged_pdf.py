"""A PDF that Qt wrote, with tags: every word in the tree, in order, and nothing else."""

import re
import shutil
import subprocess
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.domain.printing.patient_card import PatientCard, patient_card
from desktop_app.domain.printing.poster import Poster, poster
from desktop_app.domain.printing.staff_sheet import StaffSheet, staff_sheet
from desktop_app.domain.services.directory import Directory
from desktop_app.fileformat.tagged_pdf import FIRST_MARK, NotTagged, Tag, mark_of, tagged
from desktop_app.store.directory.directory import open_directory
from desktop_app.ui.printing import printout as drawing
from desktop_app.ui.printing.printout import pdf, picture, printout
from desktop_app.ui.theme import style
from tests.area import COUNCILS, LUTON
from tests.ui.made_up_language import MADE_UP
from tests.ui.printed_pages import ENGLISH, LEADS, TODAY

KINDS = ["poster", "poster of all", "staff", "card", "card with codes", "card from the right"]


@pytest.fixture(scope="module")
def directory(qapp: QApplication) -> Iterator[Directory]:
    style.load_fonts(paths.resources() / "fonts")
    with closing(open_directory(paths.directory_file())) as opened:
        yield opened


def sheet(kind: str, directory: Directory) -> Poster | StaffSheet | PatientCard:
    if kind.startswith("poster"):
        councils = COUNCILS if kind.endswith("all") else (LUTON,)
        return poster(directory, councils, LEADS.name, TODAY)
    if kind == "staff":
        return staff_sheet(directory, COUNCILS, LEADS, TODAY)
    language = MADE_UP if kind.endswith("right") else ENGLISH
    return patient_card(directory, LUTON, TODAY, language, with_codes=kind.endswith("codes"))


def objects(whole: bytes) -> dict[int, bytes]:
    """Every object, found by the table at the end as a reader finds it."""
    start = int(re.findall(rb"startxref\n(\d+)\n", whole)[-1])
    entries = re.findall(rb"(\d{10}) \d{5} ([nf]) \n", whole[start:])
    found = {}
    for number, (offset, used) in enumerate(entries):
        if used == b"n":
            at = whole[int(offset) :]
            assert at.startswith(b"%d 0 obj\n" % number)
            found[number] = at[: at.index(b"\nendobj")]
    return found


def elements(held: dict[int, bytes]) -> list[tuple[str, str]]:
    """What the tree names, in its order: the kind, and the words."""
    (document,) = (x for x in held.values() if b"/S /Document" in x)
    children = [int(n) for n in re.findall(rb"(\d+) 0 R", document.split(b"/K [")[1])]
    told = []
    for child in children:
        kind = re.search(rb"/S /(\w+)", held[child])
        words = re.search(rb"/(?:ActualText|Alt) <FEFF([0-9A-F]*)>", held[child])
        assert kind
        assert words
        told.append((kind[1].decode(), bytes.fromhex(words[1].decode()).decode("utf-16-be")))
    return told


def contents(held: dict[int, bytes]) -> list[str]:
    pages = [x for x in held.values() if b"/Type /Page\n" in x]
    streams = [re.search(rb"/Contents (\d+) 0 R", page) for page in pages]
    packed = [held[int(found[1])].split(b"stream\n", 1)[1] for found in streams if found]
    return [zlib.decompressobj().decompress(each).decode("latin-1") for each in packed]


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_and_code_is_in_the_tree_in_the_order_it_is_read(
    kind: str, directory: Directory
) -> None:
    made = printout(sheet(kind, directory))
    drawn = [picture(page, 420)[1] for page in made.pages]
    read = elements(objects(pdf(made)))
    assert read == [(tag.kind, tag.says) for canvas in drawn for tag in canvas.tags]
    words = [words for kind, words in read if kind != "Figure"]
    assert words == [placed.text for canvas in drawn for placed in canvas.texts]
    assert "H1" in {kind for kind, _ in read}


@pytest.mark.parametrize("kind", KINDS)
def test_each_page_is_marked_to_its_last_stroke(kind: str, directory: Directory) -> None:
    for stream in contents(objects(pdf(printout(sheet(kind, directory))))):
        depth = 0
        for line in stream.splitlines():
            depth += line.endswith((" BMC", " BDC")) - (line == "EMC")
            assert depth in (0, 1)
            assert depth == 1 or not line.endswith((" Tj", " re", " l", " c"))
        assert depth == 0
        assert f"-{FIRST_MARK}" not in stream


@pytest.mark.parametrize(
    ("kind", "language"), [("poster", "en-GB"), ("card from the right", "qps-plocm")]
)
def test_the_pdf_says_its_language_and_its_neutral_title(
    kind: str, language: str, directory: Directory
) -> None:
    whole = pdf(printout(sheet(kind, directory)))
    assert b"/Lang (%s)" % language.encode() in whole
    assert b"/MarkInfo << /Marked true >>" in whole
    assert b"/DisplayDocTitle true" in whole
    assert b"/Title (" + b"\xfe\xff" + "Numbers".encode("utf-16-be") in whole


def test_a_code_says_which_number_it_dials(directory: Directory) -> None:
    made = sheet("poster", directory)
    assert isinstance(made, Poster)
    figures = [words for kind, words in elements(objects(pdf(printout(made)))) if kind == "Figure"]
    assert sorted(figures) == sorted(f"QR code that dials {x.number}" for x in made.lines)


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler is not on this machine")
@pytest.mark.parametrize("kind", KINDS)
def test_another_program_reads_the_tags(kind: str, directory: Directory, tmp_path: Path) -> None:
    file = tmp_path / "made.pdf"
    file.write_bytes(pdf(printout(sheet(kind, directory))))
    for asked, told in (("-isodates", "Tagged:          yes"), ("-struct", "Document")):
        ran = subprocess.run(["pdfinfo", asked, file], capture_output=True, text=True, check=True)
        assert told in ran.stdout
        assert ran.stderr == ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"startxref", b"startxxxx"),
        (b"\nxref", b"\nyref"),
        (b"/Root", b"/Rout"),
        (b"/Contents", b"/Contains"),
        (b"/Kids", b"/Kods"),
    ],
)
def test_a_pdf_of_another_make_is_refused(
    before: bytes, after: bytes, directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "tagged", lambda whole, pages, language: whole)
    whole = pdf(printout(sheet("card", directory)))
    assert before in whole
    with pytest.raises(NotTagged):
        tagged(whole.replace(before, after), [[]], "en-GB")


def test_a_mark_that_is_missing_is_noticed_and_paper_still_made(
    directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = printout(sheet("card", directory))
    monkeypatch.setattr(
        drawing, "tagged", lambda whole, pages, _: tagged(whole, [[Tag("P", "x")]], "en-GB")
    )
    whole = pdf(made)
    assert whole.startswith(b"%PDF-")
    assert b"StructTreeRoot" not in whole


def test_a_mark_is_far_from_everything() -> None:
    assert {mark_of(n, end=end) for n in range(3) for end in (False, True)} == {
        -FIRST_MARK - n for n in range(6)
    }
