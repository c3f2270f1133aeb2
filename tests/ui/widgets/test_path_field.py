"""Where files go and come from, without the system's file dialog."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets import path_field
from desktop_app.ui.widgets.path_field import MOST_FOUND, OpenPlace, SavePlace, found


def test_files_of_the_kind_are_found_in_order_and_only_a_handful(tmp_path: Path) -> None:
    for number in range(MOST_FOUND + 3):
        (tmp_path / f"practice-card-{number}.json").touch()
    (tmp_path / "holiday.json").touch()
    listed = found(["practice-card*.json"], [tmp_path, tmp_path, tmp_path / "no such folder"])
    assert len(listed) == MOST_FOUND
    assert listed[0].name == "practice-card-0.json"


def test_a_folder_with_the_right_name_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "practice-card.json").mkdir()
    assert found(["practice-card*.json"], [tmp_path]) == []


def test_a_path_in_quotation_marks_is_the_path(qtbot: QtBot, tmp_path: Path) -> None:
    place = OpenPlace("open", "*.json")
    qtbot.addWidget(place)
    line = place.findChild(QLineEdit)
    use = place.findChild(QPushButton, "open-use")
    assert line is not None
    assert use is not None
    line.setText(f' "{tmp_path / "card.json"}" ')
    with qtbot.waitSignal(place.chosen) as chosen:
        use.click()
    assert chosen.args == [tmp_path / "card.json"]


def test_nothing_typed_is_nothing_chosen(qtbot: QtBot) -> None:
    place = SavePlace("save", "card.json")
    qtbot.addWidget(place)
    line = place.findChild(QLineEdit)
    assert line is not None
    line.setText("  ")
    with qtbot.assertNotEmitted(place.chosen):
        line.returnPressed.emit()


def test_saving_proposes_a_folder_that_is_there(qtbot: QtBot) -> None:
    place = SavePlace("save", "card.json")
    qtbot.addWidget(place)
    place.ask()
    line = place.findChild(QLineEdit)
    assert line is not None
    assert Path(line.text()).parent.is_dir()
    assert Path(line.text()).name == "card.json"


def test_what_was_typed_is_forgotten_beyond_undo(qtbot: QtBot) -> None:
    place = SavePlace("save", "card.json")
    qtbot.addWidget(place)
    place.ask()
    place.forget()
    line = place.findChild(QLineEdit)
    assert line is not None
    line.undo()
    assert line.text() == ""
    assert not place.isVisible()


@pytest.mark.parametrize(
    ("typed", "file"),
    [
        ("card", "card.json"),
        ("my.card", "my.card.json"),
        ("card.JSON", "card.JSON"),
        ("sub/card", "sub/card.json"),
    ],
)
def test_a_bare_name_is_a_file_in_the_documents_folder(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, file: str
) -> None:
    monkeypatch.setattr(path_field, "documents", lambda: tmp_path)
    place = SavePlace("save", "card.json")
    qtbot.addWidget(place)
    place.ask()
    line, use = place.findChild(QLineEdit), place.findChild(QPushButton, "save-use")
    assert line is not None
    assert use is not None
    line.setText(typed)
    with qtbot.waitSignal(place.chosen) as chosen:
        use.click()
    assert chosen.args == [tmp_path / file]


def test_another_folder_keeps_the_name_that_was_typed(qtbot: QtBot, tmp_path: Path) -> None:
    place = SavePlace("save", "card.json")
    qtbot.addWidget(place)
    place.ask()
    line = place.findChild(QLineEdit)
    assert line is not None
    line.setText(str(tmp_path / "ours.json"))
    place._folders.chosen.emit(tmp_path / "elsewhere")
    assert Path(line.text()) == tmp_path / "elsewhere" / "ours.json"
    line.setText(str(tmp_path))
    place._folders.chosen.emit(tmp_path)
    assert Path(line.text()) == tmp_path / "card.json"


def press(place: OpenPlace, name: str) -> None:
    next(x for x in place.findChildren(QPushButton, name) if not x.isHidden()).click()


def opened(qtbot: QtBot, *kinds: str, folders: bool = False) -> OpenPlace:
    place = OpenPlace("open", *kinds, folders=folders)
    qtbot.addWidget(place)
    place.show()
    place.ask()
    return place


def test_every_kind_of_list_is_found_the_newest_first(tmp_path: Path) -> None:
    for age, name in enumerate(("b.csv", "A.XLSX", "c.ods", "d.xls", "e.docx")):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (1000 - age, 1000 - age))
    listed = found(["*.xlsx", "*.xls", "*.ods", "*.csv"], [tmp_path])
    assert [each.name for each in listed] == ["b.csv", "A.XLSX", "c.ods", "d.xls"]


def test_a_file_in_any_folder_is_a_few_presses_away(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "from councils").mkdir()
    (tmp_path / "from councils" / "list.ods").touch()
    place = opened(qtbot, "*.xlsx", "*.ods")
    place.line.setText(str(tmp_path))
    place.use.click()
    press(place, "open-folder-within-1")
    with qtbot.waitSignal(place.chosen) as chosen:
        press(place, "open-folder-file-1")
    assert chosen.args == [tmp_path / "from councils" / "list.ods"]


def test_a_folder_that_is_typed_is_looked_into_and_not_read(qtbot: QtBot, tmp_path: Path) -> None:
    place = opened(qtbot, "*.xlsx")
    place.line.setText(str(tmp_path))
    with qtbot.assertNotEmitted(place.chosen):
        place.use.click()


def test_where_a_folder_may_be_read_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    place = opened(qtbot, "*.csv", folders=True)
    place.line.setText(str(tmp_path))
    with qtbot.waitSignal(place.chosen) as chosen:
        place.use.click()
    assert chosen.args == [tmp_path]
