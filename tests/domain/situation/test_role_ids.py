"""Roles that the program names: all of them are checked against the vocabulary when it compiles."""

import ast
from pathlib import Path

import pytest

import desktop_app
from desktop_app.authoring.check.role_checks import check_role_ids
from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.release_contents import read_release_contents
from desktop_app.domain.situation.role_ids import RoleId
from desktop_app.paths import directory_file
from desktop_app.store.directory.directory import open_directory
from tests.where_directory import real_sources

OTHER_THINGS = {"radicalisation", "scheme"}
"""A circumstance of `now --with`, and a part of an address: words of the vocabulary by chance."""


def roles() -> set[str]:
    return {role.id for role in open_directory(directory_file()).roles()}


def test_every_role_that_the_program_names_is_in_the_enum() -> None:
    folder, named = Path(desktop_app.__file__).parent, set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                named.add(node.value)
    assert (named & roles()) - OTHER_THINGS == set(RoleId)


def test_the_vocabulary_has_every_role_of_the_enum() -> None:
    assert list(check_role_ids(roles())) == []


@pytest.mark.parametrize("role", ["da_lgbt", "idva"])
def test_a_vocabulary_without_one_is_refused_by_name(role: str) -> None:
    sources = real_sources()
    texts = {name: sources.bytes(name) for name in sources.names()}
    word = f"{{id: {role},".encode()
    assert word in texts["vocabulary.yaml"]
    texts["vocabulary.yaml"] = texts["vocabulary.yaml"].replace(word, b"{id: renamed,")
    with pytest.raises(MistakesFound, match=f"The program asks for the role “{role}”"):
        read_release_contents(SourceTree.of_bytes(texts))
