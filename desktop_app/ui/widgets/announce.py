"""Tells a screen reader what has changed without moving the focus."""

from PySide6 import QtGui
from PySide6.QtWidgets import QLabel, QWidget


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have `text` read out. Qt before 6.8.2 cannot announce: there the change of name is told."""
    if not text or not QtGui.QAccessible.isActive():
        return
    kind = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if kind is None:
        event = QtGui.QAccessibleEvent(widget, QtGui.QAccessible.Event.NameChanged)
    else:
        event = kind(widget, text)
        levels = QtGui.QAccessible.AnnouncementPoliteness
        event.setPoliteness(levels.Assertive if urgent else levels.Polite)
    QtGui.QAccessible.updateAccessibility(event)


def show_sentence(label: QLabel, sentence: str, *, urgent: bool = False) -> None:
    """Have a label say this, on screen and to a screen reader; without a sentence it goes."""
    label.setText(sentence)
    label.setVisible(bool(sentence))
    announce(label, sentence, urgent=urgent)
