"""No module of the window keeps what changes: what is in use belongs to the application."""

import ast
import enum
import importlib
import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import timedelta
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QRectF
from PySide6.QtGui import QColor

UI = Path(__file__).parents[2] / "desktop_app/ui"
SOURCES = sorted(UI.rglob("*.py"))
FIXED = (
    *(str, int, float, bytes, bool, type(None), tuple, frozenset, range, timedelta),
    *(re.Pattern, enum.Enum),
)
OF_QT = (QColor, QRectF, QModelIndex)
"""Values that Qt copies when it hands them on."""
CODE = (type, FunctionType, ModuleType)
CHANGES = {
    *("append", "extend", "insert", "remove", "pop", "popitem", "clear", "update", "add"),
    *("discard", "setdefault", "sort", "reverse"),
}


def name_of(source: Path) -> str:
    return ".".join(source.relative_to(UI.parents[1]).with_suffix("").parts).removesuffix(
        ".__init__"
    )


def assigned(tree: ast.Module) -> Iterator[str]:
    """The names a module gives values to itself, beside what it imports and defines."""
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        targets += [node.target] if isinstance(node, ast.AnnAssign) and node.value else []
        for target in targets:
            yield from (each.id for each in ast.walk(target) if isinstance(each, ast.Name))


def is_fixed(value: object) -> bool:
    """Whether nothing can change this value; tables (dict, set) are looked at by their uses."""
    if isinstance(value, tuple):
        return all(map(is_fixed, value))
    frozen = is_dataclass(value) and value.__dataclass_params__.frozen  # type: ignore[union-attr]
    typed = type(value).__module__ in ("typing", "types", "collections.abc")
    return isinstance(value, FIXED + OF_QT + CODE) or frozen or typed


def written_to(tree: ast.Module, names: set[str]) -> list[str]:
    """Where something of the module, or of a class in it, is changed after it was made."""
    classes = {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)} | {"cls"}
    return [told for node in ast.walk(tree) if (told := _written(node, names, classes))]


def _written(node: ast.AST, names: set[str], classes: set[str]) -> str:
    stored = isinstance(getattr(node, "ctx", None), ast.Store | ast.Del)
    match node:
        case ast.Global():
            return f"{node.lineno}: global {', '.join(node.names)}"
        case ast.Subscript(value=ast.Name(id=name)) if stored and name in names:
            return f"{node.lineno}: {name}[…] = …"
        case ast.Attribute(value=ast.Name(id=name)) if stored and name in classes | names:
            return f"{node.lineno}: {name}.{node.attr} = …"
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=attr)) if (
            name in names and attr in CHANGES
        ):
            return f"{node.lineno}: {name}.{attr}()"
    return ""


def kept_by_cache(tree: ast.Module) -> list[str]:
    """Functions that keep what they were asked: on the screen of a surgery that is a trace."""
    named = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return [
        f"{node.lineno}: {node.name} is kept by {ast.unparse(each)}"
        for node in named
        for each in node.decorator_list
        if ast.unparse(each).split("(")[0].rpartition(".")[2] in ("cache", "lru_cache")
    ]


def changing(source: str, values: dict[str, Any]) -> list[str]:
    """Everything of a module that can change."""
    tree = ast.parse(source)
    names = set(assigned(tree))
    loose = [
        f"{name} is a {type(values[name]).__name__}"
        for name in sorted(names & values.keys())
        if not is_fixed(values[name]) and not isinstance(values[name], dict | set)
    ]
    tables = [f"{name} is empty" for name in sorted(names) if values.get(name) in ([], {}, set())]
    return [*loose, *tables, *written_to(tree, names), *kept_by_cache(tree)]


def test_no_module_of_the_window_keeps_anything_that_changes() -> None:
    found = {
        name_of(source): changing(
            source.read_text("utf-8"), vars(importlib.import_module(name_of(source)))
        )
        for source in SOURCES
    }
    assert {name: told for name, told in found.items() if told} == {}


@pytest.mark.parametrize(
    "source",
    [
        "worn = [1]",
        "worn = object()",
        "SEEN = {}",
        "SEEN = {1: 2}\ndef see(x):\n    SEEN[x] = 1",
        "SEEN = {1}\ndef see(x):\n    SEEN.add(x)",
        "n = 0\ndef see():\n    global n\n    n = 1",
        "class Icons:\n    wanted = False\ndef want():\n    Icons.wanted = True",
        "class Phone:\n    @classmethod\n    def ask(cls):\n        cls.here = True",
        "from functools import cache\n@cache\ndef asked(x):\n    return x",
    ],
)
def test_each_way_of_keeping_something_is_seen(source: str) -> None:
    values: dict[str, Any] = {}
    exec(source, values)
    assert changing(source, values)


def test_a_table_nobody_writes_to_is_none() -> None:
    assert not changing("STEPS = {1: 'a'}\nONCE = {1}", {"STEPS": {1: "a"}, "ONCE": {1}})
