"""One session of the workshop: `who-to-call workshop [FILE.wtcwork]`, in a process of its own."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.app.dependencies import installed_parts
from desktop_app.app.workshop.compiled_copy import OpenInUse
from desktop_app.app.workshop.last_opened import LastOpened
from desktop_app.app.workshop.open_copy import OpenCopy
from desktop_app.app.workshop.release_pages import CHANGE_SET, ReleasePages
from desktop_app.app.workshop.remembered_columns import RememberedColumns
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.services.errors import ProgramFault
from desktop_app.no_window import NO_DISPLAY, NO_SCREEN, say, screen_missing, told_without_screen
from desktop_app.ui.settings.controller import Choices
from desktop_app.ui.window.main_window import PageSpec
from desktop_app.ui.window.uncaught_errors import UncaughtErrors
from desktop_app.ui.workshop.start_view import StartView
from desktop_app.ui.workshop.window import WorkshopWindow, steward_frame
from desktop_app.updates.releases.choose import directory_to_open
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.publishing.change_set import SUFFIX
from desktop_app.workshop.sharing.share_steps import home_copy, me
from desktop_app.workshop.source_tree import read_tree
from desktop_app.workshop.work_file import WorkFile

START = "start"
AS_WHOM = "{}, as {}"
"""The title of the window: each change carries that name."""
HOME = "workshop"
"""Where copies of shared working files are kept, in the account's own folder."""
COLUMNS, LAST = "columns.json", "last.json"
"""What is remembered there of the lists that came, and of the copies that were open."""


def in_use_here() -> Path:
    """The directory in use on this computer, whose postcodes are taken over."""
    return directory_to_open().path


class Session(QObject):
    """From the page that asks which copy to open, to the copy that is open."""

    def __init__(
        self,
        app: QApplication,
        now: Callable[[], datetime],
        name: str,
        open_in_use: OpenInUse,
        home: Path | None = None,
    ) -> None:
        super().__init__()
        self._now, self._open_in_use = now, open_in_use
        self._home = home or (paths.user_data() or Path.home()) / HOME
        self._last = LastOpened(self._home / LAST)
        self.name = self._last.name or name
        """Who works here: as they called themselves the last time, else as the system does."""
        self._works: list[WorkFile] = []
        self.opened: list[WorkshopWindow] = []
        """The window of the open copy, once one is."""
        self.start = StartView(self.name, paths.sources_that_came(), self._last.files)
        self.start.open_wanted.connect(self.open)
        self.start.create_wanted.connect(self.create)
        self.start.forget_wanted.connect(self._forget)
        self.releases = ReleasePages(now, self.name, in_use_here)
        begin = PageSpec(START, "Begin", "folder", lambda: self.start)
        self.front = steward_frame((begin, *self.releases.without_copy()))
        self.front.rail.chosen.connect(self._turn_to)
        app.aboutToQuit.connect(self.close)

    def show(self) -> None:
        """Ask which copy to open."""
        self.front.show()
        self.start.focus_first()

    def open(self, path: Path, name: str) -> None:
        """Open a working copy; what is wrong with it is said where it was asked for."""
        if path.suffix == SUFFIX:
            self.releases.check(path)
            self._turn_to(CHANGE_SET)
            return
        try:
            here = home_copy(path, self._home, me(name), self._now())
            work = WorkFile.open(here, read_only=not _may_be_written(here))
        except WorkshopError as error:
            self.start.show_message(error.sentence)
            return
        self._works.append(work)
        self._last.keep(path, name)
        copy = OpenCopy(
            work,
            by=name,
            now=self._now,
            open_in_use=self._open_in_use,
            columns=RememberedColumns(self._home / COLUMNS),
        )
        pages = self.releases.of_copy(work, name, self.renew)
        window = WorkshopWindow(copy, self._now, more=pages)
        window.window.setWindowTitle(AS_WHOM.format(window.window.windowTitle(), name))
        self.opened.append(window)
        window.show()
        self.front.hide()

    def create(self, folder: Path, path: Path, name: str) -> None:
        """Make a working copy of a folder of source files, and open it."""
        try:
            WorkFile.create(path, read_tree(folder), at=self._now()).close()
        except WorkshopError as error:
            self.start.show_message(error.sentence)
            return
        self.open(path, name)

    def renew(self) -> None:
        """What others did came in from a share: every page reads the copy anew."""
        for window in self.opened:
            window.renew()

    def _turn_to(self, page: str) -> None:
        self.front.open(page)
        self.front.focus_first()

    def _forget(self) -> None:
        sentence = self._last.forget()
        self.start.show_message(sentence)
        if not sentence:
            self.start.show_last(())

    def fail(self, fault: ProgramFault) -> None:
        """Something nobody foresaw: the copy keeps what was kept, and the window says so."""
        for window in self.opened:
            window.services.show_message(fault.sentence)
        self.start.show_message(fault.sentence)

    def close(self) -> None:
        """Let go of the file."""
        while self._works:
            self._works.pop().close()
        self.releases.close()


def main(arguments: Sequence[str]) -> int:
    """Open the workshop, with the copy that is named or the page that asks for one."""
    from desktop_app.desktop.core_files import leave_no_core_file
    from desktop_app.store.user.settings import SettingsFile, read_policy

    if screen_missing():
        say(NO_SCREEN)
        return NO_DISPLAY
    leave_no_core_file()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    with told_without_screen():
        app = QApplication(["who-to-call", "-style", "fusion"])
        app.setApplicationName("who-to-call")
        app.setApplicationDisplayName("Who to Call")
    choices = Choices(app, SettingsFile(paths.user_data()), paths.resources(), read_policy())
    choices.styler.settle()
    session = Session(app, _now, _name(), installed_parts().open_directory)
    net = UncaughtErrors()
    net.install()
    net.caught.connect(session.fail)
    for argument in arguments[:1]:
        session.open(Path(argument), session.name)
    if not session.opened:  # none was named, or what is wrong with it is said where one is chosen
        session.show()
    try:
        return app.exec()
    finally:
        net.remove()
        session.close()


def _may_be_written(path: Path) -> bool:
    """Whether the system lets this account write the file, and its journal beside it.

    Where it says so and still refuses, each change is refused when it is kept.
    """
    try:
        return all(os.access(each, os.W_OK) for each in (path, path.parent))
    except ValueError:
        return True  # no path at all: opening it says so


def _now() -> datetime:
    from desktop_app.clock import SystemClock

    return SystemClock().now().astimezone(UK)


def _name() -> str:
    """The account's name, to begin with; empty where the system tells none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
