"""What the style sheet goes by can change on a widget that is on screen, and before it is."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.theme.style_property import set_style_property

SHEET = "QLabel { color: #00ff00; } *[state='closed'] QLabel { color: #ff0000; }"
OPEN, CLOSED = "#00ff00", "#ff0000"


def labelled(qtbot: QtBot) -> tuple[QWidget, QLabel]:
    holder, label = QWidget(), QLabel("Closed")
    qtbot.addWidget(holder)
    QVBoxLayout(holder).addWidget(label)
    holder.setStyleSheet(SHEET)
    return holder, label


def colour(label: QLabel) -> str:
    return label.palette().color(label.foregroundRole()).name()


def test_what_is_on_screen_is_styled_anew_with_all_inside(qtbot: QtBot) -> None:
    holder, label = labelled(qtbot)
    with qtbot.waitExposed(holder):
        holder.show()
    assert colour(label) == OPEN
    set_style_property(holder, "state", "closed")
    assert colour(label) == CLOSED


def test_what_is_yet_to_be_shown_is_styled_by_what_was_set_last(qtbot: QtBot) -> None:
    holder, label = labelled(qtbot)
    set_style_property(holder, "state", "closed")
    set_style_property(holder, "state", "open")
    with qtbot.waitExposed(holder):
        holder.show()
    assert colour(label) == OPEN
