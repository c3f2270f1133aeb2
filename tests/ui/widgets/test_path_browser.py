"""A path is looked for in folders, beside the line it is typed in."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.path_browser import PathBrowser


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("letters", "sent/older"):
        (tmp_path / name).mkdir(parents=True)
    for age, name in enumerate(("b.p12", "a.p12", "notes.txt", "~$open.p12", "C.P12")):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (1000 - age, 1000 - age))
    return tmp_path


def browser(qtbot: QtBot, typed: str, *kinds: str, keeps_name: bool = False) -> PathBrowser:
    line = QLineEdit(typed)
    line.setObjectName("key")
    made = PathBrowser(line, kinds, keeps_name=keeps_name)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    press(made, "key-browse")
    return made


def press(made: PathBrowser, name: str) -> None:
    next(x for x in made.findChildren(QPushButton, name) if not x.isHidden()).click()


def typed(made: PathBrowser) -> str:
    line = made.findChild(QLineEdit, "key")
    assert line is not None
    return line.text()


def offered(made: PathBrowser) -> list[str]:
    buttons = [x for x in made.findChildren(QPushButton) if not x.isHidden()]
    return [x.text() for x in buttons if "-within-" in x.objectName() or "-file-" in x.objectName()]


def test_files_of_the_kind_stand_behind_the_folders_newest_first(
    qtbot: QtBot, folder: Path
) -> None:
    made = browser(qtbot, str(folder), "*.p12")
    assert offered(made) == ["letters", "sent", "b.p12", "a.p12", "C.P12"]


def test_a_file_that_is_chosen_stands_in_the_line_and_nothing_is_named_any_more(
    qtbot: QtBot, folder: Path
) -> None:
    made = browser(qtbot, str(folder / "gone.p12"), "*.p12")
    press(made, "key-in-file-2")
    assert typed(made) == str(folder / "a.p12")
    assert offered(made) == []


def test_looking_through_folders_for_a_file_leaves_the_line_as_it_was(
    qtbot: QtBot, folder: Path
) -> None:
    made = browser(qtbot, str(folder), "*.p12")
    press(made, "key-in-within-2")
    assert (typed(made), offered(made)) == (str(folder), ["older"])


def test_a_folder_that_is_chosen_stands_in_the_line(qtbot: QtBot, folder: Path) -> None:
    made = browser(qtbot, str(folder))
    assert offered(made) == ["letters", "sent"]
    press(made, "key-in-within-2")
    assert typed(made) == str(folder / "sent")


def test_a_file_to_write_keeps_its_name_in_another_folder(qtbot: QtBot, folder: Path) -> None:
    made = browser(qtbot, str(folder / "new.wtcchange"), keeps_name=True)
    press(made, "key-in-within-2")
    assert typed(made) == str(folder / "sent" / "new.wtcchange")


@pytest.mark.parametrize("odd", ["", "no such", "\0", "~nobody", "x" * 5000])
def test_looking_begins_somewhere_whatever_is_typed(qtbot: QtBot, odd: str) -> None:
    made = browser(qtbot, odd, "*.p12")
    assert typed(made) == QLineEdit(odd).text()
    press(made, "key-browse")  # and a second press puts it away
    assert offered(made) == []
