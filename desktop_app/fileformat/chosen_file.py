"""Writes a file where somebody chose, whole or not at all, and says in one sentence why it did not.

Every sentence names what stood in the way and what to do: a folder that is gone, one that is closed
to this person, a file that is open elsewhere, a full disk, a name that no computer takes.
"""

import errno
import os
from contextlib import suppress
from pathlib import Path

NAMELESS = "That is a folder. Type a name for the file behind it."
NO_NAME = "Windows takes no file of the name “{}”. Give it another name, without {}."
RESERVED = "Windows keeps the name “{}” for itself. Give the file another name."
TOO_LONG = "That name is too long. Give the file a shorter one."
NO_FOLDER = "There is no folder “{}” any more. Choose another folder."
CLOSED = "Nothing can be written in “{}”. Choose another folder."
LOCKED = "“{}” is open in another program, or closed to you. Close it there, or give another name."
FULL = "The disk of “{}” is full. Make room, or choose another folder."
OTHER = "The file could not be saved ({}). Choose another folder and try again."

_UNFIT = '<>:"|?*\\/'
_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in "123456789¹²³"
}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_LONG = {errno.ENAMETOOLONG}
_WINDOWS_FULL, _WINDOWS_LONG = {39, 112}, {206}
"""What Windows itself calls a full disk and a name too long."""


def name_trouble(name: str) -> str:
    """Why a file cannot have this name on some computer; empty when it can.

    Held to Windows everywhere: what is saved on a Linux desk is carried to others.
    """
    if not name or name in (".", ".."):
        return NAMELESS
    unfit = [sign for sign in name if sign in _UNFIT or not sign.isprintable()]
    if unfit:
        seen = unfit[0] if unfit[0].isprintable() else "signs that cannot be seen"
        return NO_NAME.format(_shown(name), seen)
    if name != name.rstrip(" ."):
        return NO_NAME.format(name, "a dot or a space at its end")
    if name.split(".", maxsplit=1)[0].rstrip().casefold() in _DEVICES:
        return RESERVED.format(name)
    return TOO_LONG if len(name.encode()) > 240 else ""


def save_chosen(path: Path, whole: bytes) -> str:
    """Write the file; an empty answer, or the sentence that says why not.

    A file of that name stays as it was unless the new one is complete.
    """
    if trouble := _refused(path):
        return trouble
    beside, refused = path.with_name(f".{os.getpid()}.part"), CLOSED
    try:
        _write(beside, whole)
        refused = LOCKED
        beside.replace(path)
    except OSError as error:
        return _sentence(error, path, refused)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return ""


def _refused(path: Path) -> str:
    """Why nothing can be written there at all; empty when it is worth a try."""
    try:
        if path.is_dir():
            return NAMELESS
        gone = not path.parent.is_dir()
    except (OSError, ValueError) as error:
        return name_trouble(path.name) or _sentence(error, path, CLOSED)
    return name_trouble(path.name) or (NO_FOLDER.format(path.parent) if gone else "")


def _write(path: Path, whole: bytes) -> None:
    with path.open("wb") as file:
        file.write(whole)
        file.flush()
        os.fsync(file.fileno())


def _sentence(error: OSError | ValueError, path: Path, refused: str) -> str:
    """What went wrong; `refused` is the sentence for a door that is closed."""
    number, windows = getattr(error, "errno", None), getattr(error, "winerror", None)
    if number in _FULL or windows in _WINDOWS_FULL:
        return FULL.format(path.parent)
    if number in _LONG or windows in _WINDOWS_LONG:
        return TOO_LONG
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return NO_FOLDER.format(path.parent)
    if isinstance(error, PermissionError) or number in (errno.EROFS, errno.EBUSY, errno.ETXTBSY):
        return refused.format(path.name if refused is LOCKED else path.parent)
    return OTHER.format(getattr(error, "strerror", None) or _shown(str(error)))


def _shown(text: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in text[:60])
