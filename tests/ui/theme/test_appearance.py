"""One look for the whole application: handed down by it, changed by the dresser alone."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app import paths
from desktop_app.ui.theme.appearance import Look, Scheme, appearance
from desktop_app.ui.theme.dresser import Dresser
from desktop_app.ui.theme.icons import Drawings
from desktop_app.ui.theme.palettes import DARK, LIGHT


def test_every_widget_finds_the_same_one(qapp: QApplication) -> None:
    assert appearance() is appearance()
    assert appearance().parent() is qapp


def test_the_dresser_puts_on_the_look_and_tells_of_it(qapp: QApplication, qtbot: QtBot) -> None:
    dresser = Dresser(qapp, paths.resources())
    dresser.wear(Scheme.LIGHT, 100)
    dresser.settle()
    with qtbot.waitSignal(appearance().changed):
        dresser.wear(Scheme.DARK, 150)
    assert appearance().look == Look(DARK, 150)
    assert appearance().look.px(20) == 30
    dresser.wear(Scheme.LIGHT, 100)
    assert appearance().look == Look(LIGHT, 100)


def test_a_drawing_is_drawn_once_for_a_colour_and_a_size(qapp: QApplication) -> None:
    del qapp
    drawings = Drawings(paths.resources() / "icons")
    first = drawings.picture("call", "#000000", 24)
    assert drawings.picture("call", "#000000", 24) is first
    assert drawings.picture("call", "#ffffff", 24) is not first


def test_a_missing_drawing_leaves_its_place_empty(qapp: QApplication, tmp_path: Path) -> None:
    del qapp
    empty = Drawings(tmp_path).picture("call", "#000000", 24, gap=6)
    assert (empty.width(), empty.height()) == (60, 48)
    assert empty.toImage().pixelColor(20, 20).alpha() == 0
