"""What leaves the program: a number, a note, paper; each on purpose, none of it left behind."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.app import program as pages
from desktop_app.domain.practice.card import Contact, PracticeCard
from desktop_app.domain.practice.policy import Policy
from desktop_app.domain.practice.record_note import BLANKS
from desktop_app.fileformat.chosen_file import NO_FOLDER
from desktop_app.ui.printing.view import PrintView
from desktop_app.ui.widgets import path_field
from desktop_app.ui.widgets.path_field import THERE
from tests.area import BEDFORD
from tests.ui.conftest import OpenWindow
from tests.ui.desk_window import answer_of, one, open_program
from tests.ui.walker import Walker, settle


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pages.Program:
    monkeypatch.setattr(path_field, "documents", lambda: tmp_path)
    QGuiApplication.clipboard().clear()
    return open_program(qtbot, tmp_path / "own", Policy(home=BEDFORD.slug))


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """Somebody's file, which must stay as it is until its place was given up on purpose."""
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"kept")
    return path


def held() -> str:
    return QGuiApplication.clipboard().text()


def click(program: pages.Program, name: str) -> None:
    one(program, QAbstractButton, name).click()
    QApplication.processEvents()


def view(program: pages.Program) -> PrintView:
    program.open_page("print")
    return one(program, PrintView, "print-page")


def save_as_pdf(program: pages.Program, path: Path | None = None) -> Path:
    click(program, "print-pdf")
    line = one(program, QLineEdit, "print-to-path")
    if path is not None:
        line.setText(str(path))
    chosen = Path(line.text())
    click(program, "print-to-use")
    return chosen


def test_the_note_says_when_which_why_and_nothing_about_anybody(program: pages.Program) -> None:
    answer_of(program)
    click(program, "first-copy-note")
    lines = held().splitlines()
    assert lines[0] == "Number looked up: Wednesday 2 December 2026, 10:00 (UK time)"
    assert lines[2].startswith(f"Number: {one(program, QLabel, 'first-number').text()} (")
    assert tuple(lines[5:]) == BLANKS


def test_a_note_made_at_a_made_up_time_says_so(open_window: OpenWindow) -> None:
    walker = open_window().press("1", "1")
    live = walker.program.live
    live.pretend(live.now().replace(tzinfo=None))
    live.refresh()
    button = walker.find("first-copy-note")
    assert isinstance(button, QAbstractButton)
    button.click()
    assert held().startswith("PRACTICE RUN, made-up time")


@pytest.mark.parametrize("what", ["first-copy", "first-copy-note"])
def test_hiding_takes_back_what_was_copied(program: pages.Program, what: str) -> None:
    answer_of(program)
    click(program, what)
    assert held()
    program.window.hide_wanted.emit()
    assert not held()


@pytest.mark.parametrize("what", ["first-copy", "first-copy-note"])
def test_closing_takes_back_what_was_copied(program: pages.Program, what: str) -> None:
    answer_of(program)
    click(program, what)
    program.window.close()
    assert not held()


def test_a_poster_is_saved_under_the_name_that_was_offered(program: pages.Program) -> None:
    view(program)
    path = save_as_pdf(program)
    assert path.name == "numbers-poster.pdf"
    assert path.read_bytes().startswith(b"%PDF")
    assert program.window.status_bar._told.text() == f"Saved: {path}"


def test_a_second_poster_does_not_take_the_place_of_the_first(program: pages.Program) -> None:
    view(program)
    first, second = save_as_pdf(program), save_as_pdf(program)
    assert first != second
    assert second.exists()


def test_a_file_that_is_there_is_replaced_only_after_a_second_press(
    program: pages.Program, letter: Path
) -> None:
    view(program)
    save_as_pdf(program, letter)
    assert letter.read_bytes() == b"kept"
    assert one(program, QLabel, "print-to-warning").text() == THERE.format("letter.pdf")
    click(program, "print-to-use")
    assert letter.read_bytes().startswith(b"%PDF")


def test_enter_held_in_the_line_never_replaces_a_file(program: pages.Program, letter: Path) -> None:
    view(program)
    click(program, "print-pdf")
    line = one(program, QLineEdit, "print-to-path")
    line.setText(str(letter))
    line.setFocus()
    for _ in range(5):
        line.returnPressed.emit()
        QApplication.processEvents()
        line.setFocus()
    assert letter.read_bytes() == b"kept"


def test_a_double_click_on_write_asks_and_does_not_replace(
    program: pages.Program, letter: Path
) -> None:
    view(program)
    click(program, "print-pdf")
    one(program, QLineEdit, "print-to-path").setText(str(letter))
    button = one(program, QAbstractButton, "print-to-use")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    assert letter.read_bytes() == b"kept"


def test_another_folder_is_chosen_by_looking_for_it_and_nothing_remembers_it(
    program: pages.Program, tmp_path: Path
) -> None:
    (tmp_path / "Shared" / "Posters").mkdir(parents=True)
    view(program)
    click(program, "print-pdf")
    click(program, "print-to-folder-browse")
    buttons = program.window.findChildren(QAbstractButton)
    next(each for each in buttons if each.text() == "Shared").click()
    QApplication.processEvents()
    buttons = program.window.findChildren(QAbstractButton)
    next(each for each in buttons if each.text() == "Posters" and not each.isHidden()).click()
    chosen = Path(one(program, QLineEdit, "print-to-path").text())
    assert chosen == tmp_path / "Shared" / "Posters" / "numbers-poster.pdf"
    click(program, "print-to-use")
    assert chosen.read_bytes().startswith(b"%PDF")
    program.window.hide_wanted.emit()
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and path != chosen]
    assert not [path for path in kept if b"Posters" in path.read_bytes()]
    labels = [each.text() for each in program.window.findChildren(QLabel)]
    assert not [text for text in labels if "Shared" in text]


def test_a_folder_that_is_not_there_is_one_sentence(program: pages.Program, tmp_path: Path) -> None:
    view(program)
    save_as_pdf(program, tmp_path / "no such folder" / "poster.pdf")
    assert program.window.status_bar._told.text() == NO_FOLDER.format(tmp_path / "no such folder")


def test_hiding_takes_the_page_off_the_screen_and_opening_it_brings_it_back(
    program: pages.Program,
) -> None:
    page = view(program)
    click(program, "print-pdf")
    program.window.hide_wanted.emit()
    assert page._pages is None
    assert not one(program, QLineEdit, "print-to-path").text()
    desk = program.actions.desk
    desk.hiding.come_back()
    view(program)
    assert page._pages is not None


def test_hiding_closes_the_dialog_that_asks_for_a_printer(
    program: pages.Program, qtbot: QtBot
) -> None:
    view(program)
    seen: list[bool] = []

    def hide() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        program.window.hide_wanted.emit()
        seen.append(dialog.isVisible())

    QTimer.singleShot(100, hide)
    click(program, "print-now")
    assert seen == [False]


def test_the_page_prints_the_practices_people_as_they_are_now(program: pages.Program) -> None:
    page = view(program)
    card = PracticeCard("Test Surgery", (Contact("Safeguarding lead", "Dr A", "214"),))
    desk = program.actions.desk
    desk.own.practice_changed.emit(card)
    assert page._practice == card


def test_a_new_day_is_on_the_paper(open_window: OpenWindow) -> None:
    walker: Walker = open_window("2026-11-20T23:58")
    walker.program.open_page("print")
    walker.later("2026-11-21T00:01")
    settle()
    page = walker.window.findChild(PrintView)
    assert isinstance(page, PrintView)
    assert page._today.isoformat() == "2026-11-21"
