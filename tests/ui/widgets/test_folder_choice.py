"""Looking through folders: in order, without hidden ones, never waiting, never remembering."""

import os
import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets import folder_choice
from desktop_app.ui.widgets.folder_choice import (
    BROWSE,
    CLOSED,
    MOST_SHOWN,
    NONE_WITHIN,
    SILENT,
    UP,
    FolderChoice,
    look_within,
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("Scans", "letters", ".hidden", "Letters/2026", "letters/old"):
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
    (tmp_path / "file.txt").write_bytes(b"")
    return tmp_path


@pytest.fixture
def choice(qtbot: QtBot, tree: Path) -> FolderChoice:
    made = FolderChoice("to")
    qtbot.addWidget(made)
    made.show()
    made.ask(tree)
    return made


def offered(choice: FolderChoice) -> list[str]:
    buttons = choice.findChildren(QPushButton)
    return [
        each.text() for each in buttons if not each.isHidden() and "within" in each.objectName()
    ]


def press(choice: FolderChoice, text: str) -> None:
    buttons = [x for x in choice.findChildren(QPushButton) if not x.isHidden()]
    next(each for each in buttons if each.text() == text).click()


def told(choice: FolderChoice) -> str:
    label = choice.findChild(QLabel, "to-told")
    assert label is not None
    return label.text()


def test_folders_stand_by_name_without_files_and_hidden_ones(tree: Path) -> None:
    within = look_within(tree)
    assert [each.name for each in within.folders] == ["Letters", "letters", "Scans"]
    assert within.trouble == ""


def test_nothing_is_looked_into_before_browse_is_pressed(choice: FolderChoice) -> None:
    assert offered(choice) == []
    press(choice, BROWSE)
    assert offered(choice) == ["Letters", "letters", "Scans"]


def test_a_press_chooses_a_folder_and_shows_what_is_in_it(
    choice: FolderChoice, tree: Path, qtbot: QtBot
) -> None:
    press(choice, BROWSE)
    with qtbot.waitSignal(choice.chosen) as chosen:
        press(choice, "Letters")
    assert chosen.args == [tree / "Letters"]
    assert offered(choice) == ["2026"]
    with qtbot.waitSignal(choice.chosen) as chosen:
        press(choice, UP)
    assert chosen.args == [tree]
    press(choice, "Scans")
    assert (offered(choice), told(choice)) == ([], NONE_WITHIN.format(tree / "Scans"))


def test_at_the_top_there_is_no_way_up(choice: FolderChoice) -> None:
    choice.look_at(Path("/"))
    press(choice, BROWSE)
    assert UP not in [x.text() for x in choice.findChildren(QPushButton) if not x.isHidden()]
    assert offered(choice)


def test_a_folder_that_is_gone_or_closed_is_one_sentence(choice: FolderChoice, tree: Path) -> None:
    (tree / "Scans").rmdir()
    press(choice, BROWSE)
    choice.look_at(tree / "Scans")
    press(choice, BROWSE)
    assert told(choice) == CLOSED.format(tree / "Scans")


def test_a_share_that_does_not_answer_is_not_waited_for(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hang(folder: Path) -> Any:
        time.sleep(0.5)
        raise OSError

    monkeypatch.setattr(os, "scandir", hang)
    assert look_within(tree, patience_s=0.01) == ([], [], SILENT.format(tree))


def test_of_very_many_folders_a_screenful_is_shown_and_the_rest_counted(
    choice: FolderChoice, tree: Path
) -> None:
    for number in range(MOST_SHOWN + 7):
        (tree / "Scans" / f"{number:03}").mkdir()
    choice.look_at(tree / "Scans")
    press(choice, BROWSE)
    assert len(offered(choice)) == MOST_SHOWN
    assert "and 7 more: type the name" in told(choice)


def test_the_usual_folders_are_those_that_are_there(
    qtbot: QtBot, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = QStandardPaths.StandardLocation.DesktopLocation
    places = {desktop: str(tree / "letters")}
    monkeypatch.setattr(
        QStandardPaths, "writableLocation", lambda place: places.get(place, str(tree / "gone"))
    )
    named = [title for title, _ in folder_choice.usual_folders()]
    assert named[:1] == ["Desktop"]
    assert "Documents" not in named


def test_forgotten_no_folder_is_named_any_more(choice: FolderChoice) -> None:
    press(choice, BROWSE)
    press(choice, "letters")
    choice.forget()
    assert told(choice) == ""
    assert [x for x in choice.findChildren(QPushButton) if not x.isHidden()] == []


@pytest.mark.parametrize(
    ("name", "shown"), [("Tom & Jerry", "Tom && Jerry"), ("x" * 200, "x" * 31 + "…")]
)
def test_a_name_is_shown_as_it_is_and_never_fills_the_window(
    choice: FolderChoice, tree: Path, name: str, shown: str
) -> None:
    (tree / "Scans" / name).mkdir()
    choice.look_at(tree / "Scans")
    press(choice, BROWSE)
    assert offered(choice) == [shown]
    button = choice.findChild(QPushButton, "to-within-1")
    assert button is not None
    assert button.accessibleName() == name
