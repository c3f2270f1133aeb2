"""The workshop as a screen reader meets it: a steward's journey by keys, read from the bus."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.workshop.lines import lines_in
from desktop_app.workshop.work_file import WorkFile
from tests.accessibility.test_from_outside import SPELLED, nameless
from tests.outside.desktop import Desktop, needed
from tests.sweeps import sampled
from tests.working_files import small_work_file

pytestmark = [needed, pytest.mark.slow]

NEW = "01632 960199"
RAIL = ("Calls", "Dates", "New", "Lists", "Changes", "Check", "Share", "Hand over", "Help")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("steward")


@pytest.fixture(scope="module")
def desktop(folder: Path) -> Iterator[Desktop]:
    """One window for all these tests, at the services of a small copy."""
    small_work_file(folder).close()
    with Desktop(folder) as opened:
        opened.open(asked=("workshop", str(folder / "small.wtcwork")))
        opened.wait_to_hear("small.wtcwork")
        yield opened


def stands_at(desktop: Desktop) -> dict[str, str]:
    """What has the keyboard, and its text; Qt says the same of the row that a list stands at."""
    return {each.name: each.text for each in desktop.tree().walk() if each.focused}


def turn_to(desktop: Desktop, page: str) -> None:
    """From the search back to the rail, and to a page of it."""
    desktop.press("ctrl+f")
    desktop.wait(lambda: "Search the services" in stands_at(desktop), "the search")
    for _ in range(2 * len(RAIL)):
        if page in stands_at(desktop):
            break
        desktop.press("shift+Tab")
    desktop.press("space")
    desktop.wait(lambda: "Search the services" not in desktop.said(), page)


def verified(folder: Path) -> list[object]:
    with WorkFile.open(folder / "small.wtcwork", read_only=True) as work:
        return [line.verified for line in lines_in(work.texts) if line.verified]


def numbers(folder: Path) -> list[str]:
    with WorkFile.open(folder / "small.wtcwork", read_only=True) as work:
        return [line.display for line in lines_in(work.texts)]


def test_a_number_is_changed_by_keys_and_what_came_of_it_is_read(
    desktop: Desktop, folder: Path
) -> None:
    desktop.press("ctrl+f")
    desktop.type("town mash")
    desktop.press("Return")
    desktop.wait(lambda: "Change: MASH, Number" in stands_at(desktop), "the number of the service")
    desktop.press("Return")
    desktop.wait_to_hear("Which document says so?")
    assert nameless(desktop.tree()) == []
    desktop.type("01632 96019")
    desktop.press("Tab", "Down", "ctrl+Return")
    desktop.wait_to_hear("is not a number that can exist")
    assert stands_at(desktop)["Number"] == "01632 96019"  # the keyboard is where it is wrong
    desktop.type(NEW)
    desktop.press("ctrl+Return")
    desktop.wait_to_hear("Kept.")
    assert NEW in numbers(folder)


@pytest.mark.parametrize("page", sampled(RAIL, 3, "pages of the workshop"))
def test_every_control_of_every_page_has_a_name_and_a_role(desktop: Desktop, page: str) -> None:
    turn_to(desktop, page)
    assert nameless(desktop.tree()) == []
    assert "Ring 999" in desktop.said()


def test_a_call_is_kept_by_keys_and_its_number_is_spelled(desktop: Desktop, folder: Path) -> None:
    before = len(verified(folder))
    turn_to(desktop, "Calls")
    heard = desktop.wait_to_hear("Who should answer")
    assert any(SPELLED.search(each) for each in heard)
    desktop.press("h", "m", "1")
    desktop.wait(lambda: len(verified(folder)) > before, "the call that was kept")
