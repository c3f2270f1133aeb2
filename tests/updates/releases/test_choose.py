"""What opens at the start after damage, and that the start stays light."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.updates.errors import Why
from desktop_app.updates.file_names import DIRECTORY
from desktop_app.updates.releases.choose import (
    OUT_OF_REACH,
    directory_confirmed,
    directory_in_use,
    directory_to_open,
    newest_confirmed,
)
from desktop_app.updates.releases.in_use import Origin, trust_beside
from desktop_app.updates.releases.release_store import read_list
from tests.updates.lab import Lab

ROOT = Path(__file__).parents[3]


@pytest.fixture
def third(lab: Lab) -> Lab:
    """A laptop that took releases 2 and 3."""
    for number in (2, 3):
        lab.release(number)
        lab.take(lab.file())
    return lab


def test_an_account_without_a_folder_uses_the_programs_own(lab: Lab) -> None:
    assert directory_in_use(None, lab.place.bundled).path == lab.place.bundled


def test_a_flipped_byte_leads_to_the_release_before(third: Lab) -> None:
    content = bytearray(third.in_use().path.read_bytes())
    content[9000] ^= 255
    third.in_use().path.write_bytes(content)
    assert (third.number(), third.in_use().origin) == (2, Origin.FALLBACK)
    assert third.in_use().notice == (
        "The newest list of numbers on this computer is damaged. "
        "Release 2 is in use instead: take the newest update again."
    )


def test_when_all_are_damaged_the_programs_own_is_used(third: Lab) -> None:
    for folder in third.place.store.folders():
        third.place.store.directory(folder).write_bytes(b"")
    assert third.number() == 1
    assert "The one that came with the program is in use instead" in third.in_use().notice


@pytest.mark.parametrize(
    "name", ["metadata/targets.json", "metadata", DIRECTORY, ""], ids=lambda name: name or "folder"
)
def test_a_missing_part_leads_to_the_release_before(third: Lab, name: str) -> None:
    path = third.in_use().path.parent / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert third.number() == 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"\0" * 200,
        b"[" * 3000,
        b" " * 9000,
        b'{"active": "../../elsewhere", "list_sha256": ""}',
        b'{"active": "000009-aaaaaaaaaaaa", "list_sha256": ""}',
        b'{"active": 7, "list_sha256": 7}',
    ],
)
def test_a_damaged_note_leads_to_the_newest_release(third: Lab, content: bytes) -> None:
    third.place.store.pointer.write_bytes(content)
    assert third.number() == 3
    assert third.in_use().notice.startswith("The note of which list of numbers is in use was")


def test_a_lost_note_leads_to_the_newest_release(third: Lab) -> None:
    third.place.store.pointer.unlink()
    assert third.number() == 3


def test_the_next_update_mends_a_lost_note(third: Lab) -> None:
    third.place.store.pointer.unlink()
    assert not third.take(third.file()).news
    assert third.in_use().notice == ""


def test_the_next_update_mends_a_damaged_release(third: Lab) -> None:
    third.in_use().path.write_bytes(b"damaged")
    assert third.take(third.file()).release == 3
    assert (third.number(), third.in_use().notice) == (3, "")


def test_journals_planted_beside_the_directory_are_ignored(third: Lab) -> None:
    for ending in ("-journal", "-wal", "-shm"):
        path = third.in_use().path
        path.with_name(path.name + ending).write_bytes(os.urandom(4096))
    assert third.number() == 3
    assert third.in_use().notice == ""


def test_a_fifo_in_the_place_of_the_directory_does_not_hold_up_the_start(third: Lab) -> None:
    path = third.in_use().path
    path.unlink()
    os.mkfifo(path)
    assert third.number() == 2


def forged(lab: Lab, number: str) -> None:
    """Replace the release in use, its list and the note, all fitting each other, unsigned."""
    folder = lab.in_use().path.parent
    shutil.copy(lab.directory(9, numbers={"helper-12": "01632 960666"}), folder / DIRECTORY)
    content = (folder / DIRECTORY).read_bytes()
    path = folder / "metadata/targets.json"
    said = json.loads(path.read_bytes())
    target = said["signed"]["targets"][DIRECTORY]
    target["hashes"]["sha256"] = hashlib.sha256(content).hexdigest()
    target["length"] = len(content)
    path.write_text(json.dumps(said))
    note = json.loads(lab.place.store.pointer.read_bytes())
    if number == "three":
        note["list_sha256"] = read_list(folder / "metadata").list_sha256
    lab.place.store.pointer.write_text(json.dumps(note))


def test_data_and_list_forged_together_are_seen_at_the_start(third: Lab) -> None:
    forged(third, "two")
    assert third.number() == 2


def test_data_list_and_note_forged_together_are_seen_by_the_full_check(third: Lab) -> None:
    """Whoever can write all three holds the account; signatures still give them away."""
    forged(third, "three")
    assert third.number() == 9
    found = directory_confirmed(third.place.user_folder, third.place.bundled)
    assert (found.release, found.origin) == (2, Origin.FALLBACK)
    assert third.take(third.file()).release == 3
    assert third.number() == 3


def test_after_a_fallback_nobody_may_go_further_back(third: Lab) -> None:
    third.in_use().path.write_bytes(b"damaged")
    third.steward.home.rename(third.folder / "new")
    assert third.number() == 2
    assert third.refused(third.folder / "laptop-program" / "trust").why is Why.NOT_A_RELEASE


def test_a_directory_named_by_the_system_is_used_as_it_is(third: Lab) -> None:
    named = {"WHO_TO_CALL_DIRECTORY": str(third.place.bundled), "HOME": str(third.folder)}
    assert directory_to_open(named).path == third.place.bundled


def test_a_checkout_trusts_what_is_committed_beside_its_sources(lab: Lab) -> None:
    assert trust_beside(paths.compiled_here()) == paths.trust_here()
    assert trust_beside(lab.place.bundled) == lab.place.bundled.parent / "trust"


def test_the_start_stays_light(third: Lab) -> None:
    script = (
        "import sys; from pathlib import Path; from desktop_app.updates.releases.choose import *;"
        f"found = directory_in_use(Path({str(third.place.user_folder)!r}),"
        f" Path({str(third.place.bundled)!r}));"
        "heavy = {'tuf', 'securesystemslib', 'cryptography', 'urllib3', 'urllib.request', 'ssl',"
        " 'socket', 'zipfile', 'tempfile'} & set(sys.modules);"
        "print(found.release, found.notice, sorted(heavy))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "3  []"


def test_an_answer_in_the_terminal_loads_nothing_of_updates_but_the_look() -> None:
    script = (
        "import sys, desktop_app.cli.main, desktop_app.cli.opening;"
        "heavy = {'tuf', 'securesystemslib', 'cryptography', 'urllib3', 'urllib.request', 'ssl',"
        " 'socket', 'zipfile', 'desktop_app.updates.install_update'} & set(sys.modules);"
        "print(sorted(heavy))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_folder_that_cannot_be_looked_into_is_no_silent_way_back(
    third: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "cannot_look_into", lambda: True)
    shutil.rmtree(third.place.user_folder)
    third.place.user_folder.write_text("no folder")
    for folder in (third.place.user_folder, None):
        for found in (
            directory_in_use(folder, third.place.bundled),
            newest_confirmed(folder, third.place.bundled),
        ):
            assert (found.release, found.origin) == (1, Origin.PROGRAM)
            assert found.notice == OUT_OF_REACH.format(number=1)


def test_without_keys_nothing_is_missed_in_it(third: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "cannot_look_into", lambda: True)
    shutil.rmtree(third.place.trust)
    assert directory_in_use(None, third.place.bundled).notice == ""
