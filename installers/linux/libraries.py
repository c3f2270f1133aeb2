"""Which libraries of the system the shipped Qt needs, and from which Debian packages."""

import re
import subprocess
from functools import cache
from pathlib import Path

from installers.machine import run
from installers.product import CannotBuild

SYSTEM = Path("/usr/lib/x86_64-linux-gnu")
OF_THE_C_LIBRARY = re.compile(
    r"(ld-linux-x86-64|lib(c|m|dl|pthread|rt|resolv|util|anl|nsl|mvec|crypt))\.so\.\d+"
)
"""Never brought along: they belong to the kernel and loader that run."""
ONLY_FOR_PAPER = "libcupsprintersupport.so"
"""Brings two dozen libraries, of use only where a printer is set up, and there CUPS is."""


def shared_objects(folder: Path) -> list[Path]:
    """Every shared library and extension below a folder."""
    return [path for path in sorted(folder.rglob("*.so*")) if path.is_file()]


def needed_from_system(folder: Path) -> list[str]:
    """Every system library the folder's files need, each after those it needs itself."""
    files = [file for file in shared_objects(folder) if file.name != ONLY_FOR_PAPER]
    own = {file.name for file in shared_objects(folder)}
    order: list[str] = []
    for file in files:
        for name in needed(file):
            if name not in own:
                _append_with_needs(name, order)
    return order


def _append_with_needs(name: str, order: list[str]) -> None:
    if name in order or OF_THE_C_LIBRARY.fullmatch(name):
        return
    for other in needed(_installed(name)):
        _append_with_needs(other, order)
    order.append(name)


def _installed(name: str) -> Path:
    for folder in (SYSTEM, Path("/lib/x86_64-linux-gnu")):
        if (folder / name).exists():
            return folder / name
    raise CannotBuild(f"{name} is not installed here, so its own needs cannot be read.")


@cache
def needed(file: Path) -> tuple[str, ...]:
    """The libraries a file names as needed."""
    return tuple(re.findall(r"NEEDED\s+(\S+)", run(["objdump", "-p", str(file)])))


def package_of(name: str) -> str:
    """The Debian package a system library comes from."""
    for path in (_installed(name), _installed(name).resolve()):
        for told in (str(path), str(path).removeprefix("/usr")):
            done = subprocess.run(["dpkg", "-S", told], capture_output=True, text=True, check=False)
            if done.returncode == 0:
                return done.stdout.split(":")[0]
    raise CannotBuild(f"No Debian package owns {name}.")


def dependencies(root: Path, work: Path) -> str:
    """The packages that a package root (with its DEBIAN folder) needs, as control says it."""
    (work / "debian").mkdir(parents=True, exist_ok=True)
    stanza = "Source: who-to-call\n\nPackage: who-to-call\nArchitecture: amd64\n"
    (work / "debian/control").write_text(stanza, "utf-8")
    own = sorted({str(file.parent) for file in shared_objects(root)})
    files = [*map(str, shared_objects(root)), *map(str, root.glob("usr/lib/*/runtime/bin/*"))]
    said = run(
        [
            "dpkg-shlibdeps",
            "-O",
            "--warnings=0",
            "--ignore-missing-info",
            *(f"-l{folder}" for folder in own),
            *files,
        ],
        cwd=work,
    )
    found = re.search(r"^shlibs:Depends=(.+)$", said, re.MULTILINE)
    if found is None:
        raise CannotBuild(f"dpkg-shlibdeps named no packages:\n{said[-1500:]}")
    return found[1]
