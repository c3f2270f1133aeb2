"""An office of stewards: keys with their holders’ names, one release out, a working file."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from securesystemslib.signer import CryptoSigner

from desktop_app.authoring.read.source_folders import default_area
from desktop_app.clock import LONDON
from desktop_app.paths import national_sources
from desktop_app.updates.publishing import ceremony, draft, keys, signing, site
from desktop_app.updates.publishing.workspace import Workspace
from desktop_app.workshop.editing import ChangeReason
from desktop_app.workshop.numbers import change_number
from desktop_app.workshop.publishing.change_set import ChangeSet
from desktop_app.workshop.publishing.hand_over import Maker, ReleaseRequest, hand_over
from desktop_app.workshop.publishing.review import Review, accept, review
from desktop_app.workshop.source_tree import read_tree
from desktop_app.workshop.work_file import WorkFile
from tests.any_area.usual_directory import usual_directory

NOW = datetime(2026, 12, 1, 10, 0, tzinfo=LONDON)
UNTIL = NOW.date() + timedelta(days=31)
PASSPHRASE = "correct horse battery"
DOCUMENT = "blmk-icb-2024"
OLD, NEW = "01582 547653", "01582 547654"
PERSONS = {
    "root-1": "Rita Example",
    "root-2": "Ravi Example",
    "root-3": "Rosa Example",
    "targets-1": "Anna Steward",
    "targets-2": "Ben Checker",
    "targets-3": "Cara Third",
    "publishing": "Anna Steward",
}


@dataclass(frozen=True, kw_only=True)
class ReleaseOffice:
    """One folder with everything in it."""

    folder: Path
    persons: dict[str, str]

    @property
    def desk(self) -> Workspace:
        return Workspace(self.folder / "desk")

    @property
    def path(self) -> Path:
        return self.folder / "mine.wtcwork"

    @property
    def out(self) -> Path:
        return self.folder / "site"

    def key(self, name: str) -> CryptoSigner:
        return keys.unlock(self.desk.keys / f"{name}.p12", PASSPHRASE)

    def change(self, old: str = OLD, new: str = NEW, by: str = "Anna Steward") -> None:
        said = ChangeReason(by=by, at=NOW, why="moved", document=DOCUMENT)
        with WorkFile.open(self.path) as work:
            change_number(work, old, new, said)

    def given(self, by: str = "Anna Steward", key: str = "targets-1") -> ChangeSet:
        maker = Maker(by=by, signer=self.key(key), at=NOW)
        with WorkFile.open(self.path) as work:
            wanted = ReleaseRequest(next_expected_by=UNTIL)
            return hand_over(work, self.desk, usual_directory(), maker, wanted)

    @contextmanager
    def seen(self, found: ChangeSet, *, answers: bool = True) -> Iterator[Review]:
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            yield review(found, self.desk, usual_directory(), Path(folder), answers=answers)

    def accepted(
        self, found: ChangeSet, by: str = "Ben Checker", key: str = "targets-2"
    ) -> ChangeSet:
        with self.seen(found) as seen:
            typed = {each.digits: each.digits for each in seen.numbers}
            return accept(seen, self.desk, Maker(by=by, signer=self.key(key), at=NOW), typed)


@dataclass(frozen=True, kw_only=True)
class Given:
    """A change set of two makers, handed over by one of them, and what its checker sees."""

    office: ReleaseOffice
    found: ChangeSet
    seen: Review

    def checked_by(
        self, by: str, key: str = "targets-2", typed: dict[str, str] | None = None
    ) -> ChangeSet:
        """Accepted by somebody, with every number typed unless other ones are given."""
        right = {each.digits: each.digits for each in self.seen.numbers}
        checker = Maker(by=by, signer=self.office.key(key), at=NOW)
        return accept(self.seen, self.office.desk, checker, right if typed is None else typed)


def make_office(folder: Path, persons: dict[str, str]) -> ReleaseOffice:
    """Keys, a first release of the directory in use, and a working file of its sources."""
    office = ReleaseOffice(folder=folder, persons=persons)
    desk = office.desk
    made = {
        name: keys.make_key(desk.keys, name, PASSPHRASE, 1, person=persons.get(name, ""))
        for name in keys.NAMES
    }
    ceremony.draft_first_root(desk, made, NOW)
    ceremony.accept_first_root(desk, [office.key("root-1"), office.key("root-2")])
    draft.build(desk, usual_directory(), NOW)
    for name in ("targets-1", "targets-3"):
        signing.sign(desk, office.key(name))
    site.publish(desk, office.out, office.key("publishing"), NOW)
    texts = read_tree(national_sources().parent, default_area())
    WorkFile.create(office.path, texts, at=NOW).close()
    return office


def copied(office: ReleaseOffice, folder: Path) -> ReleaseOffice:
    """The same, to be changed by one test."""
    shutil.copytree(office.folder, folder)
    return ReleaseOffice(folder=folder, persons=office.persons)
