"""Nothing stands in the program that only tests use, or that nobody uses."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROGRAM = sorted((ROOT / "desktop_app").rglob("*.py"))
AROUND = [
    *(ROOT / ".ci").rglob("*.py"),
    *(ROOT / "installers").rglob("*.py"),
    ROOT / "dev.py",
    ROOT / "pyproject.toml",
    ROOT / "resources/style.qss",
]
"""What builds, measures, packs and styles the program may use a name of it too."""

CALLED_BY_ITS_BASE = re.compile(
    r"__\w+__|\w+Event|eventFilter|nativeEventFilter|focusNextPrevChild|heightForWidth"
    r"|hasHeightForWidth|sizeHint|minimumSizeHint|addItem|expandingDirections|canFetchMore"
    r"|fetchMore|currentChanged|createMimeDataFromSelection|redirect_request"
)
"""Methods that Python, Qt or urllib calls: nobody writes their names."""
ALLOWED = {
    "_fields_": "read by ctypes",
    "_update_root_symlink": "called by python-tuf, which writes no link here",
    "model_config": "read by pydantic",
    "_one_of_two": "called by pydantic",
    "_failed_numbers": "called by sqlite-migrate, in the order of the file",
    "_lines_of_failed_numbers": "called by sqlite-migrate, in the order of the file",
    "_who_rang": "called by sqlite-migrate, in the order of the file",
}


def members(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Names of functions, classes, methods, fields and constants that others can use."""
    for each in getattr(node, "body", []):
        if isinstance(each, ast.FunctionDef):
            yield each.name, each
        elif isinstance(each, ast.ClassDef):
            yield each.name, each
            if not is_closed_list(each):
                yield from members(each)
        elif isinstance(each, ast.Assign) and isinstance(each.targets[0], ast.Name):
            yield each.targets[0].id, each
        elif isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
            yield each.target.id, each
        elif isinstance(each, ast.If):
            yield from members(each)


def is_closed_list(node: ast.ClassDef) -> bool:
    """An enumeration's members come from the data, a protocol's from those who satisfy it."""
    bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
    return any("Enum" in base or base in {"Protocol", "Structure"} for base in bases)


def names_used(node: ast.AST) -> Counter[str]:
    """Every name that is read, called or spelt as a text."""
    used: Counter[str] = Counter()
    for each in ast.walk(node):
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load):
            used[each.id] += 1
        elif isinstance(each, ast.Attribute):
            used[each.attr] += 1
        elif isinstance(each, ast.Constant) and isinstance(each.value, str):
            used.update(re.findall(r"\w+", each.value) if len(each.value) < 60 else [])
    return used


def unused() -> dict[str, str]:
    """Names that stand nowhere but where they are made, each with the module that makes them."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in PROGRAM}
    used = sum((names_used(tree) for tree in trees.values()), Counter())
    used.update(re.findall(r"\w+", " ".join(path.read_text("utf-8") for path in AROUND)))
    return {
        name: str(path.relative_to(ROOT))
        for path, tree in trees.items()
        for name, node in members(tree)
        # What only calls itself is used by nobody.
        if used[name] <= names_used(node)[name] and not CALLED_BY_ITS_BASE.fullmatch(name)
    }


@pytest.mark.slow
def test_every_name_in_the_program_is_used_by_the_program() -> None:
    found = unused()
    assert {name: found[name] for name in found if name not in ALLOWED} == {}
    assert ALLOWED.keys() <= found.keys(), "a name that is used needs no leave"
