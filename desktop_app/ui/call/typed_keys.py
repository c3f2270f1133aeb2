"""Which keys type something, and which are commands."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def chorded(event: QKeyEvent) -> bool:
    """Whether a key is pressed together with Ctrl, Alt or the like: a command, no text.

    Ctrl and Alt together are AltGr, which types.
    """
    modifiers = Qt.KeyboardModifier
    held = event.modifiers() & (
        modifiers.ControlModifier | modifiers.AltModifier | modifiers.MetaModifier
    )
    return held not in (
        modifiers.NoModifier,
        modifiers.ControlModifier | modifiers.AltModifier,
    )


def types_on(event: QKeyEvent) -> bool:
    """Whether a key types something that can be seen."""
    return bool(event.text().strip()) and event.text().isprintable() and not chorded(event)
