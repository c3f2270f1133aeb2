"""Where this number comes from: everything that is not needed to ring, closed until wanted."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.answer.screen_parts import FOLD, Screen
from desktop_app.domain.answer.script import Script, script_for
from desktop_app.domain.decision.advice import Advice, Call, Tier
from desktop_app.domain.services.directory import Directory
from desktop_app.ui.answer.answer_parts import time_used
from desktop_app.ui.answer.card_text import CardText, card_text
from desktop_app.ui.answer.detail_card import DetailCard
from desktop_app.ui.answer.guidance_links import GuidanceLinks
from desktop_app.ui.widgets.call_actions import CallActions
from desktop_app.ui.widgets.flow import ColumnsBox
from desktop_app.ui.widgets.icon import IconLabel
from desktop_app.ui.widgets.more_calls import MoreCalls, say_nothing
from desktop_app.ui.widgets.page import clear
from desktop_app.ui.widgets.text import words

WHOLE_SCRIPT = "All of what to say"
MORE_CALLS = "Every number of this answer"


class Fold(QWidget):
    """Filled when it is opened and whenever the answer changes while it is open."""

    def __init__(self, actions: CallActions) -> None:
        super().__init__()
        self.setObjectName("fold")
        self._actions = actions
        self._told: tuple[object, ...] = ()
        self._time = words("", "soft", "time-used")
        self.reading = GuidanceLinks()
        self.reading.wanted.connect(actions.read)
        self.more = MoreCalls()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(words(FOLD, "heading", "fold-heading"))
        column.addWidget(self._time)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        column.addWidget(self.reading)
        column.addLayout(self._column)
        column.addWidget(self.more)
        self.hide()

    @property
    def opened(self) -> bool:
        """Whether it is open."""
        return not self.isHidden()

    def show_answer(
        self, advice: Advice, shown: Screen, directory: Directory, practice: str
    ) -> None:
        """Hold the long words of this answer; nothing stirs where they are the same."""
        self._time.setText(time_used(advice))
        texts = [card_text(call, advice, directory) for call in advice.every]
        told = (advice.situation, tuple(texts), advice.warnings, advice.notes, shown.script)
        if told == self._told:
            return
        self._told = told
        self._empty()
        answering = [each.call.service for each in shown.large]
        self._add_script(script_for(advice.situation, practice, answering), shown)
        self._add("caution", "warning", [each.text for each in advice.warnings])
        self._add("note", "note", advice.notes)
        self._column.addWidget(words(MORE_CALLS, "heading", "details-heading"))
        named = list(zip(texts, names(advice.every), strict=True))
        in_sight, behind = named[: len(advice.calls)], named[len(advice.calls) :]
        halves = ColumnsBox(400, gap=10)
        halves.hold(self._cards(in_sight))
        self._column.addWidget(halves)
        self.more.hold(len(behind), lambda: self._cards(behind))
        self.reading.offer(directory.guidance_for(advice.situation.concern))

    def forget(self) -> None:
        """Hold no words any more."""
        self.hide()
        self._told = ()
        self._time.setText("")
        self._empty()
        self.more.hold(0, list)
        self.reading.forget()

    def _empty(self) -> None:
        """Until Qt has taken the cards down they say nothing."""
        for place in range(self._column.count()):
            item = self._column.itemAt(place)
            held = item.widget() if item else None
            if held is not None:
                say_nothing(held)
        clear(self._column)

    def _cards(self, named: Sequence[tuple[CardText, str]]) -> list[DetailCard]:
        return [DetailCard(text, name, self._actions) for text, name in named]

    def _add_script(self, whole: Script, shown: Screen) -> None:
        """All of what to say, where the screen had room for some of it."""
        if whole.lines != shown.script.lines:
            self._column.addWidget(words(WHOLE_SCRIPT, "strong", "script-whole-heading"))
            lines = "\n".join(f"{place}. {each}" for place, each in enumerate(whole.lines, start=1))
            self._column.addWidget(words(f"{lines}\n{whole.close}", "body", "script-whole"))

    def _add(self, kind: str, drawing: str, texts: Sequence[str]) -> None:
        """One card for each thing that has to be said."""
        for place, text in enumerate(texts, start=1):
            frame = QFrame()
            frame.setProperty("card", kind)
            row = QHBoxLayout(frame)
            row.setContentsMargins(16, 10, 16, 10)
            row.setSpacing(12)
            row.addWidget(IconLabel(drawing, "caution_ink" if kind == "caution" else "accent", 22))
            row.addWidget(words(text, "body", f"{kind}-{place}"), 1)
            self._column.addWidget(frame)


def names(calls: Sequence[Call]) -> list[str]:
    """How the parts of each call are found: "first", "beside-1", "fallback-2"."""
    counted = dict.fromkeys(Tier, 0)
    found = []
    for call in calls:
        counted[call.tier] += 1
        place = counted[call.tier]
        found.append("first" if call.tier is Tier.FIRST else f"{call.tier}-{place}")
    return found
