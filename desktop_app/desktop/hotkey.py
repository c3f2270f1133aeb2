"""A key that brings the window to the front from any program: off until somebody sets it."""

import sys
from collections.abc import Callable

from desktop_app.desktop.hotkey_keys import NOT_UNDERSTOOD, Hotkey, Keys, read_keys

NOT_HERE = "A hotkey cannot be set on this kind of desktop. Set one in your system’s own settings."


class NoHotkey:
    """A desktop that gives programs no keys of their own."""

    def set(self, keys: Keys, told: str) -> str:
        """Say that it cannot be done."""
        del keys, told
        return NOT_HERE

    def give_up(self) -> None:
        """There is nothing to give up."""


if sys.platform == "win32":

    def hotkey_here(pressed: Callable[[], None]) -> Hotkey:
        """Windows hands out keys; `pressed` is called for each press."""
        from desktop_app.desktop.hotkey_windows import WindowsHotkey, user32

        return WindowsHotkey(user32(), pressed)

else:

    def hotkey_here(pressed: Callable[[], None]) -> Hotkey:
        """No key is handed out here in a way that every desktop honours."""
        del pressed
        return NoHotkey()


def set_hotkey(hotkey: Hotkey, text: str) -> str:
    """Use these keys; nothing for none. The sentence to show when it cannot be done."""
    hotkey.give_up()
    if not text.strip():
        return ""
    keys = read_keys(text)
    return hotkey.set(keys, text.strip()) if keys else NOT_UNDERSTOOD.format(text.strip())
