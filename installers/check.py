"""`python3 dev.py check --installers`: build everything twice, compare, install and try all of it.

It needs root on Debian 12 (it makes a Windows under wine and bare Debian systems) and takes about
half an hour. The second build is made as if by somebody else: in another folder, a day later, with
another home, time zone, language and umask.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from installers import machine
from installers.__main__ import SUMS
from installers.product import KITCHEN, ROOT, CannotBuild

OLDER = "0.0.1"
"""The version an upgrade begins from: this same program, called older."""
NOT_COPIED = (".git", ".venv", ".dev", "dist", "build", ".*_cache", "__pycache__", ".hypothesis")
MEGABYTES = {"*setup*.exe": 40, "*.msi": 60, "*.deb": 60, "*.tar.xz": 60, "*portable*.zip": 60}
TESTS = "tests/installers"
PATIENCE_S = 1800
"""For one test: on a busy machine apt alone takes longer than other tests may."""


def main() -> int:
    """Do it all; exit status 1 and plain words when something is not as promised."""
    os.chdir(ROOT)
    try:
        if os.geteuid() != 0:
            raise CannotBuild("Checking installers needs root: it makes systems to install into.")
        machine.ensure(machine.WINDOWS, machine.LINUX, *machine.CHECKING)
        with tempfile.TemporaryDirectory(prefix="installers-", dir=_roomy()) as folder:
            return _checked(Path(folder))
    except CannotBuild as reason:
        print(f"installers: {reason}", file=sys.stderr)
        return 1


def _roomy() -> Path:
    KITCHEN.mkdir(parents=True, exist_ok=True)
    return KITCHEN


def _checked(folder: Path) -> int:
    new, again, old = folder / "new", folder / "again", folder / "old"
    sources = folder / "sources"  # work on the checkout may go on meanwhile
    _copy(ROOT, sources)
    somebody = Elsewhere(folder / "another place/with spaces", folder / "somebody's home")
    _copy(sources, somebody.checkout)
    somebody.home.mkdir()
    _timed("compile", lambda: _module(sources, "desktop_app.authoring", "compile"))
    _timed("build", lambda: _build(sources, "all", new))
    _timed("compile elsewhere", lambda: somebody.module("desktop_app.authoring", "compile"))
    _timed("build elsewhere", lambda: somebody.module("installers", "all", "--dist", str(again)))
    compare(new, again)
    _timed("build an older version", lambda: _build(sources, "windows", old, "--version", OLDER))
    weigh(new)
    os.environ["INSTALLERS_UNDER_TEST"], os.environ["OLDER_INSTALLERS"] = str(new), str(old)
    tests = [sys.executable, "-m", "pytest", TESTS, "-s", "--timeout", str(PATIENCE_S)]
    return subprocess.run(tests, check=False).returncode


def _copy(checkout: Path, target: Path) -> None:
    """Copy sources; downloads are shared, and nothing is built among those."""
    shutil.copytree(checkout, target, ignore=shutil.ignore_patterns(*NOT_COPIED), symlinks=True)
    (target / ".dev").mkdir()
    (target / ".dev/installers").symlink_to(KITCHEN)


def _build(checkout: Path, kind: str, dist: Path, *words: str) -> None:
    _module(checkout, "installers", kind, "--dist", str(dist), *words)


def _module(checkout: Path, name: str, *words: str) -> None:
    env = {"PYTHONPATH": str(checkout), "PYTHONSAFEPATH": "1"}
    machine.run([sys.executable, "-m", name, *words], cwd=checkout, env=env)


@dataclass(frozen=True)
class Elsewhere:
    """Somebody else, who builds the same sources on another day, in their own way."""

    checkout: Path
    home: Path

    def module(self, name: str, *words: str) -> None:
        """Run a part of the copied sources as that person."""
        from installers.windows.assemble import native_python

        ways = {
            "PYTHONPATH": str(self.checkout),
            "PYTHONSAFEPATH": "1",
            "HOME": str(self.home),
            "USER": "somebody",
            "LOGNAME": "somebody",
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "C",
            "LANG": "de_DE.UTF-8",
            "WHO_TO_CALL_PYTHON313": native_python()[0],
            "NO_FAKE_STAT": "1",  # another day, but files keep the dates they have
        }
        private = ["sh", "-c", 'umask 077; exec "$@"', "sh"]
        a_day_later = ["env", "-u", "SOURCE_DATE_EPOCH", "faketime", "-f", "+1d"]
        command = [*private, *a_day_later, sys.executable, "-m", name, *words]
        machine.run(command, cwd=self.checkout, env=ways)


def _timed(what: str, work: Callable[[], None]) -> None:
    begun = time.perf_counter()
    work()
    print(f"passed  {what:<28} {time.perf_counter() - begun:6.1f} s", flush=True)


def compare(one: Path, other: Path) -> None:
    """Stop unless both folders hold the same files with the same SHA-256."""
    sums, others = ((folder / SUMS).read_text("utf-8") for folder in (one, other))
    if sums != others:
        differing = sorted(set(sums.splitlines()) ^ set(others.splitlines()))
        raise CannotBuild("Two builds in two folders differ:\n" + "\n".join(differing))
    print(sums, flush=True)


def weigh(dist: Path) -> None:
    """Stop when a package has grown beyond what was promised."""
    for pattern, megabytes in MEGABYTES.items():
        for file in dist.glob(pattern):
            if file.suffix != ".json" and file.stat().st_size > megabytes * 1_000_000:
                raise CannotBuild(f"{file.name} is larger than the {megabytes} MB promised.")


if __name__ == "__main__":
    sys.exit(main())
