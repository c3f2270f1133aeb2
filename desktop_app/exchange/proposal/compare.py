"""A whole list held against the directory: what each row would change, and nothing written."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from desktop_app.domain.services.service import Line, Service, Standing
from desktop_app.exchange.proposal.alarms import alarms
from desktop_app.exchange.proposal.columns import (
    Columns,
    ColumnsUnknown,
    Field,
    guessed,
    recalled,
)
from desktop_app.exchange.proposal.line_matches import line_matches
from desktop_app.exchange.proposal.list_entries import ListEntry, list_entries
from desktop_app.exchange.proposal.register import Register
from desktop_app.exchange.proposal.rows import Proposal, ProposedRow, Verdict
from desktop_app.exchange.proposal.verdicts import PlacedEntry, missing_row, row_of
from desktop_app.exchange.tables.sheet import Table, TableSheet

HIDDEN_SHEET = "The sheet “{}” is hidden and was not read."
OTHER_SHEET = "The sheet “{}” was not read. {}"
CHECKS = "The column “{}” was passed over: a list never says that a number was checked."
TWICE = "{} gives another number for the same line ({}). Ask which one holds."
AGAIN = "The same line stands in {} as well."
MOST_OF = 0.5
"""From this share of an organisation's lines on, a list is taken for a list of all of them."""

EVERY_SHEET = ""
"""The name under which columns are remembered for whatever sheet there is."""
Remembered = Mapping[str, Mapping[str, str]]
Claim = tuple[str, str]


def proposal(
    table: Table,
    services: Sequence[Service],
    *,
    remembered: Remembered | None = None,
    chosen: Mapping[str, Columns] | None = None,
    made_up_allowed: bool = False,
) -> Proposal:
    """Compare a table with the services of the directory.

    `remembered` is `Proposal.columns` of the last list of this sender; `chosen` says for a sheet
    which column is which. ColumnsUnknown when no sheet of the file can be understood.
    """
    warnings = list(table.warnings)
    register, entries = Register(services), list[ListEntry]()
    used: dict[str, Mapping[str, str]] = {}
    for sheet, its in _readable(table, remembered or {}, chosen or {}, warnings):
        if Field.VERIFIED in its.fields:
            warnings.append(CHECKS.format(its.headings[its.fields[Field.VERIFIED]]))
        found = list_entries(sheet, its, made_up_allowed=made_up_allowed)
        warnings += found.passed_over
        entries += found.entries
        used[sheet.name] = its.remembered()
    return held_against(table.file, entries, register, warnings, used)


def held_against(
    file: str,
    entries: Sequence[ListEntry],
    register: Register,
    warnings: Sequence[str],
    used: Remembered,
) -> Proposal:
    """Compare what was listed with the services of a register."""
    placed = [
        PlacedEntry(entry, spot) for entry in entries for spot in line_matches(entry, register)
    ]
    rows = _without_repeats(placed, [row_of(each, register) for each in placed])
    rows += _missing(rows, register)
    numbers = {line.number for service in register.services for line in service.lines}
    return Proposal(
        file=file,
        rows=tuple(replace(row, key=key) for key, row in enumerate(rows, start=1)),
        alarms=alarms([each.spot for each in placed], frozenset(numbers)),
        warnings=tuple(warnings),
        columns=used,
    )


def _readable(
    table: Table, remembered: Remembered, chosen: Mapping[str, Columns], warnings: list[str]
) -> Iterator[tuple[TableSheet, Columns]]:
    """Each sheet with its columns; those that are hidden or hold no list are named."""
    refused: ColumnsUnknown | None = None
    read = False
    for sheet in table.sheets:
        if sheet.hidden:
            warnings.append(HIDDEN_SHEET.format(sheet.name))
            continue
        try:
            yield sheet, _columns(sheet, remembered, chosen)
            read = True
        except ColumnsUnknown as error:
            refused = refused or error
            if any(row.filled for row in sheet.rows):
                warnings.append(OTHER_SHEET.format(sheet.name, error.sentence))
    if not read:
        raise refused or ColumnsUnknown(f"{table.file} has no sheet that can be seen.")


def _columns(sheet: TableSheet, remembered: Remembered, chosen: Mapping[str, Columns]) -> Columns:
    if sheet.name in chosen:
        return chosen[sheet.name]
    kept = remembered.get(sheet.name) or remembered.get(EVERY_SHEET)
    return recalled(kept, sheet) if kept else guessed(sheet)


def _without_repeats(
    placed: Sequence[PlacedEntry], rows: Sequence[ProposedRow]
) -> list[ProposedRow]:
    """The rows, those that claim one line with different numbers set against each other."""
    claims: dict[Claim, list[int]] = defaultdict(list)
    for at, (_, spot) in enumerate(placed):
        if spot.service and spot.line and spot.spoken and not spot.trouble:
            claims[spot.service.id, spot.line.id].append(at)
    settled = list(rows)
    for several in claims.values():
        for at in several:
            others = [other for other in several if other != at]
            settled[at] = _against(placed, rows, at, others)
    return settled


def _against(
    placed: Sequence[PlacedEntry], rows: Sequence[ProposedRow], at: int, others: Sequence[int]
) -> ProposedRow:
    mine = placed[at].spot.spoken
    for other in others:
        theirs = placed[other].spot.spoken
        if mine and theirs and mine.dialled != theirs.dialled:
            sentence = TWICE.format(rows[other].place, theirs.display)
            row = replace(rows[at], verdict=Verdict.UNREADABLE, differences=())
            return replace(row, sentence=sentence)
    doubts = tuple(AGAIN.format(rows[other].place) for other in others if other < at)
    return replace(rows[at], doubts=(*rows[at].doubts, *doubts))


def _missing(rows: Sequence[ProposedRow], register: Register) -> list[ProposedRow]:
    """Lines in use that a list of this organisation should have."""
    claimed = {(row.service_id, row.line_id) for row in rows if row.line_id}
    named = {row.service_id for row in rows if row.service_id}
    found = []
    for organisation in dict.fromkeys(s.organisation for s in register.services):
        of = [s for s in register.services if s.organisation == organisation]
        due = [(service, line) for service in of for line in service.lines if _due(line)]
        listed_now = [(s, line) for s, line in due if (s.id, line.id) in claimed]
        whole = len(listed_now) >= MOST_OF * len(due)
        for service, line in due:
            wanted = service.id in named or (whole and listed_now)
            if wanted and (service.id, line.id) not in claimed:
                found.append(missing_row(service, line))
    return found


def _due(line: Line) -> bool:
    return line.standing is Standing.IN_USE and line.recommendable
