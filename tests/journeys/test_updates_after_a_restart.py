"""What came in while no window was open: opened at the start, and told until somebody read it."""

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.updating import (
    NEW_NUMBER,
    Open,
    publish_another_number,
    release,
    shown_first,
    status_bar,
    wait,
)
from tests.ui.walker import KeptInMemory, Walker
from tests.updates.lab import Lab

pytestmark = pytest.mark.usefixtures("as_installed")


def take_while_closed(lab: Lab, opened: Open) -> KeptInMemory:
    """A scheduled task takes a release while no window is open; gives the settings kept."""
    walker = opened().press("1", "1")
    publish_another_number(lab, walker)
    lab.take(lab.file())
    return walker.settings


def caught_up(qtbot: QtBot, walker: Walker) -> Walker:
    """The same window some seconds after it was opened."""
    renewal = walker.program.actions._renewal
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
    assert status_bar(walker).startswith("Release 2 came in while this window was closed. ")
    assert status_bar(walker).endswith("; 1 number changed.")
    walker.click("foot-changes")
    words = walker.all_words()
    assert "From release 1 to release 2. " in words
    assert "Answers that begin with another call" in words
    assert NEW_NUMBER in words


@pytest.mark.slow
def test_it_is_offered_until_somebody_opens_the_list_and_then_no_more(
    lab: Lab, opened: Open, qtbot: QtBot
) -> None:
    kept = take_while_closed(lab, opened)
    assert caught_up(qtbot, opened(kept=kept)).sees("foot-changes")
    caught_up(qtbot, opened(kept=kept)).click("foot-changes")
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


@pytest.mark.slow
def test_two_releases_in_a_holiday_are_told_as_one(lab: Lab, opened: Open, qtbot: QtBot) -> None:
    kept = take_while_closed(lab, opened)
    caught_up(qtbot, opened(kept=kept)).click("foot-changes")
    for number in (3, 4):
        lab.release(number)
        lab.take(lab.file())
    walker = caught_up(qtbot, opened(kept=kept))
    walker.click("foot-changes")
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
    assert "damaged" in status_bar(walker)


def test_an_old_release_stands_with_its_age_and_is_not_blocked(lab: Lab, opened: Open) -> None:
    walker = opened()
    walker.later("2027-08-01T10:00")
    told = walker.read("foot-release")
    assert "A newer one was due by 28 February 2027: ask for the update." in told
    assert shown_first(walker.press("1", "1"))
