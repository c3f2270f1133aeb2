"""What the window needs once it can be seen: the desk, paper, and whatever leaves the program.

Loaded after the first picture, so that none of it delays the numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.app.dependencies import Dependencies, forget_asked, open_repositories
from desktop_app.app.desk_controller import DeskController
from desktop_app.app.reference_pages import Reference
from desktop_app.domain.practice.card import PracticeCard
from desktop_app.domain.services.errors import DirectoryError
from desktop_app.domain.services.trust import Freshness, release_age
from desktop_app.ui.call.call_now import CallNow
from desktop_app.ui.practice.controller import NOTED, NOTED_ON_CARD, NOTED_WORKS
from desktop_app.ui.settings.controller import Choices
from desktop_app.ui.widgets.dial_code import Phone
from desktop_app.ui.widgets.held_keys import HeldKeys
from desktop_app.ui.window.main_window import MainWindow
from desktop_app.ui.window.screen_fit import ScreenFit
from desktop_app.ui.window.stray_focus import StrayFocus

if TYPE_CHECKING:
    from desktop_app.app.update_controller import UpdateController
    from desktop_app.domain.decision.advice import Call
    from desktop_app.domain.places.councils import Council
    from desktop_app.domain.practice.failed_number import WhatHappened
    from desktop_app.domain.services.directory import Directory
    from desktop_app.ui.answer.live_answer import LiveAnswer
    from desktop_app.ui.printing.controller import Paper
    from desktop_app.ui.settings.view import SettingsView

COPIED = "Copied: {}"
NOTE_COPIED = "The note is on the clipboard: when, which service, which number, why."
HANDED_ON = "Handed to the program on this computer that makes calls: {}"
WIPED_AFTER_MS = 200
"""After hiding the page is drawn and the fields are emptied first; then what was freed is wiped."""
NOT_HANDED_ON = "No program on this computer took the number. Ring it from a phone."


class Window(NamedTuple):
    """The window and the pages that stand in it from the start."""

    app: QApplication
    frame: MainWindow
    choices: Choices
    call_now: CallNow
    reference: Reference


class DeskActions(QObject):
    """Copies, dials, prints, hides and keeps reports; says what came of it."""

    said = Signal(str)

    def __init__(
        self, window: Window, parts: Dependencies, read: Callable[[], Directory], live: LiveAnswer
    ) -> None:
        super().__init__(window.frame)
        self._window, self._parts, self._read, self._live = window, parts, read, live
        self._paper: Paper | None = None
        self._settings: SettingsView | None = None
        self._renewal: UpdateController | None = None
        self._practice = PracticeCard()
        self._day = live.today()
        repositories = open_repositories(parts)
        self.desk = DeskController(window.app, window.frame, window.choices, repositories)
        self._fit, self._held = ScreenFit(window.frame), HeldKeys(window.app, self)
        self._stray = StrayFocus(window.app, window.frame)
        Phone.answers_to(parts.can_dial)
        self._connect()
        self.desk.own.read()
        self._show_release()

    def _show_release(self) -> None:
        """Go by the directory in use: its age at the foot, its numbers on paper."""
        self._show_release_state()
        directory = self._current()
        if self._paper is not None and directory is not None:
            self._paper.show_directory(directory, self._day)

    def _current(self) -> Directory | None:
        """The directory in use, where there is one."""
        try:
            return self._read()
        except DirectoryError:
            return None

    def make_print(self) -> QWidget:
        """The page that prints; DirectoryError's own page when it cannot."""
        from desktop_app.ui.printing.controller import Paper

        try:
            home = self._window.choices.home
            paper = Paper(self._read(), self._live.today(), self._practice, home)
        except DirectoryError as error:
            from desktop_app.ui.window.fault_page import FaultPage

            return FaultPage(error.sentence, error.technical)
        paper.said.connect(self.said)
        self._paper = paper
        return paper.view

    def renew(self) -> None:
        """A newer directory came: every page that stands shows it.

        What is counted for the foot and drawn for paper follows in a turn of its own, so that the
        window answers in between.
        """
        self._window.reference.reload(self._window.frame)
        QTimer.singleShot(0, self, self._show_release)

    def make_practice(self) -> QWidget:
        """The page of the practice's own people."""
        return self.desk.own.make_page()

    def make_settings(self) -> QWidget:
        """The page of settings; where the directory can change, it takes updates."""
        view = self._window.choices.make_view()
        self._settings = view
        view.updates.setVisible(self._renewal is not None)
        if self._renewal is not None:
            self._renewal.join(view)
        view.workshop.open_wanted.connect(self._open_workshop)
        self._show_release_state()
        return view

    def await_updates(self, renew: Callable[[], str]) -> None:
        """Take newer directories from now on; `renew` opens what was taken."""
        if self._parts.open_updates is None:
            return
        from desktop_app.app.update_controller import UpdateController

        updates, now = self._parts.open_updates(), self._parts.open_clock().now
        frame, choices = self._window.frame, self._window.choices
        self._renewal = UpdateController(frame, choices, updates, now, renew)
        self._renewal.service_wanted.connect(self._open_service)

    def lose(self) -> None:
        """What was open is not what was signed: no page shows any of it."""
        self._paper = None
        self._window.reference.lose(self._window.frame)

    @property
    def hanging(self) -> bool:
        """Whether a look for updates hangs, so that the process has to end around it."""
        return self._renewal is not None and self._renewal.newer.hanging

    def _open_workshop(self) -> None:
        from desktop_app.desktop.own_process import start_again
        from desktop_app.ui.settings.workshop_settings import NOT_OPENED

        if self._settings is not None:
            self._settings.workshop.show_message("" if start_again("workshop") else NOT_OPENED)

    def _open_service(self, service_id: str) -> None:
        self._window.frame.open("directory")
        self._window.reference.open_service(service_id)

    def _connect(self) -> None:
        call_now, reference = self._window.call_now, self._window.reference
        self._live.moved.connect(self._move)
        call_now.call_actions.copy_wanted.connect(self._copy)
        reference.call_actions.copy_wanted.connect(self._copy)
        self._window.frame.copy_wanted.connect(self._copy)
        self._window.choices.home_changed.connect(self._set_home)
        call_now.call_actions.note_wanted.connect(self._copy_note)
        call_now.call_actions.dial_wanted.connect(self._dial)
        call_now.call_actions.failed_told.connect(self._note_failed)
        reference.call_actions.failed_told.connect(self._note_failed_on_card)
        for actions in (call_now.call_actions, reference.call_actions):
            actions.works_told.connect(self._note_works)
            actions.tried = self._may_be_tried
            actions.people = lambda: [each.name for each in self._practice.leads]
            actions.rung = self.desk.own.rung_here
        self._wiping = QTimer(self, singleShot=True, interval=WIPED_AFTER_MS)
        self._wiping.timeout.connect(lambda: forget_asked(self._current()))
        self.desk.hiding.hidden.connect(self._wiping.start)
        self.desk.own.practice_changed.connect(self._set_practice)
        self.desk.own.said.connect(self.said)

    def _set_home(self, home: Council | None) -> None:
        if self._paper is not None:
            self._paper.set_home(home)

    # ---- what leaves the program

    def _copy(self, number: str) -> None:
        """Copy the number and nothing else; clipboard histories are asked not to keep it."""
        self.desk.clipboard.put(number)
        self.said.emit(COPIED.format(number))

    def _copy_note(self, call: Call, rung: tuple[str, ...]) -> None:
        """Copy the short note for the record of the call that stands in front."""
        from desktop_app.domain.practice.record_note import record_note  # when first wanted

        directory = self._current()
        if directory is not None:
            made_up = self._live.real_moment() is None
            release = directory.release()
            now = self._live.now()
            note = record_note(call, now, release, rung=rung, made_up_time=made_up)
            self.desk.clipboard.put(note)
            self.said.emit(NOTE_COPIED)

    def _dial(self, number: str) -> None:
        from desktop_app.domain.services.dialling import dial_uri  # when first wanted

        taken = self._parts.dial(dial_uri(number))
        self.said.emit(HANDED_ON.format(number) if taken else NOT_HANDED_ON)

    # ---- what is told

    def _set_practice(self, practice: PracticeCard) -> None:
        self._practice = practice
        self._window.call_now.show_practice(practice)
        if self._paper is not None:
            self._paper.show_practice(practice)

    def _note_failed(self, number: str, service: str, what: WhatHappened) -> None:
        """A number of an answer failed: what to try next stands below it."""
        self._make_report(number, service, what, NOTED)

    def _note_failed_on_card(self, number: str, service: str, what: WhatHappened) -> None:
        """A number of the directory failed: nobody there has said what to try next."""
        self._make_report(number, service, what, NOTED_ON_CARD)

    def _may_be_tried(self, number: str, service: str) -> bool:
        """Whether a lead here rings this number: never those of people in danger or in crisis."""
        directory = self._current()
        if not self._window.choices.made.workshop or directory is None:
            return False
        from desktop_app.domain.practice.failed_number import shown_number  # where a lead rings
        from desktop_app.domain.services.calls_owed import owed_calls

        services = directory.services()
        untried = {role.id for role in directory.roles() if not role.test_calls}
        return shown_number(services, number, service).dialled in owed_calls(services, untried)

    def _note_works(self, number: str, service: str, by: str) -> None:
        """Somebody here rang it to see: who it was stays on this desk."""
        from desktop_app.domain.practice.failed_number import WhatHappened  # when first wanted

        self._make_report(number, service, WhatHappened.WORKS, NOTED_WORKS, by)

    def _make_report(
        self, number: str, service: str, what: WhatHappened, noted: str, by: str = ""
    ) -> None:
        directory = self._current()
        if directory is not None:
            from desktop_app.domain.practice.failed_number import shown_number  # when first wanted

            shown = shown_number(directory.services(), number, service)
            moment, release = self._live.real_moment(), directory.release().number
            self.desk.own.note_failed(shown, what, moment, release, noted, by=by)

    def _move(self, moment: datetime) -> None:
        """The time has moved on; a new day makes the directory older."""
        self.desk.hiding.page.show_moment(moment)
        if self._day != self._live.today():
            self._show_release()

    def _show_release_state(self) -> None:
        self._day, directory = self._live.today(), self._current()
        if directory is None:
            return
        release = directory.release()
        tally = self._parts.open_catalogue(directory).tally()
        age = release_age(release.dated, release.next_expected_by, self._day)
        late = age if age.freshness in (Freshness.AMBER, Freshness.RED) else None
        self._window.frame.status_bar.show_release(release, tally.checked, tally.owed, late)
        if self._settings is not None:
            self._settings.updates.show_age(age.text)
