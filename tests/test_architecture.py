"""The house stands as drawn: each floor sees only the floors below it."""

import ast
import shutil
import subprocess
import sys
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
    """Give each module and package of ours an empty one of the same name."""
    for source in [ROOT / "desktop_app", *(ROOT / "desktop_app").iterdir()]:
        copy = checkout / source.relative_to(ROOT)
        if (source / "__init__.py").is_file():
            copy.mkdir()
            (copy / "__init__.py").touch()
        elif source.suffix == ".py":
            copy.touch()


def test_floors_hold() -> None:
    done = floors_checked(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("ui/page.py", "import desktop_app.store"),
        ("authoring/page.py", "import desktop_app.store"),
        ("domain/page.py", "import desktop_app.ui"),
        ("domain/page.py", "import PySide6.QtCore"),
        ("ui/page.py", "import sqlite3"),
        ("attic.py", "import json"),
    ],
)
def test_a_breach_of_the_floors_is_seen(tmp_path: Path, module: str, line: str) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    empty_house(tmp_path)
    assert floors_checked(tmp_path).returncode == 0
    (tmp_path / "desktop_app" / module).write_text(line, "utf-8")
    assert floors_checked(tmp_path).returncode == 1


@pytest.mark.parametrize("source", DOMAIN, ids=lambda path: path.name)
def test_domain_imports_only_itself_and_the_pure_standard_library(source: Path) -> None:
    allowed = (sys.stdlib_module_names - IMPURE) | {"desktop_app"}
    roots = {name.partition(".")[0] for name in imported_by(source)}
    assert roots <= allowed


def test_the_terminal_brings_no_qt() -> None:
    script = "import desktop_app.cli.main, sys; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    drawers = {"utils", "helpers", "misc", "common", "manager", "controller", "base"}
    names = {path.stem for path in (ROOT / "desktop_app").rglob("*.py")}
    assert not names & drawers


def test_no_file_outgrows_three_hundred_lines() -> None:
    sources = [*(ROOT / "desktop_app").rglob("*.py"), *(ROOT / ".ci").rglob("*.py")]
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in [*sources, ROOT / "dev.py"]
        if (lines := len(path.read_text("utf-8").splitlines())) > 300
    }
    assert not long
