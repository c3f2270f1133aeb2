"""Somebody copies another list of numbers over the one that a window has open.

Nothing of the other list is shown before it was verified and told; 472 of 1,728 answers were.
"""

import shutil
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app import paths
from desktop_app.app.directory_updater import DirectoryUpdater
from desktop_app.app.update_outcomes import REPAIRED
from desktop_app.domain.decision.decision import advise
from desktop_app.store.directory.directory import open_directory
from desktop_app.store.directory.opened_file import NOT_NEWER, SPOILT
from desktop_app.ui.updates.worker import Outcome
from tests import sweeps
from tests.journeys.updating import (
    NEW_NUMBER,
    NOW,
    Open,
    newer_of,
    release,
    renewal_of,
    service_of_the_answer,
    shown_first,
    status_bar,
    wait,
)
from tests.situations import every_situation
from tests.ui.town import at
from tests.ui.walker import Walker
from tests.updates.lab import Lab
from tests.updates.real_lab import RealLab


@pytest.fixture
def keyless(lab: Lab) -> Lab:
    """As today's packages are: no steward's keys came with the program."""
    shutil.rmtree(lab.place.bundled.parent / "trust")
    return lab


def opened_by(lab: Lab) -> DirectoryUpdater:
    newest = DirectoryUpdater()
    newest.open().close()
    return newest


def look(newest: DirectoryUpdater) -> Outcome:
    return newest.check_folder(None, at(NOW), lambda _share: True)


def look_now(walker: Walker, qtbot: QtBot) -> None:
    """Let the quiet look come round that the window makes every quarter of an hour."""
    wait(qtbot, walker)  # the one look at the start is over
    newer_of(walker.program).check_quietly()
    wait(qtbot, walker)


def copy_over(lab: Lab, path: Path) -> None:
    """As `cp` and Explorer do it: the same file, other bytes."""
    with lab.place.bundled.open("r+b") as file:
        file.write(path.read_bytes())
        file.truncate()


def test_the_window_goes_on_with_what_it_verified(lab: Lab, opened: Open, qtbot: QtBot) -> None:
    walker = opened().press("1", "1")
    wait(qtbot, walker)
    renewal_of(walker.program).stop()  # its next look at the file, in some seconds, would tell
    shown = shown_first(walker)
    replaced = (service_of_the_answer(walker), shown, NEW_NUMBER)
    copy_over(lab, lab.directory(2, other_number=replaced))
    walker.program.start_again()
    walker.press("1", "1")
    assert (shown_first(walker), release(walker)) == (shown, 1)


def test_a_newer_list_in_its_place_is_told_when_it_comes_into_use(
    keyless: Lab, opened: Open, qtbot: QtBot
) -> None:
    walker = opened().press("1", "1")
    replaced = (service_of_the_answer(walker), shown_first(walker), NEW_NUMBER)
    copy_over(keyless, keyless.directory(2, other_number=replaced))
    look_now(walker, qtbot)
    assert (shown_first(walker), release(walker)) == (NEW_NUMBER, 2)
    assert status_bar(walker).startswith("Release 2 is in use now. What changed is not known")


def test_what_came_into_use_is_not_told_again(keyless: Lab) -> None:
    newest = opened_by(keyless)
    copy_over(keyless, keyless.directory(2))
    assert look(newest).news
    newest.open().close()
    assert look(newest) == Outcome("", quiet=True)


@pytest.mark.parametrize("length", [0, 4096, 1_000_000])
def test_a_damaged_list_in_its_place_is_told_and_the_numbers_stay(
    keyless: Lab, opened: Open, qtbot: QtBot, length: int
) -> None:
    walker = opened().press("1", "1")
    shown = shown_first(walker)
    copy_over(keyless, keyless.directory(2))
    keyless.place.bundled.write_bytes(keyless.place.bundled.read_bytes()[:length])
    look_now(walker, qtbot)
    assert status_bar(walker) == SPOILT.format(1)
    assert (shown_first(walker), release(walker)) == (shown, 1)


def test_a_list_that_was_taken_away_is_told(keyless: Lab) -> None:
    newest = opened_by(keyless)
    keyless.place.bundled.unlink()
    assert look(newest) == Outcome(SPOILT.format(1))


def test_an_older_list_in_its_place_is_told_and_not_used(keyless: Lab) -> None:
    shutil.copy(keyless.directory(3), keyless.place.bundled)
    newest = opened_by(keyless)
    copy_over(keyless, keyless.directory(2))
    assert look(newest) == Outcome(NOT_NEWER.format(2, 3))


def test_the_same_list_copied_anew_is_no_news(keyless: Lab) -> None:
    newest = opened_by(keyless)
    content = keyless.place.bundled.read_bytes()
    keyless.place.bundled.unlink()
    keyless.place.bundled.write_bytes(content)
    assert look(newest) == Outcome("", quiet=True)


@pytest.mark.usefixtures("as_installed")
def test_damage_to_a_release_that_was_taken_is_told_while_the_window_is_open(lab: Lab) -> None:
    lab.release(2)
    lab.take(lab.file())
    newest = DirectoryUpdater()
    with closing(newest.open()) as directory:
        assert directory.release().number == 2
        assert look(newest) == Outcome("", quiet=True)
        taken = lab.in_use().path
        taken.write_bytes(taken.read_bytes()[:-1])
        assert look(newest) == Outcome(SPOILT.format(2))


@pytest.mark.usefixtures("as_installed")
@pytest.mark.parametrize("left", [b"", b"no list", None])
def test_what_is_spoilt_is_repaired_from_the_watched_folder(lab: Lab, left: bytes | None) -> None:
    lab.release(2)
    lab.take(lab.file("2.wtcrelease"))
    newest = opened_by(lab)
    taken, watched = lab.in_use().path, lab.folder / "watched"
    watched.mkdir()
    look_into = partial(newest.check_folder, watched, at(NOW), lambda _share: True)
    assert look_into().quiet  # it is sound so far
    taken.unlink() if left is None else taken.write_bytes(left)
    assert look_into() == Outcome(SPOILT.format(2))
    lab.file("watched/2.wtcrelease")
    assert look_into().sentence == REPAIRED.format(2)
    newest.open().close()
    assert (lab.number(), look_into()) == (2, Outcome("", quiet=True))
    lab.in_use().path.write_bytes(b"")
    lab.release(3)
    lab.file("watched/3.wtcrelease")
    assert (look_into().news, lab.number()) == (True, 3)


@pytest.mark.usefixtures("as_installed")
def test_a_list_nobody_signed_is_told_and_not_used(lab: Lab) -> None:
    newest = opened_by(lab)
    assert look(newest) == Outcome("", quiet=True)
    copy_over(lab, lab.directory(9))
    assert look(newest) == Outcome(SPOILT.format(1))


@pytest.mark.usefixtures("as_installed")
def test_one_that_was_exchanged_before_it_was_checked_is_not_called_sound(lab: Lab) -> None:
    signed = lab.place.bundled.read_bytes()
    copy_over(lab, lab.directory(9))
    newest = opened_by(lab)  # a forged one
    lab.place.bundled.write_bytes(signed)
    assert look(newest).news
    assert newest.open().release().number == 1


@pytest.mark.usefixtures("as_installed")
def test_a_signed_one_with_its_lists_comes_into_use(lab: Lab) -> None:
    newest = opened_by(lab)
    look(newest)
    lab.release(2)
    other = lab.laptop("other").bundled.parent
    shutil.copytree(other, lab.place.bundled.parent, dirs_exist_ok=True)
    assert look(newest).news
    with closing(newest.open()) as directory:
        assert directory.release().number == 2


@pytest.mark.parametrize("watched", [None, Path("nowhere")])
def test_a_file_that_it_named_is_looked_at_too(
    lab: Lab, monkeypatch: pytest.MonkeyPatch, watched: Path | None
) -> None:
    monkeypatch.setenv(paths.DIRECTORY_VARIABLE, str(lab.place.bundled))
    newest = opened_by(lab)
    copy_over(lab, lab.directory(2))
    assert newest.check_folder(watched, at(NOW), lambda _share: True).news


@pytest.mark.slow
def test_no_answer_of_any_situation_changes_when_the_file_is_written_over(tmp_path: Path) -> None:
    lab = RealLab(tmp_path)
    file = lab.place.bundled
    moments = [at(NOW) + timedelta(hours=13 * step) for step in range(sweeps.size(2, 9))]
    with closing(open_directory(file)) as whole:
        situations = every_situation(whole)
        asked = [(situation, moment) for situation in situations for moment in moments]
        expected = [advise(situation, whole, moment) for situation, moment in asked]
    numbers = {call.line.display for each in expected for call in each.calls}
    other = file.read_bytes()
    assert len(numbers) > 20
    for number in numbers:  # every service's number becomes another one of the same length
        spaced = number.encode()
        other = other.replace(spaced, spaced[:-1] + bytes([(spaced[-1] - 47) % 10 + 48]))
    with closing(open_directory(file)) as directory:
        file.write_bytes(other)
        assert [advise(situation, directory, moment) for situation, moment in asked] == expected
