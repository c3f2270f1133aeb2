"""`dev.py check`: every step runs, whatever another one said; the tests speak last."""

import os
import subprocess
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import NamedTuple

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
AT_A_TIME = (os.cpu_count() or 1) + 1
"""One pytest more than there are processors: many a test waits for a window or another process."""
SIDE_BY_SIDE = ["-n", str(AT_A_TIME), "--dist", "loadfile", "--no-loadscope-reorder"]
"""Each file's tests together: what a file prepares is prepared once.

The order stays as tests/conftest.py makes it: files with slow tests first.
"""
BEHIND = 10
"""How much more the tests count than a step beside them: what they measure is their own time."""
SAID = "WHO_TO_CALL_STEPS_SAID"
"""Names the file in which the steps beside the tests hand over what they have said."""
WHOLE_SWEEPS = {"WHO_TO_CALL_SWEEPS": "whole"}
"""Asks tests/sweeps.py for every case of each sweep; workers inherit it."""
ONE_AFTER_ANOTHER = ("-n", "--numprocesses", "--pdb", "--trace", "-s", "--capture=no")
"""With these in the arguments, how many run at a time is whoever typed them's business."""


class Done(NamedTuple):
    """How a step ended, and what there is to read of it."""

    passed: bool
    told: str


def check_all(arguments: list[str]) -> int:
    """Run every step, each with its seconds; answer 1 if any failed. Arguments go to pytest.

    `--fast` leaves out the slow tests, `--only-lint` all of them; `--slow` takes every sweep at its
    full size, before a release. As many steps run at a time as there are processors. Once the
    directory is compiled the tests run beside the other steps, which take what the tests leave
    while they wait for windows and processes; `-n 0` runs the tests one after another.
    """
    with ThreadPoolExecutor(os.cpu_count()) as side_by_side:
        compiled = side_by_side.submit(_compiled)
        steps = [side_by_side.submit(_passes, *step) for step in STEPS.items()]
        good = compiled.result()
        if "--only-lint" in arguments:
            for step in as_completed(steps):
                print(step.result().told, flush=True)
        else:
            good &= _tests_beside(steps, arguments)
    return int(not (good and all(step.result().passed for step in steps)))


def _tests_beside(steps: list[Future[Done]], arguments: list[str]) -> bool:
    """Run the tests; what the steps have said by then, pytest prints before its own summary."""
    with TemporaryDirectory() as folder:
        said = Path(folder) / "said.txt"
        os.environ[SAID] = str(said)
        writing = Thread(target=_write_down, args=(steps, said))
        writing.start()
        passed = _tests(arguments) == 0
        os.environ.pop(SAID, None)  # what is run later would wait for a file that is gone
        writing.join()
        if said.exists():  # no summary was printed: pytest could not so much as begin
            print(said.read_text("utf-8"), flush=True)
    return passed


def _write_down(steps: list[Future[Done]], said: Path) -> None:
    unfinished = said.with_suffix(".unfinished")
    unfinished.write_text("\n".join(step.result().told for step in steps), "utf-8")
    unfinished.replace(said)


def heard(said: Path) -> str:
    """What the steps beside the tests have said; waits for them, and is told once."""
    while not said.exists():
        time.sleep(0.1)
    told = said.read_text("utf-8")
    said.unlink()
    return told


def _compiled() -> bool:
    started = time.perf_counter()
    try:
        directory.ensure()
    except CannotGoOn as reason:
        print(f"dev.py: {reason}", file=sys.stderr, flush=True)
        print(_told("compile", started, passed=False), flush=True)
        return False
    print(_told("compile", started, passed=True), flush=True)
    return True


def _passes(name: str, command: list[str]) -> Done:
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
    passed = running.returncode == 0
    told = _told(name, started, passed=passed)
    return Done(passed, told if passed else f"{said.decode('utf-8', 'replace')}\n{told}")


def _told(name: str, started: float, *, passed: bool) -> str:
    seconds = time.perf_counter() - started
    return f"{'passed' if passed else 'FAILED'}  {name:<16} {seconds:6.1f} s"


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
