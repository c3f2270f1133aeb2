"""What Qt needs of a Linux machine: looked for by loading it, installed where we may."""

import ctypes
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from workshop.environment import CannotGoOn

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
FONT_FILES = {".ttf", ".otf", ".ttc"}


@dataclass(frozen=True)
class Part:
    """One thing a machine has or lacks: the Debian package, and how to see that it is there."""

    package: str
    library: str = ""
    program: str = ""
    file: str = ""
    font: bool = False

    def is_here(self) -> bool:
        """Look for the thing itself, not for the package: other systems name packages otherwise."""
        if self.font:
            return _any_font()
        if self.file:
            return Path(self.file).exists()
        return _loads(self.library) if self.library else which(self.program) is not None


OFFSCREEN = (
    Part("libglib2.0-0", "libglib-2.0.so.0"),
    Part("libgl1", "libGL.so.1"),
    Part("libegl1", "libEGL.so.1"),
    Part("libxkbcommon0", "libxkbcommon.so.0"),
    Part("libfontconfig1", "libfontconfig.so.1"),
    Part("libdbus-1-3", "libdbus-1.so.3"),
    Part("fonts-dejavu-core", font=True),
)
DISPLAY = (
    Part("libxcb-cursor0", "libxcb-cursor.so.0"),
    Part("libxkbcommon-x11-0", "libxkbcommon-x11.so.0"),
    Part("libxcb-icccm4", "libxcb-icccm.so.4"),
    Part("libxcb-keysyms1", "libxcb-keysyms.so.1"),
    Part("libxcb-shape0", "libxcb-shape.so.0"),
    Part("libwayland-cursor0", "libwayland-cursor.so.0"),
    Part("libwayland-egl1", "libwayland-egl.so.1"),
)
VIRTUAL_DISPLAY = (Part("xvfb", program="Xvfb"), Part("xauth", program="xauth"))
WITNESSES = (
    # Programs that look at ours from outside: they read codes and papers, count sockets; one
    # moves the clock of a whole process.
    Part("libzbar0", "libzbar.so.0"),
    Part("poppler-utils", program="pdftotext"),
    Part("strace", program="strace"),
    Part("xdotool", program="xdotool"),
    Part("faketime", program="faketime"),
    Part("dbus", program="dbus-run-session"),
    Part("at-spi2-core", file="/usr/libexec/at-spi-bus-launcher"),
    Part("python3-pyatspi", file="/usr/lib/python3/dist-packages/pyatspi"),
)

Group = tuple[Part, ...]


def ensure(needed: list[Group], wanted: list[Group] | None = None) -> None:
    """Install what this machine lacks, or print the exact command that would.

    What is *needed* and stays missing stops the work; what is only *wanted* is told, and the work
    goes on. Windows and macOS bring all of it themselves.
    """
    if not sys.platform.startswith("linux"):
        return
    lacking = missing([*needed, *(wanted or [])])
    if lacking and which("apt-get") and os.geteuid() == 0:
        _install(lacking)
        lacking = [part for part in lacking if not part.is_here()]
    if not lacking:
        return
    if any(part in group for group in needed for part in lacking):
        raise CannotGoOn(_cure(lacking))
    print(f"dev.py: going on, but {_cure(lacking)}", file=sys.stderr, flush=True)


def missing(groups: list[Group]) -> list[Part]:
    """List what the machine lacks of these groups."""
    return [part for group in groups for part in group if not part.is_here()]


def _cure(lacking: list[Part]) -> str:
    if which("apt-get"):
        packages = " ".join(_package_names(lacking))
        return (
            "this machine lacks system libraries. The cure: sudo apt-get update && "
            f"sudo apt-get install -y --no-install-recommends {packages}"
        )
    names = ", ".join(part.library or part.program or part.file or "a font" for part in lacking)
    return f"this machine lacks {names}. Install your system's packages for them."


def _install(lacking: list[Part]) -> None:
    packages = _package_names(lacking)
    print(f"dev.py: Installing {' '.join(packages)} …", file=sys.stderr, flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-qq"], install):
        done = subprocess.run(
            command,
            env=quiet,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            print(done.stdout + done.stderr, file=sys.stderr, flush=True)
    # Fonts and libraries installed a moment ago are found by name from here on.


def _package_names(lacking: list[Part]) -> list[str]:
    return [_renamed(part.package) for part in lacking]


def _renamed(package: str) -> str:
    # Debian 13 and Ubuntu 24.04 call it libglib2.0-0t64.
    if package != "libglib2.0-0":
        return package
    shown = subprocess.run(["apt-cache", "show", f"{package}t64"], capture_output=True, check=False)
    return f"{package}t64" if shown.returncode == 0 else package


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _any_font() -> bool:
    folders = [Path(name).expanduser() for name in FONT_FOLDERS]
    return any(path.suffix.lower() in FONT_FILES for place in folders for path in place.rglob("*"))
