"""A whole session of the real program leaves nothing behind and speaks to nobody.

Watched from outside by strace: every socket of every thread, every file opened for writing. The
home folder is compared before and after.
"""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest

from tests.outside.desktop import Desktop, needed

WATCHED = "trace=%network,openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,link,symlink"
MAKES_A_SOCKET = re.compile(r"\bsocket\((?P<family>\w+), ")
REACHES = re.compile(r"\bconnect\(\d+, \{sa_family=(?P<family>\w+)(?:, sun_path=(?P<path>[^}]+))?")
LISTENS = re.compile(r"\b(?:listen|accept4?)\(")
WRITES = re.compile(r'\bopen(?:at)?\((?:\w+, )?"(?P<path>[^"]+)", [^)]*O_(?:WRONLY|RDWR|CREAT)')
SCREEN_OR_BUS = re.compile(r'^AF_UNIX @?"(?:\S*/\.X11-unix/X\d+|/tmp/dbus-\w+|\S*/at-spi/bus\S*)"$')
NEITHER_FILE_NOR_TRACE = ("/dev/", "/proc/", "/sys/", "/memfd:")


def _strace_works() -> str:
    """Why strace cannot be used here; empty when it can."""
    if which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(
        ["strace", "-f", "-o", "/dev/null", "true"], capture_output=True, text=True, check=False
    )
    return "" if tried.returncode == 0 else f"strace may not watch here: {tried.stderr.strip()}"


pytestmark = [
    needed,
    pytest.mark.slow,
    pytest.mark.skipif(bool(_strace_works()), reason=_strace_works() or "strace works"),
]


class Watched:
    """A session and what strace wrote down about it."""

    def __init__(self, desktop: Desktop, log: Path) -> None:
        self.desktop, self._log = desktop, log

    def open(self, *, heard: bool) -> None:
        self.desktop.open(
            *("strace", "-f", "-qq", "-s", "200", "-e", WATCHED, "-e", "signal=none"),
            *("-o", str(self._log), "--"),
            heard=heard,
        )

    def lines(self) -> list[str]:
        return [line for line in self._log.read_text("utf-8", "replace").splitlines() if line]

    def families(self) -> set[str]:
        return {found["family"] for line in self.lines() if (found := MAKES_A_SOCKET.search(line))}

    def reached(self) -> set[str]:
        found = (REACHES.search(line) for line in self.lines() if "= -1" not in line)
        return {f"{each['family']} {each['path']}" for each in found if each}

    def written(self) -> set[str]:
        found = (WRITES.search(line) for line in self.lines() if "= -1" not in line)
        paths = {each["path"] for each in found if each}
        return {path for path in paths if not path.startswith(NEITHER_FILE_NOR_TRACE)}


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    with Desktop(tmp_path) as desktop:
        yield Watched(desktop, tmp_path / "watched.txt")


def everything_under(folder: Path) -> dict[str, bytes | None]:
    """Every file with its content, and every folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def a_working_day(desktop: Desktop) -> None:
    """An answer, a copy, another time, a search; everything hidden twice."""
    desktop.wait_to_hear("Who are you worried about?")
    desktop.press("1")
    desktop.wait_to_hear("Where did it happen?")
    desktop.type("MK43 0AA")
    desktop.press("Return")
    desktop.wait_to_hear("If nobody answers")
    desktop.press("ctrl+c")
    desktop.wait_to_hear("Copied:")
    desktop.press("ctrl+t")
    desktop.wait_to_hear("What if it were another time?")
    desktop.press("Escape")
    desktop.press("Shift_L", "Shift_L", "Shift_L")
    desktop.wait(lambda: desktop.title() == "Notes", "the empty page")
    desktop.press("Escape")
    desktop.wait(lambda: desktop.title() == "Who to Call", "the first question")
    desktop.press("ctrl+f")
    desktop.type("mash")
    desktop.wait_to_hear("Luton")
    desktop.press("Shift_L", "Shift_L", "Shift_L")
    desktop.wait(lambda: desktop.title() == "Notes", "the empty page")


def test_a_whole_session_opens_no_socket_but_to_the_screen_and_the_accessibility_bus(
    watched: Watched,
) -> None:
    watched.open(heard=True)
    a_working_day(watched.desktop)
    assert watched.desktop.close() == 0
    assert watched.families() <= {"AF_UNIX"}
    assert [each for each in watched.reached() if not SCREEN_OR_BUS.search(each)] == []
    assert any("X11-unix" in each for each in watched.reached()), "strace saw nothing at all"
    assert not [line for line in watched.lines() if LISTENS.search(line)]


def test_without_a_screen_reader_the_display_is_all_it_speaks_to(watched: Watched) -> None:
    watched.open(heard=False)
    watched.desktop.press("1", "1", "ctrl+c", "Shift_L", "Shift_L", "Shift_L")
    watched.desktop.wait(lambda: watched.desktop.title() == "Notes", "the empty page")
    assert watched.desktop.close() == 0
    made = [line for line in watched.lines() if MAKES_A_SOCKET.search(line)]
    assert watched.families() == {"AF_UNIX"}
    assert all("X11-unix" in each for each in watched.reached()), watched.reached()
    assert len(made) == 1, made


def test_a_whole_session_leaves_the_home_folder_as_it_was(watched: Watched) -> None:
    desktop = watched.desktop
    before = everything_under(desktop.home), everything_under(desktop.runtime)
    watched.open(heard=True)
    a_working_day(desktop)
    assert desktop.close() == 0
    assert (everything_under(desktop.home), everything_under(desktop.runtime)) == before


def test_while_it_runs_only_the_mark_of_the_running_window_is_written(watched: Watched) -> None:
    watched.open(heard=True)
    a_working_day(watched.desktop)
    assert watched.desktop.close() == 0
    assert [Path(each).suffix for each in watched.written()] == [".lock"]


def test_a_setting_changed_on_purpose_is_all_that_is_kept(watched: Watched) -> None:
    desktop = watched.desktop
    desktop.open()
    desktop.wait_to_hear("Who are you worried about?")
    desktop.press("ctrl+plus")
    kept = desktop.home / ".local/share/who-to-call/settings.json"
    desktop.wait(kept.is_file, "the settings")
    assert desktop.close() == 0
    files = [path for path in everything_under(desktop.home) if (desktop.home / path).is_file()]
    assert files == [".local/share/who-to-call/settings.json"]
    assert not re.search(r"20\d\d", kept.read_text()), "a date of use was kept"
