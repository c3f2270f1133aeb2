"""Whatever is wrong, the window opens, says so in plain words, and 999 is there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop_app import paths
from desktop_app.store.directory.directory import open_directory
from desktop_app.store.user.settings import NOT_KEPT, SettingsFile
from desktop_app.ui.window.emergency import RING
from desktop_app.ui.window.focus_ring import Ring
from desktop_app.ui.window.uncaught_errors import UncaughtErrors
from tests.ui.conftest import OpenWindow
from tests.ui.walker import Walker, settle

FOR_EVER = 300
Break = Callable[[Path], None]


def missing(file: Path) -> None:
    file.unlink(missing_ok=True)


def empty(file: Path) -> None:
    file.write_bytes(b"")


def truncated(file: Path) -> None:
    content = paths.directory_file().read_bytes()
    file.write_bytes(content[: len(content) // 2])


def flipped(file: Path) -> None:
    content = bytearray(paths.directory_file().read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def no_directory_at_all(file: Path) -> None:
    file.write_text("These are not the numbers you are looking for.\n" * 9, "utf-8")


def newer(file: Path) -> None:
    content = bytearray(paths.directory_file().read_bytes())
    content[60:64] = (99).to_bytes(4, "big")
    file.write_bytes(content)


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (missing, "missing"),
        (empty, "empty"),
        (truncated, "damaged"),
        (flipped, "damaged"),
        (no_directory_at_all, "damaged"),
        (newer, "newer version"),
    ],
)
def test_a_bad_directory_is_told_and_999_stays(
    open_window: OpenWindow, tmp_path: Path, broken: Break, told: str
) -> None:
    file = tmp_path / "directory.sqlite"
    broken(file)
    walker = open_window(directory=lambda: open_directory(file))
    sentence = walker.read("fault-sentence")
    assert told in sentence
    assert "999" in sentence
    assert walker.read("emergency-number") == RING
    assert walker.read("still-101-number") == "101"
    assert not walker.sees("who-question")


def test_after_a_fault_escape_leads_nowhere_worse(open_window: OpenWindow, tmp_path: Path) -> None:
    walker = open_window(directory=lambda: open_directory(tmp_path / "none"))
    walker.press(Qt.Key.Key_Escape, Qt.Key.Key_Backspace, "1")
    assert walker.sees("fault-sentence")
    assert walker.sees("emergency-number")


@pytest.mark.parametrize(
    ("moment", "zone", "told"),
    [
        ("1970-01-01T00:10", "Europe/London", "this directory was made later"),
        ("2099-06-01T12:00", "Europe/London", "clock says 2099"),
        ("2026-11-20T16:05", "Asia/Tokyo", "another time zone (Asia/Tokyo)"),
    ],
)
def test_a_clock_that_cannot_be_trusted_is_told_and_both_lines_are_shown(
    open_window: OpenWindow, moment: str, zone: str, told: str
) -> None:
    walker = open_window(moment, zone=zone).press("1", "1")
    assert walker.read("doubt-1").startswith(("Check the", "Computer set"))
    walker.press("i")
    assert told in walker.read("caution-1")
    shown = {walker.read("first-number"), walker.read("beside-1-number")}
    assert shown == {"01632 960001", "01632 960900"}
    assert walker.read("emergency-number") == RING


def test_settings_that_cannot_be_kept_are_told_in_one_line(open_window: OpenWindow) -> None:
    walker = open_window(settings={"colours": "light"}, trouble=NOT_KEPT)
    walker.find("home-luton").click()  # type: ignore[attr-defined]
    assert walker.read("foot-told") == NOT_KEPT
    walker.press("1", Qt.Key.Key_Return)
    assert walker.read("first-number") == "01632 960005"


def test_a_folder_nobody_can_write_to_forgets_politely(tmp_path: Path) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("", "utf-8")
    for folder in (blocked / "below", None):
        settings = SettingsFile(folder)
        assert settings.read() == {}
        assert settings.write({"home_council": "luton"}) == NOT_KEPT


def test_a_look_up_that_fails_leaves_the_council_buttons(open_window: OpenWindow) -> None:
    def broken(_text: str) -> object:
        raise RuntimeError("the index is gone")

    walker = open_window(answer=broken).press("1", "m")
    assert "Choose a council instead" in walker.read("where-answer")
    walker.find("where-luton").setFocus()
    walker.press(Qt.Key.Key_Return)
    assert walker.read("first-number") == "01632 960005"


def test_what_raises_as_things_move_ends_with_the_page_of_the_fault(walker: Walker) -> None:
    """Put in front again for each error, the page moved things, which raised: for ever."""
    raised: list[int] = []

    def broken(_ring: Ring) -> None:
        raised.append(len(raised))
        if len(raised) < FOR_EVER:  # else this test would not end
            raise ValueError("no place")

    walker.press("1", "1")
    net = UncaughtErrors()
    net.install()
    net.caught.connect(walker.screen.catch)
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Ring, "_fit", broken)
            walker.later("2026-11-20T16:21")
            walker.window.resize(900, 700)
            settle()
    finally:
        net.remove()
    assert walker.sees("fault-sentence")
    assert 0 < len(raised) < FOR_EVER
