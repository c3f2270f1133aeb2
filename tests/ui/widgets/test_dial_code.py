"""A code that dials on the answer and on cards: deliberate, white, decoded by an outside reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QWidget
from pyzbar.pyzbar import ZBarSymbol, decode

from desktop_app.domain.answer.screen_parts import CODE
from desktop_app.domain.hours.status import Basis, Hours, Statement
from desktop_app.domain.services.dialling import number_to_dial
from desktop_app.domain.services.service import Line, LineKind, Standing
from desktop_app.ui.directory.view import DirectoryView
from desktop_app.ui.widgets.dial_code import HIDE, CodeButton, Phone
from tests.ui.conftest import OpenWindow
from tests.ui.town import Town
from tests.ui.walker import AT_HOME, Walker, settle

HOURS = Hours((Statement(Basis.ALWAYS),))


def read_code(widget: QWidget) -> list[str]:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    image = image.scaled(image.size() * 2)
    pixels = bytes(image.constBits())
    size = (image.bytesPerLine(), image.height())
    return [found.data.decode() for found in decode((pixels, *size), [ZBarSymbol.QRCODE])]


@pytest.mark.parametrize("colours", ["light", "dark", "contrast"])
def test_q_shows_a_code_that_dials_the_number_on_screen(
    open_window: OpenWindow, colours: str
) -> None:
    walker = open_window(settings={**AT_HOME, "colours": colours}).press("1", "1")
    assert not walker.sees("first-qr")
    walker.press("q")
    assert read_code(walker.find("first-code-panel")) == ["tel:+441632960001"]


def test_q_again_hides_it(walker: Walker) -> None:
    walker.press("1", "1", "q", "q")
    assert not walker.sees("first-qr")


def test_the_button_says_what_it_does_next(walker: Walker) -> None:
    walker.press("1", "1")
    button = walker.find("first-code")
    assert isinstance(button, QAbstractButton)
    assert button.text() == CODE
    assert button.accessibleName() == "Code to dial: 01632 960001, Integrated Front Door"
    walker.click("first-code")
    assert button.text() == HIDE
    assert walker.sees("first-qr")


def test_another_number_never_keeps_the_code_of_the_one_before(open_window: OpenWindow) -> None:
    walker = open_window("2026-11-20T16:19").press("1", "1", "q")
    walker.later("2026-11-20T16:20")
    assert walker.read("first-number") == "01632 960900"
    assert not walker.sees("first-qr")


def test_the_code_stays_when_only_the_time_moves(open_window: OpenWindow) -> None:
    walker = open_window("2026-11-20T16:05").press("1", "1", "q")
    walker.later("2026-11-20T16:06")
    assert read_code(walker.find("first-code-panel")) == ["tel:+441632960001"]


def test_the_code_is_gone_after_starting_again(walker: Walker) -> None:
    walker.press("1", "1", "q", Qt.Key.Key_Escape, "1", "1")
    assert not walker.sees("first-qr")


def test_a_card_of_the_directory_has_the_code_too(walker: Walker) -> None:
    walker.program.open_page("directory")
    view = walker.window.findChild(DirectoryView)
    assert isinstance(view, DirectoryView)
    service = next(each for each in Town().services() if "Integrated" in each.name)
    view.open_service(service.id)
    settle()
    buttons = [each for each in view.findChildren(CodeButton) if each.isVisible()]
    walker.click(buttons[0].objectName())
    panel = walker.find(f"{buttons[0].objectName()}-panel")
    assert read_code(panel)[0].startswith("tel:+441632960")


@pytest.mark.parametrize(
    ("kind", "number", "dialled"),
    [
        (LineKind.OFFICE_HOURS, "+441632960001", "+441632960001"),
        (LineKind.HELPLINE, "116123", "116123"),
        (LineKind.EMERGENCY, "999", ""),
        (LineKind.HELPLINE, "999", ""),
        (LineKind.TEXTPHONE, "18001101", ""),
        (LineKind.TEXT, "88858", ""),
        (LineKind.FAX, "+441632960009", ""),
    ],
)
def test_only_lines_for_the_voice_are_dialled_by_code(
    kind: LineKind, number: str, dialled: str
) -> None:
    assert (
        number_to_dial(
            Line(id="a", kind=kind, label="", number=number, display=number, hours=HOURS)
        )
        == dialled
    )


def test_a_replaced_number_is_never_dialled() -> None:
    line = Line(
        id="a",
        kind=LineKind.HELPLINE,
        label="",
        number="+441632960001",
        display="",
        hours=HOURS,
        standing=Standing.SUPERSEDED,
    )
    assert number_to_dial(line) == ""


def test_dialling_from_here_is_offered_only_where_something_dials(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not open_window().press("1", "1").sees("first-dial")
    walker = open_window().press("1", "1")
    monkeypatch.setattr(Phone, "here", lambda: True)
    walker.press(Qt.Key.Key_Escape, "1", "1")
    dialled: list[str] = []
    walker.program.call_now.call_actions.dial_wanted.connect(dialled.append)
    walker.click("first-dial")
    assert dialled == ["+441632960001"]
