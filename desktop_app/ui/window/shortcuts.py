"""What can be done from the keyboard anywhere in the window: words, keys and deed in one place."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class Action(NamedTuple):
    """One deed, the keys for it, and the words the list of keys shows."""

    id: str
    keys: tuple[str, ...]
    told: str
    does: str


ACTIONS = (
    Action("start-again", ("Esc",), "Esc", "Start again, forgetting every answer"),
    Action("find", ("Ctrl+F", "/"), "/ or Ctrl + F", "Search the directory"),
    Action("copy", ("Ctrl+C",), "C or Ctrl + C", "Copy the number; with words marked, those words"),
    Action("back", ("Alt+Left",), "Backspace or Alt + Left", "Take the last answer back"),
    Action("what-if", ("Ctrl+T",), "Ctrl + T", "What if it were another time?"),
    Action("larger", ("Ctrl++", "Ctrl+="), "Ctrl + plus", "Larger text"),
    Action("smaller", ("Ctrl+-",), "Ctrl + minus", "Smaller text"),
    Action("usual-size", ("Ctrl+0",), "Ctrl + 0", "Usual text size"),
)

REPEATS = ("larger", "smaller")
"""What a key held down goes on doing; everything else happens once."""

KEYS = (
    ("Shift three times", "Hide everything at once, and forget every answer"),
    ("1 to 6", "Answer the question on screen"),
    ("Enter", "Take what is marked; press what has the focus"),
    ("Any letter", "On “Where did it happen?”: type a postcode or a place"),
    ("Page Up, Page Down, Home, End", "Scroll the page"),
    ("Q", "On an answer: show the code a phone can dial from, or hide it"),
    ("N", "On an answer: nobody answered, show the next number"),
    ("I", "On an answer: where the numbers come from"),
    ("K", "On an answer: keep the number in a small window above other programs"),
    ("Y", "On an answer: yes to the question asked in it"),
    *((action.told, action.does) for action in ACTIONS),
)
"""Every key of the window, for the settings page."""


def bind(window: QWidget, deeds: Mapping[str, Callable[[], None]]) -> None:
    """Give each action its keys in this window; KeyError when one has nothing to do."""
    for action in ACTIONS:
        for keys in action.keys:
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.setAutoRepeat(action.id in REPEATS)
            shortcut.activated.connect(deeds[action.id])
