"""Slips about numbers that failed, kept until somebody hands them to the steward."""

from datetime import datetime
from pathlib import Path

from desktop_app.domain.calendar import UK
from desktop_app.domain.failed_number import FailedNumber, WhatHappened, as_csv
from desktop_app.store.own_file import OwnFile, OwnFileError
from desktop_app.store.whole_file import write_whole

FILE_NAME = "failed-numbers.csv"
MOST = 500
"""More slips than this are not kept: the oldest have long said what they had to say."""


class FailedNumberStore:
    """Keeps, lists, exports and removes slips."""

    def __init__(self, folder: Path | None) -> None:
        self._file = OwnFile(folder)
        self.trouble = ""
        """Why the slips could not be read the last time; empty when they could."""

    def read(self) -> tuple[tuple[int, FailedNumber], ...]:
        """Every slip with the number it is removed by, the latest first."""
        self.trouble = ""
        try:
            rows = self._file.rows("SELECT * FROM failed_number ORDER BY id DESC")
            return tuple((int(row["id"]), _slip(row)) for row in rows)
        except (OwnFileError, ValueError) as error:
            self.trouble = getattr(error, "sentence", str(error))
            return ()

    def add(self, failed: FailedNumber) -> str:
        """Keep one slip; the sentence to show when that fails."""
        row = {
            "number": failed.number,
            "service": failed.service,
            "moment": failed.moment.isoformat(),
            "what": str(failed.what),
            "release": failed.release,
        }
        try:
            with self._file.writing() as database:
                table = database.table("failed_number")
                table.insert(row, pk="id")
                table.delete_where(
                    "id NOT IN (SELECT id FROM failed_number ORDER BY id DESC LIMIT ?)", [MOST]
                )
        except OwnFileError as error:
            return error.sentence
        return ""

    def remove(self, ids: frozenset[int]) -> str:
        """Take these slips out for good; the sentence to show when that fails."""
        try:
            with self._file.writing() as database:
                for each in ids:
                    database.table("failed_number").delete_where("id = ?", [each])
        except OwnFileError as error:
            return error.sentence
        return ""

    def export(self, path: Path) -> str:
        """Write every slip to a file for the steward; the sentence to show when that fails."""
        slips = [each for _, each in reversed(self.read())]
        try:
            # The mark at the start tells spreadsheets that the text is UTF-8.
            write_whole(path, "\ufeff" + as_csv(slips))
        except OSError as error:
            return f"The file could not be written to {path.parent} ({error.strerror or error})."
        return self.trouble


def _slip(row: "object") -> FailedNumber:
    """One row as a slip; ValueError for a row no version of this program wrote."""
    kept = dict(row)  # type: ignore[call-overload]  # a sqlite3.Row
    moment = datetime.fromisoformat(kept["moment"]).astimezone(UK)
    what = WhatHappened(kept["what"])
    return FailedNumber(kept["number"], kept["service"], moment, what, int(kept["release"]))
