"""Where the program's files lie, whichever way it was installed, and where the user's own go.

A folder that holds `directory.sqlite` and `resources/` is called a home of the program:
`_bundle` inside an installed package, or `share/who-to-call` of a system install. In a checkout
the same two lie at `db/build/directory.sqlite` and `resources/`.
"""

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path, PureWindowsPath

DIRECTORY_VARIABLE = "WHO_TO_CALL_DIRECTORY"
"""Names another directory file to read, for tests and for IT."""
HOME_VARIABLE = "WHO_TO_CALL_HOME"
"""Names the home of the program, where an installer put it somewhere of its own."""

NO_USER_FOLDER = (
    "Your settings cannot be kept: this account has no folder of its own. "
    "The numbers all work; anything you set is forgotten when you close the program."
)

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent


def directory_file(environ: Mapping[str, str] = os.environ) -> Path:
    """The compiled directory to open; whether it is there is told on opening."""
    if named := environ.get(DIRECTORY_VARIABLE):
        return Path(named)
    if _in_checkout(environ):
        return compiled_here()
    candidates = [home / "directory.sqlite" for home in _homes(environ)]
    return next((path for path in candidates if path.is_file()), candidates[0])


def resources(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder with the style sheet, icons and fonts."""
    if _in_checkout(environ):
        return _CHECKOUT / "resources"
    return _shipped("resources", environ)


def user_data(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path | None:
    """The folder for the practice's own card and settings; None when the account has no home.

    None as well when the folder is there and belongs to somebody else: they could put numbers and
    names into it. Nothing is created here. When it is None, show `NO_USER_FOLDER`.
    """
    folder = _user_folder(environ, platform)
    return folder if folder is None or _is_ours(folder) else None


def cannot_look_into(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether the account's folder is there and not to be looked into, so that nobody knows it.

    It belongs to somebody else, is locked, is no folder, or is a link to what is not there.
    """
    folder = _user_folder(environ, platform)
    if folder is None:
        return False
    try:
        with os.scandir(folder):
            return not _is_ours(folder)
    except FileNotFoundError:
        return folder.is_symlink()
    except (OSError, ValueError):
        return True


def others_may_write(folder: Path) -> bool:
    """Whether accounts other than this one may put files into a folder, as far as its mode tells.

    Windows keeps others out of the folder by the rights of the account's profile.
    """
    try:
        return hasattr(os, "getuid") and bool(folder.stat().st_mode & 0o022)
    except OSError:
        return False


def make_private(folder: Path) -> None:
    """Make the account's folder, for this account alone (0700), or close it to all others.

    OSError when it cannot be made, or belongs to somebody else.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not hasattr(os, "getuid"):
        return
    if not _is_ours(folder):
        raise PermissionError(errno.EPERM, "the folder belongs to another account", str(folder))
    if folder.stat().st_mode & 0o077:
        # A memory stick keeps no modes; what counts is checked by its signature anyway.
        with contextlib.suppress(OSError):
            folder.chmod(0o700)


def must_be_plain(path: Path) -> None:
    """Raise OSError unless a plain file lies there: opening a pipe laid there would never end.

    FileNotFoundError when nothing lies there; ValueError for a name that no system can have.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "not a plain file", str(path))


def must_be_plain_database(path: Path) -> None:
    """The same of a file of SQLite's, and of what SQLite opens beside it where that is there."""
    must_be_plain(path)
    for ending in ("-journal", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            must_be_plain(path.with_name(path.name + ending))


def _is_ours(folder: Path) -> bool:
    try:
        return not hasattr(os, "geteuid") or folder.stat().st_uid == os.geteuid()
    except OSError:
        return True  # not there yet, or not to be looked at: whoever opens it is told


def _user_folder(environ: Mapping[str, str], platform: str) -> Path | None:
    if platform == "win32":
        local = environ.get("LOCALAPPDATA", "")
        return Path(local) / "WhoToCall" if PureWindowsPath(local).is_absolute() else None
    if platform == "darwin":
        return _below(_user_home(environ), "Library/Application Support/Who to Call")
    if stated := _absolute(environ.get("XDG_DATA_HOME")):
        return stated / "who-to-call"
    return _below(_user_home(environ), ".local/share/who-to-call")


def compiled_here() -> Path:
    """Where the compile of a checkout puts its directory file."""
    return _CHECKOUT / "db" / "build" / "directory.sqlite"


def trust_here() -> Path:
    """Where a checkout keeps the steward's keys and signed lists, which every installer carries."""
    return _CHECKOUT / "db" / "trust"


def national_sources() -> Path:
    """The folder of source files that are the same for every area (a checkout only)."""
    return _CHECKOUT / "db" / "national"


def areas_here() -> Path:
    """The folder with one folder of source files for each area (a checkout only)."""
    return _CHECKOUT / "db" / "areas"


def project_file() -> Path:
    """The file that names the area a checkout compiles unless it is asked for another."""
    return _CHECKOUT / "pyproject.toml"


def schema_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder of the SQL files that lay out the compiled directory."""
    return _CHECKOUT / "db" if _in_checkout(environ) else _shipped("schema", environ)


def sources_that_came(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder of the source files that came with the program: `national` and `areas` in it."""
    return _CHECKOUT / "db" if _in_checkout(environ) else _shipped("sources", environ)


def _shipped(name: str, environ: Mapping[str, str]) -> Path:
    candidates = [home / name for home in _homes(environ)]
    return next((path for path in candidates if path.is_dir()), candidates[0])


def _in_checkout(environ: Mapping[str, str]) -> bool:
    return not environ.get(HOME_VARIABLE) and (_CHECKOUT / "db" / "schema.sql").is_file()


def _homes(environ: Mapping[str, str]) -> Iterator[Path]:
    if named := environ.get(HOME_VARIABLE):
        yield Path(named)
    yield _PACKAGE / "_bundle"
    executable = Path(sys.executable).resolve().parent
    yield executable / "who-to-call"
    yield executable.parent / "share" / "who-to-call"
    yield Path(sys.prefix) / "share" / "who-to-call"


def _absolute(text: str | None) -> Path | None:
    """A path from the environment, unless it is missing, empty or relative (then it is not one)."""
    return Path(text) if text and Path(text).is_absolute() else None


def _user_home(environ: Mapping[str, str]) -> Path | None:
    home = _absolute(environ.get("HOME"))
    return home if home and home.is_dir() else None


def _below(folder: Path | None, name: str) -> Path | None:
    return folder / name if folder else None
