"""The ring around what has the focus goes with it, however it went."""

from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from shiboken6 import delete, isValid

from desktop_app.ui.window.focus_ring import Ring


def test_a_ring_outlives_what_it_surrounds_by_nothing(qapp: QApplication) -> None:
    page = QWidget()
    page.setObjectName("page")
    holder = QWidget(page)
    button = QPushButton("Copy", holder)
    page.show()
    ring = Ring(button)
    delete(button)
    holder.hide()  # asked the button that is gone: the program came to its end here
    QApplication.sendPostedEvents(ring, 52)  # DeferredDelete
    assert not isValid(ring)


def test_a_ring_that_was_left_does_not_come_back(qapp: QApplication) -> None:
    page = QWidget()
    page.setObjectName("page")
    holder = QWidget(page)
    button = QPushButton("Copy", holder)
    page.show()
    ring = Ring(button)
    assert ring.isVisible()
    ring.retire()
    holder.hide()
    holder.show()
    assert not ring.isVisible()
    delete(page)
    assert not isValid(ring)
