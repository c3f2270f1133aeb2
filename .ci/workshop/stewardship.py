"""`dev.py check --stewardship`: what keeping the directory has to hold, each at full size."""

import os
import subprocess
import tomllib
from typing import NamedTuple

from workshop.environment import PYTHON, ROOT
from workshop.steps import WHOLE_SWEEPS

LIST = ROOT / "tests" / "stewardship.toml"
HEAD = "| it has to hold | tests | seconds of processor time | held |\n|---|---|---|---|"
BRIEF = ["-q", "--no-header", "-p", "no:cacheprovider", "-n", "0"]


class Line(NamedTuple):
    """One thing to hold, and the tests that hold it."""

    says: str
    tests: tuple[str, ...]


def lines() -> list[Line]:
    """Everything to hold, in the order of the list."""
    read = tomllib.loads(LIST.read_text("utf-8"))["line"]
    return [Line(each["says"], tuple(each["tests"])) for each in read]


def check(arguments: list[str]) -> int:
    """Hold each in turn and print it; answer 1 if any does not hold. Words choose among them."""
    words = [each.casefold() for each in arguments if not each.startswith("-")]
    failed = 0
    print(HEAD)
    for line in lines():
        if words and not any(word in line.says.casefold() for word in words):
            continue
        held, seconds, said = _held(line)
        failed |= not held
        print(
            f"| {line.says} | {_count(said)} | {seconds:.1f} | {'yes' if held else 'NO'} |",
            flush=True,
        )
        if not held:
            print(said, flush=True)
    return int(failed)


def _held(line: Line) -> tuple[bool, float, str]:
    """Whether its tests pass at full size, the processor time they took, and what pytest said."""
    before = _spent()
    command = [str(PYTHON), "-m", "pytest", *BRIEF, *line.tests]
    env = os.environ | WHOLE_SWEEPS | {"PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1"}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    return done.returncode == 0, _spent() - before, done.stdout + done.stderr


def _spent() -> float:
    """Seconds of processor time of all that was started and has ended."""
    used = os.times()
    return used.children_user + used.children_system


def _count(said: str) -> str:
    """What pytest counted: "12 passed"."""
    last = said.strip().splitlines()[-1:] or [""]
    return last[0].split(" in ")[0].strip("= ")
