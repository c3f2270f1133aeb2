"""The window put together: the only module that knows all the others.

Before the first picture only what it needs is loaded; the directory and all pages follow at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtWidgets import QApplication

import desktop_app.ui  # noqa: F401  # before all others: see there why
from desktop_app.app.dependencies import LookUp, Parts, close_directory, installed_parts
from desktop_app.app.reference_pages import Reference
from desktop_app.ui.call.answering import Answering
from desktop_app.ui.call.call_now import CallNow
from desktop_app.ui.settings.controller import Choices
from desktop_app.ui.window.faults import Faults
from desktop_app.ui.window.main_window import MainWindow, PageSpec

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.app.desk_actions import Later
    from desktop_app.app.desk_controller import Desk
    from desktop_app.domain.places.councils import Council, WhereAnswer
    from desktop_app.domain.services.directory import Directory
    from desktop_app.domain.services.errors import DirectoryError, ProgramFault
    from desktop_app.ui.answer.live_answer import LiveAnswer
    from desktop_app.ui.answer.what_if_controller import Pretending

HOME, PRACTICE, SETTINGS, PRINT = "call-now", "practice", "settings", "print"
DIRECTORY, GUIDANCE, ABOUT = "directory", "guidance", "about"
SAID_FOR_MS = 6_000
WAKE_MS = 40
"""So long after the window is shown its first picture stands."""


class Program(QObject):
    """Everything that happens in the window and leads out of it."""

    def __init__(self, app: QApplication, parts: Parts) -> None:
        super().__init__()
        self._app, self._parts = app, parts
        self._choices = Choices(app, parts.settings, parts.resources, parts.policy)
        self._directory: Directory | None = None
        self._opened_look_up: LookUp | None = None
        self._live: LiveAnswer | None = None
        self._pretending: Pretending | None = None
        self._trouble: DirectoryError | None = None
        self._later: Later | None = None
        self._desk: Desk | None = None
        self._awake = False
        self.call_now = CallNow(self._look_up, lambda: self._choices.made.home, parts.patience)
        self._answering = Answering(self.call_now)
        self.reference = Reference(self._read, parts.open_catalogue, self._time)
        self.window = MainWindow(self._pages())
        self._faults = Faults(self.window, HOME)
        self._hush = QTimer(self, singleShot=True, interval=SAID_FOR_MS)
        self._connect()

    def show(self) -> None:
        """Open the window at home; the rest follows once it can be seen."""
        self.call_now.begin()
        self.window.show()
        QTimer.singleShot(WAKE_MS, self.wake)

    def wake(self) -> None:
        """Open the directory and the clock, if that has not been done."""
        if self._awake:
            return
        self._awake = True
        from desktop_app.domain.services.errors import DirectoryError

        self._settle()
        try:
            self._open()
        except DirectoryError as error:
            self._fail(error)
        self._furnished().await_updates(self._renew)

    def _open(self) -> None:
        from desktop_app.ui.answer.live_answer import LiveAnswer
        from desktop_app.ui.answer.what_if_controller import Pretending

        directory = self._directory = self._parts.open_directory()
        last_seen = self._choices.made.last_seen
        live = LiveAnswer(directory, self._parts.open_clock(), last_seen, self)
        self._answering.begin(directory, live)
        live.moved.connect(self.window.foot.show_moment)
        live.moved.connect(self.reference.show_moment)
        self._pretending = Pretending(self.window, live)
        self._pretending.begun.connect(self.call_now.begin)
        self._live = live
        self._furnished().begin(directory, live)
        live.ticker.start()
        live.refresh()
        self._choices.remember_day(live.believed_day())

    def _pages(self) -> tuple[PageSpec, ...]:
        later = self._furnished
        return (
            PageSpec(HOME, "Call now", "call", lambda: self.call_now),
            PageSpec(DIRECTORY, "Directory", "directory", self.reference.make_directory),
            PageSpec(GUIDANCE, "Guidance", "guidance", self.reference.make_guidance),
            PageSpec(PRACTICE, "Our practice", "practice", lambda: later().make_practice()),
            PageSpec(PRINT, "Print", "print", lambda: later().make_print()),
            PageSpec(SETTINGS, "Settings", "settings", lambda: later().make_settings()),
            PageSpec(ABOUT, "About", "note", self.reference.make_about),
        )

    def _take_home(self, home: Council | None) -> None:
        self.call_now.ask_home(False)
        self.reference.set_home(home)

    def _settle(self) -> None:
        """What can wait until the window is seen and knows its numbers."""
        from desktop_app.ui.window.focus_ring import FocusRing

        self.reference.set_home(self._choices.made.home)
        self.call_now.ask_home(self._choices.made.asks_home)
        self._choices.wardrobe.settle()
        self._ring = FocusRing(self._app, self.window)
        self._app.applicationStateChanged.connect(self._answering.look_at_clock)
        self._furnish()
        self._bind_keys()

    def _connect(self) -> None:
        window, call_now = self.window, self.call_now
        window.foot.what_if_wanted.connect(self._ask_what_if)
        self._answering.wanted.connect(self.wake)
        self._answering.failed.connect(self._fail)
        self._faults.again_wanted.connect(self._renew)
        call_now.call_actions.guidance_wanted.connect(self.open_guidance)
        self.reference.call_wanted.connect(self._start_again)
        self.reference.failed.connect(self._fail)
        window.rail.chosen.connect(lambda _page: window.begin())
        call_now.home_chosen.connect(self._choices.choose_home)
        self._choices.home_changed.connect(self._take_home)
        self._choices.not_kept.connect(window.foot.tell)
        self._hush.timeout.connect(window.foot.hush)

    def _bind_keys(self) -> None:
        from desktop_app.ui.window.shortcuts import bind

        deeds = {
            "start-again": self._start_again,
            "find": lambda: self.open_page(DIRECTORY),
            "copy": self.window.copy_shown,
            "back": self.window.go_back,
            "what-if": self._ask_what_if,
            "larger": self._choices.larger,
            "smaller": self._choices.smaller,
            "usual-size": self._choices.usual_size,
        }
        bind(self.window.frame, deeds)  # no key works while the frame is covered

    # ---- the pages

    def open_page(self, page_id: str) -> None:
        """Bring a page to the front, ready for the keyboard."""
        self.window.open(page_id)
        self.window.begin()

    def open_guidance(self, page_id: str) -> None:
        """Bring up one page of guidance."""
        self.window.open(GUIDANCE)
        self.reference.open_guidance(page_id)

    def _read(self) -> Directory:
        """The directory, opened if need be; raises what was wrong with it."""
        self.wake()
        if self._directory is None:
            from desktop_app.domain.services.errors import DirectoryMissing

            raise self._trouble or DirectoryMissing()
        return self._directory

    def _time(self) -> tuple[datetime, bool]:
        """The moment answers go by, and whether something speaks against it."""
        if self._live is None:
            return self._parts.open_clock().now(), True
        return self._live.now(), self._live.doubted()

    # ---- what comes after the first picture

    def _furnish(self) -> None:
        from desktop_app.app.desk_actions import Later, Window

        window = Window(self._app, self.window, self._choices, self.call_now, self.reference)
        later = self._later = Later(window, self._parts, self._read)
        self._desk = later.desk
        later.said.connect(self._say)
        later.desk.forget_wanted.connect(self._forget_everything)
        later.desk.home_wanted.connect(self._start_again)

    def _furnished(self) -> Later:
        self.wake()
        assert self._later is not None  # woken, it has been made
        return self._later

    def _renew(self) -> str:
        """Open the newer directory; the sentence to show when that fails and the old one stays."""
        from desktop_app.domain.services.errors import DirectoryError, DirectoryUnsigned

        before = self._directory
        try:
            if self._live is None:
                self._open()
            else:
                self._directory, self._opened_look_up = self._parts.open_directory(), None
                self._answering.use(self._directory)
                self._furnished().renew(self._directory)
        except DirectoryUnsigned as error:
            self._lose(error)
            return error.sentence
        except DirectoryError as error:
            return error.sentence
        self._trouble = None
        if self._faults.standing:
            self._faults.clear(self.call_now)
        if before is not None:
            close_directory(before)
        return ""

    def _lose(self, error: DirectoryError) -> None:
        """What is open is not what was signed: the fault takes its place on every page."""
        self._directory = self._opened_look_up = None
        self._fail(error)
        if self._later is not None:
            self._later.lose()

    @property
    def hanging(self) -> bool:
        """Whether a worker hangs, so that the process has to end around it."""
        return self._later is not None and self._later.hanging

    def _forget_everything(self) -> None:
        if self._pretending and self._live:
            self._pretending.close()
            self._live.stop_pretending()
        self._start_again()
        self._say("")

    def come_to_front(self) -> None:
        """Show the window before all others."""
        self._furnished().desk.come_to_front()

    # ---- the answer

    def _look_up(self, text: str) -> WhereAnswer:
        if self._opened_look_up is None:
            self._opened_look_up = self._parts.open_look_up(self._read())
        return self._opened_look_up(text)

    def _start_again(self) -> None:
        if self._pretending and self._pretending.close():
            return
        if not self._faults.standing:
            self.window.open(HOME)
        self.call_now.start_again()

    def _fail(self, error: DirectoryError) -> None:
        """Show the trouble in place of the questions; 999 stays where it is."""
        self._answering.forget()
        self.call_now.start_again()  # nor may it come back when the trouble is over
        self._trouble = error
        self._faults.show(error)

    def catch(self, fault: ProgramFault) -> None:
        """What nobody foresaw has happened: nothing that was shown before stands any longer."""
        self._faults.catch(fault, lambda: self._lose(fault))

    # ---- what is said and asked

    def _say(self, sentence: str) -> None:
        self.window.foot.tell(sentence)
        self._hush.start()

    def _ask_what_if(self) -> None:
        self.wake()
        if self._pretending:
            self._pretending.ask()


def start(arguments: Sequence[str], parts: Parts | None = None) -> tuple[QApplication, Program]:
    """Make the program and show its window; the caller runs it."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    # As an argument, because a style set later is made after another was, which takes 5 ms.
    app = QApplication([*arguments, "-style", "fusion"])
    app.setApplicationName("who-to-call")
    app.setApplicationDisplayName("Who to Call")
    program = Program(app, parts or installed_parts())
    program.show()
    return app, program
