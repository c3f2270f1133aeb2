"""The last call of a practice to a number, as its own desk says it."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.app.program import Program
from desktop_app.clock import LONDON
from desktop_app.domain.practice.card import Contact, PracticeCard
from desktop_app.domain.practice.failed_number import ShownNumber, WhatHappened, as_csv, report_of
from desktop_app.domain.practice.policy import Policy
from desktop_app.store.user.failed_numbers import FailedNumberStore
from desktop_app.ui.practice.controller import NOTED_WORKS
from desktop_app.ui.practice.last_call import last_call_words
from desktop_app.ui.widgets.works_button import WorksButton
from tests.ui.desk_window import answer_of, open_program, press, status_bar
from tests.ui.practice.test_controller import own

REAL = "luton-children-mash"
NUMBER, SERVICE = "01632 960001", "Elm front door"
NOW = datetime(2026, 12, 3, 10, 0, tzinfo=LONDON)
WORKS, FAILED = WhatHappened.WORKS, WhatHappened.NO_ANSWER


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ((), ""),
        ((FAILED,), ""),
        ((WORKS,), "Rung from this practice, 3 December 2026: it works"),
        ((FAILED, WORKS), "Rung from this practice, 4 December 2026: it works"),
        ((WORKS, FAILED), ""),
    ],
)
def test_the_last_call_counts(said: tuple[WhatHappened, ...], words: str) -> None:
    reports = [
        (at, report_of(ShownNumber(NUMBER, SERVICE), NOW + timedelta(days=at), what, 1))
        for at, what in enumerate(said)
    ]
    assert last_call_words(reports, NUMBER, SERVICE).replace("Dec ", "December ") == words


def test_who_rang_is_named_where_they_said_so() -> None:
    rung = report_of(ShownNumber(NUMBER, SERVICE), NOW, WORKS, 1)._replace(by="Dr Amara Okafor")
    told = last_call_words([(1, rung)], NUMBER, SERVICE)
    assert told == "Rung by Dr Amara Okafor, 3 December 2026: it works"


def test_no_file_for_the_steward_names_who_rang() -> None:
    rung = report_of(ShownNumber(NUMBER, SERVICE), NOW, WORKS, 1)._replace(by="Dr Amara Okafor")
    assert "Okafor" not in as_csv([rung], "E81001")


def test_another_service_with_the_same_number_is_another() -> None:
    reports = [(1, report_of(ShownNumber(NUMBER, "Oak"), NOW, WORKS, 1))]
    assert last_call_words(reports, NUMBER, SERVICE) == ""


def test_where_the_workshop_is_offered_the_lead_says_that_a_number_works(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program = open_program(qtbot, tmp_path, Policy(workshop=True))
    program.window.open("directory")
    program.reference.open_service(REAL)
    works = next(each for each in program.window.findChildren(WorksButton) if each.isVisible())
    works.click()
    ((_, report),) = FailedNumberStore(tmp_path).read()
    assert (report.what, report.shown.line_id) == (WhatHappened.WORKS, "office")
    assert NOTED_WORKS in status_bar(program)
    program.reference.open_service("police-999")
    program.reference.open_service(REAL)
    told = [each.text() for each in program.window.findChildren(QLabel)]
    assert any(each.startswith("Rung from this practice, ") for each in told)


def open_fold(program: Program) -> None:
    fold = program.window.findChild(QWidget, "fold")
    assert fold is not None
    if not fold.isVisible():
        press(program.window, Qt.Key.Key_I)
    assert fold.isVisible()


@pytest.mark.parametrize("offered", [True, False])
def test_works_stands_behind_the_fold_of_an_answer_and_nowhere_in_front(
    qtbot: QtBot, tmp_path: Path, offered: bool
) -> None:
    program = open_program(qtbot, tmp_path, Policy(workshop=offered))
    answer_of(program)
    assert not [each for each in program.window.findChildren(WorksButton) if each.isVisible()]
    open_fold(program)
    behind = [each for each in program.window.findChildren(WorksButton) if each.isVisible()]
    assert bool(behind) is offered


def test_behind_the_fold_of_an_answer_who_rang_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path, Policy(workshop=True))
    lead = Contact("Safeguarding lead", "Dr Amara Okafor")
    own(program).practice_changed.emit(PracticeCard("Elm Surgery", (lead,)))
    answer_of(program)
    open_fold(program)
    works = next(each for each in program.window.findChildren(WorksButton) if each.isVisible())
    works.click()
    ((_, kept),) = FailedNumberStore(tmp_path).read()
    assert (kept.what, kept.by) == (WORKS, "Dr Amara Okafor")
    assert kept.shown.line_id
    assert NOTED_WORKS in status_bar(program)
    told = [each.text() for each in program.window.findChildren(QLabel) if each.isVisible()]
    assert any(each.startswith("Rung by Dr Amara Okafor, ") for each in told), told


def test_other_desks_are_offered_no_such_press(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    program.window.open("directory")
    program.reference.open_service(REAL)
    assert not program.window.findChildren(WorksButton)


def test_numbers_of_people_in_danger_or_in_crisis_are_never_rung_to_try_them(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program = open_program(qtbot, tmp_path, Policy(workshop=True))
    program.window.open("directory")
    for service in ("police-101-bedfordshire", "nat-samaritans", "nat-childline", "police-999"):
        program.reference.open_service(service)
        assert not [x for x in program.window.findChildren(WorksButton) if x.isVisible()], service


@pytest.mark.parametrize("what", list(WhatHappened))
def test_who_rang_is_kept_of_a_number_that_works_and_of_no_other(
    tmp_path: Path, what: WhatHappened
) -> None:
    store = FailedNumberStore(tmp_path)
    assert (
        store.add(
            report_of(ShownNumber(NUMBER, SERVICE), NOW, what, 1)._replace(by="Dr Amara Okafor")
        )
        == ""
    )
    ((_, kept),) = store.read()
    assert kept.by == ("Dr Amara Okafor" if what is WhatHappened.WORKS else "")
