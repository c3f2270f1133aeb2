"""One press of the practice's lead who has rung a number to see: it works."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout

from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.call_actions import CallActions
from desktop_app.ui.widgets.failed_button import show_choices
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import pressed_in, tab_in_order
from desktop_app.ui.widgets.text import words

LABEL, DONE = "Works", "Noted: it works"
TOLD = "You have rung it to see. Tells whoever keeps the directory; it marks nothing as checked"
WHO, NOBODY = "Who rang it?", "Do not say"


class WorksButton(IconButton):
    """Offered only where the lead keeps an eye on numbers; pressed once, it says so and rests.

    Where the practice's card names several people, a second press says who of them rang.
    """

    told = Signal(str)
    """It works, and who rang it; empty where nobody is named."""

    def __init__(self, number: str, service: str, name: str, people: Sequence[str] = ()) -> None:
        super().__init__(LABEL, "tick", f"{name}-works", "link")
        self.setAccessibleName(f"{LABEL}: {service}, {number}")
        self.setAccessibleDescription(TOLD)
        self.setToolTip(TOLD)
        self._people = tuple(people)
        self.panel = QFrame()
        self.panel.setObjectName(f"{name}-works-panel")
        self.panel.hide()
        self.clicked.connect(self._press)

    def _press(self) -> None:
        if len(self._people) < 2:
            self._report(*self._people)
        elif self.panel.isHidden():
            self._ask()
        else:
            self.panel.hide()

    def _ask(self) -> None:
        """Who it was; the names are those of the practice's card, so nothing is typed."""
        if self.panel.layout() is None:
            row = Flow(self.panel, gap=8)
            row.addWidget(words(WHO, "strong", wrap=False))
            for number, person in enumerate((*self._people, NOBODY), 1):
                chip = IconButton(
                    person.replace("&", "&&"), "", f"{self.objectName()}-{number}", "chip"
                )
                by = "" if person is NOBODY else person
                chip.clicked.connect(lambda _=False, said=by: self._report(said))
                row.addWidget(chip)
            tab_in_order(self, *pressed_in(self.panel))
        show_choices(self.panel, WHO)

    def _report(self, by: str = "") -> None:
        self.panel.hide()
        self.setText(DONE)
        self.setAccessibleName(DONE)
        self.setEnabled(False)
        announce(self, DONE)
        self.told.emit(by)


def add_works(
    actions: CallActions, number: str, service: str, name: str, into: tuple[QLayout, QVBoxLayout]
) -> None:
    """Where a lead keeps an eye on numbers: the press in a row, below it what they said last."""
    if not actions.tried(number, service):
        return
    row, column = into
    works = WorksButton(number, service, name, actions.people())
    last = words("", "small", f"{name}-rung")

    def say_last() -> None:
        last.setText(actions.rung(number, service))
        last.setVisible(bool(last.text()))

    def hand_on(by: str) -> None:
        actions.works(number, service, by)
        say_last()

    works.told.connect(hand_on)
    row.addWidget(works)
    column.addWidget(works.panel)
    column.addWidget(last)
    say_last()
