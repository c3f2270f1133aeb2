"""A release may not lose a council that desks sit in, unless it says why."""

import sqlite3

import pytest

from desktop_app.updates.errors import Refused
from desktop_app.updates.install_update import Terms
from desktop_app.updates.progress import Phase
from desktop_app.updates.publishing import signing
from desktop_app.updates.publishing.draft import manifest_for
from desktop_app.updates.publishing.errors import NotPublished
from desktop_app.updates.publishing.workspace import Workspace
from desktop_app.updates.verify.sanity import check_sane
from tests.updates.desk_work import Terminal, compiled, key, release
from tests.updates.lab import Lab


def without_luton(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM council WHERE slug = 'luton'")


def test_a_council_that_is_gone_is_refused_by_name(lab: Lab) -> None:
    lab.release(2, made={"mutate": without_luton})
    with pytest.raises(Refused, match="Luton is no longer in its area"):
        lab.take(lab.file())
    assert lab.number() == 1


def test_a_council_that_is_gone_on_purpose_is_taken(lab: Lab) -> None:
    why = {"shrink_explained": "Luton is looked after by another directory from today."}
    lab.release(2, made={"mutate": without_luton}, custom=why)
    assert lab.take(lab.file()).release == 2


def test_what_was_in_use_is_the_measure_and_not_what_is_laid_in_its_place(lab: Lab) -> None:
    """Against a list without Luton nothing would seem lost: it is laid there in the middle."""
    lab.release(2, made={"mutate": without_luton})
    poor = lab.directory(1, mutate=without_luton).read_bytes()

    def laid_there(step: Phase, _share: float) -> None:
        if step is Phase.COPIED:
            lab.place.bundled.write_bytes(poor)

    with pytest.raises(Refused, match="the release before it is not the file that was signed"):
        lab.take(lab.file(), Terms(progress=laid_there))


def test_a_measure_that_is_another_file_lets_nothing_through(lab: Lab) -> None:
    after = lab.directory(2, mutate=without_luton)
    known = manifest_for(lab.place.bundled).sha256
    with pytest.raises(Refused):
        check_sane(after, manifest_for(after), lab.place.bundled, known)
    lab.place.bundled.write_bytes(after.read_bytes())
    with pytest.raises(Refused, match="the release before it"):
        check_sane(after, manifest_for(after), lab.place.bundled, known)


def test_a_steward_s_release_before_is_the_one_that_was_published(
    terminal: Terminal, desk: Workspace
) -> None:
    """Neither builder nor signer compares with a file that somebody laid in its place."""
    release(terminal, desk, 1)
    published = desk.published_targets()
    assert published is not None
    before = desk.directory_of(published.signed)
    built = compiled(desk, 2, numbers={"helper-12": "01632 960999"})
    at = ("--desk", desk.folder)
    assert terminal("release", "build", *at, "--directory", built)[0] == 0
    before.write_bytes(built.read_bytes())
    status, _, told = terminal("release", "build", *at, "--directory", built)
    assert (status, "is not the file that was verified" in told) == (2, True)
    status, _, _ = terminal("release", "sign", "--key", key(desk, "targets-1"), *at)
    assert status == 2
    with pytest.raises(NotPublished, match="not the file that was signed"):
        signing._must_fit(desk, desk.draft_targets().signed)  # type: ignore[union-attr]
