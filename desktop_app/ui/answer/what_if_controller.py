"""Made-up time: the page that asks for it, and the banner that stays while it lasts."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop_app.ui.answer.live_answer import LiveAnswer
from desktop_app.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.ui.answer.what_if_banner import PretendBanner
    from desktop_app.ui.answer.what_if_panel import WhatIfPanel


class WhatIfController(QObject):
    """Asks for another time, goes by it, and says so for as long as it does."""

    begun = Signal()

    def __init__(self, window: MainWindow, live: LiveAnswer) -> None:
        super().__init__(window)
        self._window, self._live = window, live
        self._panel: WhatIfPanel | None = None
        self._banner: PretendBanner | None = None
        live.pretended.connect(self._show)

    def ask(self) -> None:
        """Ask which time it should be."""
        from desktop_app.ui.answer.what_if_panel import WhatIfPanel  # seldom needed

        panel = self._panel = WhatIfPanel(self._live.now())
        panel.chosen.connect(self._pretend)
        panel.closed.connect(self.close)
        self._window.lay_over(panel)

    def close(self) -> bool:
        """Put the question away; whether it was asked."""
        panel, self._panel = self._panel, None
        # The page may have gone with another that was opened instead of it.
        asked = panel is not None and isValid(panel) and panel.isVisible()
        if asked:
            self._window.lift()
            # else the keyboard would go to the button that hides everything
            self._window.focus_first()
        return asked

    def _pretend(self, moment: datetime) -> None:
        self.close()
        self._live.pretend(moment)
        self.begun.emit()

    def _show(self, moment: datetime | None) -> None:
        if self._banner is None:
            from desktop_app.ui.answer.what_if_banner import PretendBanner

            self._banner = PretendBanner()
            self._banner.stop_wanted.connect(self._live.stop_pretending)
            self._window.put_below_emergency(self._banner)
        self._banner.show_moment(moment)
