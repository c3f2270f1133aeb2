"""Everything the window is to the desk it stands on, beside giving answers.

Made after the first picture. It meets the practice's own file only through what it is handed.
"""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QClipboard, QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.area import Council
from desktop_app.domain.failed_number import FailedNumber, WhatHappened, slip
from desktop_app.domain.practice import PracticeCard
from desktop_app.ui.choices import Choices
from desktop_app.ui.clipboard import HistoryGuard, OwnClipboard
from desktop_app.ui.hotkey import hotkey_here, set_hotkey
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.quick_hide import QuickHide

if TYPE_CHECKING:
    from desktop_app.ui.failed_view import FailedView
    from desktop_app.ui.practice_view import PracticeView
    from desktop_app.ui.tray import Tray

NOTED = "Noted. Now ring the next number: see “If nobody answers”."
NOTED_ON_CARD = "Noted. Now ring another number, or press “Call now” to see who answers."
NOT_WHILE_PRETENDING = "This is not the real time, so no slip was made."


class PracticeShelf(Protocol):
    """Where the card is kept."""

    trouble: str

    def read(self) -> PracticeCard:
        """The card as it was kept."""
        ...

    def write(self, card: PracticeCard) -> str:
        """Keep the card; the sentence to show when that fails."""
        ...


class SlipShelf(Protocol):
    """Where slips about failed numbers are kept."""

    trouble: str

    def read(self) -> tuple[tuple[int, FailedNumber], ...]:
        """Every slip, the latest first."""
        ...

    def add(self, failed: FailedNumber) -> str:
        """Keep one; the sentence to show when that fails."""
        ...

    def remove(self, ids: frozenset[int]) -> str:
        """Take these out; the sentence to show when that fails."""
        ...

    def export(self, path: Path) -> str:
        """Write all of them to a file; the sentence to show when that fails."""
        ...


class CardFiles(Protocol):
    """How a card becomes a file and is read from one."""

    def write(self, card: PracticeCard, home: Council | None, path: Path) -> str:
        """Write the card; the sentence to show when that fails."""
        ...

    def read(self, path: Path) -> tuple[PracticeCard | None, Council | None, str]:
        """The card and council of a file and what to look at in it, or none and why not."""
        ...


class Shelves(NamedTuple):
    """Everything the practice keeps of its own."""

    practice: PracticeShelf
    slips: SlipShelf
    files: CardFiles


class Desk(QObject):
    """Hiding, the practice's own people, slips, the tray and the hotkey."""

    forget_wanted = Signal()
    home_wanted = Signal()
    practice_changed = Signal(object)
    said = Signal(str)

    def __init__(
        self, app: QApplication, window: MainWindow, choices: Choices, shelves: Shelves
    ) -> None:
        super().__init__(window)
        self._app, self._window, self._choices, self._shelves = app, window, choices, shelves
        self._practice: PracticeView | None = None
        self._slips: FailedView | None = None
        self.clipboard, self._guard = OwnClipboard(), HistoryGuard(self)
        self.hiding = QuickHide(app, window)
        self.hiding.hidden.connect(self.clear)
        self.hiding.shown_again.connect(self.home_wanted)
        self._tray: Tray | None = None
        self._hotkey = hotkey_here(self.come_to_front)
        window.closing.connect(self._close)
        choices.desk_changed.connect(self.settle)
        app.aboutToQuit.connect(self._leave)
        self.settle()

    # ---- leaving the screen and coming back

    def clear(self) -> None:
        """Leave nothing of what was told, on screen or on the clipboard."""
        self._clear_clipboards()
        self.forget_wanted.emit()
        self._window.forget()

    def come_to_front(self) -> None:
        """Show the window before all others; after it was away it stands at the first question."""
        window = self._window
        if self.hiding.is_hidden:
            self.hiding.come_back()
        elif not window.isVisible() or window.isMinimized():
            self.home_wanted.emit()
        window.showNormal() if window.isMinimized() else window.show()
        window.raise_()
        window.activateWindow()

    def settle(self) -> None:
        """Do as the settings say: the tray and the hotkey."""
        made = self._choices.made
        troubles = [self._show_tray(made.tray), set_hotkey(self._hotkey, made.hotkey)]
        self._choices.tell_about_desk(" ".join(each for each in troubles if each))

    def _show_tray(self, wanted: bool) -> str:
        if self._tray is None and not wanted:
            return ""
        if self._tray is None:
            from PySide6.QtGui import QIcon

            from desktop_app.ui.icons import picture
            from desktop_app.ui.tray import Tray  # most desks want none

            self._tray = Tray(QIcon(picture("app", "#ffffff", 64)), self)
            self._tray.open_wanted.connect(self.come_to_front)
            self._tray.end_wanted.connect(self._app.quit)
        trouble = self._tray.show(wanted)
        self._app.setQuitOnLastWindowClosed(not self._tray.shown)
        return trouble

    def _close(self, event: QCloseEvent) -> None:
        """Closing forgets; with the tray the program itself stays."""
        self.clear()
        if self._tray is not None and self._tray.shown:
            event.ignore()
            self._window.hide()

    def _clear_clipboards(self) -> None:
        """Take back what left this window: copied, cut from a field, or marked by the pointer."""
        self.clipboard.clear_if_ours()
        clipboard, modes = QGuiApplication.clipboard(), QClipboard.Mode
        if clipboard.ownsClipboard():
            clipboard.clear(modes.Clipboard)
        if clipboard.supportsSelection() and clipboard.ownsSelection():
            clipboard.clear(modes.Selection)

    def _leave(self) -> None:
        self._clear_clipboards()
        self._hotkey.give_up()

    # ---- the practice's own people

    def read_practice(self) -> None:
        """Tell the card that is kept to whoever shows it."""
        self.practice_changed.emit(self._shelves.practice.read())

    def make_practice_page(self) -> QWidget:
        """The page of the practice, with its slips below."""
        from desktop_app.ui.failed_view import FailedView
        from desktop_app.ui.practice_view import PracticeView

        shelf = self._shelves.practice
        page = self._practice = PracticeView(shelf.read())
        page.keep_wanted.connect(self._keep)
        page.write_wanted.connect(self._write_card)
        page.read_wanted.connect(self._read_card)
        if shelf.trouble:
            page.tell(shelf.trouble)
        slips = self._slips = FailedView()
        slips.export_wanted.connect(self._export)
        slips.removal_wanted.connect(self._remove)
        page.put_last(slips)
        self._list_slips()
        return page

    def _keep(self, card: PracticeCard) -> None:
        trouble = self._shelves.practice.write(card)
        if self._practice is None:
            return
        if trouble:
            self._practice.tell(trouble)
            return
        self._practice.show_kept(card)
        self.practice_changed.emit(card)

    def _write_card(self, path: Path) -> None:
        if self._practice is not None:
            card = self._shelves.practice.read()
            trouble = self._shelves.files.write(card, self._choices.made.home, path)
            self._practice.show_written(path, trouble)

    def _read_card(self, path: Path) -> None:
        card, home, trouble = self._shelves.files.read(path)
        if self._practice is not None:
            self._practice.show_read(path, card, trouble)
        if home is not None and home is not self._choices.made.home:
            self._choices.choose_home(home)

    # ---- numbers that failed

    def note_failed(
        self,
        number: str,
        service: str,
        what: WhatHappened,
        moment: datetime | None,
        release: int,
        noted: str = NOTED,
    ) -> None:
        """Make a slip and say `noted`; `moment` is none while the time is made up."""
        if moment is None:
            self.said.emit(NOT_WHILE_PRETENDING)
            return
        trouble = self._shelves.slips.add(slip(number, service, moment, what, release))
        self.said.emit(trouble or noted)
        self._list_slips()

    def _list_slips(self) -> None:
        if self._slips is not None:
            slips = self._shelves.slips.read()
            self._slips.show_slips(slips, self._shelves.slips.trouble)

    def _export(self, path: Path) -> None:
        if self._slips is not None:
            self._slips.tell_written(path, self._shelves.slips.export(path))

    def _remove(self, ids: frozenset[int]) -> None:
        trouble = self._shelves.slips.remove(ids)
        if trouble:
            self.said.emit(trouble)
        self._list_slips()
