"""One number on a service's card: whether it answers, its hours, how far it can be trusted."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop_app.domain.browse.service_facts import LineFacts
from desktop_app.ui.directory.badges import CheckedMark, StateMark
from desktop_app.ui.directory.week_strip import Legend, WeekStrip
from desktop_app.ui.widgets.call_actions import CallActions
from desktop_app.ui.widgets.dial_code import CodeButton, CodePanel
from desktop_app.ui.widgets.failed_button import EMERGENCY, FailedButton
from desktop_app.ui.widgets.flow import LINK_PADDING, Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.number_label import NumberLabel
from desktop_app.ui.widgets.text import spelled, words
from desktop_app.ui.widgets.works_button import add_works

FIRST_PX, OTHER_PX = 44, 28


class LineCard(QFrame):
    """A number one can ring, with a button that copies it; the first of a service is larger."""

    def __init__(self, line: LineFacts, service: str, actions: CallActions, *, first: bool) -> None:
        super().__init__()
        self._actions = actions
        name = f"line-{line.id}"
        self.setObjectName(name)
        self.setProperty("card", "hero" if first else "plain")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(6)
        column.addWidget(words(kind_of(line), "strong", f"{name}-kind"))
        column.addLayout(self._number(line, service, name, first=first))
        if line.state is not None:
            marks = Flow(gap=12)
            marks.addWidget(StateMark(line.state, line.state_words, f"{name}-state"))
            column.addLayout(marks)
        for text, voice, part in _said(line):
            if text:
                column.addWidget(words(text, voice, f"{name}-{part}"))
        self._add_week(column, line, name, legend=first)
        self._add_deeds(column, line, service, name)
        column.addWidget(CheckedMark(line.age, f"{name}-checked"))
        column.addWidget(words(line.source, "small", f"{name}-source"))

    def _add_week(self, column: QVBoxLayout, line: LineFacts, name: str, *, legend: bool) -> None:
        """The coming week drawn, what its shapes mean, and the bank holidays in words."""
        if not line.week:
            return
        column.addWidget(WeekStrip(line.week, f"{name}-week"))
        if legend:
            column.addWidget(Legend(f"{name}-legend"))
        for at, holiday in enumerate(line.holidays, 1):
            column.addWidget(words(f"Bank holiday, {holiday}", "small", f"{name}-holiday-{at}"))

    def _number(self, line: LineFacts, service: str, name: str, *, first: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(NumberLabel(line.number, f"{name}-number", FIRST_PX if first else OTHER_PX))
        if line.keyed:
            row.addWidget(words(line.keyed, "menu", f"{name}-keyed", wrap=False))
        button = IconButton("Copy", "copy", f"{name}-copy", "strong" if first else "plain")
        button.setProperty("snug", True)
        button.setToolTip("Copy the number")
        button.setAccessibleName(f"Copy {line.number}, {kind_of(line)} of {service}")
        button.setAccessibleDescription("Puts only the number on the clipboard")
        button.clicked.connect(lambda: self._actions.copy(line.number))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()
        return row

    def _add_deeds(self, column: QVBoxLayout, line: LineFacts, service: str, name: str) -> None:
        """Beside reading and copying: a code where one may, and a report if the number failed."""
        row = Flow(gap=4, line_gap=0, out=LINK_PADDING)
        column.addLayout(row)
        if line.dialled:
            button = CodeButton(service, line.number, name)
            panel = CodePanel(line.dialled, line.number, name, then=line.keyed)
            button.turned.connect(panel.turn)
            row.addWidget(button)
            column.addWidget(panel)
        if line.number == EMERGENCY:
            return
        failed = FailedButton(line.number, service, name)
        failed.told.connect(lambda what: self._actions.report(line.number, service, what))
        row.addWidget(failed)
        column.addWidget(failed.panel)
        add_works(self._actions, line.number, service, name, (row, column))


class OldLines(QFrame):
    """Numbers that must not be used: shown, so that nobody who finds one elsewhere is misled."""

    def __init__(self, lines: Iterable[LineFacts]) -> None:
        super().__init__()
        self.setObjectName("old-lines")
        self.setProperty("card", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(4)
        column.addWidget(words("Do not use", "strong"))
        for line in lines:
            struck = words(line.number, "struck", f"line-{line.id}-number", wrap=False)
            struck.setAccessibleName(f"Do not ring {spelled(line.number)}")
            column.addWidget(struck)
            told = ". ".join(part for part in (line.standing, line.label) if part)
            column.addWidget(words(told, "soft", f"line-{line.id}-standing"))
            if line.note:
                column.addWidget(words(line.note, "small", f"line-{line.id}-note"))
            column.addWidget(words(line.source, "small"))


def kind_of(line: LineFacts) -> str:
    """What sort of line it is and who picks up: "Out-of-hours line: Emergency Duty Team"."""
    same = line.label.casefold() == line.kind.casefold()
    return f"{line.kind}: {line.label}" if line.label and not same else line.kind


def _said(line: LineFacts) -> tuple[tuple[str, str, str], ...]:
    return (
        (line.standing, "doubt", "standing"),
        (line.note, "body", "note"),
        (f"Hours: {line.hours}" if line.hours else "", "soft", "hours"),
    )
