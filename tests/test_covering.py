"""Each module has a test of its name, or is listed in covering.toml with tests that cover it."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from workshop import covering, house_map

ROOT = Path(__file__).parents[1]
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for folder in ("desktop_app", "tests")
    for path in (ROOT / folder).rglob("*.py")
}
OURS = sorted(
    path.relative_to(ROOT).as_posix()
    for name, path in MODULES.items()
    if name.startswith("desktop_app.") and path.name != "__init__.py"
)
LISTED = covering.listed()
MENTIONED = re.compile(r"(?:desktop_app|tests)(?:\.\w+)+")
IMPORTED = re.compile(r"from ((?:desktop_app|tests)[\w.]*) import (\w+)")


def statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Every statement, wherever it stands; what stands inside of one is no import."""
    for each in body:
        yield each
        for part in ("body", "orelse", "finalbody"):
            yield from statements(getattr(each, part, []))
        for inside in (*getattr(each, "handlers", ()), *getattr(each, "cases", ())):
            yield from statements(inside.body)


@cache
def used_by(name: str) -> frozenset[str]:
    """The modules of ours that a module imports, wherever in it."""
    found = set()
    for node in statements(ast.parse(MODULES[name].read_text("utf-8")).body):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return frozenset(found & MODULES.keys())


def started_by(name: str) -> Iterator[str]:
    """What a test names in what it hands to another interpreter, and what its folders prepare."""
    text = MODULES[name].read_text("utf-8")
    yield from MENTIONED.findall(text)
    yield from (f"{module}.{part}" for module, part in IMPORTED.findall(text))
    if '"-m", "desktop_app"' in text:
        yield "desktop_app.__main__"
    folders = name.split(".")[:-1]
    yield from (f"{'.'.join(folders[:depth])}.conftest" for depth in range(1, len(folders) + 1))


@cache
def reached_from(test: str) -> frozenset[str]:
    name = test.removesuffix(".py").replace("/", ".")
    reached, waiting = set(), [name, *started_by(name)]
    while waiting:
        found = waiting.pop()
        if found in MODULES and found not in reached:
            reached.add(found)
            waiting += used_by(found)
    return frozenset(reached)


def test_each_module_has_a_test_of_its_name_or_is_listed() -> None:
    assert [module for module in OURS if not covering.tests_for(ROOT / module)] == []


def test_no_module_is_listed_that_is_gone_or_has_a_test_of_its_name() -> None:
    assert sorted(LISTED.keys() - set(OURS)) == []
    assert [
        name for name in LISTED if len(covering.tests_for(ROOT / name)) > len(LISTED[name])
    ] == []


def test_each_listed_test_exists_and_reaches_its_module() -> None:
    assert [module for module in LISTED if not LISTED[module]] == []
    listed = [(test, module) for module in sorted(LISTED) for test in LISTED[module]]
    assert [test for test, _ in listed if not (ROOT / test).is_file()] == []
    assert [
        f"{test} does not reach {module}"
        for test, module in listed
        if module.removesuffix(".py").replace("/", ".") not in reached_from(test)
    ] == []


def test_a_test_that_reaches_a_module_by_nothing_is_seen() -> None:
    assert "desktop_app.app.program" not in reached_from("tests/domain/hours/test_status.py")


@pytest.mark.parametrize(
    ("test", "module"),
    [
        ("status", "status"),
        ("status_properties", "status"),
        ("status_line", "status_line"),
        ("statuses", ""),
        ("night", ""),
    ],
)
def test_a_test_is_named_after_the_longest_name_it_begins_with(test: str, module: str) -> None:
    assert covering.named_after(test, {"status", "status_line"}) == module


def test_for_a_module_its_own_tests_are_named() -> None:
    assert covering.arguments_for("desktop_app/domain/hours/status.py") == [
        "tests/domain/hours/test_status.py",
        "tests/domain/hours/test_status_properties.py",
    ]


def test_for_a_listed_module_the_tests_that_cover_it_are_named() -> None:
    assert covering.arguments_for("desktop_app/no_window.py") == LISTED["desktop_app/no_window.py"]


def test_the_map_of_the_house_is_current() -> None:
    """`python3 dev.py map` writes it."""
    assert (ROOT / "docs/architecture.md").read_text("utf-8") == house_map.drawn()
