"""A newer directory comes in while somebody reads an answer: taken beside it, never trusted.

The steward, the signatures and the files are real; only the clock stands still.
"""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QThread, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app import paths
from desktop_app.app import Program
from desktop_app.clock import FrozenClock
from desktop_app.domain.policy import Policy
from desktop_app.newest import Newest
from desktop_app.parts import Parts, installed_parts
from desktop_app.ui.directory_view import DirectoryView
from desktop_app.ui.newer import Newer, Outcome
from tests.ui.town import at
from tests.ui.window import AT_HOME, KeptInMemory, Walker, settle
from tests.updates.lab import Lab
from tests.updates.pure import pure_python
from tests.updates.real_lab import RealLab

NOW = "2026-12-01T09:30"
NEW_NUMBER = "01632 960777"
Open = Callable[..., Walker]


@pytest.fixture(autouse=True)
def as_installed() -> Iterator[None]:
    """Signatures are checked as the window does it: in pure Python."""
    with pure_python():
        yield


@pytest.fixture
def lab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lab:
    lab = RealLab(tmp_path)
    monkeypatch.setattr(paths, "user_data", lambda *_: lab.place.user_folder)
    monkeypatch.setattr(paths, "directory_file", lambda *_: lab.place.bundled)
    monkeypatch.delenv(paths.DIRECTORY_VARIABLE, raising=False)
    return lab


@pytest.fixture
def opened(lab: Lab, qtbot: QtBot, qapp: QApplication) -> Iterator[Open]:
    programs = []

    def opening(
        policy: Policy | None = None, kept: KeptInMemory | None = None, **changed: object
    ) -> Walker:
        clock, kept = FrozenClock(at(NOW)), kept or KeptInMemory(AT_HOME)
        parts: Parts = installed_parts()._replace(
            settings=kept, open_clock=lambda: clock, policy=policy or Policy(), own_folder=None
        )
        program = Program(qapp, parts._replace(**changed))  # type: ignore[arg-type]
        programs.append(program)
        program.show()
        program.window.activateWindow()
        program.wake()
        settle()
        return Walker(program, clock, kept)

    yield opening
    for program in programs:
        newer_of(program).stop()
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()
    settle()


def newer_of(program: Program) -> Newer:
    later = program._later
    assert later is not None
    assert later._renewal is not None
    return later._renewal.newer


def drag(window: QWidget, path: Path, *, drop: bool = True) -> bool:
    """Drag a file over the window and let it go; whether the window would take it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    held = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(200, 200).toPoint(), action, data, button, held)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted() and drop:
        QApplication.sendEvent(window, QDropEvent(QPointF(200, 200), action, data, button, held))
    return enter.isAccepted()


def wait(qtbot: QtBot, walker: Walker) -> None:
    qtbot.waitUntil(lambda: not newer_of(walker.program).busy, timeout=20_000)
    settle()


def release(walker: Walker) -> int:
    return walker.program._read().release().number


def foot(walker: Walker) -> str:
    return walker.read("foot-told")


def shown_first(walker: Walker) -> str:
    return walker.read("first-number")


def service_of_the_answer(walker: Walker) -> str:
    """The id of the service whose number stands first."""
    directory = walker.program._read()
    name = walker.read("first-service")
    return next(service.id for service in directory.services() if service.name == name)


def publish_another_number(lab: Lab, walker: Walker, number: int = 2) -> None:
    replaced = (service_of_the_answer(walker), shown_first(walker), NEW_NUMBER)
    lab.release(number, made={"other_number": replaced})


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
    assert foot(walker) == "Release 2 is in use now. 1 number changed."


def test_nobody_says_that_nothing_changed_when_nobody_can_know(
    lab: Lab, opened: Open, qtbot: QtBot
) -> None:
    lab.release(2)
    lab.place.bundled.write_bytes(lab.place.bundled.read_bytes()[:-50])
    walker = opened()
    drag(walker.window, lab.file())
    wait(qtbot, walker)
    assert "What changed is not known" in foot(walker)


def test_what_changed_is_a_press_away_and_the_page_comes_back(
    lab: Lab, opened: Open, qtbot: QtBot
) -> None:
    walker = opened().press("1", "1")
    publish_another_number(lab, walker)
    drag(walker.window, lab.file())
    wait(qtbot, walker)
    click(walker, "foot-changes")
    assert "Numbers that changed" in walker.all_words()
    assert not walker.sees("foot-changes")
    click(walker, "changes-done")
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
    stranger = Lab(tmp_path / "stranger")
    stranger.release(2)
    drag(walker.window, stranger.file())
    wait(qtbot, walker)
    assert release(walker) == 1
    assert shown_first(walker) == before
    assert "not signed by the people who look after the directory" in foot(walker)
    assert foot(walker).endswith("The numbers on this computer are unchanged.")


def test_a_file_of_another_kind_is_not_taken_by_the_window(
    lab: Lab, opened: Open, tmp_path: Path
) -> None:
    other = tmp_path / "letter.docx"
    other.write_bytes(b"words")
    assert not drag(opened().window, other)


def test_nothing_is_taken_while_all_is_hidden(lab: Lab, opened: Open) -> None:
    walker = opened()
    walker.program._desk.hiding.hide()  # type: ignore[union-attr]
    assert not drag(walker.window, lab.file())


def test_the_settings_take_a_file_and_tell_what_came_of_it(
    lab: Lab, opened: Open, qtbot: QtBot
) -> None:
    walker = opened()
    walker.program.open_page("settings")
    lab.release(2)
    click(walker, "updates-check")
    line = walker.find("update-open-path")
    assert isinstance(line, QLineEdit)
    line.setText(str(lab.file()))
    click(walker, "update-open-use")
    wait(qtbot, walker)
    assert walker.read("updates-told").startswith("Release 2 is in use now.")


def test_the_folder_set_by_it_is_looked_into_and_cannot_be_changed(
    lab: Lab, opened: Open, qtbot: QtBot
) -> None:
    walker = opened(Policy(update_folder=str(lab.steward.home)))
    walker.program.open_page("settings")
    assert not walker.find("set-update-folder").isEnabled()
    lab.release(2)
    newer_of(walker.program).look_quietly()
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
    click(walker, "set-update-folder-use")
    assert walker.settings.values["update_folder"] == str(lab.steward.home)
    lab.release(2)
    newer_of(walker.program).look_quietly()
    wait(qtbot, walker)
    assert release(walker) == 2


def test_a_quiet_look_that_finds_nothing_says_nothing(lab: Lab, opened: Open, qtbot: QtBot) -> None:
    for folder in (lab.steward.home, lab.folder / "stick that is not plugged in"):
        walker = opened(Policy(update_folder=str(folder)))
        newer_of(walker.program).look_quietly()
        wait(qtbot, walker)
        assert not walker.sees("foot-told")


def test_a_release_another_program_took_is_noticed(lab: Lab, opened: Open, qtbot: QtBot) -> None:
    walker = opened()
    lab.release(2)
    lab.take(lab.file())
    newer_of(walker.program).look_quietly()
    wait(qtbot, walker)
    assert release(walker) == 2
    assert foot(walker).startswith("Release 2 is in use now.")


def take_while_closed(lab: Lab, opened: Open) -> KeptInMemory:
    """A scheduled task takes a release while no window is open; gives the settings kept."""
    walker = opened().press("1", "1")
    publish_another_number(lab, walker)
    lab.take(lab.file())
    return walker.settings


def caught_up(qtbot: QtBot, walker: Walker) -> Walker:
    """The same window some seconds after it was opened."""
    renewal = walker.program._later._renewal  # type: ignore[union-attr]
    assert renewal is not None
    assert renewal._catch_up.isActive()
    renewal._catch_up.stop()
    renewal.catch_up()
    wait(qtbot, walker)
    return walker


def test_what_a_scheduled_task_changed_is_offered_after_a_restart(
    lab: Lab, opened: Open, qtbot: QtBot
) -> None:
    kept = take_while_closed(lab, opened)
    walker = caught_up(qtbot, opened(kept=kept))
    assert release(walker) == 2
    assert foot(walker) == "Release 2 came in while this window was closed. 1 number changed."
    click(walker, "foot-changes")
    words = walker.all_words()
    assert "From release 1 to release 2. 1 number changed." in words
    assert NEW_NUMBER in words


def test_it_is_offered_until_somebody_opens_the_list_and_then_no_more(
    lab: Lab, opened: Open, qtbot: QtBot
) -> None:
    kept = take_while_closed(lab, opened)
    assert caught_up(qtbot, opened(kept=kept)).sees("foot-changes")
    click(caught_up(qtbot, opened(kept=kept)), "foot-changes")
    assert kept.values["seen_release"] == 2
    walker = caught_up(qtbot, opened(kept=kept))
    assert not walker.sees("foot-changes")
    assert not walker.sees("foot-told")


def test_opening_the_window_after_an_update_writes_nothing(
    lab: Lab, opened: Open, qtbot: QtBot
) -> None:
    kept = take_while_closed(lab, opened)
    before = dict(kept.values)
    caught_up(qtbot, opened(kept=kept))
    assert kept.values == before
    assert "seen_release" not in kept.values


def test_two_releases_in_a_holiday_are_told_as_one(lab: Lab, opened: Open, qtbot: QtBot) -> None:
    kept = take_while_closed(lab, opened)
    click(caught_up(qtbot, opened(kept=kept)), "foot-changes")
    for number in (3, 4):
        lab.release(number)
        lab.take(lab.file())
    walker = caught_up(qtbot, opened(kept=kept))
    click(walker, "foot-changes")
    assert "From release 2 to release 4." in walker.all_words()


def test_a_fresh_installation_has_no_past_to_tell_of(lab: Lab, opened: Open, qtbot: QtBot) -> None:
    walker = caught_up(qtbot, opened())
    assert not walker.sees("foot-changes")
    assert not walker.sees("foot-told")


def test_the_window_opens_the_update_and_not_the_programs_own(lab: Lab, opened: Open) -> None:
    lab.release(2)
    lab.take(lab.file())
    assert release(opened()) == 2


def test_a_damaged_update_is_told_when_the_window_opens(lab: Lab, opened: Open) -> None:
    lab.release(2)
    path = lab.take(lab.file()).in_use.path
    path.write_bytes(path.read_bytes()[:-100])
    walker = opened()
    assert release(walker) == 1
    assert "damaged" in foot(walker)


def test_an_old_release_stands_with_its_age_and_is_not_blocked(lab: Lab, opened: Open) -> None:
    walker = opened()
    walker.later("2027-08-01T10:00")
    told = walker.read("foot-release")
    assert "A newer one was due by 28 February 2027: ask for the update." in told
    assert shown_first(walker.press("1", "1"))


class Slow:
    """Takes as long as the test lets it."""

    notice = ""

    def __init__(self) -> None:
        self.go_on = self.stopped = False

    def take(self, where: Path, moment: object, heard: Callable[[float], bool]) -> Outcome:
        while not self.go_on:
            if not heard(0.4):
                self.stopped = True
                break
            QThread.msleep(5)
        return Outcome("Done with it.")

    look = take

    def since(self, seen: int) -> Outcome:
        return Outcome("", quiet=True)


def test_a_bar_shows_after_300_ms_and_the_window_goes_on_answering(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    slow = Slow()
    walker = opened(open_updates=lambda: slow)
    newer_of(walker.program).take(tmp_path)
    assert not walker.sees("foot-progress")
    qtbot.waitUntil(lambda: walker.sees("foot-progress"), timeout=5_000)
    assert shown_first(walker.press("1", "1"))
    slow.go_on = True
    wait(qtbot, walker)
    assert not walker.sees("foot-progress")
    assert foot(walker) == "Done with it."


def test_the_end_of_the_program_stops_an_update(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    slow = Slow()
    walker = opened(open_updates=lambda: slow)
    newer_of(walker.program).take(tmp_path)
    newer_of(walker.program).stop()
    assert slow.stopped


def test_two_updates_at_once_are_one_and_a_sentence(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    slow = Slow()
    walker = opened(open_updates=lambda: slow)
    newer_of(walker.program).take(tmp_path)
    newer_of(walker.program).take(tmp_path)
    assert foot(walker) == "An update is being taken at this moment."
    slow.go_on = True
    wait(qtbot, walker)


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
    outcome = Newest().take(lab.file(), at(NOW), lambda _share: True)
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


def click(walker: Walker, name: str) -> None:
    button = walker.find(name)
    assert isinstance(button, QAbstractButton)
    button.click()
    settle()
