"""Wide records are made with keywords: of two swapped strings a type checker sees nothing."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
MOST = 6
"""Positional arguments at most; a record with more fields than that takes keywords."""


class Record(NamedTuple):
    """A dataclass or named tuple of ours."""

    where: str
    fields: int
    dataclass: bool
    keywords_only: bool


def record_in(node: ast.ClassDef, where: str) -> Record | None:
    decorators = [ast.unparse(each) for each in node.decorator_list]
    dataclass = [each for each in decorators if each.split("(")[0] == "dataclass"]
    if not dataclass and "NamedTuple" not in map(ast.unparse, node.bases):
        return None
    fields = sum(isinstance(each, ast.AnnAssign) for each in node.body)
    only = any("kw_only=True" in each for each in dataclass)
    return Record(where, fields, bool(dataclass), only)


def records(*trees: tuple[str, ast.Module]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for where, tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and (record := record_in(node, where)):
                found.setdefault(node.name, []).append(record)
    return found


def made_in(tree: ast.AST, inside: str = "") -> Iterator[tuple[str, ast.Call]]:
    """Every call, with the name of what is called; `cls` is the class it stands in."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            yield (inside if name == "cls" else name), node
        yield from made_in(node, node.name if isinstance(node, ast.ClassDef) else inside)


def too_wide(call: ast.Call, kinds: list[Record]) -> bool:
    """Whether it hands over more than six by position; a star may hand over all of them."""
    starred = any(isinstance(each, ast.Starred) for each in call.args)
    widest = max(each.fields for each in kinds)
    return len(call.args) > MOST or (starred and widest > MOST)


def wide_calls(*trees: tuple[str, ast.Module]) -> list[str]:
    known = records(*trees)
    return [
        f"{where}:{call.lineno} {name}"
        for where, tree in trees
        for name, call in made_in(tree)
        if name in known and too_wide(call, known[name])
    ]


def ours(*folders: str) -> list[tuple[str, ast.Module]]:
    return [
        (str(source.relative_to(ROOT)), ast.parse(source.read_text("utf-8")))
        for folder in folders
        for source in sorted((ROOT / folder).rglob("*.py"))
    ]


@pytest.mark.slow
def test_no_record_is_made_with_more_than_six_positional_arguments() -> None:
    assert wide_calls(*ours("desktop_app", "tests")) == []


def test_every_dataclass_of_more_than_six_fields_takes_keywords_only() -> None:
    found = records(*ours("desktop_app"))
    positional = [
        f"{record.where} {name}"
        for name, kinds in found.items()
        for record in kinds
        if record.dataclass and record.fields > MOST and not record.keywords_only
    ]
    assert positional == []


@pytest.mark.parametrize(
    ("call", "seen"),
    [
        ("Wide(1, 2, 3, 4, 5, 6)", False),
        ("Wide(1, 2, 3, 4, 5, 6, 7)", True),
        ("Wide(1, 2, 3, 4, 5, 6, g=7)", False),
        ("Wide(*row)", True),
        ("module.Wide(1, 2, 3, 4, 5, 6, 7)", True),
        ("other(1, 2, 3, 4, 5, 6, 7)", False),
    ],
)
def test_a_wide_call_is_seen(call: str, seen: bool) -> None:
    fields = "".join(f"\n    {each}: int" for each in "abcdefg")
    source = f"class Wide(NamedTuple):{fields}\nmade = {call}\n"
    assert bool(wide_calls(("made.py", ast.parse(source)))) is seen
