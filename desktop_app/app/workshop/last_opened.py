"""Which working copies were open last, and under which name: on this account, until forgotten.

They are files about numbers: nothing that somebody told or looked for is ever in here.
"""

import json
from pathlib import Path

from desktop_app.fileformat.atomic_write import write_whole

MOST = 5
"""Files; the oldest is forgotten first."""


class LastOpened:
    """In one file; without it, or where it is spoilt, nothing is remembered."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @property
    def files(self) -> tuple[Path, ...]:
        """The newest first. None is looked at: a share that is gone would hold up the window."""
        return tuple(map(Path, self._kept()[1]))

    @property
    def name(self) -> str:
        """Who opened the last one; empty where nobody is known."""
        return self._kept()[0]

    def keep(self, path: Path, name: str) -> None:
        """Remember this one; where nothing can be written, it has to be looked for next time."""
        told = str(path.absolute())
        others = [each for each in self._kept()[1] if each != told]
        kept = {"name": name, "files": [told, *others][:MOST]}
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, json.dumps(kept, ensure_ascii=False, indent=1).encode())
        except (OSError, ValueError):
            return

    def forget(self) -> str:
        """Remember nothing any more; a sentence where that could not be done."""
        try:
            self._file.unlink(missing_ok=True)
        except OSError:
            return f"“{self._file}” cannot be deleted now. Close other programs and try again."
        return ""

    def _kept(self) -> tuple[str, list[str]]:
        try:
            told = json.loads(self._file.read_bytes())
            name, files = told["name"], told["files"]
        except (OSError, ValueError, TypeError, KeyError):
            return "", []
        sound = isinstance(name, str) and isinstance(files, list)
        if not sound or not all(isinstance(each, str) and each for each in files):
            return "", []
        return name, files[:MOST]
