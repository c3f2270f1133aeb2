"""Reports about numbers that failed, kept until somebody hands them to the steward."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.fileformat.chosen_file import save_chosen
from desktop_app.store.user.user_database import OwnFileError, OwnFileHeld, UserDatabase

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from desktop_app.domain.practice.failed_number import FailedNumberReport

FILE_NAME = "failed-numbers.csv"
ODD = "{} of the slips cannot be read, and are not shown. They were left where they are."
LINE = ("service_id", "line_id", "dialled", "report_id", "rung_by")
"""Columns that came later: a file of an older version has none of them."""
MOST = 500
"""More reports than this are not kept: the oldest have long said what they had to say."""


class FailedNumberStore:
    """Keeps, lists, exports and removes reports."""

    def __init__(self, folder: Path | None, practice_code: str = "") -> None:
        self._file, self._practice_code = UserDatabase(folder), practice_code
        self.trouble = ""
        """Why the reports could not be read the last time; empty when they could."""
        self.held = False
        """Whether the last thing asked failed because another program holds the file."""

    def read(self) -> tuple[tuple[int, FailedNumberReport], ...]:
        """Every report with the number it is removed by, the latest first."""
        self.trouble, self.held = "", False
        try:
            rows = self._file.rows("SELECT * FROM failed_number ORDER BY id DESC")
        except OwnFileError as error:
            self._heard(error)
            return ()
        found = [read for row in rows if (read := _read(row))]
        if len(found) < len(rows):
            self.trouble = ODD.format(len(rows) - len(found))
        return tuple(found)

    def _heard(self, error: OwnFileError) -> str:
        self.trouble, self.held = error.sentence, isinstance(error, OwnFileHeld)
        return error.sentence

    def add(self, failed: FailedNumberReport) -> str:
        """Keep one report; the sentence to show when that fails."""
        from uuid import uuid4  # 1 MiB that no page waits for

        from desktop_app.domain.practice.failed_number import WhatHappened

        row = {
            "number": failed.number,
            "service": failed.service,
            "moment": failed.moment.isoformat(),
            "what": str(failed.what),
            "release": failed.release,
            "report_id": failed.id or uuid4().hex,
            "service_id": failed.shown.service_id,
            "line_id": failed.shown.line_id,
            "dialled": failed.shown.dialled,
            "rung_by": failed.by if failed.what is WhatHappened.WORKS else "",
        }
        try:
            with self._file.writing() as database:
                table = database.table("failed_number")
                table.insert(row, pk="id")
                table.delete_where(
                    "id NOT IN (SELECT id FROM failed_number ORDER BY id DESC LIMIT ?)", [MOST]
                )
        except OwnFileError as error:
            return self._heard(error)
        self.held = False
        return ""

    def remove(self, ids: frozenset[int]) -> str:
        """Take these reports out for good; the sentence to show when that fails."""
        try:
            with self._file.writing() as database:
                for each in ids:
                    database.table("failed_number").delete_where("id = ?", [each])
        except OwnFileError as error:
            return self._heard(error)
        self.held = False
        return ""

    def export(self, path: Path) -> str:
        """Write every report to a file for the steward; the sentence to show when that fails."""
        from desktop_app.domain.practice.failed_number import as_csv  # when first wanted

        reports = [each for _, each in reversed(self.read())]
        if self.trouble and not reports:
            return f"{self.trouble} Nothing was written."
        told = as_csv(reports, self._practice_code)
        # The mark at the start tells spreadsheets that the text is UTF-8.
        return save_chosen(path, ("\ufeff" + told).encode()) or self.trouble


def _read(row: sqlite3.Row) -> tuple[int, FailedNumberReport] | None:
    """One row as a report and the number it is removed by; nothing for one that makes no sense."""
    from desktop_app.domain.practice.failed_number import (
        FailedNumberReport,
        ShownNumber,
        WhatHappened,
    )

    try:
        kept = dict(row)
        words = kept["number"], kept["service"], kept["moment"]
        line = [kept.get(each) or "" for each in LINE]
        if not all(isinstance(each, str) for each in (*words, *line)):
            return None
        moment = datetime.fromisoformat(kept["moment"]).astimezone(UK)
        what, release = WhatHappened(kept["what"]), int(kept["release"])
        shown = ShownNumber(*words[:2], *line[:3])
        failed = FailedNumberReport(
            shown=shown, moment=moment, what=what, release=release, id=line[3], by=line[4]
        )
        return int(kept["id"]), failed
    except (ValueError, TypeError, KeyError, OverflowError, OSError):
        return None
