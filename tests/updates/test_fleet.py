"""Desks with releases of every age, and one folder they all look at.

Two hundred with `dev.py check --slow`, else sixty.
"""

import random
import shutil
from pathlib import Path

import pytest

from desktop_app.updates.errors import Refused, Why
from desktop_app.updates.install_update import take
from desktop_app.updates.place import UpdatePlace
from desktop_app.updates.releases.choose import directory_in_use
from desktop_app.updates.verify.sources import FolderSource, Pieces
from tests import sweeps
from tests.updates.lab import NOW, Lab

DESKS = sweeps.size(60, 200)
RELEASES = 20


class CountingSource(FolderSource):
    """Counts what a desk asks a share for."""

    requests = 0
    taken = 0

    def open(self, name: str) -> Pieces:
        self.requests += 1
        return self._counted(super().open(name))

    def _counted(self, pieces: Pieces) -> Pieces:
        for piece in pieces:
            self.taken += len(piece)
            yield piece


def clone(place: UpdatePlace, folder: Path) -> UpdatePlace:
    shutil.copytree(place.user_folder, folder)
    return UpdatePlace(folder, place.bundled)


def fleet(lab: Lab, chance: random.Random) -> list[UpdatePlace]:
    """Desks with releases 1 to 19, while keys changed twice; every tenth is damaged."""
    models = [lab.place]
    for number in range(2, RELEASES):
        if number in (8, 14):
            lab.steward.rotate("targets" if number == 8 else "root", 1)
        lab.release(number)
        lab.place = clone(models[-1], lab.folder / f"model-{number}")
        lab.take(lab.steward.home)
        models.append(lab.place)
    desks = [clone(chance.choice(models), lab.folder / f"desk-{n}") for n in range(DESKS)]
    for desk in desks[::10]:
        found = directory_in_use(desk.user_folder, desk.bundled)
        if found.folder:
            found.path.write_bytes(b"damaged")
    return desks


def with_other_keys(desk: UpdatePlace, root: bytes) -> UpdatePlace:
    """The desk as it would be had it been set up by another steward."""
    program = desk.user_folder.with_suffix(".program")
    shutil.copytree(desk.bundled.parent, program)
    (program / "trust" / "root.json").write_bytes(root)
    return UpdatePlace(desk.user_folder, program / "directory.sqlite")


@pytest.mark.slow
def test_every_desk_gets_to_the_newest_release_or_says_why_not(lab: Lab) -> None:
    desks = fleet(lab, random.Random(7))
    lab.release(RELEASES)
    stranger = Lab.stranger(lab.folder / "stranger").place.trust / "root.json"
    foreign = {5, 25, 45}
    requests, taken, refused = 0, 0, set()
    for number, desk in enumerate(desks):
        source = CountingSource(lab.steward.home)
        place = with_other_keys(desk, stranger.read_bytes()) if number in foreign else desk
        try:
            assert take(source, place, NOW).release == RELEASES
        except Refused as error:
            refused.add((number, error.why))
        requests, taken = requests + source.requests, taken + source.taken
    now = [directory_in_use(desk.user_folder, desk.bundled).release for desk in desks]
    assert all(found == RELEASES for n, found in enumerate(now) if n not in foreign)
    assert refused == {(number, Why.NOT_SIGNED) for number in foreign}
    assert requests / DESKS < 8
    assert taken / DESKS < lab.place.bundled.stat().st_size + 40_000  # one file, and its lists


def test_a_desk_that_is_up_to_date_asks_twice(lab: Lab) -> None:
    lab.release(2)
    lab.take(lab.steward.home)
    source = CountingSource(lab.steward.home)
    assert not take(source, lab.place, NOW).news
    assert source.requests == 2  # is there a newer root; the timestamp
    assert source.taken < 2_000
