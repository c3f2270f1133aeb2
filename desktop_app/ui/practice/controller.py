"""The practice's own card and reports: read, kept, written to files, and what came of it said.

Nothing is written over a card that could not be read, and nothing empty leaves as if it were the
card. A file that another program holds is tried again and again, a moment at a time, so that the
window never waits for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.practice.card import PracticeCard
from desktop_app.ui.practice.retry import Retry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.places.councils import Council
    from desktop_app.domain.practice.failed_number import (
        FailedNumberReport,
        ShownNumber,
        WhatHappened,
    )
    from desktop_app.ui.practice.failed_numbers_view import FailedView
    from desktop_app.ui.practice.view import PracticeView
    from desktop_app.ui.settings.controller import Choices

NOTED = "Noted. Now ring the next number: see “If nobody answers”."
NOTED_ON_CARD = "Noted. Now ring another number, or press “Call now” to see who answers."
NOTED_WORKS = "Noted. It is on “Our practice”, to hand to whoever keeps your directory."
NOT_WHILE_PRETENDING = "This is not the real time, so no slip was made."
NOT_WRITTEN = "{} Nothing was written."
NOTHING_YET = (
    "There is nothing on your practice’s card yet, so nothing was written. Fill it in, press Save, "
    "then write it to a file."
)
NOT_SAVED = "{} Nothing was saved over it."
READ_NOW = (
    "The card that was kept can be read now: {}. Press Save to put what is typed here in its place."
)
NOBODY = "it has no name and nobody on it"
CardAndHome = tuple[PracticeCard | None, "Council | None", str]


class PracticeRepository(Protocol):
    """Where the card is kept."""

    trouble: str
    held: bool
    """Whether another program holds the file, so that it is worth another try."""
    odd: str
    """What is missing of the card, because it makes no sense."""

    def read(self) -> PracticeCard:
        """The card as it was kept."""

    def write(self, card: PracticeCard) -> str:
        """Keep the card; the sentence to show when that fails."""


class FailedNumberRepository(Protocol):
    """Where reports about failed numbers are kept."""

    trouble: str
    held: bool

    def read(self) -> tuple[tuple[int, FailedNumberReport], ...]:
        """Every report, the latest first."""

    def add(self, failed: FailedNumberReport) -> str:
        """Keep one; the sentence to show when that fails."""

    def remove(self, ids: frozenset[int]) -> str:
        """Take these out; the sentence to show when that fails."""

    def export(self, path: Path) -> str:
        """Write all of them to a file; the sentence to show when that fails."""


class CardFiles(Protocol):
    """How a card becomes a file and is read from one."""

    def write(self, card: PracticeCard, home: Council | None, path: Path) -> str:
        """Write the card; the sentence to show when that fails."""

    def read(self, path: Path, councils: Sequence[Council]) -> CardAndHome:
        """The card and council of a file and what to look at in it, or none and why not."""


class Repositories(NamedTuple):
    """Everything the practice keeps of its own."""

    practice: PracticeRepository
    reports: FailedNumberRepository
    files: CardFiles


class OwnCard(QObject):
    """The practice's page, and what the window shows of its card."""

    practice_changed = Signal(object)
    said = Signal(str)

    def __init__(self, repositories: Repositories, choices: Choices, parent: QObject) -> None:
        super().__init__(parent)
        self._repositories, self._choices = repositories, choices
        self._page: PracticeView | None = None
        self._reports: FailedView | None = None
        self._unread = False
        """Whether what is kept could not be read, so that nobody knows what Save would destroy."""
        self._home: Council | None = None
        """The council of a card that was read from a file, until it is saved or left."""
        self.again = Retry(self)

    def read(self) -> None:
        """Tell the card that is kept to whoever shows it, as soon as it can be read."""
        self.again.until_done("read", self._read)

    def _read(self) -> bool:
        card = self._repositories.practice.read()
        if not self._repositories.practice.trouble:
            self.practice_changed.emit(card)
        return not self._repositories.practice.held

    # ---- the page

    def make_page(self) -> QWidget:
        """The page of the practice, with its reports below."""
        from desktop_app.ui.practice.failed_numbers_view import FailedView
        from desktop_app.ui.practice.view import PracticeView

        repository = self._repositories.practice
        page = self._page = PracticeView(repository.read())
        page.keep_wanted.connect(self._keep)
        page.save_place.chosen.connect(self._write)
        page.open_place.chosen.connect(self._take)
        page.left.connect(self._leave)
        self._unread = bool(repository.trouble)
        if told := repository.trouble or repository.odd:
            page.show_message(told)
        if repository.held:
            self.again.until_done("page", self._read_at_last)
        reports = self._reports = FailedView()
        reports.place.chosen.connect(self._export)
        reports.removal_wanted.connect(self._remove)
        page.put_last(reports)
        self._list_reports()
        return page

    def _read_at_last(self) -> bool:
        """Show the card on the page that was opened without it; typed words are never lost."""
        repository, page = self._repositories.practice, self._page
        card = repository.read()
        if repository.trouble or page is None:
            return not repository.held
        self._unread = False
        self.practice_changed.emit(card)
        if page.untouched:
            page.show_kept(card, repository.odd)
        else:
            people = ", ".join(filter(None, (card.name, *(each.name for each in card.leads))))
            page.show_message(READ_NOW.format(people or NOBODY))
        return True

    def _keep(self, card: PracticeCard) -> None:
        self.again.until_done("keep", lambda: self._kept(card))

    def _kept(self, card: PracticeCard) -> bool:
        repository, page = self._repositories.practice, self._page
        if page is None:
            return True
        if self._unread:
            if self._read_at_last() and self._unread:
                page.show_message(NOT_SAVED.format(repository.trouble))
            elif self._unread:
                page.show_message(repository.trouble)
            return True  # whoever typed sees what is kept, and presses Save again
        if trouble := repository.write(card):
            page.show_message(trouble)
            return not repository.held
        page.show_kept(card)
        self.practice_changed.emit(card)
        home, self._home = self._home, None
        if home is not None and home != self._choices.home:
            self._choices.choose_home(home)
        return True

    # ---- files for the other desks

    def _write(self, path: Path) -> None:
        repository, page = self._repositories.practice, self._page
        if page is None:
            return
        card = repository.read()
        told = NOT_WRITTEN.format(repository.trouble) if repository.trouble else ""
        if card == PracticeCard() and not told:
            told = NOTHING_YET  # nobody could tell it from a card that was lost
        told = told or self._repositories.files.write(card, self._choices.home, path)
        page.show_written(path, told)

    def _take(self, path: Path) -> None:
        """Fill the page from a file; nothing of it counts before Save."""
        card, home, trouble = self._repositories.files.read(path, self._choices.councils)
        if self._page is None:
            return
        self._home = home if card is not None and home != self._choices.home else None
        self._page.show_read(path, card, trouble, self._home.name if self._home else "")

    def _leave(self) -> None:
        self._home = None

    # ---- numbers that failed

    def rung_here(self, number: str, service: str) -> str:
        """When this number was last rung from here and worked, in words; empty where never."""
        from desktop_app.ui.practice.last_call import last_call_words  # where a lead rings numbers

        return last_call_words(self._repositories.reports.read(), number, service)

    def note_failed(
        self,
        shown: ShownNumber,
        what: WhatHappened,
        moment: datetime | None,
        release: int,
        noted: str = NOTED,
        *,
        by: str = "",
    ) -> None:
        """Make a report and say `noted`; `moment` is none while the time is made up.

        `by`: who of the practice rang it to see; nobody is named of a number that failed.
        """
        from desktop_app.domain.practice.failed_number import report_of  # with the first one

        if moment is None:
            self.said.emit(NOT_WHILE_PRETENDING)
            return
        failed = report_of(shown, moment, what, release)._replace(by=by)
        # Two reports may wait at once: each has a name of its own.
        self.again.until_done(f"report {failed}", lambda: self._added(failed, noted))

    def _added(self, failed: FailedNumberReport, noted: str) -> bool:
        reports = self._repositories.reports
        trouble = reports.add(failed)
        self.said.emit(trouble or noted)
        held = reports.held
        self._list_reports()
        return not (trouble and held)

    def _list_reports(self) -> None:
        if self._reports is not None:
            reports = self._repositories.reports.read()
            self._reports.show_reports(reports, self._repositories.reports.trouble)
            if self._repositories.reports.held:
                self.again.until_done("reports", self._listed)

    def _listed(self) -> bool:
        reports = self._repositories.reports.read()
        if not self._repositories.reports.held and self._reports is not None:
            self._reports.show_reports(reports, self._repositories.reports.trouble)
        return not self._repositories.reports.held

    def _export(self, path: Path) -> None:
        if self._reports is not None:
            self._reports.show_written(path, self._repositories.reports.export(path))

    def _remove(self, ids: frozenset[int]) -> None:
        self.again.until_done("remove", lambda: self._removed(ids))

    def _removed(self, ids: frozenset[int]) -> bool:
        reports = self._repositories.reports
        trouble, held = reports.remove(ids), reports.held
        if trouble:
            self.said.emit(trouble)
        self._list_reports()
        return not (trouble and held)
