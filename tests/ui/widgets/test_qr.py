"""QR codes read by another program's decoder: each dials the number printed beside it."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.domain.printing.poster import poster
from desktop_app.domain.services.directory import Directory
from desktop_app.store.directory.directory import open_directory
from desktop_app.ui.printing.canvas import WIDTH, Canvas
from desktop_app.ui.printing.printout import picture, printout
from desktop_app.ui.theme import style
from desktop_app.ui.widgets.qr import number_qr
from tests import sweeps
from tests.ui.printed_pages import EVERY, LEADS, TODAY, sheets

pyzbar = pytest.importorskip(
    "pyzbar.pyzbar", exc_type=ImportError, reason="zbar is not on this machine"
)

PIXELS = round(WIDTH / 25.4 * 300)
"""300 dots to the inch: what an ordinary printer puts on paper."""
DIGITS = re.compile(r"[\d ]+\*?")


def read(image: QImage) -> list[str]:
    """What the decoder finds in a picture."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = bytes(grey.constBits())
    width, height, stride = grey.width(), grey.height(), grey.bytesPerLine()
    packed = b"".join(rows[y * stride : y * stride + width] for y in range(height))
    found = pyzbar.decode((packed, width, height), symbols=[pyzbar.ZBarSymbol.QRCODE])
    return [each.data.decode() for each in found]


def framed(page: QImage, box: QRectF) -> QImage:
    """One code as a phone frames it."""
    scale = page.width() / WIDTH
    return page.copy(QRectF(box.topLeft() * scale, box.size() * scale).toAlignedRect())


def dialled(printed: str) -> str:
    """The address that digits on paper stand for, worked out apart from the program."""
    digits = re.sub(r"\D", "", printed)
    return f"tel:+44{digits[1:]}" if digits.startswith("0") else f"tel:{digits}"


def beside(canvas: Canvas, code: QRectF) -> str:
    """The digits a reader takes a code for: left of it in its row, else right above it."""
    numbers = [t for t in canvas.texts if DIGITS.fullmatch(t.text) and t.text != "999"]
    row = [t for t in numbers if _in_row(t.used, code) and t.used.right() <= code.left()]
    if row:
        return max(row, key=lambda placed: placed.used.right()).text
    above = [t for t in numbers if t.used.bottom() <= code.top() and _in_column(t.used, code)]
    return max(above, key=lambda placed: placed.used.bottom()).text


def _in_row(words: QRectF, code: QRectF) -> bool:
    return words.top() < code.bottom() and code.top() < words.bottom()


def _in_column(words: QRectF, code: QRectF) -> bool:
    return words.left() < code.right() and code.left() < words.right()


@pytest.fixture(scope="module")
def directory(qapp: QApplication) -> Iterator[Directory]:
    style.load_fonts(paths.resources() / "fonts")
    with closing(open_directory(paths.directory_file())) as opened:
        yield opened


@pytest.mark.parametrize("councils", sweeps.sampled(EVERY, 3, of="codes"))
def test_each_code_dials_the_number_beside_it(councils: str, directory: Directory) -> None:
    for sheet in sheets(directory, EVERY[councils], LEADS):
        for page in printout(sheet).pages:
            image, canvas = picture(page, PIXELS)
            for code in canvas.codes:
                assert read(framed(image, code.box)) == [dialled(beside(canvas, code.box))]


@pytest.mark.parametrize("councils", [each for each in EVERY if "+" not in each])
def test_every_number_on_a_poster_has_its_code(councils: str, directory: Directory) -> None:
    made = poster(directory, EVERY[councils], LEADS.name, TODAY)
    _, canvas = picture(printout(made).pages[0], 420)
    assert sorted(code.number for code in canvas.codes) == sorted(x.number for x in made.lines)


def test_nobody_rings_999_by_pointing_a_camera(directory: Directory) -> None:
    for sheet in sheets(directory, EVERY["luton"], LEADS):
        for page in printout(sheet).pages:
            assert "999" not in {code.number for code in picture(page, 420)[1].codes}


@pytest.mark.parametrize("number", ["+441632960001", "101", "116123", "18001101"])
def test_a_code_on_screen_dials_its_number(number: str, qapp: QApplication) -> None:
    assert read(number_qr(number, number, "qr").pixmap().toImage()) == [f"tel:{number}"]


def test_a_code_is_named_for_a_screen_reader(qapp: QApplication) -> None:
    label = number_qr("+441632960001", "01632 960001", "call-qr")
    assert label.accessibleName() == "QR code that dials 0 1 6 3 2, 9 6 0 0 0 1"
    assert read(label.pixmap().toImage()) == ["tel:+441632960001"]


def test_the_start_of_the_window_does_not_wait_for_the_code_maker() -> None:
    asked = (
        "import sys, desktop_app.ui.widgets.qr, desktop_app.ui.printing.printout;"
        "print('segno' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
