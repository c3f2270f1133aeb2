"""A forged directory in the place of the one that came with the program, on a USB stick."""

import shutil
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.cli.opening import checked_directory, opened_directory
from desktop_app.domain.services.errors import DirectoryUnsigned
from desktop_app.updates.releases.in_use import Origin, Signature
from tests.updates.lab import Lab
from tests.updates.releases.planted import confirmed, tamper


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
