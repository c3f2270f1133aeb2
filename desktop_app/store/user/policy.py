"""Reads what IT has set for this computer: a file on Linux and macOS, the registry on Windows."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from desktop_app.domain.practice.policy import NAMES, Policy, policy_of
from desktop_app.fileformat.patient_open import open_patiently
from desktop_app.paths import must_be_plain

VARIABLE = "WHO_TO_CALL_POLICY"
"""Names another policy file, for tests and for IT to try one out."""
REGISTRY_KEY = r"SOFTWARE\Policies\WhoToCall"
FILES = {
    "darwin": Path("/Library/Application Support/Who to Call/policy.json"),
    "linux": Path("/etc/who-to-call/policy.json"),
}
LARGEST_BYTES = 64 * 1024
UNREADABLE = "{} cannot be read. Nothing your IT set there is in force."


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
        must_be_plain(path)
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
