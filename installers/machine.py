"""The programs that building and checking installers needs: installed when root, else named."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from shutil import which

from installers.product import CannotBuild

# Debian package -> the file or command that shows it is there.
WINDOWS = {
    "nsis": "makensis",
    "wixl": "wixl",
    "msitools": "msiinfo",
    "osslsigncode": "osslsigncode",
    "gcc-mingw-w64-x86-64-win32": "x86_64-w64-mingw32-gcc",
}
LINUX = {
    "dpkg-dev": "dpkg-shlibdeps",
    "patchelf": "patchelf",
    "binutils": "objdump",
    "xz-utils": "xz",
    # dpkg-shlibdeps reads what the shipped Qt links to from the installed packages.
    "libcups2": "/usr/lib/x86_64-linux-gnu/libcups.so.2",
    "libegl1": "/usr/lib/x86_64-linux-gnu/libEGL.so.1",
    "libgl1": "/usr/lib/x86_64-linux-gnu/libGL.so.1",
    "libgssapi-krb5-2": "/usr/lib/x86_64-linux-gnu/libgssapi_krb5.so.2",
    "libfontconfig1": "/usr/lib/x86_64-linux-gnu/libfontconfig.so.1",
    "libdbus-1-3": "/usr/lib/x86_64-linux-gnu/libdbus-1.so.3",
    "libglib2.0-0": "/usr/lib/x86_64-linux-gnu/libglib-2.0.so.0",
    "libxcb-cursor0": "/usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0",
    "libxkbcommon-x11-0": "/usr/lib/x86_64-linux-gnu/libxkbcommon-x11.so.0",
    "libxcb-icccm4": "/usr/lib/x86_64-linux-gnu/libxcb-icccm.so.4",
    "libxcb-keysyms1": "/usr/lib/x86_64-linux-gnu/libxcb-keysyms.so.1",
    "libxcb-shape0": "/usr/lib/x86_64-linux-gnu/libxcb-shape.so.0",
    "libwayland-cursor0": "/usr/lib/x86_64-linux-gnu/libwayland-cursor.so.0",
    "libx11-xcb1": "/usr/lib/x86_64-linux-gnu/libX11-xcb.so.1",
}
WINE = {"wine64": "wine", "wine": "wine", "xvfb": "Xvfb", "xdotool": "xdotool"}
SEEING = {"imagemagick": "import", "tesseract-ocr": "tesseract"}
CHROOT = {"debootstrap": "debootstrap", "lintian": "lintian"}
DESK_FILES = {
    "desktop-file-utils": "desktop-file-validate",
    "appstream": "appstreamcli",
    "mandoc": "mandoc",
}
OTHERWISE = {"faketime": "faketime", "openssl": "openssl"}
"""To build on another day, and to sign with a certificate made for the test."""
CHECKING = (WINE, SEEING, CHROOT, DESK_FILES, OTHERWISE)


def ensure(*groups: dict[str, str]) -> None:
    """Install what these groups lack, or stop with the command that would."""
    lacking = missing(groups)
    if lacking and which("apt-get") and os.geteuid() == 0:
        _install(lacking)
        lacking = missing(groups)
    if lacking:
        raise CannotBuild(
            "This machine lacks programs to build installers with. The cure (Debian 12): "
            f"sudo apt-get update && sudo apt-get install -y {' '.join(lacking)}"
        )


def missing(groups: Iterable[dict[str, str]]) -> list[str]:
    """The Debian packages of these groups that are not here."""
    return [name for group in groups for name, shows in group.items() if not _here(shows)]


def _here(shows: str) -> bool:
    places = (Path(folder) / shows for folder in ("/usr/sbin", "/sbin"))
    return which(shows) is not None or any(place.exists() for place in places)


def _install(packages: list[str]) -> None:
    print(f"installers: Installing {' '.join(packages)} …", file=sys.stderr, flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-qq"], install):
        done = subprocess.run(
            command, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
        if done.returncode != 0:
            print(done.stderr.decode("utf-8", "replace"), file=sys.stderr, flush=True)


def run(
    command: list[str],
    *,
    cwd: Path | None = None,
    env: dict[str, str] | None = None,
    given: str = "",
) -> str:
    """Run one build step, `given` to it as input, and give what it printed.

    A failure stops the build and is told.
    """
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        input=given.encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    said = done.stdout.decode("utf-8", "replace")
    if done.returncode != 0:
        raise CannotBuild(f"{Path(command[0]).name} failed ({done.returncode}):\n{said[-3000:]}")
    return said


def say(what: str) -> None:
    """Say what is being done now."""
    print(f"installers: {what}", file=sys.stderr, flush=True)
