"""Small marks beside a number: whether it answers now, and when somebody last checked it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from desktop_app.domain.hours.status import Badge
from desktop_app.domain.services.trust import Age, Freshness
from desktop_app.ui.widgets.icon import IconLabel
from desktop_app.ui.widgets.text import words

NEEDS_CARE = (Freshness.AMBER, Freshness.RED)


class StateMark(QFrame):
    """Open, likely open, closed or not certain: in words, as a shape, only then as a colour."""

    def __init__(self, state: Badge, text: str, name: str) -> None:
        super().__init__()
        self.setProperty("state", str(state))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 14, 4)
        row.setSpacing(8)
        row.addWidget(IconLabel(str(state), f"{state}_ink", 18, f"{state}_fill"))
        row.addWidget(words(text, "state", name, wrap=False))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class CheckedMark(QFrame):
    """When the number was last checked; an old check stands out, a missing one is told plainly."""

    def __init__(self, age: Age, name: str) -> None:
        super().__init__()
        self.setProperty("checked", str(age.freshness))
        care = age.freshness in NEEDS_CARE
        row = QHBoxLayout(self)
        row.setContentsMargins(*((10, 4, 14, 4) if care else (0, 0, 0, 0)))
        row.setSpacing(8)
        drawing = {Freshness.FRESH: "tick", Freshness.NEVER: "unsure"}.get(age.freshness, "warning")
        row.addWidget(IconLabel(drawing, "caution_ink" if care else "soft", 18))
        row.addWidget(words(age.text, "small", name), 1)
