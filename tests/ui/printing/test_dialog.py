"""Our own small print dialog: neutral, closable, and honest where there is no printer."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.printing.dialog import NO_PRINTER, PrintDialog, ask_and_print
from desktop_app.ui.printing.printout import Printout


@pytest.fixture
def printers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Upstairs", "Reception"])
    monkeypatch.setattr(QPrinterInfo, "defaultPrinterName", lambda: "Reception")


def test_the_usual_printer_stands_first(qtbot: QtBot, printers: None) -> None:
    dialog = PrintDialog()
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Print"
    assert dialog.choice() == ("Reception", 1)


def test_without_a_printer_it_says_what_to_do(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    dialog = PrintDialog()
    qtbot.addWidget(dialog)
    told, button = (
        dialog.findChild(QLabel, "print-dialog-none"),
        dialog.findChild(QPushButton, "print-dialog-print"),
    )
    assert told is not None
    assert told.text() == NO_PRINTER
    assert button is not None
    assert not button.isEnabled()


def test_closed_from_outside_nothing_is_printed(qtbot: QtBot, printers: None) -> None:
    """Quick hide closes whatever dialog is open."""
    owner = QWidget()
    qtbot.addWidget(owner)
    drawn: list[object] = []

    def hide() -> None:
        active = QApplication.activeModalWidget()
        assert isinstance(active, PrintDialog)
        active.reject()

    QTimer.singleShot(0, hide)
    assert ask_and_print(Printout((drawn.append,), "x.pdf"), owner) == ""
    assert drawn == []
