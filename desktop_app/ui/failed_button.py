"""One press and one choice: this number failed, and how."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from desktop_app.domain.failed_number import WORDS, WhatHappened
from desktop_app.ui.icons import IconButton

LABEL = "This number failed"
QUESTION = "What happened?"


class FailedButton(IconButton):
    """Offers what may have happened; there is nothing to type."""

    told = Signal(object)

    def __init__(self, number: str, service: str, name: str) -> None:
        super().__init__(LABEL, "failed", f"{name}-failed", "link")
        self.setAccessibleName(f"{LABEL}: {service}, {number}")
        self.setAccessibleDescription("Makes a slip for whoever keeps the directory right")
        self._menu: QMenu | None = None
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        if self._menu is None:
            self._menu = self._made_menu()
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        self._menu.setActiveAction(self._menu.actions()[0])

    def _made_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("failed-menu")
        menu.setAccessibleName(QUESTION)
        for key, (what, text) in enumerate(WORDS.items(), start=1):
            action = menu.addAction(f"&{key}   {text}")
            action.triggered.connect(lambda _=False, said=what: self._tell(said))
        return menu

    def _tell(self, what: WhatHappened) -> None:
        self.told.emit(what)
