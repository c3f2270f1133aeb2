"""A failing test leaves a picture of the window it looked at."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

pytest_plugins = ["pytester"]
CONFTEST = Path(__file__).with_name("conftest.py")
SHOWS_A_WINDOW = """
from PySide6.QtWidgets import QLabel

def test_window(qtbot):
    label = QLabel("999")
    qtbot.addWidget(label)
    label.resize(200, 100)
    label.show()
    assert {outcome}
"""


@pytest.mark.slow
@pytest.mark.parametrize(("outcome", "pictures"), [(False, 1), (True, 0)])
def test_only_a_failure_is_pictured(
    pytester: pytest.Pytester, outcome: bool, pictures: int
) -> None:
    pytester.makeconftest(CONFTEST.read_text("utf-8"))
    pytester.makepyfile(SHOWS_A_WINDOW.format(outcome=outcome))
    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(
        passed=int(outcome), failed=int(not outcome)
    )
    saved = list(pytester.path.glob(".pictures/*.png"))
    assert len(saved) == pictures
    assert all(QImage(str(path)).width() == 200 for path in saved)


def test_a_qt_warning_fails_a_test(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nqt_log_level_fail = WARNING\nqt_api = pyside6\n")
    pytester.makepyfile(
        "from PySide6.QtCore import qWarning\ndef test_it(): qWarning('a slot is gone')"
    )
    pytester.runpytest_subprocess().assert_outcomes(failed=1)


def test_labels_can_be_drawn_here(qtbot: QtBot) -> None:
    label = QLabel("999")
    qtbot.addWidget(label)
    assert label.sizeHint().width() > 0
