"""What changed between two directory files: every column of every row of every table.

The one comparison there is: whoever signs a release, the terminal and the window all go by it. SQL
finds the few rows that differ among many thousands; what people care about is told in sentences
(numbers, hours, who came and who went), all else as "this was A, is B". Given a way to open a
directory, it begins with what both answer to every situation.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

from desktop_app.domain.compare.answer_differences import answer_differences
from desktop_app.domain.compare.change_kinds import ChangeKind
from desktop_app.domain.compare.changes import Change, in_order
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.errors import DirectoryError
from desktop_app.updates.compare.attached_files import NOT_KNOWN, Fingerprints, attach_files
from desktop_app.updates.compare.fact_changes import fact_change, fact_changes, row_change
from desktop_app.updates.compare.fact_words import kind_of, table_words
from desktop_app.updates.compare.front_doors import moved_doors
from desktop_app.updates.compare.hours_changes import HOURS, changed_hours
from desktop_app.updates.compare.index_rows import index_changes
from desktop_app.updates.compare.line_changes import line_changes
from desktop_app.updates.compare.row_names import SERVICE, Names, shown
from desktop_app.updates.compare.rows import RowChange, Rows
from desktop_app.updates.compare.tables import RELEASES

Open = Callable[[Path, str], AbstractContextManager[Directory]]
"""Opens a directory file with this fingerprint (or any) to be asked, and closes it afterwards."""
FAULTS = (sqlite3.Error, ValueError, TypeError, LookupError, OverflowError)
OUTSIDE_OFFICE = "outside_line"
NOT_ASKED = "answers cannot be compared, because a directory cannot be read"
NOT_READ = "they cannot be read"
OTHER_PIECES = "other pieces"
OTHER_ORDER, OTHER_NUMBERS = "rows in another order", "rows with other numbers inside the file"
SPARE = frozenset(
    {
        ChangeKind.GUIDANCE_CHANGED,
        ChangeKind.SOURCE_CHANGED,
        ChangeKind.SEARCH_CHANGED,
        ChangeKind.INNER_CHANGED,
        ChangeKind.RELEASE_CHANGED,
    }
)
"""Changes that no answer rests on: where there are no others, answers need no comparing."""
BUILT = (
    "SELECT type, name, sql FROM {}.sqlite_schema WHERE sql IS NOT NULL"
    " EXCEPT SELECT type, name, sql FROM {}.sqlite_schema"
)


def differences(
    before: Path,
    after: Path,
    open_directory: Open | None = None,
    *,
    sha256: Fingerprints = NOT_KNOWN,
) -> tuple[Change, ...]:
    """Compare two directory files, the gravest change first; ValueError when one is unreadable.

    Services and lines are known by their ids. A service that comes or goes brings its numbers with
    it: they are told one by one, so that a number on a wall is never missed. `open_directory` lets
    the answers of both be compared as well, 1.5 s of processor time for the real directory.
    `sha256`: the fingerprints that the bytes of both must have.
    """
    try:
        with attach_files(before, after, sha256) as (connection, read):
            found = [*moved_doors(connection), *_compared(connection)]
    except FAULTS as error:
        raise ValueError(f"The two directories cannot be compared: {error}") from error
    if open_directory is not None and any(each.kind not in SPARE for each in found):
        found += _answers((before, after), open_directory, read)  # of the very same bytes
    return in_order(found)


def changes_between(
    before: Path,
    after: Path,
    open_directory: Open | None = None,
    *,
    sha256: Fingerprints = NOT_KNOWN,
) -> tuple[Change, ...] | None:
    """What changed, as `differences` tells; None when one of the two cannot be read."""
    try:
        return differences(before, after, open_directory, sha256=sha256)
    except ValueError:
        return None


def _answers(
    files: tuple[Path, Path], open_directory: Open, sha256: Fingerprints
) -> tuple[Change, ...]:
    """What the answers of both differ in; that one of them cannot be asked is a change too."""
    try:
        with (
            open_directory(files[0], sha256[0]) as was,
            open_directory(files[1], sha256[1]) as now,
        ):
            return answer_differences(was, now)
    except DirectoryError as error:
        fact = f"{NOT_ASKED}: {error.technical}"
        return (
            Change(
                kind=ChangeKind.FIRST_CALL,
                service_id="",
                service="Every answer",
                line="",
                before="",
                after="",
                fact=fact,
            ),
        )


def _compared(connection: sqlite3.Connection) -> Iterator[Change]:
    rows = Rows(connection)
    by_table: dict[str, list[RowChange]] = {name: [] for name in rows.tables}
    for change in rows.changes():
        by_table[change.table.name].append(change)
    names = Names(rows)
    lines, hours = _apart(by_table.pop("line", []))
    for table in [name for name in by_table if name.startswith(HOURS)]:
        hours += by_table.pop(table)
    yield from _services(names, by_table.pop(SERVICE, []))
    yield from line_changes(names, lines)
    yield from changed_hours(connection, names, hours)
    for table, changes in by_table.items():
        if kind_of(table) is ChangeKind.INNER_CHANGED:
            yield from [_inner(table_words(table), OTHER_PIECES, len(changes))] * bool(changes)
        else:
            yield from fact_changes(names, changes)
    yield from _index(rows, names)
    yield from _built(rows)


def _index(rows: Rows, names: Names) -> Iterator[Change]:
    """Which words find what; an index that SQLite itself cannot read back is told as that."""
    try:
        found = list(index_changes(rows))
    except sqlite3.Error as error:
        fact = f"{NOT_READ}: {error}"
        yield Change(
            kind=ChangeKind.SEARCH_CHANGED,
            service_id="",
            service="The words of the search",
            line="",
            before="",
            after="",
            fact=fact,
        )
        return
    yield from fact_changes(names, found)


def _apart(lines: list[RowChange]) -> tuple[list[RowChange], list[RowChange]]:
    """Lines without, and with nothing but, what they stand in for: that is told with hours."""
    rest, office = [], []
    for change in lines:
        if change.was is None or change.now is None or OUTSIDE_OFFICE not in change.columns:
            rest.append(change)
            continue
        held = change.was[OUTSIDE_OFFICE]
        office.append(replace(change, was=change.now | {OUTSIDE_OFFICE: held}))
        other = change.was | {OUTSIDE_OFFICE: change.now[OUTSIDE_OFFICE]}
        if other != change.now:
            rest.append(replace(change, was=other))
    return rest, office


def _services(names: Names, changes: list[RowChange]) -> Iterator[Change]:
    for change in changes:
        key, name = (shown(change.row[column]) for column in ("id", "name"))
        if change.now is None:
            yield Change(
                kind=ChangeKind.SERVICE_GONE,
                service_id=key,
                service=name,
                line="",
                before=name,
                after="",
            )
        elif change.was is None:
            yield Change(
                kind=ChangeKind.SERVICE_NEW,
                service_id=key,
                service=name,
                line="",
                before="",
                after=name,
            )
            yield replace(row_change(names, change), times=0)
        else:
            if "name" in change.columns:
                before = shown(change.was["name"])
                yield Change(
                    kind=ChangeKind.SERVICE_RENAMED,
                    service_id=key,
                    service=name,
                    line="",
                    before=before,
                    after=name,
                )
            others = (column for column in change.columns if column != "name")
            yield from (fact_change(names, change, column) for column in others)


def _built(rows: Rows) -> Iterator[Change]:
    """How the two files are built: tables, columns, indexes; the numbers and order of rows."""
    for release, other, words in ((*RELEASES, "no longer so"), (*RELEASES[::-1], "new or new so")):
        for kind, name, how in rows.connection.execute(BUILT.format(release, other)).fetchall():
            yield _inner(f"{kind} {shown(name)}", f"{words}: {shown(how)}", 1)
    for table in rows.reordered:
        yield _inner(table_words(table), OTHER_ORDER, 1)
    for table in rows.renumbered:
        yield _inner(table_words(table), OTHER_NUMBERS, 1)


def _inner(part: str, fact: str, times: int) -> Change:
    return Change(
        kind=ChangeKind.INNER_CHANGED,
        service_id="",
        service=part,
        line="",
        before="",
        after="",
        fact=fact,
        times=times,
    )
