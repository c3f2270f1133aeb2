"""The same laboratory with the real directory in it, changed where a test says so."""

import shutil
import sqlite3
from pathlib import Path

from desktop_app.fileformat import checksum
from tests.any_area.usual_directory import usual_directory
from tests.updates.lab import Lab


class RealLab(Lab):
    """Its releases are the real directory, each with a number of its own."""

    def directory(self, number: int, **made: object) -> Path:
        """The real directory as this release; `other_number` is (service, old, new)."""
        path = self.folder / "compiled" / f"{number}.sqlite"
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(usual_directory(), path)
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA journal_mode = OFF")
        facts = {"release": str(number), "digest": f"{number:064d}", checksum.KEY: checksum.blank()}
        connection.executemany(
            "UPDATE meta SET value = ? WHERE key = ?", [(v, k) for k, v in facts.items()]
        )
        if replaced := made.get("other_number"):
            _replace(connection, *replaced)  # type: ignore[misc]
        connection.commit()
        connection.execute("VACUUM")
        connection.close()
        path.write_bytes(checksum.sealed(path.read_bytes()))
        return path


def _replace(connection: sqlite3.Connection, service: str, old: str, new: str) -> None:
    """Give a line of a service another number, wherever it stands."""
    dialled = f"+44{new.replace(' ', '')[1:]}"
    (number,) = connection.execute("SELECT number FROM service WHERE id = ?", (service,)).fetchone()
    connection.execute(
        "UPDATE line SET number = ?, display = ? WHERE service = ? AND display = ?",
        (dialled, new, number, old),
    )
    connection.execute(
        "UPDATE search_number SET digits = ? WHERE service = ? AND digits = ?",
        (new.replace(" ", ""), number, old.replace(" ", "")),
    )
