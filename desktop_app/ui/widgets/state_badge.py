"""The state of a line beside its number: in words, as a shape, only then as a colour."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from desktop_app.domain.hours.status import Badge
from desktop_app.ui.theme.style_property import set_style_property
from desktop_app.ui.widgets.icon import IconLabel
from desktop_app.ui.widgets.text import words


class StateBadge(QFrame):
    """Open, likely open, closed or not certain."""

    def __init__(self, name: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 12, 3)
        row.setSpacing(6)
        self._drawing = IconLabel("unknown", "unknown_ink", 18, "unknown_fill")
        self._words = words("", "state", name, wrap=False)
        row.addWidget(self._drawing)
        row.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, badge: Badge, said: str) -> None:
        """Show another state."""
        set_style_property(self, "state", str(badge))
        self._drawing.turn_to(str(badge), f"{badge}_ink", f"{badge}_fill")
        self._words.setText(said)
