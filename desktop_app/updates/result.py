"""What came of an update, in words a person reads."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from desktop_app.domain.compare.change_kinds import ChangeKind
from desktop_app.domain.compare.changes import Change, summary
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.dates import date_words
from desktop_app.domain.services.trust import Age, release_age
from desktop_app.updates.releases.in_use import InUse


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateResult:
    """An update that was taken, or found to be in use already."""

    news: bool
    in_use: InUse
    release: int
    age: Age
    confirmed_on: date | None
    changes: tuple[Change, ...] | None
    """None: the directory before could not be read."""
    before: Path
    """The directory that was in use until then, which the changes are held against."""
    moved_explained: str = ""
    """Why a council's front-door number is another council's now, where it is: as was signed."""
    passed_over: str = ""
    """Of another file that looked newer and was not taken: the sentence that says why."""

    @property
    def sentence(self) -> str:
        """The result, and what else there is to say about where it came from."""
        return f"{self.result} {self.passed_over}".rstrip()

    @property
    def result(self) -> str:
        """The result in one line: the release, what changed, and how old it is."""
        if self.news:
            told = f"Release {self.release} is in use now. {summary(self.changes)}"
        else:
            told = f"You have the newest list of numbers already: release {self.release}."
        if self.moved_explained and any(
            change.kind is ChangeKind.DOOR_MOVED for change in self.changes or ()
        ):
            told += f" It moved on purpose: {self.moved_explained.rstrip('.')}."
        if self.confirmed_on:
            day = date_words(self.confirmed_on)
            told += f" Your steward confirmed on {day} that it is current."
        return f"{told} {self.age.text}"


def age_of(dated: date, next_expected_by: date, now: datetime) -> Age:
    """How old a release is, in UK days."""
    return release_age(dated, next_expected_by, now.astimezone(UK).date())
