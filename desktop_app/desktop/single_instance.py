"""One window per login session: a second start brings the first window to the front and ends.

A lock file and a watched folder, no socket. When anything about them goes wrong the program opens
a window all the same: two windows are a nuisance, none at all is a danger.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import (
    QDir,
    QElapsedTimer,
    QFileSystemWatcher,
    QLockFile,
    QObject,
    QThread,
    Signal,
)

PATIENCE_MS = 1_500
"""How long a second start waits for the first window to answer before it opens its own."""
STEP_MS = 20
FOLDER = "who-to-call"


class OneWindow(QObject):
    """The claim to be the only window of this session."""

    wanted_in_front = Signal()

    def __init__(self, folder: Path | None, session: str = "") -> None:
        super().__init__()
        name = "".join(each if each.isalnum() else "-" for each in session) or "session"
        self._folder = _ready(folder)
        self._call = self._folder / f"{name}.call" if self._folder else None
        self._lock = QLockFile(str(self._folder / f"{name}.lock")) if self._folder else None
        self._watcher: QFileSystemWatcher | None = None

    def claim(self) -> bool:
        """Whether this is the first window, or it cannot be told."""
        if self._lock is None:
            return True
        self._lock.setStaleLockTime(0)  # only the end of its process makes a lock void
        locked = self._lock.tryLock(0)
        return locked or self._lock.error() is not QLockFile.LockError.LockFailedError

    def call_first(self, patience_ms: int = PATIENCE_MS) -> bool:
        """Ask the first window to come to the front; whether it answered in time."""
        if self._call is None or self._lock is None:
            return False
        _let_come_to_front(self._lock.getLockInfo())
        try:
            self._call.touch()
        except OSError:
            return False
        waited = QElapsedTimer()
        waited.start()
        while waited.elapsed() < patience_ms:
            if not self._call.exists():
                return True
            QThread.msleep(STEP_MS)
        self._call.unlink(missing_ok=True)
        return False

    def listen(self) -> None:
        """Hear the calls of later starts from now on."""
        if self._folder is None or self._lock is None or not self._lock.isLocked():
            return
        self._watcher = QFileSystemWatcher([str(self._folder)], self)
        self._watcher.directoryChanged.connect(self._look)
        self._look()

    def leave(self) -> None:
        """Give up the claim and leave nothing behind."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        if self._lock is not None and self._lock.isLocked():
            self._lock.unlock()
        if self._folder is not None:
            QDir().rmdir(str(self._folder))  # goes only when nothing else lies in it

    def _look(self) -> None:
        if self._call is not None and self._call.exists():
            self._call.unlink(missing_ok=True)
            self.wanted_in_front.emit()


def runtime_folder(
    environ: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> Path | None:
    """A folder that lasts as long as the login session, for this user alone."""
    if platform == "win32":
        local = environ.get("LOCALAPPDATA", "")
        return Path(local) / "Temp" / "WhoToCall" if local else None
    given = environ.get("XDG_RUNTIME_DIR", "")
    if Path(given).is_absolute() and Path(given).is_dir():
        return Path(given) / FOLDER
    return Path(QDir.tempPath()) / f"{FOLDER}-{os.getuid()}" if hasattr(os, "getuid") else None


def session_name(environ: Mapping[str, str] = os.environ) -> str:
    """What tells this login session from another of the same user."""
    name = environ.get("WAYLAND_DISPLAY") or environ.get("DISPLAY") or ""
    if sys.platform == "win32":
        name = str(_windows_session())
    return name


def _ready(folder: Path | None) -> Path | None:
    """The folder, made for this user alone; nothing when it is somebody else's or cannot be."""
    if folder is None:
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        facts = folder.lstat()
    except OSError:
        return None
    if not folder.is_dir() or folder.is_symlink():
        return None
    mine = not hasattr(os, "getuid") or facts.st_uid == os.getuid()
    return folder if mine else None


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    def _windows_session() -> int:
        """The number Windows gives this login session."""
        session = wintypes.DWORD()
        kernel = ctypes.windll.kernel32
        kernel.ProcessIdToSessionId(kernel.GetCurrentProcessId(), ctypes.byref(session))
        return session.value

    def _let_come_to_front(owner: object) -> None:
        """Windows lets a window come forward only when whoever was clicked allows it."""
        if isinstance(owner, tuple) and owner and isinstance(owner[0], int):
            ctypes.windll.user32.AllowSetForegroundWindow(owner[0])

else:

    def _let_come_to_front(owner: object) -> None:
        """Elsewhere nothing needs to be allowed."""
        del owner
