"""One press of the practice's lead who has rung a number to see: it works."""

from PySide6.QtCore import Signal

from desktop_app.domain.practice.failed_number import WhatHappened
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.icon import IconButton

LABEL, DONE = "Works", "Noted: it works"
TOLD = "You have rung it to see. Tells whoever keeps the directory; it marks nothing as checked"


class WorksButton(IconButton):
    """Offered only where the lead keeps an eye on numbers; pressed once, it says so and rests."""

    told = Signal(object)

    def __init__(self, number: str, service: str, name: str) -> None:
        super().__init__(LABEL, "tick", f"{name}-works", "link")
        self.setAccessibleName(f"{LABEL}: {service}, {number}")
        self.setAccessibleDescription(TOLD)
        self.setToolTip(TOLD)
        self.clicked.connect(self._press)

    def _press(self) -> None:
        self.setText(DONE)
        self.setAccessibleName(DONE)
        self.setEnabled(False)
        announce(self, DONE)
        self.told.emit(WhatHappened.WORKS)
