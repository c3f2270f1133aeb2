"""Where updates are kept on one account, and where the directory of the program lies."""

from dataclasses import dataclass
from pathlib import Path

from desktop_app.updates.releases.in_use import trust_beside
from desktop_app.updates.releases.release_store import ReleaseStore


@dataclass(frozen=True, slots=True)
class UpdatePlace:
    """Where this account keeps its updates, and where the directory of the program lies."""

    user_folder: Path
    bundled: Path

    @property
    def store(self) -> ReleaseStore:
        """The releases of this account."""
        return ReleaseStore(self.user_folder)

    @property
    def trust(self) -> Path:
        """The keys and lists that came with the program."""
        return trust_beside(self.bundled)
