"""One look for the whole application: handed down by it, changed by the styler alone."""

import gc
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app import paths
from desktop_app.ui.settings.preferences import Preferences
from desktop_app.ui.theme.appearance import (
    LARGEST,
    SMALLEST,
    Drawings,
    Look,
    Scheme,
    appearance,
    clamp_percent,
)
from desktop_app.ui.theme.palettes import DARK, LIGHT
from desktop_app.ui.theme.style import Styler


def test_every_widget_finds_the_same_one(qapp: QApplication) -> None:
    assert appearance() is appearance()
    assert appearance().parent() is qapp


def test_what_tells_the_system_s_wishes_outlives_each_window(qapp: QApplication) -> None:
    """PySide deletes Qt's own object with the last name for it; the next window then asked it."""
    followed = []
    for _ in range(2):
        Styler(qapp, paths.resources()).settle()
        gc.collect()
        followed.append(appearance().hints)
    assert followed[0] is followed[1] is not None


def test_the_styler_sets_the_look_and_tells_of_it(qapp: QApplication, qtbot: QtBot) -> None:
    styler = Styler(qapp, paths.resources())
    styler.apply(Scheme.LIGHT, 100)
    styler.settle()
    with qtbot.waitSignal(appearance().changed):
        styler.apply(Scheme.DARK, 150)
    assert appearance().look == Look(DARK, 150)
    assert appearance().look.px(20) == 30
    styler.apply(Scheme.LIGHT, 100)
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


@pytest.mark.parametrize(
    ("asked", "worn"),
    [(100, 100), (112, 100), (113, 125), (187, 175), (188, 200), (0, 100), (99, 100), (201, 200)],
)
def test_the_nearest_text_size_is_worn(asked: int, worn: int) -> None:
    assert clamp_percent(asked) == worn


@pytest.mark.parametrize(("asked", "worn"), [(10**4000, LARGEST), (-(10**4000), SMALLEST)])
def test_a_number_without_end_in_the_settings_keeps_no_window_from_opening(
    asked: int, worn: int
) -> None:
    assert clamp_percent(asked) == worn
    assert Preferences.of({"text_percent": asked}).percent == worn
