"""The last call of a practice to a number, as its own desk says it."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.clock import LONDON
from desktop_app.domain.practice.failed_number import WhatHappened, report
from desktop_app.domain.practice.policy import Policy
from desktop_app.store.user.failed_numbers import FailedNumberStore
from desktop_app.ui.practice.controller import NOTED_WORKS
from desktop_app.ui.practice.rung_here import rung_words
from desktop_app.ui.widgets.works_button import WorksButton
from tests.ui.desk_window import open_program, status_bar

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
        (at, report(NUMBER, SERVICE, NOW + timedelta(days=at), what, 1))
        for at, what in enumerate(said)
    ]
    assert rung_words(reports, NUMBER, SERVICE).replace("Dec ", "December ") == words


def test_another_service_with_the_same_number_is_another() -> None:
    reports = [(1, report(NUMBER, "Oak", NOW, WORKS, 1))]
    assert rung_words(reports, NUMBER, SERVICE) == ""


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


def test_other_desks_are_offered_no_such_press(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    program.window.open("directory")
    program.reference.open_service(REAL)
    assert not program.window.findChildren(WorksButton)
