"""Files changed at random under an open window: what it shows was always signed.

Each step spoils, exchanges, removes or restores something in the watched folder, in the account's
own folder or beside the program, and the window looks. It may keep what it read, take what is
newer, or show none; a fault is none of these. Once all is sound again it has the newest release.
"""

import contextlib
import hashlib
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.app.directory_updater import DirectoryUpdater
from desktop_app.domain.services.errors import DirectoryError
from desktop_app.ui.updates.worker import Outcome
from desktop_app.updates.errors import Refused, Why
from tests import sweeps
from tests.journeys.updating import NOW
from tests.ui.town import at
from tests.updates.lab import Lab

NEWEST = 4
FAULT = Refused(Why.FAULT).sentence


class Monkey:
    """Changes one thing at a time; what was signed is kept aside."""

    def __init__(self, lab: Lab, seed: int) -> None:
        self.random, self.lab = random.Random(seed), lab
        self.watched = lab.folder / "watched"
        self.own = lab.place.bundled
        self.lists = [self.own.read_bytes()]
        self.files, self.sites = [lab.file("1.wtcrelease")], [lab.stick("site-1")]
        for number in range(2, NEWEST + 1):
            lab.release(number)
            self.lists.append(lab.directory(number).read_bytes())
            self.files.append(lab.file(f"{number}.wtcrelease"))
            self.sites.append(lab.stick(f"site-{number}"))
        self.signed = {hashlib.sha256(each).hexdigest() for each in self.lists}
        self.deeds: list[Callable[[], object]] = [
            *[self.no_folder, self.no_plain_folder, self.spoilt_list, self.another_list_beside],
            *[self.published, self.mixed, self.release_file, self.release_file, self.pipe_in_it],
            *[self.note, self.spoilt_in_account, self.spoilt_in_account, self.exchanged],
            *[self.nothing_stored, self.own_again, self.own_again],
        ]

    def change(self) -> None:
        """Change something; where there is nothing to change, nothing happens."""
        with contextlib.suppress(OSError):
            self.random.choice(self.deeds)()

    def no_folder(self) -> None:
        remove(self.watched)

    def no_plain_folder(self) -> None:
        remove(self.watched)
        made = [os.mkfifo, Path.touch, lambda path: path.symlink_to(path)]
        self.random.choice(made)(self.watched)

    def published(self) -> None:
        remove(self.watched)
        shutil.copytree(self.random.choice(self.sites), self.watched)

    def mixed(self) -> None:
        self.published()
        other = self.random.choice(self.sites) / "metadata"
        for path in other.iterdir():
            if self.random.random() < 0.5:
                shutil.copy(path, self.watched / "metadata" / path.name)

    def release_file(self) -> None:
        if not self.watched.is_dir():
            remove(self.watched)
            self.watched.mkdir()
        name = self.random.choice(["a", "new - Copy (2)", "000999", "b.sync-conflict-20261129"])
        content = self.random.choice(self.files).read_bytes()
        path = self.watched / f"{name}.wtcrelease"
        remove(path)  # a pipe may lie there, and writing into it would never end
        path.write_bytes(self.spoilt(content))

    def pipe_in_it(self) -> None:
        path = self.random.choice(list(self.watched.rglob("*.*")) or [self.watched / "a"])
        path.unlink()
        os.mkfifo(path)

    def note(self) -> None:
        odd = [b"", b"null", b'{"release": 1e999}', b"9" * 5000, b"[" * 9000, b"\xff\xfe"]
        (self.lab.place.user_folder / "active.json").write_bytes(self.random.choice(odd))

    def spoilt_in_account(self) -> None:
        found = [path for path in self.lab.place.user_folder.rglob("*") if path.is_file()]
        path = self.random.choice(found or [self.own])
        path.write_bytes(self.spoilt(path.read_bytes(), always=True))

    def exchanged(self) -> None:
        stored = list(self.lab.place.user_folder.rglob("directory.sqlite"))
        self.random.choice(stored or [self.own]).write_bytes(self.random.choice(self.lists))

    def nothing_stored(self) -> None:
        remove(self.lab.place.user_folder / "releases")

    def spoilt_list(self) -> None:
        self.own.write_bytes(self.spoilt(self.own.read_bytes(), always=True))

    def another_list_beside(self) -> None:
        self.own.write_bytes(self.random.choice(self.lists))

    def own_again(self) -> None:
        self.own.write_bytes(self.lists[0])

    def spoilt(self, content: bytes, *, always: bool = False) -> bytes:
        """Cut short or with one bit turned; whole as well, now and then."""
        way = self.random.random() * (0.8 if always else 1.6)
        if way >= 0.8 or not content:
            return content
        place = self.random.randrange(len(content))
        if way < 0.4:
            return content[:place]
        return content[:place] + bytes([content[place] ^ 4]) + content[place + 1 :]


def remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def look(updater: DirectoryUpdater, watched: Path) -> Outcome:
    found = updater.check_folder(watched, at(NOW), lambda _share: True)
    assert found.sentence != FAULT
    return found


@pytest.mark.slow
@pytest.mark.usefixtures("as_installed")
@pytest.mark.parametrize("seed", range(sweeps.size(2, 40)))
def test_what_is_shown_was_signed_whatever_is_changed(small_lab: Lab, seed: int) -> None:
    monkey, updater = Monkey(small_lab, seed), DirectoryUpdater()
    updater.open().close()
    look(updater, monkey.watched)
    shown = 0
    for _step in range(40):
        monkey.change()
        if look(updater, monkey.watched).news:
            with contextlib.suppress(DirectoryError):
                updater.open().close()
        if not updater._dropped & {updater._open}:  # what was dropped is on no page
            assert updater._sha256 in monkey.signed
            shown += 1
    assert shown
    monkey.own_again()
    remove(small_lab.place.user_folder / "releases")
    remove(monkey.watched)
    shutil.copytree(monkey.sites[-1], monkey.watched)
    for _look in range(3):
        if look(updater, monkey.watched).news:
            updater.open().close()
    assert (updater._release, small_lab.number()) == (NEWEST, NEWEST)
