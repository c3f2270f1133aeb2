"""A button that dials is offered only where something here answers to it."""

import os
import sys
from pathlib import Path

import pytest

from desktop_app.desktop.dialler import can_dial

NAMED = "[Default Applications]\nx-scheme-handler/tel=softphone.desktop;\n"
REMOVED = "[Removed Associations]\nx-scheme-handler/tel=softphone.desktop;\n"
CACHED = "[MIME Cache]\nx-scheme-handler/tel=softphone.desktop;\n"
OTHER = "[Default Applications]\nx-scheme-handler/https=browser.desktop;\n"


def surroundings(home: Path, text: str, *, name: str, installed: bool) -> dict[str, str]:
    apps = home / "data" / "applications"
    (home / "config").mkdir()
    apps.mkdir(parents=True)
    folder = apps if name == "mimeinfo.cache" else home / "config"
    (folder / name).write_text(text, "utf-8")
    if installed:
        (apps / "softphone.desktop").write_text("[Desktop Entry]\n", "utf-8")
    return {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CONFIG_DIRS": str(home / "no-such"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_DATA_DIRS": str(home / "no-such"),
        "XDG_CURRENT_DESKTOP": "Office:GNOME",
    }


@pytest.mark.parametrize(
    ("text", "name", "installed", "dials"),
    [
        (NAMED, "mimeapps.list", True, True),
        (NAMED, "gnome-mimeapps.list", True, True),
        (CACHED, "mimeinfo.cache", True, True),
        (NAMED, "mimeapps.list", False, False),
        (REMOVED, "mimeapps.list", True, False),
        (OTHER, "mimeapps.list", True, False),
        (NAMED, "kde-mimeapps.list", True, False),
    ],
)
def test_on_linux_the_lists_of_applications_say_it(
    tmp_path: Path, text: str, name: str, installed: bool, dials: bool
) -> None:
    environ = surroundings(tmp_path, text, name=name, installed=installed)
    assert can_dial(environ, "linux") is dials


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe with a name is Linux's")
@pytest.mark.timeout(20)
@pytest.mark.parametrize("name", ["mimeapps.list", "gnome-mimeapps.list", "mimeinfo.cache"])
@pytest.mark.parametrize("laid", ["pipe", "folder", "link to itself", "device"])
def test_what_is_no_list_is_not_opened(tmp_path: Path, name: str, laid: str) -> None:
    """A pipe laid there held the start of whoever asked for ever."""
    environ = surroundings(tmp_path, NAMED, name=name, installed=True)
    folder = tmp_path / ("data/applications" if name == "mimeinfo.cache" else "config")
    path = folder / name
    path.unlink()
    if laid == "pipe":
        os.mkfifo(path)
    elif laid == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero" if laid == "device" else path)
    assert not can_dial(environ, "linux")


def test_a_list_without_an_end_is_read_so_far(tmp_path: Path) -> None:
    environ = surroundings(tmp_path, NAMED + "x" * (3 << 20), name="mimeapps.list", installed=True)
    assert can_dial(environ, "linux")


def test_on_macos_it_cannot_be_asked_and_is_not_offered() -> None:
    assert not can_dial({}, "darwin")
