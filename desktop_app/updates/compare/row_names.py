"""What a row is called in words: whose service it belongs to, and what it is within it."""

import re
import sqlite3
import unicodedata
from typing import NamedTuple
from zlib import crc32

from desktop_app.domain.compare.change_kinds import ChangeKind
from desktop_app.domain.compare.changes import Change
from desktop_app.updates.compare.row_pairs import GONE, Row, Value, gone
from desktop_app.updates.compare.rows import RowChange, Rows
from desktop_app.updates.compare.tables import TablePair, quoted

SERVICE = "service"
NAMED_BY = (
    *("name", "title", "display", "date", "about", "text", "circumstance", "concern", "folded"),
    *("word", "key", "id"),
)
"""Columns that say what a row is, the best first; where there is none, its first column does."""


class ChangeSubject(NamedTuple):
    """What a change is about: a service and a part of it; without one the id is empty."""

    service_id: str
    name: str
    part: str = ""

    def change(
        self, kind: ChangeKind, before: str = "", after: str = "", fact: str = "", times: int = 1
    ) -> Change:
        """A change of it: what it was and what it is."""
        return Change(
            kind=kind,
            service_id=self.service_id,
            service=self.name,
            line=self.part,
            before=before,
            after=after,
            fact=fact,
            times=times,
        )


def shown(value: Value) -> str:
    """A value as a person sees it: signs that hide, turn text or look like others are written out.

    Else a signer would read the same words twice and sign the difference.
    """
    if isinstance(value, bytes):
        return f"{len(value)} bytes, sum {crc32(value):08x}"
    text = _EDGE.sub(lambda found: _written(" ") * len(found[0]), str(value))
    if not text.isascii():
        text = _WORD.sub(_without_double, text)
    return "".join(sign if sign.isprintable() else _written(sign) for sign in text)


def _without_double(word: re.Match[str]) -> str:
    """A word in which no letter, digit or hyphen of another script passes for one of ours."""
    ours = any(sign.isascii() and sign.isalnum() for sign in word[0])
    return "".join(_written(sign) if ours and _is_double(sign) else sign for sign in word[0])


def _is_double(sign: str) -> bool:
    if sign.isascii() or sign in "\u2010\u2011\u2212":
        return not sign.isascii()
    mark = unicodedata.category(sign)[0] == "M"
    return mark or (sign.isalnum() and not unicodedata.name(sign, "").startswith("LATIN "))


def _written(sign: str) -> str:
    return " ¶ " if sign == "\n" else f"\\u{ord(sign):04x}"


_WORD, _EDGE = re.compile(r"\S+"), re.compile(r"^ +| +$")


class Names:
    """Looks up what rows are called; rows that many changes share are read once."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.tables = rows.tables
        self._read: dict[tuple[str, str, Value], Row | None] = {}

    def parent(self, table: TablePair, column: str, value: Value) -> tuple[str, str, Row] | None:
        """Release, table and row that a column points at; the newer release's, if it has it."""
        pointed = table.points_at.get(column)
        if pointed is None or value is None:
            return None
        release, number = "now", value
        if isinstance(value, str) and gone(value):
            release, number = "was", int(value[len(GONE) :])
        row = self._row(release, pointed[0], pointed[1], number)
        if row is None and pointed[0] in self.tables:
            release = "was"
            row = self._row(release, pointed[0], pointed[1], number)
        return None if row is None else (release, pointed[0], row)

    def subject(self, table: TablePair, row: Row) -> ChangeSubject:
        """The service a row belongs to, directly or through others; else the row's own name."""
        if table.name == SERVICE and "id" in row and "name" in row:
            return ChangeSubject(shown(row["id"]), shown(row["name"]))
        for column, _, _ in table.parents[:1]:
            found = self.parent(table, column, row.get(column))
            if found is None:  # it says that it belongs to something that is not there
                return ChangeSubject("", shown(row.get(column, "")), self.called(table, row))
            _, name, parent = found
            above = self.subject(self.tables[name], parent)
            if above.service_id:
                own = "" if name == SERVICE else self.called(self.tables[name], parent)
                return above._replace(part=above.part or own)
            return ChangeSubject("", above.name, self.called(table, row))
        return ChangeSubject("", self.called(table, row))

    def about(self, change: RowChange) -> ChangeSubject:
        """What a change is told of: its service, and the line where it is one."""
        subject = self.subject(change.table, change.row)
        if change.table.name == "line":
            return subject._replace(part=self.called(change.table, change.row))
        return subject

    def came_along(self, change: RowChange) -> bool:
        """Whether a row is new only because what it belongs to is."""
        if change.was is not None or change.now is None:
            return False
        return any(
            (name, change.now.get(column)) in self._rows.came
            for column, name, _ in change.table.parents
        )

    def called(self, table: TablePair, row: Row) -> str:
        """What a row is called in its own table: a line by whom one asks for."""
        if table.name == "line":
            return shown(row.get("label") or str(row.get("kind", "")).replace("_", " "))
        for column in NAMED_BY:
            if row.get(column) not in (None, ""):
                return shown(row[column])
        belongs = table.parents[0][0] if table.parents else ""
        key = (table.keys or (table.columns[:1],))[0]
        telling = [column for column in key if column != belongs] or list(key)
        return " ".join(self._plainly(table, column, row) for column in telling if column in row)

    def _plainly(self, table: TablePair, column: str, row: Row) -> str:
        found = self.parent(table, column, row[column])
        return shown(row[column]) if found is None else self.called(self.tables[found[1]], found[2])

    def value(self, table: TablePair, column: str, value: Value) -> str:
        """A value in words: what it points at by its name, a text in quotation marks."""
        found = self.parent(table, column, value)
        if found is not None:
            return self.called(self.tables[found[1]], found[2])
        return plain_value(value)

    def _row(self, release: str, table: str, column: str, number: Value) -> Row | None:
        known = (release, table, number)
        if known not in self._read:
            self._read[known] = self._look_up(release, table, column, number)
        return self._read[known]

    def _look_up(self, release: str, table: str, column: str, number: Value) -> Row | None:
        held = self.tables.get(table)
        if held is None or release not in held.held_by:
            return None
        column = column or held.number
        try:
            found = self._rows.connection.execute(
                f"SELECT * FROM {release}.{quoted(table)} WHERE {quoted(column)} = ?", (number,)
            )
        except sqlite3.OperationalError:  # the column it points at is not there
            return None
        row = found.fetchone()
        names = [str(each[0]) for each in found.description]
        return None if row is None else dict(zip(names, row, strict=True))


def plain_value(value: Value) -> str:
    """A value that points at nothing: a text in quotation marks, nothing as "nothing"."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, str):
        return f"“{shown(value)}”"
    return shown(value)
