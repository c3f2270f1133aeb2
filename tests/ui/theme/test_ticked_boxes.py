"""What is ticked or chosen shows a mark of its own, in every theme and at every text size."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QListWidgetItem, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app import paths
from desktop_app.ui.theme.appearance import Scheme, appearance
from desktop_app.ui.theme.style import Styler
from desktop_app.ui.widgets.whole_list import WholeList

SCHEMES = (Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST)


@pytest.fixture(scope="module")
def odd_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where an administrator or a person may have put the program."""
    folder = tmp_path_factory.mktemp("home") / "a.b@trust.nhs, it's (x86) 100% & 'new'"
    shutil.copytree(paths.resources(), folder)
    return folder


@pytest.fixture
def styler(qapp: QApplication, odd_folder: Path) -> Iterator[Styler]:
    before, dressed = qapp.styleSheet(), Styler(qapp, odd_folder)
    yield dressed
    dressed.apply(Scheme.LIGHT, 100)
    qapp.setStyleSheet(before)


def ticked(kind: str, *, on: bool) -> QWidget:
    if kind == "list":
        listed = WholeList("ticks", "To tick")
        listed.setProperty("ticks", "true")
        item = QListWidgetItem("Elm Street children’s team")
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        listed.addItem(item)
        return listed
    button = QCheckBox("Meant") if kind == "box" else QRadioButton("Mine")
    button.setAutoExclusive(False)
    button.setChecked(on)
    return button


def dots(picture: QImage, colour: str) -> set[tuple[int, int]]:
    """The dots of the left part, where the box stands, that have this colour."""
    wanted = QColor(colour)
    across, down = range(min(90, picture.width())), range(min(140, picture.height()))
    return {(x, y) for x in across for y in down if picture.pixelColor(x, y) == wanted}


def inside(picture: QImage, colour: str, ground: str) -> int:
    """How many dots of this colour stand within what has the other."""
    filled = dots(picture, ground)
    left, right = min(x for x, _ in filled), max(x for x, _ in filled)
    top, bottom = min(y for _, y in filled), max(y for _, y in filled)
    within = (left < x < right and top < y < bottom for x, y in dots(picture, colour))
    return sum(within)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", ["list", "box", "radio"])
def test_what_is_ticked_is_marked_by_more_than_a_colour(
    qtbot: QtBot, styler: Styler, kind: str, scheme: Scheme, percent: int
) -> None:
    styler.apply(scheme, percent)
    colours = appearance().look.palette
    shown = {}
    for on in (True, False):
        widget = ticked(kind, on=on)
        qtbot.addWidget(widget)
        widget.resize(400, 160)
        widget.show()
        shown[on] = widget.grab().toImage()
    mark, ground = colours.on_accent, colours.accent_fill
    if kind == "radio":  # a dot in a ring, with the ground of the card between them
        mark, ground = colours.card, colours.accent
    assert inside(shown[True], mark, ground) > 12
    assert len(dots(shown[True], ground)) > 60
    assert len(dots(shown[False], ground)) == 0 or colours.edge == ground
    assert len(dots(shown[False], colours.edge)) > 20
