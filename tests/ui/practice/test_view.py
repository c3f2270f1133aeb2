"""The practice's own people: typed, saved, beside every answer, carried to the next desk."""

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.app import dependencies
from desktop_app.domain.practice.card import DEPUTY, LEAD, Contact, PracticeCard
from desktop_app.domain.practice.policy import Policy
from desktop_app.store.user.practice import PracticeStore
from desktop_app.store.user.practice_file import export_card, read_card
from desktop_app.store.user.settings import SettingsFile
from tests.area import COUNCILS, LUTON
from tests.ui.desk_window import answer_of, click, one, open_program, said

CARD = PracticeCard(
    "Elm Road Surgery", (Contact(LEAD, "Amara Okafor", "214"), Contact(DEPUTY, "Sam Lee", "220"))
)


def test_the_leads_stand_beside_every_answer(qtbot: QtBot, tmp_path: Path) -> None:
    PracticeStore(tmp_path).write(CARD)
    program = open_program(qtbot, tmp_path)
    answer_of(program)
    assert said(program, "practice-note-1") == "Amara Okafor, ext 214"
    assert said(program, "practice-note-2") == "away: Sam Lee, ext 220"


def test_without_a_card_the_answer_still_says_to_tell_the_lead(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program = open_program(qtbot, tmp_path)
    answer_of(program)
    assert "Our practice" in said(program, "practice-note-1")


def test_a_card_is_typed_kept_and_shown_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    answer_of(program)
    program.window.open(dependencies.PRACTICE)
    QTest.keyClicks(one(program, QLineEdit, "practice-name"), "Elm Road Surgery")
    QTest.keyClicks(one(program, QLineEdit, "contact-1-name"), "Amara Okafor")
    QTest.keyClicks(one(program, QLineEdit, "contact-1-extension"), "214")
    assert "Not saved yet" in said(program, "practice-told")
    click(program, "practice-keep")
    assert said(program, "practice-told") == "Saved."
    assert PracticeStore(tmp_path).read().leads == CARD.leads[:1]
    program.window.open(dependencies.HOME)
    assert said(program, "practice-note-1") == "Amara Okafor, ext 214"


def test_what_cannot_be_kept_is_said_and_stays_typed(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    program.window.open(dependencies.PRACTICE)
    QTest.keyClicks(one(program, QLineEdit, "contact-1-extension"), "214")
    click(program, "practice-keep")
    assert "Whose extension is 214" in said(program, "practice-told")
    assert one(program, QLineEdit, "contact-1-extension").text() == "214"


def test_people_are_added_and_taken_out(qtbot: QtBot, tmp_path: Path) -> None:
    PracticeStore(tmp_path).write(CARD)
    program = open_program(qtbot, tmp_path)
    program.window.open(dependencies.PRACTICE)
    click(program, "practice-add")
    QTest.keyClicks(one(program, QLineEdit, "contact-3-name"), "Third Person")
    click(program, "contact-1-remove")
    click(program, "practice-keep")
    assert [each.name for each in PracticeStore(tmp_path).read().leads] == [
        "Sam Lee",
        "Third Person",
    ]


def test_a_card_travels_to_the_next_desk(qtbot: QtBot, tmp_path: Path) -> None:
    PracticeStore(tmp_path / "a").write(CARD)
    here = open_program(qtbot, tmp_path / "a", Policy(home=LUTON.slug))
    here.window.open(dependencies.PRACTICE)
    click(here, "card-export")
    one(here, QLineEdit, "card-save-path").setText(str(tmp_path / "card.json"))
    click(here, "card-save-use")
    assert read_card(tmp_path / "card.json", COUNCILS)[:2] == (CARD, LUTON)
    there = open_program(qtbot, tmp_path / "b")
    there.window.open(dependencies.PRACTICE)
    click(there, "card-import")
    one(there, QLineEdit, "card-open-path").setText(str(tmp_path / "card.json"))
    click(there, "card-open-use")
    assert "Look it over" in said(there, "card-told")
    assert PracticeStore(tmp_path / "b").read() == PracticeCard()
    click(there, "practice-keep")
    assert PracticeStore(tmp_path / "b").read() == CARD
    assert SettingsFile(tmp_path / "b").read()["home_council"] == "luton"


def test_an_unknown_part_on_a_card_that_is_read_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    guardian = PracticeCard("Mill Surgery", (Contact("Caldicott guardian", "Jo Smith", "214"),))
    export_card(guardian, LUTON, tmp_path / "card.json")
    program = open_program(qtbot, tmp_path)
    program.window.open(dependencies.PRACTICE)
    click(program, "card-import")
    one(program, QLineEdit, "card-open-path").setText(str(tmp_path / "card.json"))
    click(program, "card-open-use")
    assert "“Caldicott guardian” is not a part this program knows" in said(program, "card-told")
    assert one(program, QComboBox, "contact-1-role").currentText() == DEPUTY


def test_a_file_that_is_no_card_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}")
    PracticeStore(tmp_path).write(CARD)
    program = open_program(qtbot, tmp_path)
    program.window.open(dependencies.PRACTICE)
    click(program, "card-import")
    one(program, QLineEdit, "card-open-path").setText(str(tmp_path / "x.json"))
    click(program, "card-open-use")
    assert "not a practice card" in said(program, "card-told")
    assert one(program, QLineEdit, "contact-1-name").text() == "Amara Okafor"


def test_a_damaged_file_is_told_on_its_page_and_the_answers_still_come(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "practice.sqlite").write_bytes(b"rubbish" * 500)
    program = open_program(qtbot, tmp_path)
    answer_of(program)
    assert said(program, "first-number")
    program.window.open(dependencies.PRACTICE)
    assert "cannot be read" in said(program, "practice-told")


def test_an_export_carries_nothing_that_is_only_of_this_desk(tmp_path: Path) -> None:
    export_card(CARD, LUTON, tmp_path / "card.json")
    text = (tmp_path / "card.json").read_text()
    assert not any(word in text for word in ("colours", "text_percent", "failed", "last_seen"))
