"""The folder to watch as it was written down: filled in, or told what is wrong with it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath

_PERCENT = re.compile(r"%([^%/\\]+)%")
_EITHER = re.compile(r"%([^%/\\]+)%|\$(\w+)|\$\{([^}]+)\}")
LONGEST_QUOTE = 120
_NO_FOLDER = "No folder is watched for updates: “{}” cannot be used."


def whole_path(
    text: str, environ: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> Path | None:
    """The folder that a person or IT wrote down, `~`, `%NAME%` and `$NAME` filled in; None if none.

    ValueError, with the sentence to show, when it leads nowhere on this computer.
    """
    named = text.strip()
    if not named:
        return None
    missing: list[str] = []

    def filled(found: re.Match[str]) -> str:
        name = next(filter(None, found.groups()))
        known = {key.upper(): value for key, value in environ.items()} if windows else environ
        value = known.get(name.upper() if windows else name)
        if value is None:
            missing.append(found[0])
        return value or found[0]

    windows = platform == "win32"
    # On Windows a share may be called "updates$": only %NAME% stands for something there.
    full = (_PERCENT if windows else _EITHER).sub(filled, named)
    if missing:
        told = f"{_quoted(missing[0])} means nothing on this computer."
        raise ValueError(f"{_no_folder(named)} {told}")
    if full.startswith("~"):
        full = _from_home(full, named, environ)
    if "\0" in full or not (PureWindowsPath if windows else PurePosixPath)(full).is_absolute():
        raise ValueError(f"{_no_folder(named)} It must be the whole path of a folder.")
    return Path(full)


def _quoted(text: str) -> str:
    shown = "".join(sign if sign.isprintable() else "?" for sign in text[: LONGEST_QUOTE + 1])
    return shown if len(shown) <= LONGEST_QUOTE else f"{shown[:LONGEST_QUOTE]}…"


def _no_folder(named: str) -> str:
    return _NO_FOLDER.format(_quoted(named))


def _from_home(full: str, named: str, environ: Mapping[str, str]) -> str:
    """The path with the home folder filled in: the account's own, or that of another."""
    first, slash, rest = full.partition("/")
    home = environ.get("HOME") if first == "~" else None
    if home:
        return home + slash + rest
    try:
        return str(Path(full).expanduser())
    except (RuntimeError, ValueError):  # no such account, or no such name can be
        told = f"{_no_folder(named)} There is no home folder for {_quoted(first)}."
        raise ValueError(told) from None
