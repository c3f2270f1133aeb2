"""The workshop’s session: a copy is begun or opened by its file; what is wrong is said there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.__main__ import opens_workshop
from desktop_app.app.workshop.main import Session
from desktop_app.app.workshop.open_copy import READ_ONLY
from desktop_app.domain.services.errors import ProgramFault
from desktop_app.ui.workshop.start_view import NO_NAME
from tests.app.workshop.test_open_copy import nothing_in_use
from tests.ui.walker import settle
from tests.ui.workshop.opened import one
from tests.working_files import NOW, small_work_file

OPENS = {
    "workshop": True,
    "workshop town.wtcwork": True,
    "workshop log town.wtcwork": False,
    "workshop --help": False,
    "now --about child": False,
    "": False,
}


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    made = begun(qtbot, tmp_path)
    yield made
    ended(made)


def begun(qtbot: QtBot, tmp_path: Path) -> Session:
    """A session of somebody whose system calls them by a short name."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    made = Session(application, lambda: NOW, "Amara", nothing_in_use, tmp_path / "home")
    qtbot.addWidget(made.front)
    made.show()
    return made


def ended(session: Session) -> None:
    session.close()
    for window in session.opened:
        window.window.close()
        window.window.deleteLater()


def told(session: Session) -> str:
    return one(session.front, QLabel, "start-told").text()


def test_a_copy_is_opened_and_the_start_is_put_away(session: Session, tmp_path: Path) -> None:
    small_work_file(tmp_path).close()
    session.open(tmp_path / "small.wtcwork", "Amara")
    assert session.opened[0].window.isVisible()
    assert not session.front.isVisible()


@pytest.mark.parametrize("shut", ["file", "folder"])
def test_where_nothing_can_be_written_a_copy_is_shown_and_says_so(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shut: str
) -> None:
    small_work_file(tmp_path).close()
    path = tmp_path / "small.wtcwork"
    closed = path if shut == "file" else tmp_path
    monkeypatch.setattr("os.access", lambda asked, _how: Path(asked) != closed)
    session.open(path, "Amara")
    assert one(session.opened[0].window, QLabel, "workshop-read-only").text() == READ_ONLY


@pytest.mark.parametrize("odd", ["gone.wtcwork", "no folder/gone.wtcwork", "\0.wtcwork"])
def test_a_path_that_leads_nowhere_is_told_and_the_start_stays(
    session: Session, tmp_path: Path, odd: str
) -> None:
    session.open(tmp_path / odd, "Amara")
    assert told(session)
    assert not session.opened


def test_a_copy_is_begun_from_a_folder_of_sources(session: Session, tmp_path: Path) -> None:
    small_work_file(tmp_path).close()
    one(session.front, QLineEdit, "start-folder").setText(str(tmp_path / "db"))
    session.start._began(tmp_path / "mine.wtcwork")
    assert (tmp_path / "mine.wtcwork").is_file()
    assert session.opened


def test_a_file_that_is_no_copy_is_told_and_the_start_stays(
    session: Session, tmp_path: Path
) -> None:
    (tmp_path / "broken.wtcwork").write_bytes(b"not one")
    session.open(tmp_path / "broken.wtcwork", "Amara")
    assert "broken.wtcwork" in told(session)
    assert session.front.isVisible()


def test_nothing_is_opened_for_nobody(session: Session, tmp_path: Path) -> None:
    one(session.front, QLineEdit, "start-name").setText(" ")
    session.start._opened(tmp_path / "small.wtcwork")
    assert told(session) == NO_NAME
    assert not session.opened


def test_a_fault_is_said_in_the_open_copy(session: Session, tmp_path: Path) -> None:
    small_work_file(tmp_path).close()
    session.open(tmp_path / "small.wtcwork", "Amara")
    fault = ProgramFault.of(ValueError("odd"))
    session.fail(fault)
    window = session.opened[0].window
    assert one(window, QLabel, "workshop-told").text() == fault.sentence


@pytest.mark.parametrize(("typed", "opens"), OPENS.items())
def test_the_window_is_opened_by_its_name_and_a_file_alone(typed: str, opens: bool) -> None:
    assert opens_workshop(typed.split()) is opens


def test_what_was_open_last_is_offered_first_and_opens_by_enter(
    qtbot: QtBot, tmp_path: Path
) -> None:
    small_work_file(tmp_path).close()
    first = begun(qtbot, tmp_path)
    assert first.front.findChild(QPushButton, "start-last-1") is None
    first.open(tmp_path / "small.wtcwork", "Amara Okafor")
    ended(first)
    again = begun(qtbot, tmp_path)
    button = one(again.front, QPushButton, "start-last-1")
    assert button.accessibleName() == f"small.wtcwork, in {tmp_path}"
    assert again.front.focusWidget() is button
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert again.opened
    assert again.opened[0].window.windowTitle().endswith("Amara Okafor")
    ended(again)


def test_what_was_open_is_forgotten_with_the_name_at_a_press(qtbot: QtBot, tmp_path: Path) -> None:
    small_work_file(tmp_path).close()
    first = begun(qtbot, tmp_path)
    first.open(tmp_path / "small.wtcwork", "Amara Okafor")
    ended(first)
    again = begun(qtbot, tmp_path)
    assert again.name == "Amara Okafor"
    one(again.front, QPushButton, "start-forget").click()
    settle()
    offered = again.front.findChildren(QPushButton, "start-last-1")
    assert not [each for each in offered if each.isVisible()]
    assert again.front.focusWidget() is one(again.front, QPushButton, "start-open-ask")
    assert list((tmp_path / "home").glob("last*")) == []
    ended(again)
    last = begun(qtbot, tmp_path)
    assert last.name == "Amara"
    ended(last)


def test_one_that_is_gone_says_so_and_nothing_else_is_lost(qtbot: QtBot, tmp_path: Path) -> None:
    small_work_file(tmp_path).close()
    first = begun(qtbot, tmp_path)
    first.open(tmp_path / "small.wtcwork", "Amara")
    ended(first)
    (tmp_path / "small.wtcwork").rename(tmp_path / "moved.wtcwork")
    again = begun(qtbot, tmp_path)
    one(again.front, QPushButton, "start-last-1").click()
    assert "small.wtcwork" in told(again)
    assert not again.opened
    ended(again)
