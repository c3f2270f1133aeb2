"""A forged directory in the account's own folder, or beside the program: never believed for long.

Whoever plants here can write to the account's files, and makes data, list and note fit each other.
"""

import hashlib
import json
import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.app.directory_updater import DirectoryUpdater
from desktop_app.cli.opening import checked_directory, close_all, opened_directory
from desktop_app.domain.services.errors import DirectoryUnsigned
from desktop_app.ui.updates.worker import Outcome
from desktop_app.updates.file_names import DIRECTORY
from desktop_app.updates.install_update import sifted
from desktop_app.updates.releases.choose import directory_confirmed, newest_confirmed
from desktop_app.updates.releases.in_use import InUse, Origin, Signature, release_in
from desktop_app.updates.releases.release_store import Pointer, read_list
from desktop_app.updates.verify.folders import sources_in
from tests.updates.lab import NOW, Lab

PLANT = "999999-aaaaaaaaaaaa"
FORGED = {"luton-children_front_door": "01632 960666"}


def plant(
    lab: Lab,
    release: int = 999_999,
    folder: str = PLANT,
    *,
    says: str = "",
    content: bytes = b"",
) -> Path:
    """Lay a forged release where an update would lie, with a list and a note that fit it."""
    content = content or lab.directory(release, numbers=FORGED).read_bytes()
    place = lab.place.store.releases / folder
    (place / "metadata").mkdir(parents=True)
    (place / DIRECTORY).write_bytes(content)
    said = {
        "signed": {
            "_type": "targets",
            "version": release,
            "targets": {
                DIRECTORY: {
                    "length": len(content),
                    "hashes": {"sha256": hashlib.sha256(content).hexdigest()},
                    "custom": {"release": release},
                }
            },
        },
        "signatures": [],
    }
    text = says or json.dumps(said)
    (place / "metadata/targets.json").write_text(text, encoding="utf-8", errors="surrogatepass")
    fingerprint = hashlib.sha256((place / "metadata/targets.json").read_bytes()).hexdigest()
    lab.place.store.pointer.write_bytes(Pointer(folder, fingerprint).as_bytes())
    return place


def confirmed(lab: Lab) -> InUse:
    return directory_confirmed(lab.place.user_folder, lab.place.bundled)


@pytest.fixture
def installed(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> Lab:
    """The laptop as the program itself finds it."""
    monkeypatch.setattr(paths, "user_data", lambda *_: lab.place.user_folder)
    monkeypatch.setattr(paths, "directory_file", lambda *_: lab.place.bundled)
    monkeypatch.delenv(paths.DIRECTORY_VARIABLE, raising=False)
    return lab


def no_keys(lab: Lab) -> None:
    """The program as it is packed where no steward has made keys."""
    shutil.rmtree(lab.place.trust)


def test_without_keys_a_planted_release_is_never_opened(lab: Lab) -> None:
    no_keys(lab)
    plant(lab)
    in_use = lab.in_use()
    assert (in_use.path, in_use.release) == (lab.place.bundled, 1)
    assert in_use.signature is Signature.NO_KEYS
    assert in_use.notice.startswith("Lists of numbers lie in this account’s folder, but")


def test_without_keys_the_full_check_says_so_and_opens_the_programs_own(lab: Lab) -> None:
    no_keys(lab)
    plant(lab)
    assert confirmed(lab).path == lab.place.bundled
    assert confirmed(lab).signature is Signature.NO_KEYS


@pytest.mark.parametrize("keys", ["folder", "link", "fifo"])
def test_keys_that_are_no_file_are_no_keys(lab: Lab, keys: str) -> None:
    root = lab.place.trust / "root.json"
    root.unlink()
    if keys == "folder":
        root.mkdir()
    elif keys == "link":
        root.symlink_to("gone")
    else:
        os.mkfifo(root)
    plant(lab)
    assert lab.number() == 1


def test_with_keys_the_full_check_drops_it(lab: Lab) -> None:
    plant(lab)
    assert lab.number() == 999_999  # the start alone cannot know
    found = confirmed(lab)
    assert (found.release, found.path, found.dropped) == (1, lab.place.bundled, PLANT)
    assert found.signature is Signature.HOLDS
    assert found.notice == (
        "The list of numbers that was in use is not signed by the people who look after the "
        "directory. It is no longer shown: release 1 is in use instead. Tell your IT support."
    )


def test_the_newest_signed_release_takes_its_place(lab: Lab) -> None:
    lab.release(2)
    lab.take(lab.file())
    plant(lab)
    assert (confirmed(lab).release, confirmed(lab).origin) == (2, Origin.FALLBACK)


def test_a_terminal_answers_from_nothing_unsigned(
    installed: Lab, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(installed)
    directory = opened_directory()
    assert directory.release().number == 1
    close_all()
    assert "is not signed by the people" in capsys.readouterr().err


def test_a_copied_timestamp_does_not_keep_the_plant(lab: Lab) -> None:
    lab.release(2)
    lab.take(lab.file())
    lab.release(3)
    place = plant(lab)
    published, here = lab.steward.home / "metadata", place / "metadata"
    shutil.copy(published / "timestamp.json", here / "timestamp.json")
    shutil.copy(published / "3.snapshot.json", here / "snapshot.json")
    assert sifted(sources_in(lab.steward.home).openers, lab.place)[0]
    assert lab.take(lab.steward.home).release == 3
    assert (lab.number(), confirmed(lab).signature) == (3, Signature.HOLDS)


def test_a_timestamp_copied_into_the_release_in_use_hides_no_newer_one(lab: Lab) -> None:
    lab.release(2)
    metadata = lab.take(lab.file()).in_use.path.parent / "metadata"
    lab.release(3)
    published = lab.steward.home / "metadata"
    shutil.copy(published / "timestamp.json", metadata / "timestamp.json")
    assert sifted(sources_in(lab.steward.home).openers, lab.place)[0]
    shutil.copy(published / "3.snapshot.json", metadata / "snapshot.json")
    assert sifted(sources_in(lab.steward.home).openers, lab.place)[0]
    assert lab.take(lab.file()).release == 3


def test_the_next_update_clears_plants_away_and_keeps_what_is_signed(lab: Lab) -> None:
    for number in (2, 3):
        lab.release(number)
        lab.take(lab.file())
    for name in ("999999-aaaaaaaaaaaa", "999998-aaaaaaaaaaaa", "999997-aaaaaaaaaaaa"):
        plant(lab, folder=name)
    lab.release(4)
    lab.take(lab.file())
    assert [folder[:6] for folder in lab.place.store.folders()] == ["000004", "000003", "000002"]


ODD = {
    "infinite release": '{"signed": {"targets": {"directory.sqlite": {"length": 1, "hashes": '
    '{"sha256": ""}, "custom": {"release": 1e999}}}}}',
    "not a number": '{"signed": {"targets": {"directory.sqlite": {"length": NaN, "hashes": '
    '{"sha256": ""}, "custom": {"release": NaN}}}}}',
    "a thousand digits": '{"signed": {"targets": {"directory.sqlite": {"length": 1, "hashes": '
    '{"sha256": ""}, "custom": {"release": ' + "9" * 1000 + "}}}}}",
    "too many digits": '{"signed": {"targets": {"directory.sqlite": {"length": 1, "hashes": '
    '{"sha256": ""}, "custom": {"release": ' + "9" * 9000 + "}}}}}",
    "a negative release": '{"signed": {"targets": {"directory.sqlite": {"length": -1, "hashes": '
    '{"sha256": ""}, "custom": {"release": -5}}}}}',
    "true": '{"signed": {"targets": {"directory.sqlite": {"length": true, "hashes": '
    '{"sha256": ""}, "custom": {"release": true}}}}}',
    "deep": "[" * 100_000,
    "deep objects": '{"signed":' * 20_000 + "1" + "}" * 20_000,
    "lists for objects": '{"signed": [[]]}',
    "text for objects": '{"signed": "targets"}',
    "nothing": "null",
    "surrogates": '{"signed": {"\\ud800": "\\udfff", "targets": {"directory.sqlite": "\\ud800"}}}',
    "raw surrogates": '{"signed": "\ud800"}',
    "no json": "\x00\x01\x02",
    "too long": " " * 300_000,
}


@pytest.mark.parametrize("says", list(ODD.values()), ids=list(ODD))
def test_whatever_a_planted_list_says_the_start_and_the_check_go_on(lab: Lab, says: str) -> None:
    plant(lab, says=says)
    assert (lab.number(), confirmed(lab).release) == (1, 1)
    lab.release(2)
    assert lab.take(lab.file()).release == 2


@pytest.mark.parametrize(
    "release", ["1e999", "Infinity", "-1", "9" * 5000, "١", "", "\x00"], ids=lambda text: text[:9]
)
def test_a_directory_that_claims_an_odd_release_is_release_nought(lab: Lab, release: str) -> None:
    connection = sqlite3.connect(lab.place.bundled)
    connection.execute("UPDATE meta SET value = ? WHERE key = 'release'", (release,))
    connection.commit()
    connection.close()
    assert release_in(lab.place.bundled) in (0, -1, 1)


@pytest.mark.parametrize(
    "folder",
    ["../../elsewhere", "/etc", "000001-aaaaaaaaaaaa/../x", "\ud800", "000001-aaaaaaaaaaaa\n"],
)
def test_a_note_that_leads_elsewhere_leads_nowhere(lab: Lab, folder: str) -> None:
    lab.place.store.releases.mkdir()
    lab.place.store.pointer.write_text(json.dumps({"active": folder, "list_sha256": "a" * 64}))
    assert (lab.number(), confirmed(lab).release) == (1, 1)


@pytest.mark.parametrize("part", ["releases", PLANT, "metadata", "targets.json", DIRECTORY])
def test_links_lead_nowhere_that_is_not_signed(lab: Lab, part: str) -> None:
    place = plant(lab)
    linked = {
        "releases": lab.place.store.releases,
        PLANT: place,
        "metadata": place / "metadata",
        "targets.json": place / "metadata/targets.json",
        DIRECTORY: place / DIRECTORY,
    }[part]
    linked.rename(lab.folder / "elsewhere")
    linked.symlink_to(lab.folder / "elsewhere")
    assert confirmed(lab).release == 1


def test_a_folder_others_may_write_to_counts_for_nothing_without_signatures(lab: Lab) -> None:
    plant(lab)
    lab.place.user_folder.chmod(0o777)
    assert lab.number() == 1


def test_a_signed_release_in_a_folder_others_may_write_to_is_used(lab: Lab) -> None:
    lab.release(2)
    lab.take(lab.file())
    lab.place.user_folder.chmod(0o775)
    assert (lab.number(), lab.in_use().signature) == (2, Signature.HOLDS)


def test_taking_an_update_closes_the_folder_to_others(lab: Lab) -> None:
    lab.place.user_folder.chmod(0o777)
    lab.release(2)
    lab.take(lab.file())
    assert lab.place.user_folder.stat().st_mode & 0o777 == 0o700


# ---- the directory that came with the program: the USB edition


def tamper(lab: Lab, release: int = 1) -> None:
    """Another directory in the place of the program's own, sealed as it should be."""
    shutil.copy(lab.directory(release, numbers=FORGED), lab.place.bundled)


@pytest.mark.parametrize("release", [1, 0, 999_999])
def test_a_forged_program_directory_is_shown_by_nobody(installed: Lab, release: int) -> None:
    tamper(installed, release)
    assert confirmed(installed).signature is Signature.FAILS
    with pytest.raises(DirectoryUnsigned, match=r"not the one its steward signed.*999"):
        opened_directory()


@pytest.mark.parametrize("lost", ["targets.json", "root.json"])
@pytest.mark.parametrize("content", [b"", b"{}", b"[" * 5000, b'{"signed": 1e999}'])
def test_damaged_lists_beside_it_do_not_vouch_for_it(lab: Lab, lost: str, content: bytes) -> None:
    (lab.place.trust / lost).write_bytes(content)
    assert confirmed(lab).signature is Signature.FAILS


def test_a_list_signed_by_a_stranger_does_not_vouch_for_it(lab: Lab, tmp_path: Path) -> None:
    stranger = Lab.stranger(tmp_path / "stranger")
    shutil.copy(stranger.place.bundled, lab.place.bundled)
    shutil.copy(stranger.place.trust / "targets.json", lab.place.trust / "targets.json")
    assert confirmed(lab).signature is Signature.FAILS


@pytest.mark.parametrize("release", [1, 999_999])
def test_a_signed_update_stands_in_for_a_forged_program_directory(lab: Lab, release: int) -> None:
    lab.release(2)
    lab.take(lab.file())
    tamper(lab, release)
    assert (confirmed(lab).release, confirmed(lab).signature) == (2, Signature.HOLDS)


@pytest.mark.parametrize("release", [1, 999_999])
def test_an_update_mends_a_forged_program_directory(lab: Lab, release: int) -> None:
    tamper(lab, release)
    lab.release(2)
    taken = lab.take(lab.file())
    assert (taken.release, taken.changes) == (2, None)
    assert confirmed(lab).signature is Signature.HOLDS


def test_the_directory_it_was_signed_as_holds(lab: Lab) -> None:
    found = confirmed(lab)
    assert (found.path, found.release, found.notice) == (lab.place.bundled, 1, "")
    assert (found.origin, found.signature) == (Origin.PROGRAM, Signature.HOLDS)


def test_what_a_checkout_compiles_is_nobody_s_to_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.DIRECTORY_VARIABLE, raising=False)
    monkeypatch.setattr(paths, "user_data", lambda *_: None)
    assert checked_directory().signature is Signature.MADE_HERE


# ---- the window's worker


def progress(_share: float) -> bool:
    return True


def test_the_worker_drops_a_plant_and_the_next_start_begins_with_what_is_sound(
    installed: Lab,
) -> None:
    installed.release(2)
    installed.take(installed.file())
    plant(installed)
    newest = DirectoryUpdater()
    newest.open().close()
    outcome = newest.verify(progress)
    assert outcome.news
    assert "is not signed by the people" in outcome.sentence
    directory = newest.open()
    assert directory.release().number == 2
    directory.close()
    assert (installed.number(), installed.in_use().notice) == (2, "")
    assert not newest.verify(progress).news


def test_the_worker_takes_a_forged_program_directory_away(installed: Lab) -> None:
    tamper(installed)
    newest = DirectoryUpdater()
    newest.open().close()
    assert newest.verify(progress).news
    with pytest.raises(DirectoryUnsigned):
        newest.open()
    assert not newest.verify(progress).news  # told once, and looks go on
    installed.release(2)
    outcome = newest.take(installed.file(), NOW, progress)
    assert outcome.news
    directory = newest.open()
    assert directory.release().number == 2
    directory.close()


def test_a_plant_laid_while_the_window_is_open_is_no_news(installed: Lab) -> None:
    newest = DirectoryUpdater()
    newest.open().close()
    plant(installed)
    outcome = newest.check_folder(None, NOW, progress)
    assert not outcome.news
    assert installed.number() == 1


def test_the_worker_says_nothing_where_all_is_signed(installed: Lab) -> None:
    newest = DirectoryUpdater()
    newest.open().close()
    assert newest.verify(progress) == Outcome("", quiet=True)


def test_the_worker_closes_the_folder_to_others(installed: Lab) -> None:
    installed.place.user_folder.chmod(0o777)
    newest = DirectoryUpdater()
    newest.open().close()
    newest.verify(progress)
    assert installed.place.user_folder.stat().st_mode & 0o777 == 0o700


def test_the_note_of_a_plant_names_its_own_list(lab: Lab) -> None:
    """What the tests above plant is as good as a plant can be."""
    place = plant(lab)
    pointed = lab.place.store.pointed()
    assert pointed is not None
    assert pointed.list_sha256 == read_list(place / "metadata").list_sha256


def pointed_back(lab: Lab, *, to: int) -> None:
    """Releases 2 and 3 are taken; then the note is set by hand to an older one that was signed."""
    for number in (2, 3):
        lab.release(number)
        lab.take(lab.file())
    store = lab.place.store
    folder = next((each for each in store.folders() if int(each[:6]) == to), "program")
    fingerprint = "" if to == 1 else read_list(store.metadata(folder)).list_sha256
    store.pointer.write_bytes(Pointer(folder, fingerprint).as_bytes())
    assert lab.number() == to  # the start alone cannot know


@pytest.mark.parametrize("to", [1, 2])
def test_no_note_leads_back_behind_the_newest_signed_release(lab: Lab, to: int) -> None:
    pointed_back(lab, to=to)
    found = newest_confirmed(lab.place.user_folder, lab.place.bundled)
    assert (found.release, found.origin, found.signature) == (3, Origin.RESTORED, Signature.HOLDS)
    assert found.notice == (
        "An older list of numbers was in use, although a newer one had been taken. Release 3, "
        "the newest one on this computer, is in use."
    )


@pytest.mark.parametrize("to", [1, 2])
def test_a_terminal_answers_from_the_newest_signed_release(installed: Lab, to: int) -> None:
    pointed_back(installed, to=to)
    assert opened_directory().release().number == 3
    close_all()


@pytest.mark.parametrize("to", [1, 2])
def test_the_worker_goes_on_to_the_newest_signed_release(installed: Lab, to: int) -> None:
    pointed_back(installed, to=to)
    newest = DirectoryUpdater()
    assert newest.open().release().number == to
    told = newest.verify(progress)
    assert told.news
    assert told.sentence.startswith("Release 3 is in use now. ")
    assert newest.open().release().number == 3
    assert installed.number() == 3  # and so does the next start
    assert newest.verify(progress).sentence == ""


def test_a_damaged_or_forged_newer_release_is_not_gone_on_to(lab: Lab) -> None:
    pointed_back(lab, to=2)
    lab.place.store.directory(lab.place.store.folders()[0]).write_bytes(b"damaged")
    found = newest_confirmed(lab.place.user_folder, lab.place.bundled)
    assert (found.release, found.notice) == (2, "")


@pytest.mark.parametrize("lost", ["directory.sqlite", "metadata/snapshot.json"])
def test_the_newest_release_is_taken_again_after_it_was_damaged(lab: Lab, lost: str) -> None:
    for number in (2, 3):
        lab.release(number)
        lab.take(lab.file())
    release = lab.in_use().path.parent
    for name in {lost, DIRECTORY}:
        (release / name).write_bytes(b"damaged")
    assert lab.number() == 2
    assert sifted(sources_in(lab.steward.home).openers, lab.place)[0]
    assert lab.take(lab.steward.home).release == 3
    assert lab.number() == 3
