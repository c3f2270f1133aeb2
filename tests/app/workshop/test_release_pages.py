"""Clicked in the real window: keys made, a change handed over, checked by another, published."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.app.workshop.main import Session
from desktop_app.app.workshop.open_keys import OpenKeys
from desktop_app.app.workshop.release_pages import CHANGE_SET, HAND_OVER, KEYS, SHARE
from desktop_app.ui.workshop.release.keys_view import KeysView
from desktop_app.updates.publishing.workspace import Workspace
from desktop_app.workshop.sharing.lock import read_lock, take_lock
from tests.app.workshop.test_open_copy import nothing_in_use
from tests.ui.workshop.opened import one
from tests.working_files import small_work_file
from tests.workshop.publishing.conftest import first_office, office, remembered
from tests.workshop.publishing.release_office import NEW, NOW, PASSPHRASE, ReleaseOffice
from tests.workshop.sharing.two_stewards import OFFICE, open_office

__all__ = ["first_office", "office", "remembered"]


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    made = Session(application, lambda: NOW, "Anna Steward", nothing_in_use)
    qtbot.addWidget(made.front)
    made.show()
    yield made
    made.close()
    for window in made.opened:
        window.window.close()
        window.window.deleteLater()


def fill(inside: QWidget, page: str, **lines: object) -> None:
    for key, text in lines.items():
        one(inside, QLineEdit, f"{page}-{key.replace('_', '-')}").setText(str(text))


def press(inside: QWidget, name: str) -> None:
    QTest.mouseClick(one(inside, QPushButton, name), Qt.MouseButton.LeftButton)


def told(inside: QWidget, page: str) -> str:
    return one(inside, QLabel, f"{page}-told").text()


def hand_over(session: Session, office: ReleaseOffice) -> Path:
    session.open(office.path, "Anna Steward")
    window, out = session.opened[0].window, office.folder / "set.wtcchange"
    window.rail.chosen.emit(HAND_OVER)
    key = office.desk.keys / "targets-1.p12"
    fill(window, "hand-over", desk=office.desk.folder, out=out, key=key, passphrase=PASSPHRASE)
    press(window, "hand-over-do")
    assert (
        told(window, "hand-over") == f"“{out}” is signed by you. Give it to somebody else to check."
    )
    assert one(window, QLineEdit, "hand-over-passphrase").text() == ""
    return out


def look(session: Session, office: ReleaseOffice, path: Path) -> None:
    session.open(path, "Ben Checker")
    fill(session.front, "set", desk=office.desk.folder)
    press(session.front, "set-look")


def sign(session: Session, office: ReleaseOffice, by: str, key: str, number: str) -> str:
    front, path = session.front, office.desk.keys / f"{key}.p12"
    fill(front, "set", by=by, key=path, passphrase=PASSPHRASE)
    typed = one(front, QLineEdit, "set-number-0")
    typed.clear()
    QTest.keyClicks(typed, number)
    press(front, "set-accept")
    return told(front, "set")


@pytest.mark.slow
def test_a_change_goes_from_one_person_to_another_and_out(
    session: Session, office: ReleaseOffice
) -> None:
    office.change()
    path = hand_over(session, office)
    look(session, office, path)
    shown = " ".join(label.text() for label in session.front.findChildren(QLabel))
    assert "by Anna Steward" in shown
    assert NEW in shown
    assert "made changes in this set" in sign(session, office, "A. Steward", "targets-3", NEW)
    assert "not typed as they stand" in sign(session, office, "Ben Checker", "targets-2", "1")
    assert "Signed by its maker and by you" in sign(
        session, office, "Ben Checker", "targets-2", NEW
    )
    key = office.desk.keys / "publishing.p12"
    lines = {"publishing_key": key, "publishing_passphrase": PASSPHRASE, "out": office.out}
    fill(session.front, "set", **lines)
    press(session.front, "set-publish")
    assert told(session.front, "set").startswith("Release ")
    assert len(list(office.out.glob("*.wtcrelease"))) == 2


def test_it_is_sent_back_with_a_reason(session: Session, office: ReleaseOffice) -> None:
    office.change()
    path = hand_over(session, office)
    look(session, office, path)
    fill(session.front, "set", by="Ben Checker")
    press(session.front, "set-refuse")
    assert "why it is refused" in told(session.front, "set")
    fill(session.front, "set", reason="Nobody answers.")
    press(session.front, "set-refuse")
    assert told(session.front, "set") == f"Sent back. Give “{path}” to Anna Steward."
    press(session.front, "set-look")
    assert told(session.front, "set") == "Refused by Ben Checker: Nobody answers."


def test_nothing_can_be_pasted_where_a_number_is_typed(
    session: Session, office: ReleaseOffice
) -> None:
    office.change()
    look(session, office, hand_over(session, office))
    field = one(session.front, QLineEdit, "set-number-0")
    QApplication.clipboard().setText(NEW)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert not field.acceptDrops()


def test_what_cannot_be_opened_is_told_and_nothing_can_be_signed(
    session: Session, office: ReleaseOffice
) -> None:
    session.front.rail.chosen.emit(CHANGE_SET)
    fill(session.front, "set", file=office.path, desk=office.desk.folder)
    press(session.front, "set-look")
    assert "is no change set" in told(session.front, "set")
    assert not one(session.front, QPushButton, "set-accept").isVisible()


def test_keys_are_made_in_the_window_with_their_holders(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    page = KeysView(OpenKeys(lambda: NOW, rounds=1))
    qtbot.addWidget(page)
    page.resize(900, 6_000)  # every button in sight, to be pressed
    page.show()
    fill(page, "keys", folder=tmp_path / "desk")
    names = ["Rita", "Ravi", "Rosa", "Anna", "Ben", "Cara", "Anna"]
    for key, person in zip(OpenKeys(lambda: NOW).names, names, strict=True):
        fill(page, f"keys-{key}", person=f"{person} Example", passphrase=PASSPHRASE, again="other")
    press(page, "keys-make")
    assert told(page, "keys") == "The two passphrases of root-1 differ. Nothing was made."
    assert not (tmp_path / "desk").exists()
    for key in OpenKeys(lambda: NOW).names:
        fill(page, f"keys-{key}", again=PASSPHRASE)
    press(page, "keys-make")
    assert told(page, "keys").startswith("7 keys and the first root are in")
    root = Workspace(tmp_path / "desk").root()
    assert root is not None
    persons = {key.unrecognized_fields["x-person"] for key in root.signed.keys.values()}
    assert persons == {f"{name} Example" for name in names}
    assert not [line for line in page.findChildren(QLineEdit) if line.text() == PASSPHRASE]


def test_one_holder_makes_their_key_alone(qtbot: QtBot, tmp_path: Path) -> None:
    page = KeysView(OpenKeys(lambda: NOW, rounds=1))
    qtbot.addWidget(page)
    page.resize(900, 6_000)
    page.show()
    fill(page, "keys", folder=tmp_path)
    fill(page, "keys-targets-2", person="Ben Example", passphrase="short", again="short")
    press(page, "keys-make")
    assert told(page, "keys") == "A passphrase needs 12 characters or more."
    fill(page, "keys-targets-2", passphrase=PASSPHRASE, again=PASSPHRASE)
    press(page, "keys-make")
    assert (tmp_path / "targets-2.p12").is_file()


def test_the_page_of_keys_stands_beside_the_start(session: Session) -> None:
    session.front.rail.chosen.emit(KEYS)
    assert one(session.front, QWidget, "keys").isVisible()
    assert session.front.emergency.isVisible()


def test_a_clash_is_chosen_in_the_window_and_put_back(session: Session, tmp_path: Path) -> None:
    stewards = open_office(tmp_path)
    stewards.ann.edit((*OFFICE, "label"), "Front door")
    stewards.ann.put()
    stewards.bob.edit((*OFFICE, "label"), "The front desk")
    stewards.bob.work.close()
    session.open(stewards.bob.work.path, "Bob Example")
    window = session.opened[0].window
    window.rail.chosen.emit(SHARE)
    press(window, "share-put")
    assert told(window, "share").startswith("Choose a value for each")
    one(window, QRadioButton, "share-clash-0-mine").click()
    press(window, "share-put")
    assert told(window, "share") == "State 3: 1 fact put, 1 fact received."
    stewards.ann.put()
    assert "The front desk" in str(stewards.ann.work.texts)
    stewards.ann.work.close()


def test_a_file_on_a_share_is_never_opened_there(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "_home", tmp_path / "home")
    stewards = open_office(tmp_path)
    state = stewards.share.state(1)
    before = state.read_bytes()
    for path in (state, stewards.share.path):
        session.open(path, "Cara Example")
    assert [work.path for work in session._works] == [tmp_path / "home/small.wtcwork"] * 2
    assert state.read_bytes() == before
    assert stewards.share.lock.is_file()
    stewards.ann.work.close()
    stewards.bob.work.close()


def test_a_lock_left_behind_is_taken_over_in_the_window(session: Session, tmp_path: Path) -> None:
    stewards = open_office(tmp_path)
    take_lock(stewards.share.lock, stewards.ann.who, NOW - timedelta(days=2))
    stewards.ann.work.close()
    stewards.bob.work.close()
    session.open(stewards.bob.work.path, "Bob Example")
    window = session.opened[0].window
    window.rail.chosen.emit(SHARE)
    press(window, "share-take-over")
    assert told(window, "share").startswith("You have it now.")
    found = read_lock(stewards.share.lock)
    assert found is not None
    assert found.who.by == "Bob Example"


def test_a_copy_is_laid_on_a_share_in_the_window(session: Session, tmp_path: Path) -> None:
    small_work_file(tmp_path).close()
    (tmp_path / "share").mkdir()
    session.open(tmp_path / "small.wtcwork", "Ann Example")
    window = session.opened[0].window
    window.rail.chosen.emit(SHARE)
    fill(window, "share", folder=tmp_path / "share")
    press(window, "share-lay")
    assert (tmp_path / "share/small.000001.wtcwork").is_file()
    (tmp_path / "share").rename(tmp_path / "pulled")
    press(window, "share-put")
    assert "cannot be reached" in told(window, "share")
