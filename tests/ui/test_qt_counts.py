"""The binding to Qt must not lose count of None: Python 3.11 aborts when its count reaches zero."""

import sys

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

CALLS = 500


def test_calls_that_return_nothing_leave_none_alone(qapp: QApplication) -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("thing")
    assert sys.getrefcount(None) > before - CALLS // 2
