"""What the pages of docs name is there: links, modules and tests, commands and their options."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from desktop_app.cli.main import run

ROOT = Path(__file__).parents[1]
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "db/README.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
ROOMS = [ROOT / name for name in (".", "desktop_app", "tests", "docs", "db")]
LINK = re.compile(r"\]\(\s*([^)\s]+)\s*\)")
QUOTED = re.compile(r"`([^`\n]+)`")
PYTHON = re.compile(r"[\w./-]+\.py\b(?!\.)")
DEV = re.compile(r"(?<![\w/])dev\.py ([a-z]+)([^`\n|#]*)")
PROGRAM = re.compile(r"(?:\bwho-to-call|\bdev\.py run) ([a-z][a-z-]+)([^`\n|#]*)")
OPTION = re.compile(r"(?<!\S)--[a-z][a-z-]+")
NO_COMMAND = {"env"}
"""A name of the virtual environment in docs/fleet.md, not a command."""


def named(pattern: re.Pattern[str]) -> Iterator[tuple[str, ...]]:
    for page in PAGES:
        for found in pattern.finditer(page.read_text("utf-8")):
            yield (page.relative_to(ROOT).as_posix(), *found.groups())


def test_every_link_leads_somewhere() -> None:
    links = [
        (page, link.partition("#")[0])
        for page, link in named(LINK)
        if "://" not in link and not link.startswith(("#", "mailto:"))
    ]
    assert len(links) > 50
    assert [each for each in links if not (ROOT / each[0]).parent.joinpath(each[1]).exists()] == []


def test_every_python_file_is_there() -> None:
    names = {path.name for path in ROOT.glob("*.py")}
    for folder in ("desktop_app", "tests", "installers", ".ci"):
        names |= {path.name for path in (ROOT / folder).rglob("*.py")}
    told = [(page, file) for page, said in named(QUOTED) for file in PYTHON.findall(said)]
    assert len(told) > 500
    assert [
        (page, file)
        for page, file in told
        if not (file in names if "/" not in file else any_of_the_rooms(file))
    ] == []


def any_of_the_rooms(file: str) -> bool:
    """Pages about one room name its files from there: "verify/sources.py"."""
    return any((room / file).exists() or any(room.glob(f"*/{file}")) for room in ROOMS)


def test_every_command_of_the_workbench_is_one() -> None:
    folders = (".ci", "installers", "tests/benchmarks", "tests/shots", "tests/fuzz")
    files = [path for folder in folders for path in (ROOT / folder).glob("**/*.py")]
    source = "".join(path.read_text("utf-8") for path in [ROOT / "dev.py", *files])
    commands = [each for each in named(DEV) if each[1] != "run"]
    assert len(commands) > 40
    assert [each for each in commands if f'"{each[1]}": ' not in source] == []
    told = {(page, option) for page, _, rest in commands for option in OPTION.findall(rest)}
    assert {each for each in told if each[1] not in source} == set()


@cache
def help_of(words: tuple[str, ...]) -> str:
    """What the terminal says of a command."""
    said: list[str] = []
    printed = "argparse.ArgumentParser._print_message"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(printed, lambda _parser, text, _file: said.append(text))
        with pytest.raises(SystemExit):
            run([*words, "--help"])
    return "".join(said)


def test_every_command_of_the_program_is_one() -> None:
    commands = [each for each in named(PROGRAM) if each[1] not in NO_COMMAND]
    assert len(commands) > 40
    wrong = []
    for page, command, rest in commands:
        words = command, *re.findall(r"^ ([a-z][a-z-]+)", rest)
        known: tuple[str, ...] = ()
        while len(known) < len(words) and re.search(
            rf"^\s+{re.escape(words[len(known)])}\b", help_of(known), re.MULTILINE
        ):
            known = words[: len(known) + 1]
        if not known or any(option not in help_of(known) for option in OPTION.findall(rest)):
            wrong.append((page, command, rest))
    assert wrong == []
