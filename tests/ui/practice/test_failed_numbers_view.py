"""A number that failed: one press and one choice make a report: kept, listed, handed on."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.app import dependencies
from desktop_app.domain.practice.failed_number import ShownNumber, WhatHappened
from desktop_app.store.user.failed_numbers import FailedNumberStore
from desktop_app.ui.practice.controller import NOTED, NOTED_ON_CARD, OwnCard
from desktop_app.ui.widgets.failed_button import FailedButton
from tests.ui.desk_window import MOMENT, answer_of, click, one, open_program, said, status_bar
from tests.ui.town import at


def test_one_press_and_one_choice_make_a_report(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    answer_of(program)
    number = said(program, "first-number")
    click(program, "fold-open")
    click(program, "first-failed")
    click(program, "first-failed-engaged")
    ((_, report),) = FailedNumberStore(tmp_path).read()
    assert (report.number, report.what) == (number, WhatHappened.ENGAGED)
    assert report.moment == at(MOMENT)
    assert NOTED in status_bar(program)


def test_no_report_is_made_about_999(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    answer_of(program)
    click(program, "fold-open")
    for card in program.window.findChildren(QPushButton):
        assert not (card.objectName().endswith("-failed") and "999" in card.accessibleName())


def test_a_made_up_time_makes_no_report(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    desk = program.window.findChild(OwnCard)
    assert desk is not None
    with qtbot.waitSignal(desk.said) as told:
        desk.note_failed(ShownNumber("101", "Police"), WhatHappened.ENGAGED, None, 1)
    assert "not the real time" in told.args[0]
    assert FailedNumberStore(tmp_path).read() == ()


def test_changing_ones_mind_makes_no_report(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    answer_of(program)
    click(program, "fold-open")
    click(program, "first-failed")
    click(program, "first-failed-nothing")
    assert FailedNumberStore(tmp_path).read() == ()
    assert not (tmp_path / "practice.sqlite").exists()


def test_reports_are_listed_written_to_a_file_and_taken_out(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    program.window.open(dependencies.PRACTICE)
    assert said(program, "failed-none") == "No slips."
    answer_of(program)
    click(program, "fold-open")
    for _ in range(2):
        click(program, "first-failed")
        click(program, "first-failed-no_answer")
    program.window.open(dependencies.PRACTICE)
    assert "Nobody answered" in said(program, "report-2")
    click(program, "failed-export")
    one(program, QLineEdit, "failed-save-path").setText(str(tmp_path / "reports.csv"))
    click(program, "failed-save-use")
    assert len((tmp_path / "reports.csv").read_text("utf-8-sig").splitlines()) == 3
    click(program, "report-2-remove")
    assert [each for each, _ in FailedNumberStore(tmp_path).read()] == [1]
    click(program, "failed-remove-all")
    assert FailedNumberStore(tmp_path).read() == ()


def test_a_number_of_the_directory_makes_a_report_as_well(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    program.window.open("directory")
    program.reference.open_service("luton-children-mash")
    first = next(
        each.objectName()
        for each in program.window.findChildren(FailedButton)
        if each.objectName().startswith("line-")
    )
    click(program, first)
    click(program, f"{first}-not_in_use")
    ((_, report),) = FailedNumberStore(tmp_path).read()
    assert (report.number, report.what) == ("01582 547653", WhatHappened.NOT_IN_USE)
    assert report.service == said(program, "service-name")
    assert NOTED_ON_CARD in status_bar(program)


def test_no_report_is_offered_about_999_in_the_directory(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    program.window.open("directory")
    program.reference.open_service("police-999")
    assert said(program, "service-name") == "Emergency services, 999"
    shown = [each for each in program.window.findChildren(FailedButton) if each.isVisible()]
    assert not [each for each in shown if each.accessibleName().endswith(", 999")]
