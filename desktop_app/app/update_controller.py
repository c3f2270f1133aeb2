"""A newer directory while the window is open: from a drag, a file or a folder to the page in front.

What takes updates is loaded when one is first looked for; it works beside the window, which goes on
answering, and the page somebody is on stays.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop_app.desktop.folder_setting import whole_path
from desktop_app.ui.settings.controller import Choices
from desktop_app.ui.updates.drop_target import DropTarget
from desktop_app.ui.updates.worker import Outcome, Updates, UpdateWorker
from desktop_app.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.ui.settings.view import SettingsView

VERIFY_MS = 500
"""So long after the start, when the first answer stands, its signatures are checked."""
CATCH_UP_MS = 3_000
"""So long after the start the window looks for what changed while it was closed."""
BETWEEN = "From release {} to release {}."
LASTS_MS = 60_000
"""So long the result stands in the foot; in the settings it stands until the program ends."""


class UpdateController(QObject):
    """`renew` opens the directory anew; its answer is empty, or says why that was not possible."""

    service_wanted = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        choices: Choices,
        updates: Updates,
        now: Callable[[], datetime],
        renew: Callable[[], str],
    ) -> None:
        super().__init__(window)
        self._window, self._choices, self._renew = window, choices, renew
        self._outcome = Outcome("")
        self._settings: SettingsView | None = None
        self._sentence = ""
        self._message_timer = QTimer(self, singleShot=True, interval=LASTS_MS)
        self._message_timer.timeout.connect(window.status_bar.clear_message)
        self.newer = UpdateWorker(updates, now, self)
        self.dropped = DropTarget(window)
        self._connect()
        self._verify = QTimer(self, singleShot=True, interval=VERIFY_MS)
        self._verify.timeout.connect(self.newer.verify)
        self._verify.start()
        self._renewed = False
        self._catch_up = QTimer(self, singleShot=True, interval=CATCH_UP_MS)
        self._catch_up.timeout.connect(self.catch_up)
        self._catch_up.start()
        self._watch()
        if updates.notice:
            window.status_bar.show_message(updates.notice)

    def join(self, settings: SettingsView) -> None:
        """Do what the card of the settings asks for, and tell it what came of it."""
        self._settings = settings
        settings.updates.take_wanted.connect(self.newer.take)
        settings.updates.check_wanted.connect(self.newer.check_now)
        settings.updates.changes_wanted.connect(self._show_changes)
        if self._sentence:
            settings.updates.show_message(self._sentence, changed=bool(self._outcome.changes))

    def catch_up(self) -> None:
        """Offer what changed with a release that came in while this window was closed."""
        self.newer.catch_up(self._choices.made.seen_release)

    def stop(self) -> None:
        """The program ends: nothing is begun any more, and nothing is waited for long."""
        for timer in (self._verify, self._catch_up, self._message_timer):
            timer.stop()
        self.newer.stop()

    def _connect(self) -> None:
        status_bar, newer = self._window.status_bar, self.newer
        newer.share_changed.connect(status_bar.show_share)
        newer.told.connect(self._show_message)
        newer.came.connect(self._come)
        newer.caught_up.connect(self._catch_up_with)
        self.dropped.file_dropped.connect(newer.take)
        self.dropped.invites.connect(status_bar.show_message)
        status_bar.changes_wanted.connect(self._show_changes)
        self._choices.desk_changed.connect(self._watch)
        app = QApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    def _watch(self) -> None:
        try:
            self.newer.watch(whole_path(self._choices.made.update_folder))
        except ValueError as trouble:
            self.newer.watch(None)
            self._show_message(str(trouble))

    def _come(self, outcome: Outcome) -> None:
        trouble = self._renew()
        if trouble:
            self._show_message(trouble)
            return
        self._renewed = True
        self._offer(outcome)

    def _catch_up_with(self, outcome: Outcome) -> None:
        """What came in while no window was open; nothing, once this one took a release itself."""
        if not self._renewed:
            self._offer(outcome)

    def _offer(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._window.status_bar.offer_changes(bool(outcome.changes))
        self._show_message(outcome.sentence)

    def _show_message(self, sentence: str) -> None:
        self._sentence = sentence
        self._window.status_bar.show_message(sentence)
        self._message_timer.start()
        if self._settings is not None:
            self._settings.updates.show_message(sentence, changed=bool(self._outcome.changes))

    def _show_changes(self) -> None:
        from desktop_app.ui.updates.changes_view import ChangesView

        outcome = self._outcome
        between = BETWEEN.format(outcome.before, outcome.release) if outcome.before else ""
        view = ChangesView(outcome.changes, between)
        view.closed.connect(self._window.lift)
        view.service_wanted.connect(self.service_wanted)
        self._window.lay_over(view)
        self._window.status_bar.offer_changes(False)
        self._choices.see_release(outcome.release)
