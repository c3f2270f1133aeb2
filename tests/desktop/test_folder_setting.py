"""The folder to watch as it was written down: filled in or told, never an exception."""

from pathlib import Path

import pytest

from desktop_app.desktop.folder_setting import whole_path

HERE = {"HOME": "/home/desk", "SHARE": "/mnt/share", "EMPTY": "", "Site": "luton"}
WINDOWS = {"USERPROFILE": r"C:\Users\desk", "Site": "luton", "HOME": r"C:\Users\desk"}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("/mnt/share", "/mnt/share"),
        ("  /mnt/share  ", "/mnt/share"),
        ("~", "/home/desk"),
        ("~/updates", "/home/desk/updates"),
        ("$HOME/updates", "/home/desk/updates"),
        ("${HOME}/updates", "/home/desk/updates"),
        ("%HOME%/updates", "/home/desk/updates"),
        ("$SHARE/$Site", "/mnt/share/luton"),
        ("%SHARE%/${Site}", "/mnt/share/luton"),
        ("/srv/100% sure", "/srv/100% sure"),
        ("/srv/a$", "/srv/a$"),
        ("/srv/a~b", "/srv/a~b"),
    ],
)
def test_what_is_written_is_filled_in(written: str, meant: str) -> None:
    assert whole_path(written, HERE, "linux") == Path(meant)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"\\server\share\directory", r"\\server\share\directory"),
        (r"\\server\updates$\desks", r"\\server\updates$\desks"),
        (r"\\server\site$Site", r"\\server\site$Site"),
        (r"%USERPROFILE%\updates", r"C:\Users\desk\updates"),
        (r"%userprofile%\updates", r"C:\Users\desk\updates"),
        (r"D:\%SITE%", r"D:\luton"),
    ],
)
def test_on_windows_its_own_names_are_filled_in(written: str, meant: str) -> None:
    assert whole_path(written, WINDOWS, "win32") == Path(meant)


@pytest.mark.parametrize("written", ["", "   ", "\t"])
def test_nothing_written_is_no_folder(written: str) -> None:
    assert whole_path(written, HERE, "linux") is None


WRONG = {
    "~nobody-of-that-name/x": "There is no home folder for ~nobody-of-that-name.",
    "~nobody-of-that-name": "There is no home folder for ~nobody-of-that-name.",
    "%USERPROFILE%\\updates": "%USERPROFILE% means nothing on this computer.",
    "$NOWHERE/x": "$NOWHERE means nothing on this computer.",
    "${NOWHERE}": "${NOWHERE} means nothing on this computer.",
    "updates": "It must be the whole path of a folder.",
    "./updates": "It must be the whole path of a folder.",
    "$EMPTY": "It must be the whole path of a folder.",
    "https://directory.example": "It must be the whole path of a folder.",
    "/mnt/\0": "It must be the whole path of a folder.",
}


@pytest.mark.parametrize(("written", "told"), WRONG.items(), ids=range(len(WRONG)))
def test_what_leads_nowhere_is_told(written: str, told: str) -> None:
    with pytest.raises(ValueError, match="No folder is watched for updates") as wrong:
        whole_path(written, HERE, "linux")
    assert str(wrong.value).endswith(told)


@pytest.mark.parametrize("written", [r"%NOWHERE%\x", "updates", r"\x", "C:x", "$HOME"])
def test_on_windows_too(written: str) -> None:
    with pytest.raises(ValueError, match="No folder is watched for updates"):
        whole_path(written, WINDOWS, "win32")


def filled_in_or_told(text: str, environ: dict[str, str], platform: str) -> bool:
    """Whether it ends in one of the two; any other exception is let through."""
    try:
        found = whole_path(text, environ, platform)
    except ValueError as told:
        return str(told).startswith("No folder is watched for updates")
    return found is None or bool(found.parts)


def test_a_home_that_is_not_told_is_no_exception() -> None:
    assert filled_in_or_told("~/x", {}, "linux")


FIRST = ("~", "%", "$", "${", "%%", "$%", "~$", "%~%", "${}", "%/%", "$$")
THEN = ("", "/", "\\", "x", "}", "%", "\0", "\ud800", "\n", "/../..", "~")


@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_nothing_else_is_ever_raised(first: str, platform: str) -> None:
    for then in THEN:
        for environ in ({}, HERE, WINDOWS):
            for text in (first + then, f"/a/{first}{then}", then + first):
                assert filled_in_or_told(text, environ, platform), text


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
@pytest.mark.parametrize(
    "named",
    ["x" * 70_000, "\ud800", "a\nb", "%" + "N" * 9_000 + "%", "~" + "n" * 9_000, "~\ud800/x", "\0"],
    ids=lambda named: repr(named)[:8],
)
def test_whatever_is_written_the_sentence_about_it_can_be_shown(platform: str, named: str) -> None:
    try:
        told = str(whole_path(named, {}, platform) or "")
    except ValueError as error:
        told = str(error)
    assert len(told) < 400
    assert told.isprintable()
