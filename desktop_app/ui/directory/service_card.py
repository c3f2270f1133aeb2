"""Everything about one service: its numbers as they are now, and every fact with its source."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from desktop_app.domain.browse.catalogue import Moment
from desktop_app.domain.browse.service_facts import NO_LINES, ServiceFacts
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.ui.directory.service_line import LineCard, OldLines
from desktop_app.ui.directory.week_strip import WeekStrip
from desktop_app.ui.widgets.call_actions import CallActions
from desktop_app.ui.widgets.dial_code import CodeButton
from desktop_app.ui.widgets.failed_button import FailedButton
from desktop_app.ui.widgets.flow import ColumnsBox
from desktop_app.ui.widgets.icon import IconButton, IconLabel
from desktop_app.ui.widgets.page import ScrollPage
from desktop_app.ui.widgets.text import card, column_of, words

NOT_KNOWN = "Not known"
DISAGREE = "Sources disagree"
NOTES = "Good to know"
SOURCES = "Where this comes from"
WAYS = "Other ways to reach them"


class ServiceCard(ScrollPage):
    """Shows one service; where only the time has moved on and nothing changed, nothing stirs."""

    def __init__(self, actions: CallActions) -> None:
        super().__init__("service-card")
        self._actions = actions
        self.setAccessibleName("Service")
        self.facts: ServiceFacts | None = None
        self._held: QWidget | None = None

    def show_facts(self, facts: ServiceFacts, moment: Moment) -> None:
        """Show a service, or the same one as it is now."""
        if facts == self.facts:
            self._mark_now(moment)
            return
        same = self.facts is not None and self.facts.service_id == facts.service_id
        place = self.verticalScrollBar().value() if same else 0
        focus, opened = (self._focus_name(), self._opened()) if same else ("", ())
        self._put(_ServiceBody(facts, self._actions))
        self.facts = facts
        self._mark_now(moment)
        self._open_again(opened)
        self.verticalScrollBar().setValue(place)
        if focus and self._held is not None and (found := self._held.findChild(QWidget, focus)):
            found.setFocus()

    def _mark_now(self, moment: Moment) -> None:
        """Where "now" lies in each week; nowhere while the clock is in doubt."""
        wall = moment.at.astimezone(UK)
        minute = None if moment.doubted else wall.hour * 60 + wall.minute
        for strip in self._held.findChildren(WeekStrip) if self._held else ():
            strip.mark_now(minute)

    def clear(self) -> None:
        """Show no service."""
        self.facts = None
        self._put(None)

    def focus_first(self) -> bool:
        """Give the focus to the first number's button; whether there is one."""
        button = self._held.findChild(IconButton) if self._held else None
        if button is not None:
            button.setFocus(Qt.FocusReason.TabFocusReason)
        return button is not None

    @property
    def number(self) -> str:
        """The number to copy: that of the button in focus, else the first; empty without any."""
        if self.facts is None:
            return ""
        focus = self._focus_name()
        lines = [line for line in self.facts.lines if line.usable]
        named = (line.number for line in lines if focus == f"line-{line.id}-copy")
        return next(named, self.facts.first_number)

    def _opened(self) -> tuple[str, ...]:
        """The buttons whose code or choices are on screen."""
        return tuple(each.objectName() for each in self._openers() if each.opened)

    def _open_again(self, names: Sequence[str]) -> None:
        """Somebody is in the middle of it: that the time moved on must not take it away."""
        for each in self._openers():
            if each.objectName() in names:
                each.turn()

    def _openers(self) -> list[CodeButton | FailedButton]:
        body = self._held
        if body is None:
            return []
        return [*body.findChildren(CodeButton), *body.findChildren(FailedButton)]

    def _focus_name(self) -> str:
        focus = QApplication.focusWidget()
        return focus.objectName() if focus and self.isAncestorOf(focus) else ""

    def _put(self, body: QWidget | None) -> None:
        if self._held is not None:
            self._held.hide()
            self.column.removeWidget(self._held)
            self._held.deleteLater()
        self._held = body
        if body is not None:
            self.column.insertWidget(0, body)
        if self.column.count() == (1 if body else 0):
            self.column.addStretch(1)


class _ServiceBody(QWidget):
    """The column of one service."""

    def __init__(self, facts: ServiceFacts, actions: CallActions) -> None:
        super().__init__()
        self._actions = actions
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._head(facts)
        self._numbers(facts)
        self._reach(facts)
        self._disputes(facts)
        self._list(NOT_KNOWN, facts.gaps, "gaps")
        self._list(NOTES, facts.notes, "notes")
        self._facts(facts)
        self._sources(facts)

    def _head(self, facts: ServiceFacts) -> None:
        eyebrow = " · ".join(part for part in (facts.part, facts.area) if part)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(words(eyebrow, "eyebrow", "service-part"))
        head.addWidget(words(facts.name, "service", "service-name"))
        if facts.organisation and facts.organisation not in facts.name:
            head.addWidget(words(facts.organisation, "soft", "service-organisation"))
        head.addWidget(words(facts.summary, "body", "service-summary"))
        self._column.addLayout(head)
        for number, warning in enumerate(facts.warnings, 1):
            self._column.addWidget(_warning(warning, f"service-warning-{number}"))

    def _numbers(self, facts: ServiceFacts) -> None:
        usable = [line for line in facts.lines if line.usable]
        old = [line for line in facts.lines if not line.usable]
        for line in usable:
            shown = LineCard(line, facts.name, self._actions, first=line is usable[0])
            self._column.addWidget(shown)
        if not usable:
            frame = card("plain", "no-numbers", (20, 14, 20, 14))
            column_of(frame).addWidget(words(NO_LINES, "strong"))
            self._column.addWidget(frame)
        if old:
            self._column.addWidget(OldLines(old))

    def _reach(self, facts: ServiceFacts) -> None:
        if not facts.reach:
            return
        section = _section(WAYS, "service-reach")
        for kind, text, note in facts.reach:
            column_of(section).addWidget(words(kind, "soft"))
            label = words(_breakable(text), "body", copies=True)
            label.setAccessibleName(f"{kind}: {text}")
            column_of(section).addWidget(label)
            if note:
                column_of(section).addWidget(words(note, "small"))
        self._column.addWidget(section)

    def _disputes(self, facts: ServiceFacts) -> None:
        for number, (about, text, sources) in enumerate(facts.disputes, 1):
            frame = card("caution", f"service-dispute-{number}", (20, 14, 20, 14))
            column = column_of(frame)
            column.setSpacing(4)
            column.addWidget(words(f"{DISAGREE}: {about[:1].lower()}{about[1:]}", "strong"))
            column.addWidget(words(text, "body"))
            for source in sources:
                column.addWidget(words(source, "small"))
            self._column.addWidget(frame)

    def _list(self, heading: str, texts: Sequence[str], name: str) -> None:
        if texts:
            section = _section(heading, f"service-{name}")
            for text in texts:
                column_of(section).addWidget(words(text, "body"))
            self._column.addWidget(section)

    def _sources(self, facts: ServiceFacts) -> None:
        if not facts.all_sources:
            return
        section = _section(SOURCES, "service-sources")
        for about, sources in facts.all_sources:
            column_of(section).addWidget(words(about, "soft"))
            for source in sources:
                column_of(section).addWidget(words(source, "small"))
        self._column.addWidget(section)

    def _facts(self, facts: ServiceFacts) -> None:
        if not facts.facts:
            return
        columns = ColumnsBox(240, gap=16)
        columns.hold([_fact(heading, text) for heading, text in facts.facts])
        section = _section("", "service-facts")
        column_of(section).addWidget(columns)
        self._column.addWidget(section)


def _section(heading: str, name: str) -> QFrame:
    frame = card("quiet", name, (0, 14, 0, 0))
    column_of(frame).setSpacing(6)
    if heading:
        column_of(frame).addWidget(words(heading, "strong"))
    return frame


def _fact(heading: str, text: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(words(heading, "strong"))
    column.addWidget(words(text, "soft"))
    column.addStretch()
    return holder


def _warning(text: str, name: str) -> QFrame:
    frame = card("caution", f"{name}-card", (16, 10, 16, 10))
    row = column_of(frame)
    row.setDirection(QVBoxLayout.Direction.LeftToRight)
    row.addWidget(IconLabel("warning", "caution_ink", 22), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words(text, "strong", name), 1)
    return frame


def _breakable(address: str) -> str:
    """A long address may wrap after a slash, an @ or a dot; the marks put in take no room."""
    for mark in "/@.":
        address = address.replace(mark, f"{mark}\u200b")
    return address
