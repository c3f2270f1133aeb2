"""A directory to practise with, whose numbers ring nobody, is neither published nor installed."""

import sqlite3
from pathlib import Path

import pytest

from desktop_app.authoring.compile import compile_directory
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.updates.errors import Refused
from desktop_app.updates.publishing.draft import manifest_for
from desktop_app.updates.publishing.workspace import Workspace
from desktop_app.updates.verify.sanity import check_sane
from installers import product
from installers.product import CannotBuild
from tests.any_area.usual_directory import usual_directory
from tests.small_sources import small_tree
from tests.updates.desk_work import Terminal, compiled, key

SAID = "it is to practise with: its numbers may be made up and ring nobody."


def practice(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO meta VALUES ('made_up_numbers', 'true')")


def no_places(_connection: sqlite3.Connection, _sources: SourceTree) -> None:
    """Where anything lies is no matter here."""


def test_no_release_is_built_of_it(terminal: Terminal, desk: Workspace) -> None:
    built = compiled(desk, 1, mutate=practice)
    at = ("--desk", desk.folder)
    status, _, told = terminal("release", "build", *at, "--directory", built)
    assert status == 2
    assert told.startswith(f"This directory cannot be published: {SAID} Take `made_up_numbers`")
    assert "Nothing waits" in terminal("release", "status", *at)[1]


def test_none_is_signed_or_taken_by_a_desk(terminal: Terminal, desk: Workspace) -> None:
    terminal("release", "build", "--desk", desk.folder, "--directory", compiled(desk, 1))
    built = compiled(desk, 2, mutate=practice)
    with pytest.raises(Refused) as refused:
        check_sane(built, manifest_for(built), None)
    assert refused.value.detail.startswith(SAID)
    desk.draft_directory.write_bytes(built.read_bytes())
    status, _, told = terminal(
        "release", "sign", "--desk", desk.folder, "--key", key(desk, "targets-1")
    )
    assert (status, "not the one this release lists" in told) == (2, True)


def test_a_compile_with_the_word_says_so_and_no_installer_carries_it(tmp_path: Path) -> None:
    tree = small_tree(tmp_path / "sources")
    out = tmp_path / "practice.sqlite"
    compile_directory(tree, out, no_places)
    with sqlite3.connect(f"{out.as_uri()}?mode=ro", uri=True) as connection:
        query = "SELECT value FROM meta WHERE key = 'made_up_numbers'"
        assert connection.execute(query).fetchall() == [("true",)]
    connection.close()
    with pytest.raises(CannotBuild, match="to practise with: its numbers may be made up"):
        product.must_ring_somebody(out)


def test_a_directory_with_real_numbers_says_nothing_of_it() -> None:
    product.must_ring_somebody(usual_directory())
