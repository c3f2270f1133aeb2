"""The page where somebody chooses what to print: what is chosen is what is announced."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.printing.rules import NO_HELPLINE, Sheet
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.situation.pathway import Pathways
from desktop_app.ui.printing.view import PrintView
from tests.area import COUNCILS, LUTON, MILTON_KEYNES
from tests.domain.made_directory import made
from tests.ui.printed_pages import ENGLISH, LEADS

TODAY = date(2026, 11, 22)
LUTON_CHILDREN, MK_CHILDREN = "01582 547653", "01908 253169"
"""What the real directory holds; tests/data guards the numbers themselves."""


@pytest.fixture
def view(qtbot: QtBot, directory: Directory) -> PrintView:
    made = PrintView(directory, TODAY, (ENGLISH,), LEADS, LUTON)
    qtbot.addWidget(made)
    made.show()
    return made


def press(view: PrintView, name: str) -> None:
    button = view.findChild(QPushButton, name)
    assert button is not None
    button.click()


def pages(view: PrintView) -> list[QLabel]:
    return [each for each in view.findChildren(QLabel) if "page" in each.accessibleName()]


def test_it_begins_with_the_poster_of_the_home_council(view: PrintView) -> None:
    assert (view.sheet, view.councils) == (Sheet.POSTER, (LUTON,))


def test_the_preview_can_be_read_by_a_screen_reader(view: PrintView) -> None:
    (page,) = pages(view)
    assert page.accessibleName() == "Wall poster, page 1 of 1"
    assert LUTON_CHILDREN in page.accessibleDescription()


def test_the_preview_follows_the_choice(view: PrintView) -> None:
    press(view, "print-in-milton-keynes")
    press(view, "print-in-luton")
    assert view.councils == (MILTON_KEYNES,)
    described = " ".join(each.accessibleDescription() for each in pages(view) if each.isVisible())
    assert MK_CHILDREN in described
    assert LUTON_CHILDREN not in described


def test_the_last_council_cannot_be_taken_away(view: PrintView) -> None:
    press(view, "print-in-luton")
    assert view.councils == (LUTON,)


def test_cards_are_for_one_council(view: PrintView) -> None:
    for council in COUNCILS:
        if council is not LUTON:
            press(view, f"print-in-{council.slug}")
    press(view, "print-patient-card")
    assert len(view.councils) == 1
    press(view, "print-in-milton-keynes")
    assert view.councils == (MILTON_KEYNES,)


def test_codes_are_offered_on_cards_alone_and_left_out_at_first(view: PrintView) -> None:
    codes = view.findChild(QPushButton, "print-codes")
    assert codes is not None
    assert not codes.isVisible()
    press(view, "print-patient-card")
    assert codes.isVisible()
    assert not codes.isChecked()


@pytest.mark.parametrize(
    ("sheet", "file"),
    [
        ("print-poster", "numbers-poster.pdf"),
        ("print-staff", "numbers-desk.pdf"),
        ("print-patient-card", "useful-numbers.pdf"),
    ],
)
def test_what_is_chosen_is_announced(view: PrintView, qtbot: QtBot, sheet: str, file: str) -> None:
    press(view, sheet)
    with qtbot.waitSignal(view.pdf_wanted) as saved:
        press(view, "print-pdf")
    with qtbot.waitSignal(view.print_wanted) as printed:
        press(view, "print-now")
    assert saved.args[0].file_name == printed.args[0].file_name == file


def test_hidden_it_holds_no_page_and_announces_nothing(view: PrintView, qtbot: QtBot) -> None:
    view.forget()
    assert not [each for each in pages(view) if each.isVisible()]
    with qtbot.assertNotEmitted(view.print_wanted):
        press(view, "print-now")


def test_an_old_release_is_told_before_it_is_printed(view: PrintView, directory: Directory) -> None:
    told = view.findChild(QLabel, "print-overdue")
    assert told is not None
    assert not told.isVisible()
    view.show_directory(directory, date(2027, 3, 1))
    assert told.isVisible()
    assert "Update the directory before you print" in told.text()


@pytest.mark.parametrize("width", [760, 1080, 1600])
def test_the_page_fits_beside_the_choices(view: PrintView, qtbot: QtBot, width: int) -> None:
    view.resize(width, 800)
    QApplication.processEvents()
    (page,) = pages(view)
    assert page.width() >= 300
    qtbot.waitUntil(lambda: page.mapTo(view, page.rect().topRight()).x() <= width, timeout=2000)


@pytest.mark.parametrize("sheet", ["print-poster", "print-staff", "print-patient-card"])
def test_a_desk_without_a_council_prints_nothing_until_one_is_chosen(
    qtbot: QtBot, directory: Directory, sheet: str
) -> None:
    view = PrintView(directory, TODAY, (ENGLISH,), LEADS, None)
    qtbot.addWidget(view)
    view.show()
    press(view, sheet)
    asked = view.findChild(QLabel, "print-which")
    assert asked is not None
    assert (view.councils, pages(view), asked.isVisible()) == ((), [], True)
    with qtbot.assertNotEmitted(view.print_wanted), qtbot.assertNotEmitted(view.pdf_wanted):
        press(view, "print-now")
        press(view, "print-pdf")
    press(view, "print-in-milton-keynes")
    assert (view.councils, asked.isVisible()) == ((MILTON_KEYNES,), False)
    described = " ".join(each.accessibleDescription() for each in pages(view))
    assert (
        sheet == "print-patient-card" or MK_CHILDREN in described
    )  # a patient's card holds helplines
    assert described


def test_the_page_follows_the_practice_s_council_until_a_hand_chooses(
    qtbot: QtBot, directory: Directory
) -> None:
    view = PrintView(directory, TODAY, (ENGLISH,), LEADS, None)
    qtbot.addWidget(view)
    for home in (LUTON, MILTON_KEYNES):
        view.set_home(home)
        assert view.councils == (home,)
    press(view, "print-in-bedford")
    view.set_home(LUTON)
    assert LUTON not in view.councils


@pytest.mark.parametrize("sheet", ["print-poster", "print-staff", "print-patient-card"])
def test_a_directory_without_the_helpline_prints_nothing_and_says_so(
    view: PrintView, qtbot: QtBot, sheet: str
) -> None:
    press(view, sheet)
    told = view.findChild(QLabel, "print-incomplete")
    assert told is not None
    assert not told.isVisible()
    view.show_directory(made((), Pathways({})), TODAY)
    assert (told.text(), told.isVisible()) == (NO_HELPLINE, True)
    assert not [page for page in pages(view) if page.isVisible()]
    with qtbot.assertNotEmitted(view.print_wanted), qtbot.assertNotEmitted(view.pdf_wanted):
        press(view, "print-now")
        press(view, "print-pdf")
