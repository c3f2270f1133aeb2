"""The program behind the window: built whole, in one place, once the first picture stands.

Its directory is either open or is what was wrong with it; everything else stands in both cases, so
that a fault of the directory takes nothing away but the answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.app.dependencies import (
    DIRECTORY,
    GUIDANCE,
    HOME,
    PRINT,
    SETTINGS,
    Front,
    LookUp,
    close_directory,
)
from desktop_app.app.desk_actions import DeskActions, Window
from desktop_app.app.reference_pages import Reference
from desktop_app.domain.places.area import NO_AREA, Area
from desktop_app.domain.services.errors import DirectoryError, DirectoryUnsigned
from desktop_app.ui.answer.live_answer import LiveAnswer
from desktop_app.ui.answer.still_there import StillThere
from desktop_app.ui.answer.what_if_controller import WhatIfController
from desktop_app.ui.call.answering import Answering
from desktop_app.ui.window.focus_ring import FocusRing
from desktop_app.ui.window.in_view import watch_sight
from desktop_app.ui.window.unattended import Unattended

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.domain.places.councils import Council, WhereAnswer
    from desktop_app.domain.services.directory import Directory
    from desktop_app.ui.call.box_page import BoxFound


class Program(QObject):
    """Everything that happens in the window and leads out of it; no field is ever None."""

    def __init__(self, front: Front, opened: Directory | DirectoryError, parent: QObject) -> None:
        super().__init__(parent)
        parts, choices = front.parts, front.choices
        self._front, self._parts, self._choices = front, parts, choices
        self.window, self.call_now = front.window, front.call_now
        self._directory = opened
        self._opened_look_up: dict[str, LookUp] = {}
        self.reference = Reference(
            self.read,
            parts.open_catalogue,
            self._time,
            failed=self._fail,
            start_again=self.start_again,
        )
        self.reference.setParent(self.window)  # hears of no moment once its pages are gone
        choices.styler.settle()
        self._ring = FocusRing(front.app, self.window)
        self.live = LiveAnswer(self.read, parts.open_clock(), choices.made.last_seen, self)
        self.answering = Answering(self.call_now, self.live, self.read)
        self.what_if = WhatIfController(self.window, self.live)
        window = Window(front.app, self.window, choices, self.call_now, self.reference)
        self.actions = DeskActions(window, parts, self.read, self.live)
        choices.use_area(self.area)
        desk = Unattended(front.app, self.live.running, self.window)  # it ends with its pages
        self._still = StillThere(desk, lambda: choices.made.untouched_minutes, self._something_told)
        self._take_home(choices.home)
        self._ask_home()
        self._connect()
        self._bind_keys()
        self._begin()

    def _begin(self) -> None:
        """Everything stands: the clock goes, and what is wrong with the directory is said."""
        if isinstance(self._directory, DirectoryError):
            self._fail(self._directory)
        self.live.ticker.start()
        self.live.refresh()
        self._choices.remember_day(self.live.believed_day())
        self.actions.await_updates(self.renew)

    def _connect(self) -> None:
        window, actions = self.window, self.actions
        self._front.app.applicationStateChanged.connect(self.live.ticker.check_now)
        watch_sight(window, self.live.ticker.watch_closely)
        self.live.moved.connect(window.status_bar.show_moment)
        self.live.moved.connect(self.reference.show_moment)
        self.what_if.begun.connect(self.call_now.focus_first)
        self.answering.failed.connect(self._fail)
        self.call_now.call_actions.guidance_wanted.connect(self.open_guidance)
        self.live.ticker.ticked.connect(self._still.look)
        self._still.asked.connect(self.call_now.ask_still)
        self._still.left.connect(actions.desk.clear)
        self.call_now.find_with(self._find, self._look_for)
        self.call_now.service_wanted.connect(self._open_service)
        self._choices.home_changed.connect(self._take_home)
        actions.said.connect(self._front.say)
        actions.desk.forget_wanted.connect(self._forget_everything)
        actions.desk.home_wanted.connect(self.start_again)

    def _bind_keys(self) -> None:
        from desktop_app.ui.window.shortcuts import bind

        deeds = {
            "start-again": self.start_again,
            "find": lambda: self.open_page(DIRECTORY),
            "copy": self.window.copy_shown,
            "back": self.window.go_back,
            "what-if": self.ask_what_if,
            "larger": self._choices.larger,
            "smaller": self._choices.smaller,
            "usual-size": self._choices.usual_size,
        }
        bind(self.window.frame, deeds)  # no key works while the frame is covered

    # ---- the directory

    @property
    def area(self) -> Area:
        """What the directory is for; nothing where it cannot be read."""
        try:
            return self.read().area()
        except DirectoryError:
            return NO_AREA

    def read(self) -> Directory:
        """The directory in use; raises what is wrong with it."""
        if isinstance(self._directory, DirectoryError):
            raise self._directory
        return self._directory

    def look_up(self, text: str) -> WhereAnswer:
        """Where something typed is; the index is opened with the first letter."""
        directory = self.read()
        if not self._opened_look_up:
            self._opened_look_up["open"] = self._parts.open_look_up(directory)
        return self._opened_look_up["open"](text)

    def renew(self) -> str:
        """Open the newer directory; the sentence to show when that fails and the old one stays."""
        before = self._directory
        try:
            self._directory = self._parts.open_directory()
            self._opened_look_up.clear()
            self._use_area()
            self.live.refresh()
            self.actions.renew()
        except DirectoryUnsigned as error:
            self.lose(error)
            return error.sentence
        except DirectoryError as error:
            return error.sentence
        if self._front.faults.standing:
            self._front.faults.clear(self.call_now)
        if not isinstance(before, DirectoryError):
            close_directory(before)
        return ""

    def _use_area(self) -> None:
        """The newer directory may have other councils: whatever offers them is made anew."""
        if self._choices.use_area(self.area):
            for page in (SETTINGS, PRINT):
                self.window.remake(page)
            self._take_home(self._choices.home)
            self._ask_home()

    def _ask_home(self) -> None:
        self.call_now.ask_home(self._choices.councils if self._choices.asks_home else ())

    def lose(self, error: DirectoryError) -> None:
        """What is open is not what was signed: the fault takes its place on every page."""
        self._directory = error
        self._opened_look_up.clear()
        self._fail(error)
        self.actions.lose()

    def _fail(self, error: DirectoryError) -> None:
        self.live.forget()
        self._front.fail(error)

    def _time(self) -> tuple[datetime, bool]:
        """The moment answers go by, and whether something speaks against it."""
        return self.live.now(), self.live.doubted()

    # ---- the pages

    def open_page(self, page_id: str) -> None:
        """Bring a page to the front, ready for the keyboard."""
        self.window.open(page_id)
        self.window.focus_first()

    def _find(self, text: str) -> BoxFound:
        """What the one box lists for words; nothing of it is loaded before they are typed."""
        from desktop_app.app.box_finder import BoxFinder

        finder = BoxFinder(self.read, self.look_up, self._time, lambda: self._choices.home)
        return finder.found(text)

    def _open_service(self, service_id: str) -> None:
        self.window.open(DIRECTORY)
        self.reference.open_service(service_id)

    def _look_for(self, text: str) -> None:
        self.open_page(DIRECTORY)
        self.reference.look_for(text)

    def open_guidance(self, page_id: str) -> None:
        """Bring up one page of guidance."""
        self.window.open(GUIDANCE)
        self.reference.open_guidance(page_id)

    def start_again(self) -> None:
        """Stand at the first question; a question about the time is put away before that."""
        if self.what_if.close():
            return
        if not self._front.faults.standing:
            self.window.open(HOME)
        self.call_now.start_again()

    def ask_what_if(self) -> None:
        """Ask which time it should be, where there is a directory to answer from."""
        if not isinstance(self._directory, DirectoryError):
            self.what_if.ask()

    def _take_home(self, home: Council | None) -> None:
        self.call_now.ask_home(())
        self.reference.set_home(home)

    def _something_told(self) -> bool:
        """Whether an unattended desk shows what somebody told it."""
        return self.call_now.begun or self.reference.typed

    def _forget_everything(self) -> None:
        self.what_if.close()
        self.live.stop_pretending()
        self.start_again()
        self._front.say("")
