"""A key that brings the window to the front from any program: off until somebody sets it."""

import sys
from collections.abc import Callable
from typing import NamedTuple, Protocol

ALT, CTRL, SHIFT, WIN = 1, 2, 4, 8
"""The values Windows gives the keys one holds down."""
HELD = {"alt": ALT, "ctrl": CTRL, "control": CTRL, "shift": SHIFT, "win": WIN, "windows": WIN}
FUNCTION_KEYS = {f"f{number}": 0x6F + number for number in range(1, 12)}  # F12 is the debugger's
NOT_UNDERSTOOD = (
    "“{}” cannot be a hotkey. Write it like Ctrl+Alt+W: Ctrl or Alt, then one letter, digit or "
    "F1 to F11."
)
NOT_HERE = "A hotkey cannot be set on this kind of desktop. Set one in your system’s own settings."
TAKEN = "{} is used by another program already. Choose another key."


class Keys(NamedTuple):
    """Keys held down, and the one pressed, as Windows numbers them."""

    held: int
    pressed: int


class Hotkey(Protocol):
    """How a desktop is asked for a key."""

    def set(self, keys: Keys, told: str) -> str:
        """Take this key in place of the one before; the sentence to show when that fails."""
        ...

    def give_up(self) -> None:
        """Take no key any more."""
        ...


def read_keys(text: str) -> Keys | None:
    """The keys "Ctrl+Alt+W" stands for; none for anything that would get in the way of typing."""
    *names, last = [part.strip().casefold() for part in text.split("+")]
    held = 0
    for name in names:
        if name not in HELD:
            return None
        held |= HELD[name]
    if not held & (CTRL | ALT | WIN):
        return None
    if len(last) == 1 and last.isascii() and last.isalnum():
        return Keys(held, ord(last.upper()))
    pressed = FUNCTION_KEYS.get(last)
    return Keys(held, pressed) if pressed else None


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
