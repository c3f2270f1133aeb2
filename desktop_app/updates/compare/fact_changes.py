"""Rows that differ, told one by one in plain words: which fact of what was A and is B."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop_app.domain.compare.change_kinds import ChangeKind
from desktop_app.domain.compare.changes import Change
from desktop_app.updates.compare.fact_words import (
    FLAGS,
    MARKS,
    column_words,
    kind_of,
    mark_kind,
    table_words,
    telling,
)
from desktop_app.updates.compare.row_names import SERVICE, ChangeSubject, Names, plain_value, shown
from desktop_app.updates.compare.row_pairs import PLACE, Value, gone
from desktop_app.updates.compare.rows import RowChange
from desktop_app.updates.compare.tables import TablePair

LONGEST, AROUND = 160, 40
"""Texts longer than this are cut to where they differ, with so many signs around it."""


def fact_changes(names: Names, changes: Iterable[RowChange]) -> Iterator[Change]:
    """Every change of these rows; rows that went with what they belonged to are counted."""
    moved: dict[tuple[ChangeKind, ChangeSubject, str], None] = {}
    went: Counter[tuple[ChangeSubject, str]] = Counter()
    for change in changes:
        table, subject = change.table, names.subject(change.table, change.row)
        if change.columns == (PLACE,) and kind_of(table.name) is not ChangeKind.PATHWAY_CHANGED:
            moved[_kind(table, "", subject), subject, table_words(table.name)] = None
        elif _went_along(change):
            went[subject, table_words(table.name)] += 1
        elif change.was is None or change.now is None:
            told = row_change(names, change)
            yield replace(told, times=0) if names.came_along(change) else told
        else:
            yield from (fact_change(names, change, column) for column in change.columns)
    for kind, about, words in moved:
        place = f"another place in the list: {words}"
        yield about.change(kind, fact=place)
    for (about, words), count in went.items():
        kind = ChangeKind.SERVICE_FACT if about.service_id else ChangeKind.OTHER_FACT
        fact = f"went with it: {words}, {count} in all"
        yield about.change(kind, fact=fact, times=0)


def fact_change(names: Names, change: RowChange, column: str) -> Change:
    """One column of a row that stayed: what it was and what it is."""
    assert change.was is not None
    assert change.now is not None
    table, subject = change.table, names.about(change)
    if table.name == "meta":
        fact = MARKS.get(str(change.row["key"]), shown(change.row["key"]))
    elif table.name in (SERVICE, "line"):
        fact = column_words(column)
    else:
        called = names.called(table, change.now)
        same = called in ("", subject.name, subject.part)
        fact = f"{table_words(table.name)}{'' if same else f' “{called}”'}, {column_words(column)}"
    before, after = change.was[column], change.now[column]
    told = _worded(names, table, column, before), _worded(names, table, column, after)
    if told[0] == told[1]:  # different, though it reads the same: two rows of one name, 1 and "1"
        told = f"{told[0]} ({before!r})", f"{told[1]} ({after!r})"
    was, now = cut(*told)
    kind = _kind(table, column, subject)
    if table.name == "meta":
        kind = mark_kind(str(change.row["key"]))
    return subject.change(kind, was, now, fact=fact)


def row_change(names: Names, change: RowChange) -> Change:
    """A row that came or went, with everything it says."""
    table, subject = change.table, names.about(change)
    said = []
    columns = [column for column in telling(table) if change.row[column] not in (None, "")]
    for column in columns or table.facts:
        value = _worded(names, table, column, change.row[column])
        said.append(value if len(columns) == 1 else f"{column_words(column)} {value}")
    whole = ", ".join(said)
    before, after = (whole, "") if change.now is None else ("", whole)
    kind, fact = _kind(table, "", subject), table_words(table.name)
    if kind is ChangeKind.NUMBER_CHANGED:
        kind = ChangeKind.NUMBER_GONE if change.now is None else ChangeKind.NUMBER_NEW
    if table.name == "meta":
        kind, fact = mark_kind(str(change.row["key"])), MARKS.get(str(change.row["key"]), fact)
    return subject.change(kind, before, after, fact=fact)


def cut(before: str, after: str) -> tuple[str, str]:
    """Two long texts cut to where they differ, so that the difference is never left out."""
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    start = next(
        (at for at, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
        min(len(before), len(after)),
    )
    shorter = min(len(before), len(after)) - start
    end = next((at for at in range(shorter) if before[-1 - at] != after[-1 - at]), shorter)
    return _cut(before, start, end), _cut(after, start, end)


def _cut(text: str, start: int, end: int) -> str:
    begins, ends = max(0, start - AROUND), min(len(text), len(text) - end + AROUND)
    return f"{'…' if begins else ''}{text[begins:ends]}{'…' if ends < len(text) else ''}"


def _kind(table: TablePair, column: str, subject: ChangeSubject) -> ChangeKind:
    return kind_of(table.name, column, of_service=bool(subject.service_id))


def _went_along(change: RowChange) -> bool:
    """Whether a row went because what it belongs to went: told with that."""
    if change.now is not None or change.was is None:
        return False
    return any(gone(change.was.get(column)) for column, _, _ in change.table.parents)


def _worded(names: Names, table: TablePair, column: str, value: Value) -> str:
    if column in FLAGS and value in (0, 1):
        return "yes" if value else "no"
    if table.points_at.get(column):
        return names.value(table, column, value)
    return plain_value(value)
