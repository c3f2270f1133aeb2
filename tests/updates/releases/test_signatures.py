"""A forged directory in the account's own folder, or beside the program: never believed for long.

Whoever plants here can write to the account's files, and makes data, list and note fit each other.
"""

import json
import os
import shutil
import sqlite3

import pytest

from desktop_app.cli.opening import close_all, opened_directory
from desktop_app.updates.file_names import DIRECTORY
from desktop_app.updates.releases.choose import OPEN_TO_OTHERS
from desktop_app.updates.releases.in_use import Origin, Signature, release_in
from desktop_app.updates.source_filter import worth_trying
from desktop_app.updates.verify.folders import sources_in
from tests.updates.lab import Lab
from tests.updates.releases.planted import PLANT, confirmed, no_keys, plant


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
    assert worth_trying(sources_in(lab.steward.home).openers, lab.place)[0]
    assert lab.take(lab.steward.home).release == 3
    assert (lab.number(), confirmed(lab).signature) == (3, Signature.HOLDS)


def test_a_timestamp_copied_into_the_release_in_use_hides_no_newer_one(lab: Lab) -> None:
    lab.release(2)
    metadata = lab.take(lab.file()).in_use.path.parent / "metadata"
    lab.release(3)
    published = lab.steward.home / "metadata"
    shutil.copy(published / "timestamp.json", metadata / "timestamp.json")
    assert worth_trying(sources_in(lab.steward.home).openers, lab.place)[0]
    shutil.copy(published / "3.snapshot.json", metadata / "snapshot.json")
    assert worth_trying(sources_in(lab.steward.home).openers, lab.place)[0]
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
    assert lab.in_use().notice == OPEN_TO_OTHERS.format(number=1)


def test_a_signed_release_in_a_folder_others_may_write_to_is_used(lab: Lab) -> None:
    lab.release(2)
    lab.take(lab.file())
    lab.place.user_folder.chmod(0o775)
    assert (lab.number(), lab.in_use().signature) == (2, Signature.HOLDS)
    assert "damaged" not in lab.in_use().notice  # nothing is
    assert lab.in_use().notice == OPEN_TO_OTHERS.format(number=2)


def test_taking_an_update_closes_the_folder_to_others(lab: Lab) -> None:
    lab.place.user_folder.chmod(0o777)
    lab.release(2)
    lab.take(lab.file())
    assert lab.place.user_folder.stat().st_mode & 0o777 == 0o700
