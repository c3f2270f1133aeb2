"""Changes of numbers, as a desk must hear them: changed, gone, new, doubted; and who checked."""

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.domain.compare.change_kinds import ChangeKind
from desktop_app.domain.compare.changes import Change
from desktop_app.updates.compare.fact_changes import fact_change, row_change
from desktop_app.updates.compare.row_names import ChangeSubject, Names, plain_value, shown
from desktop_app.updates.compare.row_pairs import Row
from desktop_app.updates.compare.rows import RowChange

NUMBER = ("number", "display", "standing", "kind")
CHECK = ("verified_on", "verified_by", "verified_how", "verified_hours")
RUNG_AS = ("in_use", "disputed")
NOBODY = "nobody"
HOW = {"rang_it": "rang it", "email": "by email", "web_page": "on a web page"}


def line_changes(names: Names, changes: list[RowChange]) -> Iterator[Change]:
    """Every change of these rows of the table of lines."""
    for change in changes:
        if change.was is None or change.now is None or "service" in change.columns:
            yield from _came_and_went(names, change)
        else:
            yield from _changed(names, change)


def line_of(names: Names, change: RowChange) -> ChangeSubject:
    """The service of a line and, as its part, whom one asks for there."""
    subject = names.subject(change.table, change.row)
    return subject._replace(part=names.called(change.table, change.row))


def _came_and_went(names: Names, change: RowChange) -> Iterator[Change]:
    """A line that came, or went; one that went over to another service did both."""
    halves = (
        (RowChange(change.table, change.was, None), ChangeKind.NUMBER_GONE),
        (RowChange(change.table, None, change.now), ChangeKind.NUMBER_NEW),
    )
    for half, kind in halves:
        if half.was is None and half.now is None:
            continue
        if _rung(half.row):
            about, number = line_of(names, half), shown(half.row["display"])
            gone = half.now is None
            yield about.change(kind, number if gone else "", "" if gone else number)
        told_already = _rung(half.row) or names.came_along(half)
        if half.now is not None or not told_already:
            yield replace(row_change(names, half), times=int(not told_already))


def _changed(names: Names, change: RowChange) -> Iterator[Change]:
    assert change.was is not None
    assert change.now is not None
    about = line_of(names, change)
    told = set(_number_columns(change))
    for kind, before, after in _number(change.was, change.now):
        yield about.change(kind, before, after)
    if any(column in CHECK for column in change.columns):
        told.update(CHECK)
        was, now = _checked(change.was), _checked(change.now)
        yield about.change(ChangeKind.CHECK_CHANGED, was, now, fact="checked")
    for column in change.columns:
        if column not in told:
            yield fact_change(names, change, column)


def _number(was: Row, now: Row) -> Iterator[tuple[ChangeKind, str, str]]:
    """Of a line in both releases: another number, or another standing of the same one."""
    before, after = shown(was["display"]), shown(now["display"])
    if _rung(was) and not _rung(now):
        yield ChangeKind.NUMBER_REPLACED, before, ""
    elif _rung(now) and not _rung(was):
        yield ChangeKind.NUMBER_NEW, "", after
    elif _rung(now):
        if (was["number"], was["display"]) != (now["number"], now["display"]):
            yield ChangeKind.NUMBER_CHANGED, before, after
        if was["standing"] != now["standing"] and now["standing"] in RUNG_AS:
            doubted = now["standing"] == "disputed"
            kind = ChangeKind.NUMBER_DOUBTED if doubted else ChangeKind.NUMBER_SETTLED
            yield kind, before, after


def _number_columns(change: RowChange) -> Iterator[str]:
    """The columns that the words about the number leave nothing more to say of."""
    assert change.was is not None
    assert change.now is not None
    rung = _rung(change.was), _rung(change.now)
    if rung[0] != rung[1]:
        yield "standing" if "standing" in change.columns else "kind"
    elif rung[0]:
        if change.now["standing"] in RUNG_AS:
            yield "standing"
        if change.was["display"] != change.now["display"]:
            yield "display"
        if change.was["number"] != change.now["number"] and _same_digits(change.now):
            yield "number"


def _same_digits(row: Row) -> bool:
    """Whether what is shown are the digits that are dialled."""
    digits = str(row["number"]).replace("+44", "0", 1)
    return digits == str(row["display"]).replace(" ", "")


def _rung(row: Row) -> bool:
    """Whether anybody may have rung it: no fax, no number replaced long ago."""
    return row["kind"] != "fax" and row["standing"] != "superseded"


def _checked(row: Row) -> str:
    day, who, how, hours = (row.get(column) for column in CHECK)
    if day is None and who is None and how is None:
        return NOBODY
    way = HOW.get(str(how), plain_value(how)) + (", hours not heard" if hours == 0 else "")
    return f"{plain_value(day)} by {plain_value(who)} ({way})"
