"""What nobody can see need not be watched closely."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.window.in_view import watch_sight


def shown(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_a_minimised_window_is_out_of_sight_until_it_is_back(qtbot: QtBot) -> None:
    window, said = shown(qtbot), list[bool]()
    watch_sight(window, lambda *, seen: said.append(seen))
    window.showMinimized()
    assert said[-1] is False
    window.showNormal()
    assert said[-1] is True


def test_a_window_put_away_is_out_of_sight(qtbot: QtBot) -> None:
    window, said = shown(qtbot), list[bool]()
    watch_sight(window, lambda *, seen: said.append(seen))
    window.hide()
    assert said[-1] is False


def test_a_small_window_above_others_is_still_seen(qtbot: QtBot) -> None:
    window, said = shown(qtbot), list[bool]()
    _small = shown(qtbot)
    watch_sight(window, lambda *, seen: said.append(seen))
    window.showMinimized()
    assert said[-1] is True


def test_a_window_never_shown_is_left_alone(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    watch_sight(window, lambda *, seen: None)
    assert window.windowHandle() is None
