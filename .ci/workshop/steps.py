"""`dev.py check`: every step runs, whatever another one said; the tests speak last."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from workshop import directory, environment
from workshop.environment import ROOT, CannotGoOn

OURS = ["desktop_app", "installers", "tests", "dev.py", ".ci/workshop"]
FOR_WINDOWS = ["--platform", "win32", "--cache-dir", ".mypy_cache/win32"]
"""What it finds out is kept apart, or each of the two would begin anew after the other."""
STEPS = {  # the longest first: as many run at a time as there are processors
    "mypy --strict": ["mypy", "--strict", *OURS],
    "mypy for Windows": ["mypy", "--strict", *FOR_WINDOWS, "desktop_app"],
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "floors": ["lint-imports", "--no-logo"],
}
SIDE_BY_SIDE = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]
"""One pytest a processor, each file's tests together: what a file prepares is prepared once.

The order stays as tests/conftest.py makes it: files with slow tests first.
"""
BEHIND = 10
"""How much more the tests count than a step beside them: what they measure is their own time."""
WHOLE_SWEEPS = {"WHO_TO_CALL_SWEEPS": "whole"}
"""Asks tests/sweeps.py for every case of each sweep; workers inherit it."""
ONE_AFTER_ANOTHER = ("-n", "--numprocesses", "--pdb", "--trace", "-s", "--capture=no")
"""With these in the arguments, how many run at a time is whoever typed them's business."""


def check_all(arguments: list[str]) -> int:
    """Run every step, each with its seconds; answer 1 if any failed. Arguments go to pytest.

    `--fast` leaves out the slow tests, `--only-lint` all of them; `--slow` takes every sweep at its
    full size, before a release. As many steps run at a time as there are processors. Once the
    directory is compiled the tests run beside the other steps, which take what the tests leave
    while they wait for windows and processes; `-n 0` runs the tests one after another.
    """
    with ThreadPoolExecutor(os.cpu_count()) as side_by_side:
        compiled = side_by_side.submit(_compiled)
        passed = side_by_side.map(_passes, STEPS, STEPS.values())
        failed = [] if compiled.result() else ["compile"]
        tested = "--only-lint" in arguments or _tests(arguments) == 0
        failed += [name for name, good in zip(STEPS, passed, strict=True) if not good]
    # When all is well, nothing is printed after this: the last line is pytest's own summary.
    if failed:
        print(f"\nFAILED beside the tests: {', '.join(failed)}", flush=True)
    return int(bool(failed) or not tested)


def _compiled() -> bool:
    started = time.perf_counter()
    try:
        directory.ensure()
    except CannotGoOn as reason:
        print(f"dev.py: {reason}", file=sys.stderr, flush=True)
        return _told("compile", started, passed=False)
    return _told("compile", started, passed=True)


def _passes(name: str, command: list[str]) -> bool:
    started = time.perf_counter()
    with subprocess.Popen(
        [str(environment.tool(command[0])), *command[1:]],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as running:
        if os.name == "posix":
            os.setpriority(os.PRIO_PROCESS, running.pid, BEHIND)
        said, _ = running.communicate()
    if running.returncode != 0:
        print(said.decode("utf-8", "replace"), flush=True)
    return _told(name, started, passed=running.returncode == 0)


def _told(name: str, started: float, *, passed: bool) -> bool:
    seconds = time.perf_counter() - started
    print(f"{'passed' if passed else 'FAILED'}  {name:<16} {seconds:6.1f} s", flush=True)
    return passed


def _tests(arguments: list[str]) -> int:
    if "--fast" in arguments:
        rest = [argument for argument in arguments if argument != "--fast"]
        arguments = ["-m", "not slow", *rest]
    if "--slow" in arguments:
        arguments = [argument for argument in arguments if argument != "--slow"]
        os.environ.update(WHOLE_SWEEPS)
    # Hundreds of tests start the program: none of them compiles again what another one has.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if not any(argument.startswith(ONE_AFTER_ANOTHER) for argument in arguments):
        arguments = [*SIDE_BY_SIDE, *arguments]
    return environment.module("pytest", arguments)
