"""A button that dials is offered only where something here answers to it."""

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


def test_on_macos_it_cannot_be_asked_and_is_not_offered() -> None:
    assert not can_dial({}, "darwin")
