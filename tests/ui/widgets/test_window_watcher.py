"""Every window of the program is looked at once, and let go of when it is gone."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.ui.widgets.window_watcher import WindowWatcher


class Counted(WindowWatcher):
    """Counts the keys that come by."""

    presses = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        self.presses += event.type() is QEvent.Type.KeyPress
        return False


def test_a_window_is_watched_once_however_often_it_has_the_focus(qapp: QApplication) -> None:
    watcher, window = Counted(qapp, None), QWindow()
    watcher.watch(window)
    watcher.watch(window)
    watcher.watch(None)
    QTest.keyClick(window, "1")  # type: ignore[call-overload]  # the stubs know no letters
    assert watcher.presses == 1


def test_another_window_is_watched_too_and_one_that_is_gone_no_more(qapp: QApplication) -> None:
    watcher, first, second = Counted(qapp, None), QWindow(), QWindow()
    watcher.watch(first)
    watcher.watch(second)
    first.deleteLater()
    QApplication.sendPostedEvents(first, QEvent.Type.DeferredDelete)
    QTest.keyClick(second, "1")  # type: ignore[call-overload]  # the stubs know no letters
    assert watcher.presses == 1
    assert watcher._watched == {second}
