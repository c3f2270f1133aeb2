"""The keys a hotkey is made of, read from words, and what a desktop is asked that gives one."""

from typing import NamedTuple, Protocol

ALT, CTRL, SHIFT, WIN = 1, 2, 4, 8
"""The values Windows gives the keys one holds down."""
HELD = {"alt": ALT, "ctrl": CTRL, "control": CTRL, "shift": SHIFT, "win": WIN, "windows": WIN}
FUNCTION_KEYS = {f"f{number}": 0x6F + number for number in range(1, 12)}  # F12 is the debugger's
NOT_UNDERSTOOD = (
    "“{}” cannot be a hotkey. Write it like Ctrl+Alt+W: Ctrl or Alt, then one letter, digit or "
    "F1 to F11."
)
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
