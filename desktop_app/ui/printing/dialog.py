"""Which printer, and how many: our own small dialog, because quick hide must be able to close it.

The system's print dialog could not be closed from here on Windows, and it shows more than a title.
"""

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.printing.printout import Printout, print_on, printer_for
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import words

NO_PRINTER = "No printer is set up on this computer. Save the page as a PDF instead."
MOST_COPIES = 9


class PrintDialog(QDialog):
    """Asks for the printer and the number of copies; rejected when somebody changed their mind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("print-dialog")
        self.setWindowTitle("Print")
        self._names = QPrinterInfo.availablePrinterNames()
        self._printers = QComboBox()
        self._copies = QComboBox()
        self._print = _button("Print", "print-dialog-print", "strong")
        self._cancel = _button("Cancel", "print-dialog-cancel", "plain")
        self._fill()
        self._lay_out()
        self._print.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)

    def choice(self) -> tuple[str, int]:
        """The name of the printer, and how many copies."""
        return self._printers.currentText(), self._copies.currentIndex() + 1

    def _fill(self) -> None:
        self._printers.setObjectName("print-dialog-printers")
        self._printers.setAccessibleName("Printer")
        self._printers.addItems(self._names)
        usual = QPrinterInfo.defaultPrinterName()
        if usual in self._names:
            self._printers.setCurrentText(usual)
        self._copies.setObjectName("print-dialog-copies")
        self._copies.setAccessibleName("Copies")
        self._copies.addItems([str(number) for number in range(1, MOST_COPIES + 1)])
        self._print.setEnabled(bool(self._names))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        if not self._names:
            column.addWidget(words(NO_PRINTER, "body", "print-dialog-none"))
        for title, box in (("Printer", self._printers), ("Copies", self._copies)):
            row = QHBoxLayout()
            row.addWidget(words(title, "strong", wrap=False))
            row.addWidget(box, 1, Qt.AlignmentFlag.AlignLeft)
            column.addLayout(row)
        buttons = Flow(gap=12)
        buttons.addWidget(self._print)
        buttons.addWidget(self._cancel)
        column.addLayout(buttons)


def ask_and_print(pages: Printout, parent: QWidget) -> str:
    """Ask for a printer, then print; an empty answer, or the sentence that says what went wrong."""
    dialog = PrintDialog(parent)
    try:
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return ""
        return print_on(pages, printer_for(*dialog.choice()))
    finally:
        dialog.deleteLater()


def _button(text: str, name: str, look: str) -> QPushButton:
    button = Button(text)
    button.setObjectName(name)
    button.setProperty("look", look)
    return button
