"""Keys: made on one machine or seven, kept encrypted, and changed one for another."""

import shutil
from pathlib import Path

import pytest

from desktop_app.updates.publishing import ceremony, draft, keys, signing
from desktop_app.updates.publishing.errors import NotPublished
from desktop_app.updates.publishing.workspace import Workspace
from tests.updates.desk_work import PASSPHRASE, Terminal, compiled, key, laptop, release
from tests.updates.lab import NOW
from tests.updates.taking import take_from


def test_a_wrong_passphrase_opens_nothing(desk: Workspace) -> None:
    with pytest.raises(NotPublished, match="wrong passphrase"):
        keys.unlock(key(desk, "root-1"), "something else entirely")


def test_a_short_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotPublished, match="12 characters"):
        keys.make_key(tmp_path, "root-1", "short", rounds=1)


def test_a_private_key_is_readable_by_its_owner_alone_and_encrypted(desk: Workspace) -> None:
    path = key(desk, "root-1")
    raw = keys.unlock(path, PASSPHRASE)
    assert path.stat().st_mode & 0o077 == 0
    assert keys._raw(raw) not in path.read_bytes()


def test_keys_made_on_seven_machines_make_the_same_root(terminal: Terminal, tmp_path: Path) -> None:
    halves = tmp_path / "halves"
    for name in keys.NAMES:
        terminal("release", "init-keys", tmp_path / name, "--one", name)
        halves.mkdir(exist_ok=True)
        shutil.copy(tmp_path / name / f"{name}.public.json", halves)
    desk = Workspace(tmp_path / "desk")
    terminal("release", "init-keys", desk.folder, "--public", halves)
    at = ("--desk", desk.folder)
    terminal("release", "build", *at, "--directory", compiled(desk, 1))
    for name in ("root-3", "root-1", "targets-1", "targets-2"):
        terminal("release", "sign", *at, "--key", tmp_path / name / f"{name}.p12")
    by = ("--key", tmp_path / "publishing" / "publishing.p12")
    status, _, told = terminal("release", "publish", tmp_path / "site", *at, *by)
    assert (status, told) == (0, "")
    assert not take_from(tmp_path / "site", laptop(tmp_path / "site"), NOW).news


@pytest.mark.parametrize("old", ["targets-1", "root-2", "publishing"])
def test_a_key_is_changed_and_laptops_follow(terminal: Terminal, desk: Workspace, old: str) -> None:
    out = release(terminal, desk, 1)
    place = laptop(out)
    new = f"{keys.role_of(old)}-9"
    terminal("release", "init-keys", desk.keys, "--one", new)
    at = ("--desk", desk.folder)
    public = desk.keys / f"{new}.public.json"
    status, said, told = terminal("release", "rotate", old, *at, "--with", public)
    assert (status, told) == (0, "")
    assert f"{new} takes the place of {old}" in said
    signers = ["root-1", "root-3"] + (["targets-2", new] if "targets" in old else [])
    for name in signers:
        assert terminal("release", "sign", *at, "--key", key(desk, name))[0] == 0
    by = key(desk, new if old == "publishing" else "publishing")
    status, _, told = terminal("release", "publish", out, *at, "--key", by)
    assert (status, told) == (0, "")
    assert not take_from(out, place, NOW).news
    stolen = keys.unlock(key(desk, old), PASSPHRASE)
    draft.build(desk, compiled(desk, 2), NOW)
    with pytest.raises(NotPublished):
        signing.sign(desk, stolen)


def test_a_changed_key_needs_two_root_holders(terminal: Terminal, desk: Workspace) -> None:
    new = keys.make_key(desk.keys, "targets-9", PASSPHRASE)
    ceremony.rotate(desk, "targets-1", new, NOW)
    signing.sign(desk, keys.unlock(key(desk, "root-1"), PASSPHRASE))
    with pytest.raises(NotPublished, match="1 more needed, from: root-2, root-3"):
        signing.must_be_signed(desk)
