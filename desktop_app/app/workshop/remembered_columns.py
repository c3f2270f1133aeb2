"""Which column was which in lists that came before: remembered by their headings, on this account.

Only what somebody chose is kept, and only headings: nothing of what stood below them.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop_app.fileformat.atomic_write import write_whole

MOST = 100
"""Kinds of lists; the oldest is forgotten first."""
_BETWEEN = "\t"


class RememberedColumns:
    """In one file; without a file nothing is remembered."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file

    def of(self, headings: Sequence[str]) -> Mapping[str, str]:
        """The heading of each fact in a list with these headings; nothing where none came yet."""
        return self._kept().get(_BETWEEN.join(headings), {})

    def keep(self, headings: Sequence[str], chosen: Mapping[str, str]) -> None:
        """Remember a choice; where nothing can be written, it has to be made again next time."""
        if self._file is None:
            return
        key = _BETWEEN.join(headings)
        others = [each for each in self._kept().items() if each[0] != key]
        kept = dict([*others, (key, dict(chosen))][-MOST:])
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, json.dumps(kept, ensure_ascii=False, indent=1).encode())
        except OSError:
            return

    def _kept(self) -> dict[str, dict[str, str]]:
        if self._file is None:
            return {}
        try:
            told = json.loads(self._file.read_bytes())
            return {
                str(key): {str(fact): str(heading) for fact, heading in chosen.items()}
                for key, chosen in told.items()
            }
        except (OSError, ValueError, AttributeError):
            return {}
