"""The practice's page while another program holds its file, and what only Save writes."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.app import dependencies
from desktop_app.app import program as pages
from desktop_app.domain.practice.card import LEAD, Contact, PracticeCard
from desktop_app.domain.practice.failed_number import ShownNumber, WhatHappened, report_of
from desktop_app.store.user.failed_numbers import FailedNumberStore
from desktop_app.store.user.practice import PracticeStore
from desktop_app.store.user.practice_file import export_card
from desktop_app.store.user.user_database import FILE_NAME, HELD
from desktop_app.ui.practice.controller import NOTHING_YET, OwnCard
from desktop_app.ui.widgets.path_field import THERE
from tests.area import LUTON
from tests.ui.desk_window import answer_of, click, one, open_program, said
from tests.ui.town import at

CARD = PracticeCard("Elm Road Surgery", (Contact(LEAD, "Amara Okafor", "214"),))


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A backup that has the file."""
    PracticeStore(tmp_path).write(CARD)
    other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    yield other
    other.close()


def own(program: pages.Program) -> OwnCard:
    found = program.window.findChild(OwnCard)
    assert found is not None
    return found


def test_the_card_stands_beside_the_answer_as_soon_as_it_is_free(
    qtbot: QtBot, tmp_path: Path, holder: sqlite3.Connection
) -> None:
    program = open_program(qtbot, tmp_path)
    answer_of(program)
    holder.rollback()
    own(program).again.turn()
    assert said(program, "practice-note-1") == "Amara Okafor, ext 214"


def test_the_page_says_that_it_is_held_and_shows_the_card_when_it_is_free(
    qtbot: QtBot, tmp_path: Path, holder: sqlite3.Connection
) -> None:
    program = open_program(qtbot, tmp_path)
    program.window.open(dependencies.PRACTICE)
    assert said(program, "practice-told") == HELD
    holder.rollback()
    own(program).again.turn()
    assert one(program, QLineEdit, "practice-name").text() == "Elm Road Surgery"


def test_nothing_is_saved_over_a_card_that_could_not_be_read(
    qtbot: QtBot, tmp_path: Path, holder: sqlite3.Connection
) -> None:
    program = open_program(qtbot, tmp_path)
    program.window.open(dependencies.PRACTICE)
    QTest.keyClicks(one(program, QLineEdit, "practice-name"), "New")
    click(program, "practice-keep")
    assert said(program, "practice-told") == HELD
    holder.rollback()
    click(program, "practice-keep")
    assert PracticeStore(tmp_path).read() == CARD
    assert "Elm Road Surgery, Amara Okafor" in said(program, "practice-told")
    assert one(program, QLineEdit, "practice-name").text() == "New"
    click(program, "practice-keep")
    assert PracticeStore(tmp_path).read().name == "New"


def test_nothing_empty_is_written_for_the_other_desks(
    qtbot: QtBot, tmp_path: Path, holder: sqlite3.Connection
) -> None:
    program = open_program(qtbot, tmp_path)
    program.window.open(dependencies.PRACTICE)
    out = tmp_path / "card.json"
    click(program, "card-export")
    one(program, QLineEdit, "card-save-path").setText(str(out))
    click(program, "card-save-use")
    assert said(program, "card-told") == f"{HELD} Nothing was written."
    assert not out.exists()
    assert holder.in_transaction


def test_a_card_with_nothing_on_it_is_not_written(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    program.window.open(dependencies.PRACTICE)
    out = tmp_path / "card.json"
    click(program, "card-export")
    one(program, QLineEdit, "card-save-path").setText(str(out))
    click(program, "card-save-use")
    assert said(program, "card-told") == NOTHING_YET
    assert not out.exists()


def test_a_save_waits_for_the_other_program(qtbot: QtBot, tmp_path: Path) -> None:
    PracticeStore(tmp_path).write(CARD)
    program = open_program(qtbot, tmp_path)
    program.window.open(dependencies.PRACTICE)
    holder = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    one(program, QLineEdit, "practice-name").setText("New")
    click(program, "practice-keep")
    assert said(program, "practice-told") == HELD
    holder.close()
    own(program).again.turn()
    assert said(program, "practice-told") == "Saved."
    assert PracticeStore(tmp_path).read().name == "New"


def test_a_report_waits_for_the_other_program(
    qtbot: QtBot, tmp_path: Path, holder: sqlite3.Connection
) -> None:
    program = open_program(qtbot, tmp_path)
    moment = at("2026-12-02 10:00")
    own(program).note_failed(ShownNumber("101", "Police"), WhatHappened.ENGAGED, moment, 1)
    holder.rollback()
    own(program).again.turn()
    own(program).again.turn()
    assert len(FailedNumberStore(tmp_path).read()) == 1


def test_reading_a_card_changes_nothing_before_save(qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "card.json"
    export_card(CARD, LUTON, out)
    program = open_program(qtbot, tmp_path)
    program.window.open(dependencies.PRACTICE)
    before = program._choices.home

    def read() -> None:
        click(program, "card-import")
        one(program, QLineEdit, "card-open-path").setText(str(out))
        click(program, "card-open-use")

    read()
    assert before != LUTON
    assert program._choices.home == before
    assert said(program, "card-told").endswith("Save also sets this desk’s council to Luton.")
    program.window.forget()  # left without a press
    click(program, "practice-keep")
    assert program._choices.home == before
    read()
    click(program, "practice-keep")
    assert program._choices.home == LUTON
    assert PracticeStore(tmp_path).read() == CARD


def test_a_file_is_replaced_only_after_a_second_press(qtbot: QtBot, tmp_path: Path) -> None:
    PracticeStore(tmp_path).write(CARD)
    program = open_program(qtbot, tmp_path)
    program.window.open(dependencies.PRACTICE)
    there, other = tmp_path / "letter.json", tmp_path / "other.json"
    for path in (there, other):
        path.write_text("a letter")
    click(program, "card-export")
    line = one(program, QLineEdit, "card-save-path")
    line.setText(str(there))
    click(program, "card-save-use")
    assert said(program, "card-save-warning") == THERE.format("letter.json")
    assert there.read_text() == "a letter"
    line.setText(str(other))
    click(program, "card-save-use")
    assert other.read_text() == "a letter"  # another file is asked about anew
    click(program, "card-save-use")
    assert "Elm Road" in other.read_text("utf-8")
    assert there.read_text() == "a letter"


@pytest.mark.parametrize("value", ["NULL", "7", "x'00ff'", "CAST(x'ff' AS TEXT)", "char(0)"])
def test_one_odd_row_keeps_the_page_from_nothing(qtbot: QtBot, tmp_path: Path, value: str) -> None:
    PracticeStore(tmp_path).write(CARD)
    FailedNumberStore(tmp_path).add(
        report_of(ShownNumber("101", "Police"), at("2026-12-02 10:00"), WhatHappened.ENGAGED, 1)
    )
    with sqlite3.connect(tmp_path / FILE_NAME) as opened:
        opened.execute(f"INSERT INTO contact VALUES (9, {value}, {value}, {value})")
        opened.execute(f"UPDATE failed_number SET moment = {value}, release = {value}")
        opened.execute(f"UPDATE practice SET name = {value}")
    opened.close()
    program = open_program(qtbot, tmp_path)
    program.window.open(dependencies.PRACTICE)
    assert one(program, QLineEdit, "contact-1-name").text() == "Amara Okafor"
