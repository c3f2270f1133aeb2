"""A form that has to be sent: copy its address, or scan it; the phone comes first where urgent."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.answer.screen_parts import COPY_FORM, FORM, SCAN_FORM
from desktop_app.domain.services.service import Form
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton, IconLabel
from desktop_app.ui.widgets.page import bring_into_sight
from desktop_app.ui.widgets.text import Sentence, card, words

HIDE = "Hide the code"
OPENS = "Point a phone’s camera at the code: it opens the form."
TRACE = "The address stays in that phone’s list of pages."


class FormBar(QFrame):
    """Stands by the number where a form is compulsory; made once and filled again."""

    copy_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "form")
        self.setObjectName("first-form")
        self._address = ""
        self._rule = Sentence("doubted", "first-form-rule")
        self._rule.setText(FORM)
        self._copy = IconButton(COPY_FORM, "form", "first-form-copy", "firm")
        self._copy.setAccessibleDescription("Puts only the address of the form on the clipboard")
        self._copy.clicked.connect(lambda: self.copy_wanted.emit(self._address))
        self._scan = IconButton(SCAN_FORM, "code", "first-form-code", "link")
        self._scan.clicked.connect(self.turn_code)
        held = QWidget()
        flow = Flow(held, gap=10, line_gap=4)
        for each in (self._rule, self._copy, self._scan):
            flow.addWidget(each)
        self._panel = QFrame()
        self._panel.setObjectName("first-form-code-panel")
        self._drawn = QHBoxLayout(self._panel)
        self._drawn.setSpacing(16)
        self._panel.hide()
        column, row = QVBoxLayout(self), QHBoxLayout()
        self._column = column
        row.setSpacing(10)
        row.addWidget(IconLabel("form", "caution_ink", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(held, 1)
        column.addLayout(row)
        column.addWidget(self._panel)
        self.hide()

    def set_padding(self, around: int) -> None:
        """Stand loosely or closely."""
        self._column.setContentsMargins(12, around, 12, around)

    def show_form(self, form: Form | None) -> None:
        """Show this form, or none."""
        self.setVisible(form is not None)
        address = form.address if form else ""
        if address != self._address:
            self._empty()
            self._address = address
        name = form.name if form else ""
        self._copy.setAccessibleName(f"{COPY_FORM}: {name}" if name else "")
        self._copy.setToolTip(address)
        self._scan.setAccessibleName(f"Code that opens the form: {name}" if name else "")
        for button in (self._copy, self._scan):
            button.setVisible(bool(address))

    def forget(self) -> None:
        """Hold no address any more."""
        self.show_form(None)

    def turn_code(self) -> None:
        """Show the code that opens the form, or hide it."""
        shown = self._panel.isHidden()
        if shown and not self._drawn.count():
            self._draw()
        self._panel.setVisible(shown)
        self._scan.setText(HIDE if shown else SCAN_FORM)
        if shown:
            bring_into_sight(self._panel)

    def _draw(self) -> None:
        from desktop_app.ui.widgets.qr import address_qr  # what draws codes takes 20 ms to load

        tile = card("code", "", (6, 6, 6, 6))
        tile.layout().addWidget(address_qr(self._address, "first-form-qr"))  # type: ignore[union-attr]
        self._drawn.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
        beside = QWidget()
        told = QVBoxLayout(beside)
        told.setContentsMargins(0, 0, 0, 0)
        for text in (OPENS, TRACE, self._address):
            told.addWidget(words(text, "line", copies=text == self._address))
        told.addStretch()
        self._drawn.addWidget(beside, 1)

    def _empty(self) -> None:
        self._panel.hide()
        self._scan.setText(SCAN_FORM)
        while self._drawn.count():
            item = self._drawn.takeAt(0)
            thing = item.widget() if item else None
            if thing is not None:
                thing.hide()
                thing.deleteLater()
