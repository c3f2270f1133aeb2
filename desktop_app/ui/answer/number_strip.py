"""The first number again, in one line at the top, while its card is scrolled out of sight."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from desktop_app.ui.answer.answer_parts import place_on
from desktop_app.ui.answer.large_call import LargeCall
from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import SIDE, WIDEST, ScrollPage, bring_into_sight
from desktop_app.ui.widgets.text import words
from desktop_app.ui.window.bar import TWO_LINES_FROM


class NumberStrip(QFrame):
    """Keeps the number to ring on screen, however far the page is scrolled."""

    copy_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "strip")
        self.setObjectName("strip")
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(SIDE, 8, SIDE, 8)
        outer.addWidget(inner)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._rows.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(16)
        self._service = words("", "soft", "strip-service")
        self._number = words("", "service", "strip-number", wrap=False)
        self._copy = IconButton("Copy", "copy", "strip-copy")
        self._copy.clicked.connect(lambda: self.copy_requested.emit(self._number.text()))
        row.addWidget(self._number)
        row.addWidget(self._copy)
        row.addStretch()
        self._rows.addWidget(self._service, 1)
        self._rows.addLayout(row)
        self._turn()
        appearance().changed.connect(self._turn)
        self.hide()

    @property
    def holds_focus(self) -> bool:
        """Whether the keyboard would press its button."""
        return self._copy.hasFocus()

    def take_focus(self) -> None:
        """Let the keyboard press its button."""
        self._copy.setFocus()

    def _turn(self) -> None:
        """Beside each other, or one below the other where the text is large."""
        ways, large = QBoxLayout.Direction, appearance().look.percent >= TWO_LINES_FROM
        self._rows.setDirection(ways.TopToBottom if large else ways.LeftToRight)
        self._rows.setSpacing(0 if large else 16)

    def forget(self) -> None:
        """Hold no words any more."""
        for label in (self._service, self._number):
            label.setText("")
        self._copy.setAccessibleName("")
        self.hide()

    def show_card(self, service: str, number: str) -> None:
        """Hold the words of a new answer."""
        self._service.setText(service)
        self._number.setText(number)
        self._copy.setAccessibleName(f"Copy the number of {service}")


class NumberWatch(QObject):
    """Shows the strip while the number of the card is out of sight, on page or below its edge."""

    def __init__(
        self, page: QWidget, strip: NumberStrip, scroll: ScrollPage, first: LargeCall
    ) -> None:
        super().__init__(page)
        self._page, self._strip, self._scroll, self._first = page, strip, scroll, first
        bar = scroll.verticalScrollBar()
        bar.valueChanged.connect(self.look)
        bar.rangeChanged.connect(self.look)

    def look(self) -> None:
        """Show or hide the strip.

        Reckoned without the strip itself, so that its coming and going changes nothing.
        """
        number, scroll = self._first.number, self._scroll
        if not number.text():
            return
        top = place_on(scroll.widget(), number) - scroll.verticalScrollBar().value()
        above, below = top + number.height() // 2 < 0, top + number.height() > self._page.height()
        out_of_sight = above or below
        if self._strip.holds_focus and not out_of_sight:
            self._first.copy.setFocus()
        self._strip.setVisible(out_of_sight)
        if out_of_sight:
            QTimer.singleShot(0, self, self._hand_focus_up)

    def show_copy(self) -> None:
        """Where the number is in sight, Copy has to be as well."""
        if self._first.number.text() and not self._strip.isVisible():
            bring_into_sight(self._first.copy, self._first.number)

    def _hand_focus_up(self) -> None:
        """The keyboard must not press what cannot be seen: Copy in the strip does the same."""
        copy = self._first.copy
        if copy.hasFocus() and copy.visibleRegion().isEmpty() and self._strip.isVisible():
            self._strip.take_focus()
