"""The hotkey on Windows: RegisterHotKey, and its message as Qt passes it on."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

from desktop_app.desktop.hotkey_keys import TAKEN, Keys

WM_HOTKEY = 0x0312
NO_REPEAT = 0x4000
OURS = 1
"""Any number that is ours alone in this thread."""


class User32(Protocol):
    """The two calls of Windows that are used."""

    def RegisterHotKey(self, window: None, number: int, held: int, key: int) -> int:
        """Not 0 when the key was given."""
        ...

    def UnregisterHotKey(self, window: None, number: int) -> int:
        """Not 0 when it was taken back."""
        ...


class _Message(ctypes.Structure):
    """What Windows calls MSG, as far as it is read here."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("number", ctypes.c_size_t),
    )


class WindowsHotkey(QAbstractNativeEventFilter):
    """Asks Windows for a key and hears when it is pressed."""

    def __init__(self, windows: User32, pressed: Callable[[], None]) -> None:
        super().__init__()
        self._windows, self._pressed = windows, pressed
        self._held = False

    def set(self, keys: Keys, told: str) -> str:
        """Take this key; the sentence to show when another program has it."""
        self.give_up()
        if not self._windows.RegisterHotKey(None, OURS, keys.held | NO_REPEAT, keys.pressed):
            return TAKEN.format(told)
        self._held = True
        if (app := QCoreApplication.instance()) is not None:
            app.installNativeEventFilter(self)
        return ""

    def give_up(self) -> None:
        """Let other programs have the key again."""
        if self._held:
            self._windows.UnregisterHotKey(None, OURS)
            self._held = False
            if (app := QCoreApplication.instance()) is not None:
                app.removeNativeEventFilter(self)

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview[int], message: int
    ) -> object:
        """Hear our key among the messages of Windows; hold none back."""
        if self._held and QByteArray(kind).startsWith(b"windows"):
            told = _Message.from_address(int(message))
            if told.message == WM_HOTKEY and told.number == OURS:
                self._pressed()
        return False, 0


if sys.platform == "win32":

    def user32() -> User32:
        """Windows' own library."""
        library: User32 = ctypes.windll.user32
        return library

else:

    def user32() -> User32:
        """OSError: this is not Windows."""
        raise OSError("There is no user32 here.")
