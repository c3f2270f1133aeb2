"""What the window is put together from on this computer, and what then stands in front.

Each part is opened by a function of its own, so that nothing is loaded before it is needed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop_app import paths
from desktop_app.domain.practice.policy import Policy
from desktop_app.ui.settings.preferences import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop_app.app.directory_updater import DirectoryUpdater
    from desktop_app.clock import Clock
    from desktop_app.domain.browse.catalogue import Catalogue
    from desktop_app.domain.places.councils import WhereAnswer
    from desktop_app.domain.services.directory import Directory
    from desktop_app.domain.services.errors import DirectoryError
    from desktop_app.ui.call.call_now import CallNow
    from desktop_app.ui.practice.controller import Repositories
    from desktop_app.ui.settings.controller import Choices
    from desktop_app.ui.updates.worker import Updates
    from desktop_app.ui.widgets.patience import Patience
    from desktop_app.ui.window.main_window import Faults, MainWindow

HOME, PRACTICE, SETTINGS, PRINT = "call-now", "practice", "settings", "print"
DIRECTORY, GUIDANCE, ABOUT = "directory", "guidance", "about"
LookUp = Callable[[str], "WhereAnswer"]


class Dependencies(NamedTuple):
    """What the window is put together from; tests hand in their own."""

    settings: Settings
    resources: Path
    open_clock: Callable[[], Clock]
    open_directory: Callable[[], Directory]
    open_look_up: Callable[[Directory], LookUp]
    open_catalogue: Callable[[Directory], Catalogue]
    policy: Policy = Policy()
    own_folder: Path | None = None
    """Where the practice's own card and reports are kept; nowhere when none."""
    open_updates: Callable[[], Updates] | None = None
    """What takes a newer directory; none where the directory cannot change."""
    can_dial: Callable[[], bool] = lambda: False
    dial: Callable[[str], bool] = lambda _uri: False
    """Whether a program here dials, and handing it the address of a number."""
    patience: Patience | None = None
    """What measures the time between keys; the real one when none."""


class Front(NamedTuple):
    """What stands in front of the program and is handed to it: window, questions, settings.

    `say` shows a sentence at the foot for a few seconds.
    """

    app: QApplication
    parts: Dependencies
    choices: Choices
    call_now: CallNow
    window: MainWindow
    faults: Faults
    say: Callable[[str], None]

    def fail(self, error: DirectoryError) -> None:
        """Show the trouble in place of the questions; 999 stays where it is."""
        self.call_now.start_again()  # nor may it come back when the trouble is over
        self.faults.show(error)


def installed_parts() -> Dependencies:
    """The real directory, clock and settings of this computer."""
    from desktop_app.store.user.settings import SettingsFile, read_policy

    folder, newest, policy = paths.user_data(), cache(_open_newest), read_policy()
    return Dependencies(
        settings=SettingsFile(folder),
        resources=paths.resources(),
        open_clock=_open_clock,
        open_directory=lambda: _for_area(newest().open(), policy),
        open_look_up=_open_look_up,
        open_catalogue=_open_catalogue,
        policy=policy,
        own_folder=folder,
        open_updates=newest,
        can_dial=_can_dial,
        dial=_dial,
    )


def open_repositories(own: Dependencies) -> Repositories:
    """Where the practice keeps what is its own."""
    from desktop_app.fileformat.atomic_write import sweep
    from desktop_app.store.user.failed_numbers import FailedNumberStore
    from desktop_app.store.user.practice import PracticeStore
    from desktop_app.store.user.practice_file import CardFileRepository
    from desktop_app.store.user.settings import FILE_NAME
    from desktop_app.ui.practice.controller import Repositories  # after the first picture
    from desktop_app.updates.file_names import ACTIVE

    folder = own.own_folder
    sweep(folder, (FILE_NAME, ACTIVE))
    reports = FailedNumberStore(folder, own.policy.practice_code or "")
    return Repositories(PracticeStore(folder), reports, CardFileRepository())


def _for_area(directory: Directory, policy: Policy) -> Directory:
    """The directory, where it is for the area that IT has set."""
    from desktop_app.domain.services.area_check import must_be_for  # after the first picture

    must_be_for(policy.area, directory.area())
    return directory


def _open_clock() -> Clock:
    from desktop_app.clock import SystemClock  # after the first picture

    return SystemClock()


def close_directory(directory: Directory) -> None:
    """Let go of a directory's file: a newer one is open."""
    from desktop_app.store.directory.directory import SqliteDirectory

    if isinstance(directory, SqliteDirectory):
        directory.close()


def forget_asked(directory: Directory | None) -> None:
    """Leave nothing in memory of what was typed and looked for, as far as this process can."""
    from desktop_app.desktop.freed_memory import overwrite_freed
    from desktop_app.store.directory.directory import SqliteDirectory

    if isinstance(directory, SqliteDirectory):
        directory.forget_asked()
    overwrite_freed()


def _can_dial() -> bool:
    from desktop_app.desktop.dialler import can_dial  # after the first picture

    return can_dial()


def _dial(uri: str) -> bool:
    from desktop_app.desktop.dialler import dial  # when first wanted

    return dial(uri)


def _open_newest() -> DirectoryUpdater:
    from desktop_app.app.directory_updater import DirectoryUpdater  # after the first picture

    return DirectoryUpdater()


def _open_look_up(directory: Directory) -> LookUp:
    from desktop_app.store.directory.directory import SqliteDirectory
    from desktop_app.store.places.lookup import WhereIndex  # when first typed

    if not isinstance(directory, SqliteDirectory):
        raise TypeError("Places are looked up in the compiled directory only.")
    return WhereIndex(directory.connection, lambda: _open_clock().now().date()).answer


def _open_catalogue(directory: Directory) -> Catalogue:
    from desktop_app.store.directory.catalogue import SqliteCatalogue
    from desktop_app.store.directory.directory import SqliteDirectory

    if not isinstance(directory, SqliteDirectory):
        raise TypeError("Only the compiled directory is listed by SQL.")
    return SqliteCatalogue(directory.connection)
