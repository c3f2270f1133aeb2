"""The reports about numbers that failed: listed, written to a file for the steward, taken out."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.practice.failed_number import FailedNumberReport, report_words
from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import clear, pressed_in, tab_in_order
from desktop_app.ui.widgets.path_field import SavePlace
from desktop_app.ui.widgets.text import words

TITLE = "Numbers that failed"
TOLD = (
    "Made with “This number failed” beside a number. A slip holds the number, its service, the "
    "minute and what happened. The file of them names your practice only by the code your IT set. "
    "They stay on this computer until you hand them on."
)
NONE = "No slips."
WRITTEN = "Written to {}. Send the file to whoever keeps your directory, then take the slips out."
NUMBER_ROOM = 132
"""Pixels at 100 % text that hold any number, so that the words beside them stand in a column."""
Reports = Sequence[tuple[int, FailedNumberReport]]


class FailedView(QFrame):
    """Shows the reports it is given; keeping them is somebody else's business."""

    removal_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("failed-numbers")
        self.setProperty("card", "plain")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(words(TITLE, "heading"))
        column.addWidget(words(TOLD, "soft"))
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column.addLayout(self._list)
        self._ids: frozenset[int] = frozenset()
        self.place = SavePlace("failed-save", "failed-numbers.csv")
        column.addLayout(self._deeds())
        column.addWidget(self.place)
        self._said = words("", "strong", "failed-told")
        self._said.hide()
        column.addWidget(self._said)
        tab_in_order(*pressed_in(self._export, self._remove_all, self.place))

    def show_reports(self, reports: Reports, trouble: str = "") -> None:
        """List these, or say why they cannot be listed."""
        clear(self._list)
        self._ids = frozenset(each for each, _ in reports)
        if not reports:
            self._list.addWidget(words(trouble or NONE, "body", "failed-none"))
        rows = [self._row(each, failed) for each, failed in reports]
        for row in rows:
            self._list.addWidget(row)
        tab_in_order(*pressed_in(*rows, self._export, self._remove_all, self.place))
        for button in (self._export, self._remove_all):
            button.setVisible(bool(reports))

    def show_written(self, path: Path, trouble: str) -> None:
        """Say what came of writing the file."""
        self._said.setText(trouble or WRITTEN.format(path))
        self._said.show()
        announce(self._said, self._said.text())

    def forget(self) -> None:
        """Close what was opened; the reports themselves stay."""
        self.place.forget()
        self._said.hide()

    def _deeds(self) -> Flow:
        self._export = IconButton("Write them to a file", "save", "failed-export")
        self._export.clicked.connect(self.place.ask)
        self._remove_all = IconButton("Take all of them out", "remove", "failed-remove-all")
        self._remove_all.clicked.connect(lambda: self.removal_wanted.emit(self._ids))
        row = Flow(gap=12)
        row.addWidget(self._export)
        row.addWidget(self._remove_all)
        return row

    def _row(self, report_id: int, failed: FailedNumberReport) -> QWidget:
        frame = QFrame()
        frame.setProperty("card", "quiet")
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(16)
        number = words(failed.number, "strong", f"report-{report_id}-number", wrap=False)
        number.setMinimumWidth(appearance().look.px(NUMBER_ROOM))
        row.addWidget(number)
        row.addWidget(words(report_words(failed), "body", f"report-{report_id}"), 1)
        remove = IconButton("", "remove", f"report-{report_id}-remove")
        remove.setAccessibleName(f"Take out the slip about {failed.number}")
        remove.setToolTip("Take out")
        remove.clicked.connect(lambda: self.removal_wanted.emit(frozenset({report_id})))
        row.addWidget(remove)
        return frame
