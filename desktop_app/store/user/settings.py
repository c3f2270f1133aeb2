"""What is set for the window: by a person, and by IT for everybody at this computer.

A person's settings are one small JSON file of their own data folder. IT's are a file on Linux and
macOS, the registry on Windows.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from desktop_app import paths
from desktop_app.domain.practice.policy import NAMES, Policy, policy_of
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
VARIABLE = "WHO_TO_CALL_POLICY"
"""Names another policy file, for tests and for IT to try one out."""
REGISTRY_KEY = r"SOFTWARE\Policies\WhoToCall"
FILES = {
    "darwin": Path("/Library/Application Support/Who to Call/policy.json"),
    "linux": Path("/etc/who-to-call/policy.json"),
}
UNREADABLE = "{} cannot be read. Nothing your IT set there is in force."


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


def read_policy(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Policy:
    """The policy of this computer; an empty one where nothing is set. Never fails."""
    if named := environ.get(VARIABLE):
        return read_file(Path(named))
    if platform == "win32":
        return policy_of(_registry_values())
    return read_file(FILES.get(platform, FILES["linux"]))


def read_file(path: Path) -> Policy:
    """A policy file: one JSON object of names and values. What is wrong with it is told."""
    try:
        paths.must_be_plain(path)
        with open_patiently(path) as file:
            text = file.read(LARGEST_BYTES)
        import json  # only where there is something to read: the first picture waits for it

        values = json.loads(text)
    except FileNotFoundError:
        return Policy()
    except (OSError, ValueError, RecursionError):
        return Policy(troubles=(UNREADABLE.format(path),))
    if not isinstance(values, dict):
        return Policy(troubles=(UNREADABLE.format(path),))
    return policy_of(values)


if sys.platform == "win32":
    import winreg

    def _registry_values() -> dict[str, object]:
        """Everything below the policy key that has one of our names."""
        view = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        values: dict[str, object] = {}
        try:
            key = winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, REGISTRY_KEY, 0, view)
        except OSError:
            return values
        with key:
            for name in NAMES:
                try:
                    values[name] = winreg.QueryValueEx(key, name)[0]
                except OSError:
                    continue
        return values

else:

    def _registry_values() -> dict[str, object]:
        """There is no registry here."""
        return {}
