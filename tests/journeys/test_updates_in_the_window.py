"""A newer directory comes in while somebody reads an answer: taken beside it, never trusted.

The steward, the signatures and the files are real; only the clock stands still.
"""

import socket
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app import paths
from desktop_app.app.directory_updater import DirectoryUpdater
from desktop_app.domain.practice.policy import Policy
from desktop_app.ui.directory.view import DirectoryView
from tests.journeys.updating import (
    NEW_NUMBER,
    NOW,
    Open,
    drag,
    newer_of,
    publish_another_number,
    release,
    shown_first,
    status_bar,
    wait,
)
from tests.ui.town import at
from tests.updates.lab import Lab

pytestmark = pytest.mark.usefixtures("as_installed")


def test_dragged_onto_the_window_it_changes_the_answer_on_screen(
    lab: Lab, opened: Open, qtbot: QtBot
) -> None:
    walker = opened().press("1", "1")
    publish_another_number(lab, walker)
    assert drag(walker.window, lab.file())
    wait(qtbot, walker)
    assert release(walker) == 2
    assert shown_first(walker) == NEW_NUMBER
    assert walker.sees("advice-page")
    assert status_bar(walker).startswith("Release 2 is in use now. ")
    assert "answers begin with another call" in status_bar(walker)
    assert status_bar(walker).endswith("; 1 number changed.")


def test_the_answer_says_that_a_newer_list_changed_its_number(
    lab: Lab, opened: Open, qtbot: QtBot
) -> None:
    walker = opened().press("1", "1")
    before = shown_first(walker)
    publish_another_number(lab, walker)
    drag(walker.window, lab.file())
    wait(qtbot, walker)
    told = f"Changed at 09:30: a newer list of numbers came in. Before: {before}."
    assert told in walker.all_words()


def test_nobody_says_that_nothing_changed_when_nobody_can_know(
    lab: Lab, opened: Open, qtbot: QtBot
) -> None:
    lab.release(2)
    lab.place.bundled.write_bytes(lab.place.bundled.read_bytes()[:-50])
    walker = opened()
    drag(walker.window, lab.file())
    wait(qtbot, walker)
    assert "What changed is not known" in status_bar(walker)


def test_what_changed_is_a_press_away_and_the_page_comes_back(
    lab: Lab, opened: Open, qtbot: QtBot
) -> None:
    walker = opened().press("1", "1")
    publish_another_number(lab, walker)
    drag(walker.window, lab.file())
    wait(qtbot, walker)
    walker.click("foot-changes")
    assert "Numbers that changed" in walker.all_words()
    assert not walker.sees("foot-changes")
    walker.click("changes-done")
    assert walker.sees("advice-page")


def test_the_directory_page_keeps_what_was_typed(lab: Lab, opened: Open, qtbot: QtBot) -> None:
    walker = opened()
    walker.program.open_page("directory")
    walker.press("service")
    lab.release(2)
    drag(walker.window, lab.file())
    wait(qtbot, walker)
    assert release(walker) == 2
    page = walker.window.findChild(DirectoryView)
    assert isinstance(page, DirectoryView)
    assert page.isVisible()
    assert page.search.text() == "service"


@pytest.mark.parametrize("page", ["guidance", "about", "print", "settings", "practice"])
def test_every_page_stays_in_front(lab: Lab, opened: Open, qtbot: QtBot, page: str) -> None:
    walker = opened()
    walker.program.open_page(page)
    lab.release(2)
    drag(walker.window, lab.file())
    wait(qtbot, walker)
    assert release(walker) == 2
    shown = walker.window._made[page]
    assert shown.isVisible()


def test_what_is_not_signed_is_refused_in_one_sentence_and_nothing_changes(
    lab: Lab, opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    walker = opened().press("1", "1")
    before = shown_first(walker)
    stranger = Lab.stranger(tmp_path / "stranger")
    stranger.release(2)
    drag(walker.window, stranger.file())
    wait(qtbot, walker)
    assert release(walker) == 1
    assert shown_first(walker) == before
    assert "not signed by the people who look after the directory" in status_bar(walker)
    assert status_bar(walker).endswith("The numbers on this computer are unchanged.")


def test_a_file_of_another_kind_is_not_taken_by_the_window(
    lab: Lab, opened: Open, tmp_path: Path
) -> None:
    other = tmp_path / "letter.docx"
    other.write_bytes(b"words")
    assert not drag(opened().window, other)


def test_nothing_is_taken_while_all_is_hidden(lab: Lab, opened: Open) -> None:
    walker = opened()
    walker.program.actions.desk.hiding.hide()
    assert not drag(walker.window, lab.file())


def test_the_settings_take_a_file_and_tell_what_came_of_it(
    lab: Lab, opened: Open, qtbot: QtBot
) -> None:
    walker = opened()
    walker.program.open_page("settings")
    lab.release(2)
    walker.click("updates-check")
    line = walker.find("update-open-path")
    assert isinstance(line, QLineEdit)
    line.setText(str(lab.file()))
    walker.click("update-open-use")
    wait(qtbot, walker)
    assert walker.read("updates-told").startswith("Release 2 is in use now.")


def test_the_folder_set_by_it_is_looked_into_and_cannot_be_changed(
    lab: Lab, opened: Open, qtbot: QtBot
) -> None:
    walker = opened(Policy(update_folder=str(lab.steward.home)))
    walker.program.open_page("settings")
    assert not walker.find("set-update-folder").isEnabled()
    lab.release(2)
    newer_of(walker.program).check_quietly()
    wait(qtbot, walker)
    assert release(walker) == 2


def test_a_folder_somebody_chose_is_kept_and_looked_into(
    lab: Lab, opened: Open, qtbot: QtBot
) -> None:
    walker = opened()
    walker.program.open_page("settings")
    line = walker.find("set-update-folder")
    assert isinstance(line, QLineEdit)
    line.setText(str(lab.steward.home))
    walker.click("set-update-folder-use")
    assert walker.settings.values["update_folder"] == str(lab.steward.home)
    lab.release(2)
    newer_of(walker.program).check_quietly()
    wait(qtbot, walker)
    assert release(walker) == 2


def test_a_quiet_look_that_finds_nothing_says_nothing(lab: Lab, opened: Open, qtbot: QtBot) -> None:
    for folder in (lab.steward.home, lab.folder / "stick that is not plugged in"):
        walker = opened(Policy(update_folder=str(folder)))
        newer_of(walker.program).check_quietly()
        wait(qtbot, walker)
        assert not walker.sees("foot-told")


def test_a_release_another_program_took_is_noticed(lab: Lab, opened: Open, qtbot: QtBot) -> None:
    walker = opened()
    lab.release(2)
    lab.take(lab.file())
    newer_of(walker.program).check_quietly()
    wait(qtbot, walker)
    assert release(walker) == 2
    assert status_bar(walker).startswith("Release 2 is in use now.")


def test_taking_an_update_opens_no_socket(
    lab: Lab, opened: Open, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    made: list[object] = []
    monkeypatch.setattr(socket.socket, "__init__", lambda *_a, **_k: made.append(1))
    walker = opened()
    lab.release(2)
    drag(walker.window, lab.file())
    wait(qtbot, walker)
    assert release(walker) == 2
    assert not made


def test_a_named_directory_takes_no_updates(
    lab: Lab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(paths.DIRECTORY_VARIABLE, str(lab.place.bundled))
    outcome = DirectoryUpdater().take(lab.file(), at(NOW), lambda _share: True)
    assert "takes no updates" in outcome.sentence


def test_a_damaged_program_is_mended_by_an_update(lab: Lab, opened: Open, qtbot: QtBot) -> None:
    sound = lab.place.bundled.read_bytes()
    lab.release(2)
    lab.place.bundled.write_bytes(sound[:-50])
    walker = opened()
    assert "damaged" in walker.all_words()
    drag(walker.window, lab.file())
    wait(qtbot, walker)
    assert release(walker) == 2
    assert shown_first(walker.press("1", "1"))
