"""What stands before anything else is loaded: the window, 999, the first question.

Whatever a person does goes on to the program, which is built whole when it is first wanted and at
the latest once the first picture stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_app.app.dependencies import (
    ABOUT,
    DIRECTORY,
    GUIDANCE,
    HOME,
    PRACTICE,
    PRINT,
    SETTINGS,
    Front,
)
from desktop_app.ui.call.call_now import CallNow
from desktop_app.ui.settings.controller import Choices
from desktop_app.ui.window.main_window import Faults, MainWindow, PageSpec

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget

    from desktop_app.app.dependencies import Dependencies
    from desktop_app.app.program import Program
    from desktop_app.domain.places.area import Area
    from desktop_app.domain.places.councils import WhereAnswer
    from desktop_app.domain.services.directory import Directory
    from desktop_app.domain.services.errors import DirectoryError, ProgramFault
    from desktop_app.domain.situation.situation import Situation

SAID_FOR_MS = 6_000
WAKE_MS = 40
"""So long after the window is shown its first picture stands, on a computer that is not busy."""


class FirstScreen(QObject):
    """The window and the questions; every field stands from the first moment on."""

    def __init__(self, app: QApplication, parts: Dependencies) -> None:
        super().__init__()
        choices = Choices(app, parts.settings, parts.resources, parts.policy)
        self.call_now = CallNow(self._look_up, lambda: choices.home, self._area, parts.patience)
        self.window = MainWindow(self._pages())
        self.front = Front(
            app=app,
            parts=parts,
            choices=choices,
            call_now=self.call_now,
            window=self.window,
            faults=Faults(self.window, HOME, self._renew),
            say=self.say,
        )
        self._message_timer = QTimer(self, singleShot=True, interval=SAID_FOR_MS)
        self._built: list[Program] = []
        """The program, once it is built; it stays one."""
        self._connect()

    @property
    def program(self) -> Program:
        """The program, built whole in this one place."""
        if not self._built:
            forget_sources()
            from desktop_app.app.program import Program
            from desktop_app.ui.window.garbage import GarbageCollector

            forget_sources()
            self._built.append(Program(self.front, opened(self.front.parts), self))
            GarbageCollector(self)
        return self._built[0]

    @property
    def hanging(self) -> bool:
        """Whether a worker hangs, so that the process has to end around it."""
        return any(program.actions.hanging for program in self._built)

    def show(self) -> None:
        """Open the window at home; the rest follows once it can be seen."""
        if self.front.choices.may_ask_home:
            self.call_now.who.keep_place_of_home()
        self.call_now.focus_first()
        self.window.show()
        QTimer.singleShot(WAKE_MS, self, self._wake_once_seen)

    def _wake_once_seen(self) -> None:
        """Wake; on a busy computer the first picture takes longer, and comes first all the same."""
        if self.call_now.unseen:
            QTimer.singleShot(WAKE_MS, self, self._wake_once_seen)
        else:
            self.wake()

    def wake(self) -> None:
        """Have the program built, if nothing has asked for it yet."""
        _ = self.program

    def come_to_front(self) -> None:
        """Show the window before all others."""
        self.program.actions.desk.come_to_front()

    def say(self, sentence: str) -> None:
        """Show a sentence at the foot of the window for a few seconds."""
        self.window.status_bar.show_message(sentence)
        self._message_timer.start()

    def catch(self, fault: ProgramFault) -> None:
        """What nobody foresaw has happened: nothing that was shown before stands any longer."""
        self.front.faults.catch(fault, lambda: self._lose(fault))

    def _lose(self, fault: ProgramFault) -> None:
        if not self._built:
            self.front.fail(fault)
        for program in self._built:
            program.lose(fault)

    def _pages(self) -> tuple[PageSpec, ...]:
        def later(make: Callable[[Program], QWidget]) -> Callable[[], QWidget]:
            return lambda: make(self.program)

        directory = later(lambda program: program.reference.make_directory())
        guidance = later(lambda program: program.reference.make_guidance())
        practice = later(lambda program: program.actions.make_practice())
        paper = later(lambda program: program.actions.make_print())
        settings = later(lambda program: program.actions.make_settings())
        about = later(lambda program: program.reference.make_about())
        return (
            PageSpec(HOME, "Call now", "call", lambda: self.call_now),
            PageSpec(DIRECTORY, "Directory", "directory", directory),
            PageSpec(GUIDANCE, "Guidance", "guidance", guidance),
            PageSpec(PRACTICE, "Our practice", "practice", practice),
            PageSpec(PRINT, "Print", "print", paper),
            PageSpec(SETTINGS, "Settings", "settings", settings),
            PageSpec(ABOUT, "About", "note", about),
        )

    def _connect(self) -> None:
        window, call_now = self.window, self.call_now
        window.status_bar.what_if_wanted.connect(self._ask_what_if)
        window.rail.chosen.connect(lambda _page: window.focus_first())
        call_now.asked.connect(self._ask)
        call_now.who.home_chosen.connect(self.front.choices.choose_home)
        self.front.choices.not_kept.connect(window.status_bar.show_message)
        self._message_timer.timeout.connect(window.status_bar.clear_message)
        if self.front.choices.unread:
            window.status_bar.show_message(self.front.choices.unread)

    def _ask(self, situation: Situation) -> None:
        self.program.answering.ask(situation)

    def _ask_what_if(self) -> None:
        self.program.ask_what_if()

    def _renew(self) -> None:
        self.program.renew()

    def _area(self) -> Area:
        """What the directory is for: the second question waits for it, as the answer does."""
        return self.program.area

    def _look_up(self, text: str) -> WhereAnswer:
        return self.program.look_up(text)


def forget_sources() -> None:
    """Let go of the text of every module that came in.

    PySide looks into the source of each module for a switch of its own, and Python keeps what was
    looked into, 3 MiB by the end of the start, for tracebacks, which read it again.
    """
    import linecache

    linecache.clearcache()


def opened(parts: Dependencies) -> Directory | DirectoryError:
    """The directory, or what is wrong with it: whatever it is, the program is built around it."""
    from desktop_app.domain.services.errors import DirectoryError, ProgramFault

    try:
        return parts.open_directory()
    except DirectoryError as error:
        return error
    except Exception as error:
        from desktop_app.ui.window.uncaught_errors import say_where

        fault = ProgramFault.of(error)
        say_where(fault)
        return fault
