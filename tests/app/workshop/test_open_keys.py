"""A key is put in the place of another in the window: made there, signed, and published."""

from pathlib import Path

import pytest

from desktop_app.app.workshop.open_keys import OTHER_RELEASE, OpenKeys
from desktop_app.ui.workshop.release.release_work import KeyWanted
from desktop_app.ui.workshop.working_copy import WorkshopError
from desktop_app.updates.publishing.keys import holder
from desktop_app.updates.publishing.workspace import Workspace
from tests.workshop.publishing.release_office import NOW, PASSPHRASE, PERSONS, make_office

NEW = KeyWanted("", "Nia Newcomer", PASSPHRASE, PASSPHRASE)


@pytest.fixture
def keys() -> OpenKeys:
    return OpenKeys(lambda: NOW, rounds=1)


def holders(folder: Path) -> set[str]:
    root = Workspace(folder).root()
    assert root is not None
    return {holder(key) for key in root.signed.keys.values()}


def test_a_lost_key_is_replaced_signed_and_published(keys: OpenKeys, tmp_path: Path) -> None:
    office = make_office(tmp_path / "office", PERSONS)
    desk = office.desk
    told = keys.replace(str(desk.folder), "targets-2", NEW, "")
    assert "targets-4 takes the place of targets-2" in told
    assert "2 more needed" in told
    assert (desk.folder / "targets-4.p12").is_file()
    for name in ("root-1", "root-3", "targets-1"):
        told = keys.sign(str(desk.folder), str(desk.keys / f"{name}.p12"), PASSPHRASE)
        assert told.startswith("Signed: ")
    told = keys.sign(str(desk.folder), str(desk.folder / "targets-4.p12"), PASSPHRASE)
    assert "more needed" not in told
    publishing = str(desk.keys / "publishing.p12")
    told = keys.publish(str(desk.folder), str(office.out), publishing, PASSPHRASE)
    assert told.startswith("The change of keys lies in")
    assert holders(desk.folder) == {*PERSONS, "targets-4"} - {"targets-2"}


def test_a_release_that_waits_for_its_checker_is_not_signed_along(
    keys: OpenKeys, tmp_path: Path
) -> None:
    office = make_office(tmp_path / "office", PERSONS)
    office.change()
    office.given()
    key = str(office.desk.keys / "targets-2.p12")
    with pytest.raises(WorkshopError) as refused:
        keys.sign(str(office.desk.folder), key, PASSPHRASE)
    assert str(refused.value) == OTHER_RELEASE


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("", NEW, "which key goes"),
        ("targets-9", NEW, "No key is called “targets-9”"),
        ("targets-2", NEW._replace(again="other words"), "passphrases of targets-4 differ"),
        ("targets-2", NEW._replace(person=""), "who holds targets-4"),
        ("targets-2", NEW._replace(passphrase="short", again="short"), "12 characters"),
    ],
)
def test_what_is_missing_is_said_and_no_key_is_made(
    keys: OpenKeys, tmp_path: Path, old: str, new: KeyWanted, sentence: str
) -> None:
    office = make_office(tmp_path / "office", PERSONS)
    with pytest.raises(WorkshopError, match=sentence):
        keys.replace(str(office.desk.folder), old, new, "")
    assert not list(office.desk.folder.glob("*.p12"))
    assert office.desk.draft_root() is None
