"""The stewards' workshop is offered only where somebody, or IT, asked for it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.app import dependencies
from desktop_app.desktop import own_process
from desktop_app.domain.practice.policy import Policy
from desktop_app.ui.settings.workshop_settings import NOT_OPENED
from tests.ui.desk_window import click, one, open_program, said


def test_it_is_not_offered_until_it_is_switched_on(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    program.window.open(dependencies.SETTINGS)
    assert one(program, QPushButton, "open-workshop").isHidden()
    click(program, "set-workshop")
    assert one(program, QPushButton, "open-workshop").isVisible()


@pytest.mark.parametrize("offered", [True, False])
def test_it_decides_where_it_is_set_by_policy(qtbot: QtBot, tmp_path: Path, offered: bool) -> None:
    program = open_program(qtbot, tmp_path, Policy(workshop=offered))
    program.window.open(dependencies.SETTINGS)
    assert not one(program, QPushButton, "set-workshop").isEnabled()
    assert one(program, QPushButton, "open-workshop").isHidden() is not offered


@pytest.mark.parametrize(("started", "told"), [(True, ""), (False, NOT_OPENED)])
def test_it_is_opened_in_a_process_of_its_own(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: bool, told: str
) -> None:
    asked: list[tuple[str, ...]] = []

    def start(*arguments: str) -> bool:
        asked.append(arguments)
        return started

    monkeypatch.setattr(own_process, "start_again", start)
    program = open_program(qtbot, tmp_path, Policy(workshop=True))
    program.window.open(dependencies.SETTINGS)
    click(program, "open-workshop")
    assert asked == [("workshop",)]
    assert said(program, "workshop-opened") == told
