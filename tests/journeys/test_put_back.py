"""A forged list lies there while it is read, and the signed one is back before anybody looks.

Its date and length are as before, so the file on the disk tells nothing: what counts is what was
read. Nor do two openings of one file ever make one answer out of two releases.
"""

import hashlib
import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.app.directory_updater import DirectoryUpdater
from desktop_app.cli import opening
from desktop_app.domain.services.errors import DirectoryDamaged
from desktop_app.updates.releases.release_store import Pointer
from tests.journeys.test_unsigned_directory import checked, forged, unchecked
from tests.journeys.updating import NEW_NUMBER, Open, release, shown_first, status_bar
from tests.updates.lab import Lab

pytestmark = pytest.mark.usefixtures("as_installed")


def exchange(path: Path, content: bytes) -> bytes:
    """Other bytes in the same file, its date set back; gives those of before."""
    found, before = path.stat(), path.read_bytes()
    path.write_bytes(content)
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    return before


def laid_there(lab: Lab, content: bytes) -> dict[Path, bytes]:
    """The forged directory in the place of the one in use, its list and note fitting; the true."""
    in_use = lab.in_use()
    assert len(content) == in_use.path.stat().st_size
    true = {in_use.path: exchange(in_use.path, content)}
    if in_use.folder:
        listed = lab.place.store.metadata(in_use.folder) / "targets.json"
        told = listed.read_bytes().replace(
            in_use.sha256.encode(), hashlib.sha256(content).hexdigest().encode()
        )
        note = Pointer(in_use.folder, hashlib.sha256(told).hexdigest()).as_bytes()
        true[listed] = exchange(listed, told)
        true[lab.place.store.pointer] = exchange(lab.place.store.pointer, note)
    return true


@pytest.mark.parametrize("number", [1, 2], ids=["of the program", "of the account"])
def test_what_was_read_is_held_against_the_signatures_and_not_what_lies_there(
    lab: Lab, opened: Open, qtbot: QtBot, number: int
) -> None:
    content = forged(lab, opened, number)[0].read_bytes()
    if number == 2:
        lab.release(2)
        lab.take(lab.file())
    true = laid_there(lab, content)
    walker = unchecked(opened()).press("1", "1")
    assert (release(walker), shown_first(walker)) == (number, NEW_NUMBER)
    for path, was in true.items():
        exchange(path, was)
    checked(qtbot, walker)
    assert release(walker) == number
    assert shown_first(walker) != NEW_NUMBER
    assert "is not signed by the people who look after the directory" in status_bar(walker)
    checked(qtbot, walker)
    assert shown_first(walker) != NEW_NUMBER


def test_a_command_answers_from_the_bytes_that_were_verified(
    lab: Lab, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between its check and its opening another list is laid in the place of the signed one."""
    content = forged(lab, opened, 1)[0].read_bytes()
    found = opening.checked_directory()
    monkeypatch.setattr(opening, "checked_directory", lambda: found)
    exchange(found.path, content)
    with pytest.raises(DirectoryDamaged, match="damaged"):
        opening.opened_directory()


def test_a_list_exchanged_between_two_looks_at_it_vouches_for_nothing(
    lab: Lab, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fingerprint is that of the list whose signatures were counted, not of the one before."""
    from desktop_app.updates.releases import choose

    content = forged(lab, opened, 2)[0].read_bytes()
    lab.release(2)
    lab.take(lab.file())
    signed = lab.in_use().sha256
    true = laid_there(lab, content)
    looked = choose.directory_in_use

    def put_back_behind(*places: Path) -> object:
        found = looked(*places)
        for path, was in true.items():
            exchange(path, was)
        return found

    monkeypatch.setattr(choose, "directory_in_use", put_back_behind)
    found = choose.directory_confirmed(lab.place.user_folder, lab.place.bundled)
    assert (found.signature, found.sha256) == ("holds", signed)


def test_news_are_told_of_the_bytes_that_were_verified(
    lab: Lab, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an update changes is asked of two files; exchanged meanwhile, nothing is made up."""
    newest = DirectoryUpdater()
    newest.open().close()
    lab.release(2)
    lab.take(lab.file())
    exchange(lab.in_use().path, forged(lab, opened, 3)[0].read_bytes())
    assert newest._changes(lab.place.bundled, lab.in_use().path, (newest._sha256, "0" * 64)) is None
