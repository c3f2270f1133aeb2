"""Which tests to run for a file: `python3 dev.py test --for desktop_app/domain/hours/day.py`.

A module's tests bear its name in the same room of tests/: test_day.py, test_day_properties.py.
Where none does, tests/covering.toml names the tests that cover it. A folder has the tests of
everything in it; a test file itself.
"""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from workshop.environment import ROOT, CannotGoOn

LIST = ROOT / "tests/covering.toml"


def arguments_for(named: str) -> list[str]:
    """What to hand to pytest for a file or folder, as typed; CannotGoOn says what is wrong."""
    if not named:
        raise CannotGoOn("test --for wants a file or folder, for example desktop_app/clock.py.")
    path = Path(named) if Path(named).is_absolute() else Path.cwd() / named
    if not path.exists():
        path = ROOT / named
    if not path.exists() or not path.resolve().is_relative_to(ROOT):
        raise CannotGoOn(f"{named} is no file or folder of this checkout.")
    path = path.resolve()
    modules = sorted(path.rglob("*.py")) if path.is_dir() else [path]
    found = sorted({test for module in modules for test in tests_for(module)})
    if not found:
        raise CannotGoOn(
            f"no test is named for {named}: add tests of its name, or a line in {LIST.name}."
        )
    return found


def tests_for(module: Path) -> list[str]:
    """The tests of one module, as paths from the checkout; none when nothing covers it."""
    if not module.resolve().is_relative_to(ROOT):
        return []
    name = module.resolve().relative_to(ROOT).as_posix()
    if name.startswith("tests/"):
        return [name] if module.name.startswith("test_") else []
    return [*_of_its_name(name), *listed().get(name, [])]


def _of_its_name(name: str) -> list[str]:
    room, _, module = name.removeprefix("desktop_app/").rpartition("/")
    folder = ROOT / "tests" / room
    stem = module.removesuffix(".py")
    others = {path.stem for path in _in_folder((ROOT / name).parent, "*.py")}
    return [
        path.relative_to(ROOT).as_posix()
        for path in _in_folder(folder, "test_*.py")
        if named_after(path.stem.removeprefix("test_"), others) == stem
    ]


@cache
def _in_folder(folder: Path, pattern: str) -> tuple[Path, ...]:
    return tuple(sorted(folder.glob(pattern)))


def named_after(test: str, modules: Iterable[str]) -> str:
    """The module a test is named after, whatever more its name says; empty for none."""
    named = (module for module in modules if f"{test}_".startswith(f"{module}_"))
    return max(named, key=len, default="")


@cache
def listed() -> dict[str, list[str]]:
    """Modules without a test of their name, each with the tests that cover it."""
    if not LIST.is_file():
        return {}
    covered: dict[str, list[str]] = tomllib.loads(LIST.read_text("utf-8"))["covered"]
    return covered
