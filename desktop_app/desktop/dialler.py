"""Whether a program of this computer dials numbers, and handing it one.

Asked of what each system keeps for it: on Linux the lists of applications (XDG "Association between
MIME types and applications"), on Windows the registry. macOS can be asked only with a library of
its own, so there nothing is offered. No program is run to find out, and nothing is connected to.
"""

import os
import stat
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

KIND = "x-scheme-handler/tel"
LISTS = ("mimeapps.list", "mimeinfo.cache")
USUAL_CONFIG, USUAL_DATA = "/etc/xdg", "/usr/local/share:/usr/share"
LARGEST_LIST = 1 << 20
"""Letters of a list that are read; a real one has some thousands."""
CHOSEN = r"Software\Microsoft\Windows\Shell\Associations\UrlAssociations\tel\UserChoice"
COMMAND = r"tel\shell\open\command"


def can_dial(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether some program here opens `tel:` addresses; a few milliseconds."""
    if platform == "linux":
        return any(_named(folder, environ) for folder in _folders(environ))
    return _registered() if platform == "win32" else False


def dial(uri: str) -> bool:
    """Hand a `tel:` address to the program that dials; whether the system took it."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl(uri))


def _folders(environ: Mapping[str, str]) -> Iterator[Path]:
    home = environ.get("HOME", "")
    yield Path(environ.get("XDG_CONFIG_HOME") or f"{home}/.config")
    for folder in (environ.get("XDG_CONFIG_DIRS") or USUAL_CONFIG).split(":"):
        yield Path(folder)
    data = environ.get("XDG_DATA_HOME") or f"{home}/.local/share"
    for folder in (data, *(environ.get("XDG_DATA_DIRS") or USUAL_DATA).split(":")):
        yield Path(folder) / "applications"


def _named(folder: Path, environ: Mapping[str, str]) -> bool:
    """Whether a list in this folder names an installed application for numbers."""
    desktops = environ.get("XDG_CURRENT_DESKTOP", "").lower().split(":")
    names = (*(f"{desktop}-mimeapps.list" for desktop in desktops if desktop), *LISTS)
    return any(_installed(app, environ) for name in names for app in _apps(folder / name))


def _apps(path: Path) -> Iterator[str]:
    """The applications a list names for numbers; those it takes away are not among them."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return  # opening a pipe that somebody laid there would never end
        with path.open(encoding="utf-8", errors="replace") as file:
            lines = file.read(LARGEST_LIST).splitlines()
    except (OSError, ValueError):
        return
    section = ""
    for line in lines:
        if line.startswith("["):
            section = line.strip()
        kind, _, apps = line.partition("=")
        if kind.strip() == KIND and section != "[Removed Associations]":
            yield from (app.strip() for app in apps.split(";") if app.strip())


def _installed(app: str, environ: Mapping[str, str]) -> bool:
    folders = (folder for folder in _folders(environ) if folder.name == "applications")
    return any((folder / app).is_file() for folder in folders)


def _registered() -> bool:
    """Whether Windows knows a program for numbers: one somebody chose, or one that was set up."""
    registry: Any = import_module("winreg")
    for root, key, name in (
        (registry.HKEY_CURRENT_USER, CHOSEN, "ProgId"),
        (registry.HKEY_CLASSES_ROOT, COMMAND, ""),
    ):
        try:
            with registry.OpenKey(root, key) as opened:
                if registry.QueryValueEx(opened, name)[0]:
                    return True
        except OSError:
            continue
    return False
