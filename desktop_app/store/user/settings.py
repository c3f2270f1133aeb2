"""Settings of the window in one small JSON file of the user's own data folder."""

from collections.abc import Mapping
from pathlib import Path

from desktop_app import paths
from desktop_app.fileformat.patient_open import open_patiently

FILE_NAME = "settings.json"
LARGEST_BYTES = 64 * 1024
NOT_KEPT = (
    "Your settings cannot be kept on this computer. "
    "The numbers all work; what you set is forgotten when you close the program."
)
UNREAD = (
    "Your settings on this computer cannot be read, so the usual ones are in use. "
    "The numbers all work. Choose your council and the rest again in Settings."
)


class SettingsFile:
    """Reads and keeps settings; without a folder it forgets them, and says so."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.unread = ""
        """The sentence to show when something is kept that could not be read."""

    @property
    def place(self) -> str:
        """The folder the settings are kept in; empty when there is none."""
        return str(self._folder) if self._folder else ""

    def read(self) -> dict[str, object]:
        """Everything kept; empty when nothing is, or none can be read: then `unread` is set."""
        self.unread = ""
        if self._folder is None:
            return {}
        path = self._folder / FILE_NAME
        try:
            paths.must_be_plain(path)
            with open_patiently(path) as file:
                text = file.read(LARGEST_BYTES)
            import json  # only where there is something to read: the first picture waits for it

            kept = json.loads(text)
        except FileNotFoundError:
            kept = {}  # nothing was set yet
        except (OSError, ValueError, RecursionError):
            kept = None
        if not isinstance(kept, dict):
            self.unread = UNREAD
            return {}
        return kept

    def write(self, values: Mapping[str, object]) -> str:
        """Keep these settings whole or not at all; a sentence to show when it cannot be done."""
        if self._folder is None:
            return NOT_KEPT
        try:
            paths.make_private(self._folder)
            import json

            from desktop_app.fileformat.atomic_write import write_whole  # when first kept

            text = json.dumps(dict(values), indent=2) + "\n"
            write_whole(self._folder / FILE_NAME, text.encode("utf-8"))
        except OSError:
            return NOT_KEPT
        return ""
