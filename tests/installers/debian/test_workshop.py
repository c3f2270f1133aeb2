"""A steward in the package for Debian: the real window, by keys alone, no terminal."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.workshop.lines import lines_in
from desktop_app.workshop.work_file import WorkFile
from tests.installers.screen import only
from tests.outside.desktop import Desktop, needed
from tests.working_files import small_work_file

pytestmark = needed

NEW, MOST = "01632 960199", 15
"""The most actions that a number and its hours may cost; a word that is typed is one."""


@pytest.fixture(scope="module")
def installed(new: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program as the package lays it down."""
    root = tmp_path_factory.mktemp("package")
    subprocess.run(["dpkg", "-x", only(new, "*.deb"), root], check=True)
    return root / "usr/lib/who-to-call/who-to-call"


@pytest.fixture
def desktop(installed: Path, tmp_path: Path) -> Iterator[Desktop]:
    small_work_file(tmp_path).close()
    with Desktop(tmp_path, program=[str(installed)]) as opened:
        opened.open(asked=("workshop", str(tmp_path / "small.wtcwork")))
        opened.wait_to_hear("small.wtcwork")
        yield opened


def office(folder: Path) -> dict[str, object]:
    with WorkFile.open(folder / "small.wtcwork", read_only=True) as work:
        found = [x for x in lines_in(work.texts) if (x.service, x.line) == ("town-mash", "office")]
        return dict(found[0].says)


def test_a_number_and_its_hours_are_changed_in_fifteen_actions(
    desktop: Desktop, tmp_path: Path
) -> None:
    actions: list[str] = []

    def press(*keys: str) -> None:
        actions.extend(keys)
        desktop.press(*keys)

    def typed(text: str) -> None:
        actions.append(text)
        desktop.type(text)

    typed("town mash")
    press("Return")
    desktop.wait_to_hear("never checked")
    press("Return")
    desktop.wait_to_hear("Which document says so?")
    typed(NEW)
    press("Tab", "Down", "ctrl+Return")
    desktop.wait(lambda: office(tmp_path)["number"] == NEW, "the number that was kept")
    press("Tab", "Return")
    typed("9:15-17:00")
    press("ctrl+Return")
    desktop.wait(lambda: "09:15-17:00" in str(office(tmp_path)["hours"]), "the hours")
    assert len(actions) <= MOST
    assert office(tmp_path)["verified"] == "never"
