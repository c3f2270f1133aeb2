"""The house stands as drawn: each floor sees only the floors below it."""

import ast
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOMAIN = sorted((ROOT / "desktop_app/domain").glob("**/*.py"))
# In the standard library, and still no business of a pure decision.
IMPURE = {"os", "pathlib", "sqlite3", "socket", "subprocess", "random", "time", "threading"}


def imported_by(source: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def floors_checked(checkout: Path) -> subprocess.CompletedProcess[str]:
    lint = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [lint, "--no-cache", "--no-logo"],
        cwd=checkout,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def empty_house(checkout: Path) -> None:
    """Give each room of ours an empty one of the same name, and each module beside them."""
    house = ROOT / "desktop_app"
    for source in sorted([*house.rglob("__init__.py"), *house.glob("*.py")]):
        copy = checkout / source.relative_to(ROOT)
        copy.parent.mkdir(exist_ok=True)
        copy.touch()


def test_floors_hold() -> None:
    done = floors_checked(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_empty_house_breaks_nothing(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    empty_house(tmp_path)
    assert floors_checked(tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("ui/page.py", "import desktop_app.store"),
        ("authoring/page.py", "import desktop_app.store"),
        ("domain/page.py", "import desktop_app.ui"),
        ("domain/page.py", "import PySide6.QtCore"),
        ("ui/page.py", "import sqlite3"),
        ("attic.py", "import json"),
        ("ui/attic.py", "import json"),
        ("domain/attic.py", "import json"),
        ("ui/theme/page.py", "import desktop_app.ui.widgets"),
        ("ui/window/page.py", "import desktop_app.ui.answer"),
        ("ui/answer/page.py", "import desktop_app.ui.call"),
        ("ui/settings/page.py", "import desktop_app.ui.guidance"),
        ("domain/places/page.py", "import desktop_app.domain.services"),
        ("domain/decision/page.py", "import desktop_app.domain.browse"),
    ],
)
def test_a_breach_of_the_floors_is_seen(tmp_path: Path, module: str, line: str) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    empty_house(tmp_path)
    (tmp_path / "desktop_app" / module).write_text(line, "utf-8")
    assert floors_checked(tmp_path).returncode == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("desktop/first", "desktop/second"),
        ("updates/verify/first", "updates/compare/second"),
        ("store/search/first", "store/directory/second"),
        ("authoring/read/first", "authoring/check/second"),
    ],
)
def test_a_circle_is_seen(tmp_path: Path, one: str, other: str) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    empty_house(tmp_path)
    house = tmp_path / "desktop_app"
    imported = [f"import desktop_app.{module.replace('/', '.')}" for module in (one, other)]
    (house / f"{one}.py").write_text(imported[1], "utf-8")
    (house / f"{other}.py").touch()
    assert floors_checked(tmp_path).returncode == 0
    (house / f"{other}.py").write_text(imported[0], "utf-8")
    assert floors_checked(tmp_path).returncode == 1


def test_domain_imports_only_itself_and_the_pure_standard_library() -> None:
    allowed = (sys.stdlib_module_names - IMPURE) | {"desktop_app"}
    assert len(DOMAIN) > 50
    roots = {
        source.name: {name.partition(".")[0] for name in imported_by(source)} for source in DOMAIN
    }
    assert {name: found - allowed for name, found in roots.items() if found - allowed} == {}


def test_the_terminal_brings_no_qt() -> None:
    script = "import desktop_app.cli.main, sys; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    # A controller is one inside its own room: settings/controller.py says whose.
    drawers = {"utils", "helpers", "misc", "common", "manager", "base"}
    names = {path.stem for path in (ROOT / "desktop_app").rglob("*.py")}
    assert not names & drawers


RETIRED = re.compile(r"^\| ~~(\w+)~~ \|", re.MULTILINE)
ADVERBS = (
    "afterwards again almost alone already always apart aside away before beside elsewhere hence "
    "here instead later never now often once only perhaps quite rather seldom soon still then "
    "there together too very well yet"
)
NAMED_BY_ITS_COMMAND = {"now"}
"""cli/now.py is `who-to-call now`, as every other command's module has the command's name."""


@cache
def parsed(path: Path) -> list[ast.AST]:
    """Everything a module of ours is made of."""
    return list(ast.walk(ast.parse(path.read_text("utf-8"))))


def named_in_the_house() -> Iterator[str]:
    """Every module and every class, in small letters."""
    for path in (ROOT / "desktop_app").rglob("*.py"):
        yield path.stem
        yield from (node.name.lower() for node in parsed(path) if isinstance(node, ast.ClassDef))


def test_no_module_and_no_class_has_a_retired_name() -> None:
    retired = set(RETIRED.findall((ROOT / "docs/glossary.md").read_text("utf-8")))
    assert retired
    assert sorted(set(named_in_the_house()) & retired) == []


MEANT_TOO_MUCH = {"_tell", "begin", "because", "gathering", "heard", "slip", "tell", "told", "use"}
"""Functions that were called so, eighteen of one name: they are named by what they do now."""
ITS_OWN_MEANING = {
    "desktop_app/domain/printing/card_words.py: told": "what a card says of a number",
    "desktop_app/ui/answer/circumstances.py: told": "the circumstances that were told",
}


def test_no_function_of_ours_has_a_name_that_meant_too_much() -> None:
    found = {
        f"{path.relative_to(ROOT).as_posix()}: {node.name}"
        for path in (ROOT / "desktop_app").rglob("*.py")
        for node in parsed(path)
        if isinstance(node, ast.FunctionDef) and node.name in MEANT_TOO_MUCH
    }
    assert found == ITS_OWN_MEANING.keys()


def test_no_module_and_no_class_is_named_by_an_adverb() -> None:
    named = set(named_in_the_house())
    assert named & set(ADVERBS.split()) == NAMED_BY_ITS_COMMAND


IN_TWO_ROOMS = {"DatedHours", "Document", "NewDocument", "NewService", "WorkshopError"}
"""What the workshop's window has records of its own for, because its floor sees no working file."""


def test_a_class_is_named_once() -> None:
    named = Counter(
        node.name
        for path in (ROOT / "desktop_app").rglob("*.py")
        for node in parsed(path)
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert {name for name, count in named.items() if count > 1} == IN_TWO_ROOMS


NO_MODULES = {"__init__.py", "conftest.py"}
"""What a folder has besides its modules: its door, and what pytest hands to its tests."""


@pytest.mark.parametrize("top", ["desktop_app", "tests", ".ci", "installers"])
def test_a_room_has_two_to_twenty_five_modules(top: str) -> None:
    """A single module needs no room of its own; past twenty-five files nobody finds theirs."""
    files = [path for path in (ROOT / top).rglob("*.py") if "__pycache__" not in path.parts]
    all_of, modules = (
        Counter(map(room_of, files)),
        Counter(room_of(path) for path in files if path.name not in NO_MODULES),
    )
    assert modules
    assert {room: count for room, count in all_of.items() if count > 25} == {}
    assert {room: count for room, count in modules.items() if count == 1} == {}


def room_of(path: Path) -> str:
    return path.parent.relative_to(ROOT).as_posix()


def test_no_file_outgrows_three_hundred_lines() -> None:
    """Tests too: a file that outgrows them wants a wall."""
    folders = ("desktop_app", ".ci", "installers", "tests")
    sources = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    assert len(sources) > 600
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in [*sources, ROOT / "dev.py"]
        if (lines := len(path.read_text("utf-8").splitlines())) > 300
    }
    assert not long
