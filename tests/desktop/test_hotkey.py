"""The hotkey: what counts as one, and that a failure is told."""

import ctypes

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from desktop_app.desktop.hotkey import NoHotkey, set_hotkey
from desktop_app.desktop.hotkey_keys import ALT, CTRL, SHIFT, WIN, Keys, read_keys
from desktop_app.desktop.hotkey_windows import NO_REPEAT, OURS, WM_HOTKEY, WindowsHotkey, _Message


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Ctrl+Alt+W", Keys(CTRL | ALT, ord("W"))),
        ("ctrl + shift + 9", Keys(CTRL | SHIFT, ord("9"))),
        ("Win+F9", Keys(WIN, 0x78)),
        ("Alt+F1", Keys(ALT, 0x70)),
    ],
)
def test_keys_as_people_write_them(text: str, keys: Keys) -> None:
    assert read_keys(text) == keys


@pytest.mark.parametrize(
    "text", ["", "W", "Shift+W", "Ctrl+", "Ctrl+Alt", "Hyper+W", "Ctrl+é", "F9", "Ctrl+F12", "+"]
)
def test_what_would_get_in_the_way_of_typing_is_no_hotkey(text: str) -> None:
    assert read_keys(text) is None


class Windows:
    """Windows as far as hotkeys go; `taken` by another program or not."""

    def __init__(self, taken: bool = False) -> None:
        self.taken, self.given = taken, list[tuple[int, int, int]]()

    def RegisterHotKey(self, window: None, number: int, held: int, key: int) -> int:
        if self.taken:
            return 0
        self.given.append((number, held, key))
        return 1

    def UnregisterHotKey(self, window: None, number: int) -> int:
        self.given = [each for each in self.given if each[0] != number]
        return 1


def message(kind: int, number: int) -> int:
    told = _Message(None, kind, number)
    KEPT.append(told)
    return ctypes.addressof(told)


KEPT: list[_Message] = []


def test_the_key_is_asked_for_and_heard(qtbot: QtBot) -> None:
    windows, pressed = Windows(), list[int]()
    hotkey = WindowsHotkey(windows, lambda: pressed.append(1))
    assert set_hotkey(hotkey, "Ctrl+Alt+W") == ""
    assert windows.given == [(OURS, CTRL | ALT | NO_REPEAT, ord("W"))]
    kind = QByteArray(b"windows_generic_MSG")
    assert hotkey.nativeEventFilter(kind, message(WM_HOTKEY, OURS)) == (False, 0)
    hotkey.nativeEventFilter(kind, message(WM_HOTKEY, OURS + 1))
    hotkey.nativeEventFilter(kind, message(WM_HOTKEY - 1, OURS))
    assert pressed == [1]
    hotkey.give_up()
    assert windows.given == []


def test_a_key_of_another_program_is_told(qtbot: QtBot) -> None:
    hotkey = WindowsHotkey(Windows(taken=True), lambda: None)
    assert "another program" in set_hotkey(hotkey, "Ctrl+Alt+W")


def test_a_new_key_takes_the_place_of_the_old(qtbot: QtBot) -> None:
    windows = Windows()
    hotkey = WindowsHotkey(windows, lambda: None)
    set_hotkey(hotkey, "Ctrl+Alt+W")
    set_hotkey(hotkey, "Ctrl+Alt+Q")
    assert [key for _, _, key in windows.given] == [ord("Q")]
    set_hotkey(hotkey, "")
    assert windows.given == []


def test_where_there_are_no_hotkeys_that_is_said() -> None:
    assert "cannot be set on this kind of desktop" in set_hotkey(NoHotkey(), "Ctrl+Alt+W")
    assert set_hotkey(NoHotkey(), "") == ""


def test_nonsense_is_told_with_an_example() -> None:
    assert "Ctrl+Alt+W" in set_hotkey(NoHotkey(), "banana")
