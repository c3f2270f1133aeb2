"""A desk that takes a patch has byte for byte what was signed; else it takes the whole."""

import hashlib
import random
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.updates.errors import Refused, Why
from desktop_app.updates.file_names import LARGEST_METADATA, PATCHES, allowed, patch_name
from desktop_app.updates.install_update import Terms, take
from desktop_app.updates.patch import LARGEST_PATCH, MAGIC, patch_between
from desktop_app.updates.progress import Phase
from desktop_app.updates.publishing import site
from desktop_app.updates.publishing.workspace import Workspace
from desktop_app.updates.releases.choose import directory_in_use
from desktop_app.updates.verify.sources import FolderSource, Pieces
from tests.updates.desk_work import Terminal, laptop, release
from tests.updates.lab import NOW, TARGET, Lab
from tests.updates.taking import take_from


class Asked(FolderSource):
    """Remembers what was asked for, and how many bytes came."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.names: list[str] = []
        self.taken = 0

    def open(self, name: str) -> Pieces:
        self.names.append(name)
        return self._counted(super().open(name))

    def _counted(self, pieces: Pieces) -> Pieces:
        for piece in pieces:
            self.taken += len(piece)
            yield piece


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def whole(lab: Lab) -> Path:
    target = lab.steward.lists["targets"].signed.targets[TARGET].hashes["sha256"]
    return lab.steward.home / "targets" / f"{target}.{TARGET}"


def with_patch(lab: Lab) -> Path:
    """Release 2, with the patch from the release the laptop came with; gives the patch."""
    lab.release(2, made={"numbers": {"helper-12": "01632 960999"}})
    name = patch_name(fingerprint(lab.place.bundled), fingerprint(whole(lab)))
    path = lab.steward.home / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(patch_between(lab.place.bundled.read_bytes(), whole(lab).read_bytes()))
    return path


def taken(lab: Lab) -> Asked:
    source = Asked(lab.steward.home)
    assert take(source, lab.place, NOW).release == 2
    found = directory_in_use(lab.place.user_folder, lab.place.bundled).path
    assert found.read_bytes() == whole(lab).read_bytes()
    return source


def took_the_whole(source: Asked) -> bool:
    return any(name.startswith("targets/") for name in source.names)


def test_a_desk_with_the_last_release_asks_for_the_patch_and_not_for_the_whole(lab: Lab) -> None:
    patch = with_patch(lab)
    source = taken(lab)
    assert not took_the_whole(source)
    lists = sum(path.stat().st_size for path in (lab.steward.home / "metadata").glob("*.json"))
    assert source.taken <= patch.stat().st_size + lists
    assert patch.stat().st_size < 5_000


def test_a_patch_is_enough_where_the_whole_is_gone(lab: Lab) -> None:
    with_patch(lab)
    kept = whole(lab).read_bytes()
    whole(lab).unlink()
    assert take(FolderSource(lab.steward.home), lab.place, NOW).release == 2
    found = directory_in_use(lab.place.user_folder, lab.place.bundled).path
    assert found.read_bytes() == kept


def test_a_desk_without_a_patch_for_it_takes_the_whole(lab: Lab) -> None:
    with_patch(lab).unlink()
    assert took_the_whole(taken(lab))


def damaged(lab: Lab, good: bytes) -> dict[str, bytes]:
    """Patches that are not the one that fits."""
    old, new = lab.place.bundled.read_bytes(), whole(lab).read_bytes()
    return {
        "empty": b"",
        "no patch": b"<html>not found</html>",
        "too long": MAGIC + bytes(LARGEST_PATCH),
        "cut": good[: len(good) // 2],
        "longer": good + good[len(MAGIC) :],
        "from another file": patch_between(new, new),
        "to another file": patch_between(old, new[:-1] + b"X"),
        "to the file it was": patch_between(old, old),
    }


@pytest.mark.parametrize(
    "how",
    [
        *("empty", "no patch", "too long", "cut", "longer"),
        *("from another file", "to another file", "to the file it was"),
    ],
)
def test_a_patch_that_is_wrong_costs_nothing_but_the_whole(lab: Lab, how: str) -> None:
    path = with_patch(lab)
    path.write_bytes(damaged(lab, path.read_bytes())[how])
    assert took_the_whole(taken(lab))


def test_one_wrong_byte_anywhere_in_a_patch_never_comes_through(lab: Lab) -> None:
    path = with_patch(lab)
    good, chance = path.read_bytes(), random.Random(5)
    for at in chance.sample(range(len(good)), 12):
        bad = bytearray(good)
        bad[at] ^= 1 << chance.randrange(8)
        path.write_bytes(bytes(bad))
        desk = lab.laptop(f"laptop-{at}", root_version=1)
        result = take(FolderSource(lab.steward.home), desk, NOW)
        found = directory_in_use(desk.user_folder, desk.bundled).path
        assert result.release == 2
        assert found.read_bytes() == whole(lab).read_bytes()


def test_with_patch_and_whole_both_wrong_the_old_release_stays(lab: Lab) -> None:
    with_patch(lab).write_bytes(b"wrong")
    content = bytearray(whole(lab).read_bytes())
    content[5000] ^= 1
    whole(lab).write_bytes(bytes(content))
    with pytest.raises(Refused) as refused:
        lab.take(lab.steward.home)
    assert refused.value.why is Why.CHANGED
    assert lab.number() == 1


def test_no_patch_is_asked_for_before_the_lists_were_verified(lab: Lab) -> None:
    with_patch(lab)
    stranger = Lab.stranger(lab.folder / "stranger")
    stranger.release(2)
    shutil.copytree(lab.steward.home / PATCHES, stranger.steward.home / PATCHES)
    source = Asked(stranger.steward.home)
    with pytest.raises(Refused):
        take(source, lab.place, NOW)
    assert not [name for name in source.names if PATCHES in name]


def test_stopped_while_a_patch_is_applied_nothing_changes(lab: Lab) -> None:
    with_patch(lab)

    def stop(step: Phase, share: float) -> None:
        if step is Phase.COPYING:
            raise Refused(Why.STOPPED)

    source = Asked(lab.steward.home)
    with pytest.raises(Refused) as refused:
        take(source, lab.place, NOW, Terms(progress=stop))
    assert refused.value.why is Why.STOPPED
    assert not took_the_whole(source)
    assert lab.number() == 1


def test_only_two_fingerprints_name_a_patch() -> None:
    good = patch_name("0" * 64, "f" * 64)
    assert allowed(good)
    for name in (f"{good}/../x", good.upper(), f"{PATCHES}/{'0' * 64}.patch", f"x{good}"):
        assert not allowed(name)


@pytest.mark.slow
def test_what_is_published_carries_patches_from_the_last_releases(
    terminal: Terminal, desk: Workspace
) -> None:
    out = release(terminal, desk, 1)
    place = laptop(out)
    first = fingerprint(place.bundled)
    for number in range(2, 9):
        release(terminal, desk, number, numbers={"helper-12": f"01632 9609{number:02}"})
    names = [path.name for path in (out / PATCHES).iterdir()]
    newest = fingerprint(out / site.FOR_INSTALLERS / TARGET)
    assert len(names) == 6
    assert {name.partition("-")[2] for name in names} == {f"{newest}.patch"}
    assert not [name for name in names if name.startswith(first)]  # too long ago
    assert take_from(out, place, NOW).release == 8
    assert max(path.stat().st_size for path in (out / PATCHES).iterdir()) < 5_000


def test_handed_out_again_the_patches_stay_as_they_are(terminal: Terminal, desk: Workspace) -> None:
    release(terminal, desk, 1)
    out = release(terminal, desk, 2, numbers={"helper-12": "01632 960999"})
    before = {path: path.read_bytes() for path in (out / PATCHES).iterdir()}
    assert len(before) == 1
    site.hand_out(desk, out)
    assert {path: path.read_bytes() for path in (out / PATCHES).iterdir()} == before


def test_all_a_desk_takes_for_one_number_is_under_five_kilobytes(
    terminal: Terminal, desk: Workspace
) -> None:
    place = laptop(release(terminal, desk, 1))
    out = release(terminal, desk, 2, numbers={"helper-12": "01632 960999"})
    source = Asked(out)
    assert take(source, place, NOW + timedelta(days=1)).release == 2
    assert source.taken < 5_000 < LARGEST_METADATA["timestamp"]
