"""The window at its desk: the practice's people, slips, IT's policy, the tray, waking."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from desktop_app import app
from desktop_app.clock import FrozenClock
from desktop_app.domain.area import LUTON, MILTON_KEYNES
from desktop_app.domain.failed_number import WhatHappened
from desktop_app.domain.policy import Policy
from desktop_app.domain.practice import DEPUTY, LEAD, Contact, PracticeCard
from desktop_app.store.failed_numbers import FailedNumberStore
from desktop_app.store.practice import PracticeStore
from desktop_app.store.practice_file import export_card, import_card
from desktop_app.store.settings import SettingsFile
from desktop_app.ui.desk import NOTED, Desk
from desktop_app.ui.tray import Tray
from tests.ui.desk_window import MOMENT, answer_of, one, open_program, press
from tests.ui.town import at

CARD = PracticeCard(
    "Elm Road Surgery", (Contact(LEAD, "Amara Okafor", "214"), Contact(DEPUTY, "Sam Lee", "220"))
)


def click(program: app.Program, name: str) -> None:
    one(program, QPushButton, name).click()


def said(program: app.Program, name: str) -> str:
    return one(program, QLabel, name).text()


def foot(program: app.Program) -> str:
    return "\n".join(each.text() for each in program.window.foot.findChildren(QLabel))


# ---- the practice's own people


def test_the_leads_stand_beside_every_answer(qtbot: QtBot, tmp_path: Path) -> None:
    PracticeStore(tmp_path).write(CARD)
    program = open_program(qtbot, tmp_path)
    answer_of(program)
    assert said(program, "practice-note-1") == "Amara Okafor (safeguarding lead), ext 214"
    assert said(program, "practice-note-2") == "Sam Lee (deputy), ext 220"


def test_without_a_card_the_answer_still_says_to_tell_the_lead(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program = open_program(qtbot, tmp_path)
    answer_of(program)
    assert said(program, "practice-note-heading") == "Tell your safeguarding lead"
    assert "Our practice" in said(program, "practice-note-told")


def test_a_card_is_typed_kept_and_shown_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    answer_of(program)
    program.window.open(app.PRACTICE)
    QTest.keyClicks(one(program, QLineEdit, "practice-name"), "Elm Road Surgery")
    QTest.keyClicks(one(program, QLineEdit, "contact-1-name"), "Amara Okafor")
    QTest.keyClicks(one(program, QLineEdit, "contact-1-extension"), "214")
    assert "Not saved yet" in said(program, "practice-told")
    click(program, "practice-keep")
    assert said(program, "practice-told") == "Saved."
    assert PracticeStore(tmp_path).read().leads == CARD.leads[:1]
    program.window.open(app.HOME)
    assert said(program, "practice-note-1") == "Amara Okafor (safeguarding lead), ext 214"


def test_what_cannot_be_kept_is_said_and_stays_typed(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    program.window.open(app.PRACTICE)
    QTest.keyClicks(one(program, QLineEdit, "contact-1-extension"), "214")
    click(program, "practice-keep")
    assert "Whose extension is 214" in said(program, "practice-told")
    assert one(program, QLineEdit, "contact-1-extension").text() == "214"


def test_people_are_added_and_taken_out(qtbot: QtBot, tmp_path: Path) -> None:
    PracticeStore(tmp_path).write(CARD)
    program = open_program(qtbot, tmp_path)
    program.window.open(app.PRACTICE)
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
    here = open_program(qtbot, tmp_path / "a", Policy(home=LUTON))
    here.window.open(app.PRACTICE)
    click(here, "card-export")
    one(here, QLineEdit, "card-save-path").setText(str(tmp_path / "card.json"))
    click(here, "card-save-use")
    assert import_card(tmp_path / "card.json") == (CARD, LUTON)
    there = open_program(qtbot, tmp_path / "b")
    there.window.open(app.PRACTICE)
    click(there, "card-import")
    one(there, QLineEdit, "card-open-path").setText(str(tmp_path / "card.json"))
    click(there, "card-open-use")
    assert "Look it over" in said(there, "card-told")
    assert PracticeStore(tmp_path / "b").read() == PracticeCard()
    click(there, "practice-keep")
    assert PracticeStore(tmp_path / "b").read() == CARD
    assert SettingsFile(tmp_path / "b").read()["home_council"] == "luton"


def test_a_file_that_is_no_card_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}")
    PracticeStore(tmp_path).write(CARD)
    program = open_program(qtbot, tmp_path)
    program.window.open(app.PRACTICE)
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
    program.window.open(app.PRACTICE)
    assert "cannot be read" in said(program, "practice-told")


def test_an_export_carries_nothing_that_is_only_of_this_desk(tmp_path: Path) -> None:
    export_card(CARD, LUTON, tmp_path / "card.json")
    text = (tmp_path / "card.json").read_text()
    assert not any(word in text for word in ("colours", "text_percent", "failed", "last_seen"))


# ---- a number that failed


def test_one_press_and_one_choice_make_a_slip(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    answer_of(program)
    number = said(program, "first-number")
    click(program, "first-failed")
    click(program, "first-failed-engaged")
    ((_, slip),) = FailedNumberStore(tmp_path).read()
    assert (slip.number, slip.what) == (number, WhatHappened.ENGAGED)
    assert slip.moment == at(MOMENT)
    assert NOTED in foot(program)


def test_no_slip_is_made_about_999(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    answer_of(program)
    for card in program.window.findChildren(QPushButton):
        assert not (card.objectName().endswith("-failed") and "999" in card.accessibleName())


def test_a_made_up_time_makes_no_slip(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    desk = program.window.findChild(Desk)
    assert desk is not None
    with qtbot.waitSignal(desk.said) as told:
        desk.note_failed("101", "Police", WhatHappened.ENGAGED, None, 1)
    assert "not the real time" in told.args[0]
    assert FailedNumberStore(tmp_path).read() == ()


def test_changing_ones_mind_makes_no_slip(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    answer_of(program)
    click(program, "first-failed")
    click(program, "first-failed-nothing")
    assert FailedNumberStore(tmp_path).read() == ()
    assert not (tmp_path / "practice.sqlite").exists()


def test_slips_are_listed_written_to_a_file_and_taken_out(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    program.window.open(app.PRACTICE)
    assert said(program, "failed-none") == "No slips."
    answer_of(program)
    for _ in range(2):
        click(program, "first-failed")
        click(program, "first-failed-no_answer")
    program.window.open(app.PRACTICE)
    assert "Nobody answered" in said(program, "slip-2")
    click(program, "failed-export")
    one(program, QLineEdit, "failed-save-path").setText(str(tmp_path / "slips.csv"))
    click(program, "failed-save-use")
    assert len((tmp_path / "slips.csv").read_text("utf-8-sig").splitlines()) == 3
    click(program, "slip-2-remove")
    assert [each for each, _ in FailedNumberStore(tmp_path).read()] == [1]
    click(program, "failed-remove-all")
    assert FailedNumberStore(tmp_path).read() == ()


# ---- what IT has set


def test_what_it_has_set_beats_the_users_choice(qtbot: QtBot, tmp_path: Path) -> None:
    SettingsFile(tmp_path).write({"home_council": "luton", "text_percent": 100})
    policy = Policy(home=MILTON_KEYNES, text_percent=150, theme="dark")
    program = open_program(qtbot, tmp_path, policy)
    program.window.open(app.SETTINGS)
    chosen = one(program, QPushButton, f"set-home-{MILTON_KEYNES.slug}")
    assert chosen.isChecked()
    assert not chosen.isEnabled()
    told = [each.text() for each in program.window.findChildren(QLabel)]
    assert told.count("Set by your IT") == 3


def test_the_users_own_choice_comes_back_when_it_lets_go(qtbot: QtBot, tmp_path: Path) -> None:
    SettingsFile(tmp_path).write({"home_council": "luton", "home_asked": True})
    program = open_program(qtbot, tmp_path, Policy(home=MILTON_KEYNES))
    press(program.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    kept = SettingsFile(tmp_path).read()
    assert kept["text_percent"] == 125
    assert kept["home_council"] == "luton"


def test_a_policy_that_cannot_be_used_is_told_in_settings(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path, Policy(troubles=("Theme is set to 7.",)))
    program.window.open(app.SETTINGS)
    told = [each.text() for each in program.window.findChildren(QLabel)]
    assert "Set by your IT: Theme is set to 7." in told


# ---- a date of use is a trace


def test_no_date_of_use_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    open_program(qtbot, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_date_is_kept_for_those_who_ask_and_goes_when_they_stop(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program = open_program(qtbot, tmp_path)
    program.window.open(app.SETTINGS)
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


# ---- the tray and the hotkey

IN_NO_TRAY = pytest.mark.qt_log_ignore("systemTrayWindowChanged", "does not support raise")
"""The environment's fault: the offscreen platform has no tray, and the tests only say it has."""


def test_where_there_is_no_tray_that_is_said(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    program = open_program(qtbot, tmp_path)
    program.window.open(app.SETTINGS)
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
    program.window.open(app.SETTINGS)
    one(program, QLineEdit, "set-hotkey").setText("banana")
    click(program, "set-hotkey-use")
    assert said(program, "desk-told")


# ---- coming back


def test_a_second_start_finds_the_window_at_the_first_question_after_hiding(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program = open_program(qtbot, tmp_path)
    answer_of(program)
    for _ in range(3):
        press(program.window, Qt.Key.Key_Shift)
    covered: list[bool] = [program.window.covered]
    program.come_to_front()
    covered.append(program.window.covered)
    assert covered == [True, False]
    assert program.call_now.situation is None


def test_a_second_start_leaves_an_answer_that_is_on_screen(qtbot: QtBot, tmp_path: Path) -> None:
    program = open_program(qtbot, tmp_path)
    answer_of(program)
    program.come_to_front()
    assert program.call_now.situation is not None


def test_after_a_night_asleep_the_answer_is_the_one_for_now(qtbot: QtBot, tmp_path: Path) -> None:
    clock = FrozenClock(at(MOMENT))
    program = open_program(qtbot, tmp_path, clock=clock)
    answer_of(program)
    by_day = said(program, "first-number")
    clock.set(clock.now() + timedelta(hours=12))  # the running seconds stood still meanwhile
    live = program._live
    assert live is not None
    live.ticker.look()
    assert said(program, "time-used").endswith("22:00 (UK time)")
    assert said(program, "first-number") != by_day
