"""The window at its desk: IT's policy, no date of use, the tray, the hotkey, waking."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from desktop_app.app import dependencies
from desktop_app.desktop.tray import Tray
from desktop_app.domain.practice.policy import Policy
from desktop_app.store.user.settings import FILE_NAME, UNREAD, SettingsFile
from tests.area import MILTON_KEYNES
from tests.frozen_clock import FrozenClock
from tests.ui.desk_window import (
    MOMENT,
    answer_of,
    click,
    one,
    open_program,
    press,
    said,
    status_bar,
)
from tests.ui.town import at

IN_NO_TRAY = pytest.mark.qt_log_ignore("systemTrayWindowChanged", "does not support raise")
"""The environment's fault: the offscreen platform has no tray, and the tests only say it has."""


def test_what_it_has_set_beats_the_users_choice(qtbot: QtBot, tmp_path: Path) -> None:
    SettingsFile(tmp_path).write({"home_council": "luton", "text_percent": 100})
    policy = Policy(home=MILTON_KEYNES.slug, text_percent=150, theme="dark")
    program = open_program(qtbot, tmp_path, policy)
    program.window.open(dependencies.SETTINGS)
    chosen = one(program, QPushButton, f"set-home-{MILTON_KEYNES.slug}")
    assert chosen.isChecked()
    assert not chosen.isEnabled()
    told = [each.text() for each in program.window.findChildren(QLabel)]
    assert told.count("Set by your IT") == 3


def test_the_users_own_choice_comes_back_when_it_lets_go(qtbot: QtBot, tmp_path: Path) -> None:
    SettingsFile(tmp_path).write({"home_council": "luton", "home_asked": True})
    program = open_program(qtbot, tmp_path, Policy(home=MILTON_KEYNES.slug))
    press(program.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    kept = SettingsFile(tmp_path).read()
    assert kept["text_percent"] == 125
    assert kept["home_council"] == "luton"


def test_a_policy_that_cannot_be_used_is_told_in_settings(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path, Policy(troubles=("Theme is set to 7.",)))
    program.window.open(dependencies.SETTINGS)
    told = [each.text() for each in program.window.findChildren(QLabel)]
    assert "Set by your IT: Theme is set to 7." in told


def test_settings_that_cannot_be_read_are_told_at_the_start(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(bytes(4096))
    program = open_program(qtbot, tmp_path)
    assert UNREAD in status_bar(program)
    answer_of(program)
    assert said(program, "first-number")


def test_no_date_of_use_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    open_program(qtbot, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_date_is_kept_for_those_who_ask_and_goes_when_they_stop(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program = open_program(qtbot, tmp_path)
    program.window.open(dependencies.SETTINGS)
    click(program, "set-notice-clock")
    open_program(qtbot, tmp_path)
    assert SettingsFile(tmp_path).read()["last_seen"] == "2026-12-02"
    click(program, "set-notice-clock")
    assert "last_seen" not in SettingsFile(tmp_path).read()


def test_a_date_kept_by_an_older_version_goes_with_the_next_setting(
    qtbot: QtBot, tmp_path: Path
) -> None:
    SettingsFile(tmp_path).write({"last_seen": "2026-11-01"})
    program = open_program(qtbot, tmp_path)
    press(program.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert "last_seen" not in SettingsFile(tmp_path).read()


def test_where_there_is_no_tray_that_is_said(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    program = open_program(qtbot, tmp_path)
    program.window.open(dependencies.SETTINGS)
    click(program, "set-tray")
    assert "no place for small pictures" in said(program, "desk-told")


@IN_NO_TRAY
def test_with_the_tray_closing_leaves_nothing_on_screen_and_opening_begins_anew(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    program = open_program(qtbot, tmp_path, Policy(tray=True))
    tray = program.window.findChild(Tray)
    assert tray is not None
    answer_of(program)
    program.window.close()
    assert not program.window.isVisible()
    assert program.call_now.situation is None
    tray.open_wanted.emit()
    shown: bool = program.window.isVisible()
    tray.show(False)
    assert shown
    assert one(program, QLabel, "who-question").isVisible()


@IN_NO_TRAY
def test_the_tray_says_nothing_of_what_was_looked_up(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    program = open_program(qtbot, tmp_path, Policy(tray=True))
    answer_of(program)
    icon = program.window.findChild(QSystemTrayIcon)
    assert icon is not None
    assert icon.toolTip() == "Who to Call"
    words = [each.text() for each in icon.contextMenu().findChildren(QAction)]
    assert [each for each in words if each] == ["Open", "Close the program"]
    icon.hide()


def test_a_hotkey_that_cannot_be_had_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    program.window.open(dependencies.SETTINGS)
    one(program, QLineEdit, "set-hotkey").setText("banana")
    click(program, "set-hotkey-use")
    assert said(program, "desk-told")


def test_a_second_start_finds_the_window_at_the_first_question_after_hiding(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program = open_program(qtbot, tmp_path)
    answer_of(program)
    for _ in range(3):
        press(program.window, Qt.Key.Key_Shift)
    covered: list[bool] = [program.window.covered]
    program.actions.desk.come_to_front()
    covered.append(program.window.covered)
    assert covered == [True, False]
    assert program.call_now.situation is None


def test_a_second_start_leaves_an_answer_that_is_on_screen(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    answer_of(program)
    program.actions.desk.come_to_front()
    assert program.call_now.situation is not None


def test_after_a_night_asleep_the_answer_is_the_one_for_now(qtbot: QtBot, tmp_path: Path) -> None:
    clock = FrozenClock(at(MOMENT))
    program = open_program(qtbot, tmp_path, clock=clock)
    answer_of(program)
    by_day = said(program, "first-number")
    clock.set(clock.now() + timedelta(hours=12))  # the running seconds stood still meanwhile
    live = program.live
    live.ticker.check_now()
    assert said(program, "foot-clock").endswith("22:00")
    assert said(program, "first-number") != by_day
