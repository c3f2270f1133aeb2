"""A forged directory is open in the window: its numbers go once the signatures are checked."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.practice.policy import Policy
from tests.journeys.updating import (
    NEW_NUMBER,
    Open,
    drag,
    newer_of,
    release,
    renewal_of,
    service_of_the_answer,
    shown_first,
    status_bar,
    wait,
)
from tests.ui.walker import Walker
from tests.updates.lab import Lab
from tests.updates.releases.planted import plant

pytestmark = pytest.mark.usefixtures("as_installed")


def forged(lab: Lab, opened: Open, number: int) -> tuple[Path, str]:
    """The real directory with another number for the first answer, and the true number."""
    walker = opened().press("1", "1")
    true = shown_first(walker)
    path = lab.directory(number, other_number=(service_of_the_answer(walker), true, NEW_NUMBER))
    walker.window.close()
    return path, true


def unchecked(walker: Walker) -> Walker:
    """The same window before its signatures are checked, for as long as the test takes."""
    renewal_of(walker.program)._verify.stop()
    return walker


def checked(qtbot: QtBot, walker: Walker) -> Walker:
    """The same window once its signatures were checked."""
    newer_of(walker.program).verify()
    wait(qtbot, walker)
    return walker


def test_the_check_begins_by_itself_after_every_start(opened: Open, qtbot: QtBot) -> None:
    renewal = renewal_of(opened().program)
    assert renewal._verify.isActive()
    qtbot.waitUntil(lambda: not renewal._verify.isActive(), timeout=20_000)
    qtbot.waitUntil(lambda: not renewal.newer.busy, timeout=20_000)


def test_a_planted_release_goes_from_the_answer_on_screen(
    lab: Lab, opened: Open, qtbot: QtBot
) -> None:
    path, true = forged(lab, opened, 999_999)
    plant(lab, content=path.read_bytes())
    walker = unchecked(opened()).press("1", "1")
    assert shown_first(walker) == NEW_NUMBER
    checked(qtbot, walker)
    assert (release(walker), shown_first(walker)) == (1, true)
    assert "is not signed by the people who look after the directory" in status_bar(walker)
    assert release(opened()) == 1  # the next start does not even begin with it


def test_a_forged_program_directory_leaves_no_number_on_any_page(
    lab: Lab, opened: Open, qtbot: QtBot
) -> None:
    shutil.copy(forged(lab, opened, 1)[0], lab.place.bundled)
    walker = unchecked(opened()).press("1", "1")
    assert shown_first(walker) == NEW_NUMBER
    for page in ("directory", "guidance", "print", "about"):
        walker.program.open_page(page)
    checked(qtbot, walker)
    for page in ("call-now", "directory", "guidance", "print", "about"):
        walker.program.open_page(page)
        assert "not the one its steward signed" in walker.all_words()
        assert NEW_NUMBER not in walker.all_words()
        assert "999" in walker.all_words()


def test_an_update_mends_it_and_every_page_comes_back(lab: Lab, opened: Open, qtbot: QtBot) -> None:
    shutil.copy(forged(lab, opened, 1)[0], lab.place.bundled)
    walker = unchecked(opened())
    walker.program.open_page("directory")
    checked(qtbot, walker)
    lab.release(2)
    drag(walker.window, lab.file())
    wait(qtbot, walker)
    assert release(walker) == 2
    for page in ("directory", "guidance", "print", "about"):
        walker.program.open_page(page)
        assert "not the one its steward signed" not in walker.all_words()
    walker.program.open_page("call-now")
    assert shown_first(walker.press("1", "1")) != NEW_NUMBER


@pytest.mark.parametrize(
    "folder", ["~nobody-of-that-name/x", "%USERPROFILE%\\x", "$NOWHERE/x", "x"]
)
def test_an_update_folder_that_leads_nowhere_is_told_at_the_start(
    opened: Open, folder: str
) -> None:
    walker = opened(Policy(update_folder=folder))
    assert status_bar(walker).startswith(
        f"No folder is watched for updates: “{folder}” cannot be used."
    )
    assert shown_first(walker.press("1", "1"))
