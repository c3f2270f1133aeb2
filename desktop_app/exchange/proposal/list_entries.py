"""The rows of a sheet as facts about numbers, each with what makes it doubtful."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from desktop_app.exchange.cell_text.hours_text import HoursReading, read_hours
from desktop_app.exchange.cell_text.phone_text import PhoneReading, read_phone
from desktop_app.exchange.proposal.columns import Columns, Field
from desktop_app.exchange.tables.sheet import Cell, Oddity, SheetRow, TableSheet

STRUCK = "{} “{}” is struck out in the sheet. Find out what holds now."
DATE = "The spreadsheet made a date of {} ({}). Ask what was typed."
ERROR = "{} is an error of the spreadsheet ({})."
SPREAD = "{} stands in a merged cell, for several rows at once."
SAYS: Mapping[Oddity, str] = {
    Oddity.PART_STRUCK: "Beside {} “{}” is struck out.",
    Oddity.HIDDEN_ROW: "This row is hidden in the sheet.",
    Oddity.HIDDEN_COLUMN: "{} stands in a hidden column.",
    Oddity.UNSEEN: "{} is written in white: nobody sees it in the sheet.",
}
COMMENT = "A comment on {}: “{}”"
COLOURED = "{} is coloured: ask what the colour means."
NIGHTS = {Field.NUMBER: Field.NUMBER_AT_NIGHT, Field.HOURS: Field.HOURS_AT_NIGHT}
RARE = 0.3
"""A ground that less than this share of a column has says something; stripes and tables do not."""
NAMES = {
    Field.SERVICE_ID: "the id", Field.LINE_ID: "the line", Field.ORGANISATION: "the organisation",
    Field.SERVICE: "the service", Field.LABEL: "the label", Field.KIND: "the kind",
    Field.NUMBER: "the number", Field.NUMBER_AT_NIGHT: "the number", Field.HOURS: "the hours",
    Field.HOURS_AT_NIGHT: "the hours", Field.EXTENSION: "the extension",
    Field.OPTION: "the option", Field.EMAIL: "the email", Field.WEB: "the web address",
    Field.NOTE: "the note", Field.VERIFIED: "the check",
}  # fmt: skip
_TOTALS = ("total", "totals", "count", "sum", "grand total")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEntry:
    """One number of a sheet (or a row that names none), and everything said with it."""

    place: str  # "Contacts, row 14"
    words: Mapping[Field, str]
    number: PhoneReading
    hours: HoursReading | None = None
    at_night: bool = False
    doubts: tuple[str, ...] = ()
    trouble: str = ""

    def said(self, field: Field) -> str:
        """The words of a fact; nothing where the sheet has none."""
        return self.words.get(field, "")


@dataclass(frozen=True, slots=True)
class SheetEntries:
    """Everything listed in one sheet, and the rows that were no entries."""

    entries: tuple[ListEntry, ...]
    passed_over: tuple[str, ...]


def list_entries(
    sheet: TableSheet, columns: Columns, *, made_up_allowed: bool = False
) -> SheetEntries:
    """The entries of a sheet; titles, section headings and totals are named, never dropped."""
    entries: list[ListEntry] = []
    passed_over: list[str] = []
    section = ""
    grounds = _rare_grounds(sheet, columns)
    for row in sheet.rows:
        if row.number <= columns.head or not row.filled:
            continue
        lone = _lone_words(row)
        if lone and _is_total(row):
            passed_over.append(f"{sheet.name}, row {row.number}: “{lone}” was read as a total.")
        elif lone and not _holds_number(row, columns):
            section = lone
            passed_over.append(f"{sheet.name}, row {row.number}: “{lone}” was read as a heading.")
        else:
            for entry in _entries(row, columns, grounds, made_up_allowed):
                told = _under(entry, section)
                entries.append(replace(told, place=f"{sheet.name}, row {row.number}"))
    return SheetEntries(tuple(entries), tuple(passed_over))


def _under(entry: ListEntry, section: str) -> ListEntry:
    """The entry with the section it stands in, where no column names an organisation."""
    if not section or entry.said(Field.ORGANISATION):
        return entry
    return replace(entry, words={**entry.words, Field.ORGANISATION: section})


def _lone_words(row: SheetRow) -> str:
    """The first words of a row that says one thing only, or that is a total."""
    said = {cell.text for cell in row.filled}
    first = row.filled[0].text
    return first if len(said) == 1 or _is_total(row) else ""


def _is_total(row: SheetRow) -> bool:
    return row.filled[0].text.casefold().rstrip(":").strip() in _TOTALS


def _holds_number(row: SheetRow, columns: Columns) -> bool:
    fields = (Field.NUMBER, Field.NUMBER_AT_NIGHT)
    cells = (row.cell(columns.fields[field]) for field in fields if field in columns.fields)
    return any(sum(map(str.isdigit, cell.text + cell.struck)) > 2 for cell in cells)


def _entries(
    row: SheetRow, columns: Columns, grounds: frozenset[tuple[int, str]], made_up_allowed: bool
) -> Iterator[ListEntry]:
    """The entry of a row, and a second one where the sheet has a column for the night."""
    cells = {field: row.cell(column) for field, column in columns.fields.items()}
    rare = {f for f, column in columns.fields.items() if (column, cells[f].colour) in grounds}
    day = {field: cell for field, cell in cells.items() if field not in NIGHTS.values()}
    night = cells.get(Field.NUMBER_AT_NIGHT)
    if night is not None and (night.text or night.struck):
        shared = {f: c for f, c in day.items() if f not in {*NIGHTS, Field.LINE_ID, Field.LABEL}}
        shared[Field.NUMBER] = night
        if Field.HOURS_AT_NIGHT in cells:
            shared[Field.HOURS] = cells[Field.HOURS_AT_NIGHT]
        if Field.NUMBER in day and (day[Field.NUMBER].text or day[Field.NUMBER].struck):
            yield _entry(day, rare, made_up_allowed)
        yield replace(_entry(shared, rare, made_up_allowed), at_night=True)
    else:
        yield _entry(day, rare, made_up_allowed)


def _entry(cells: Mapping[Field, Cell], rare: set[Field], made_up_allowed: bool) -> ListEntry:
    words = {field: " ".join(cell.text.split()) for field, cell in cells.items() if cell.text}
    number = cells.get(Field.NUMBER, Cell())
    hours = cells.get(Field.HOURS)
    doubts = [doubt for field, cell in cells.items() for doubt in _doubts(field, cell, rare)]
    return ListEntry(
        place="",
        words=words,
        number=read_phone(number.text, made_up_allowed=made_up_allowed),
        hours=_hours(hours) if hours is not None else None,
        doubts=tuple(dict.fromkeys(doubts)),
        trouble=next((told for f, cell in cells.items() if (told := _trouble(f, cell))), ""),
    )


def _hours(cell: Cell) -> HoursReading:
    if Oddity.DATE in cell.oddities:
        return HoursReading(trouble=DATE.format("the hours", cell.text))
    if cell.struck and not cell.text:
        return HoursReading(trouble=STRUCK.format("The hours", cell.struck))
    return read_hours(cell.text)


def _trouble(field: Field, cell: Cell) -> str:
    """Why a row cannot be read: what it is about, or its number, does not hold."""
    name = NAMES[field]
    if field is not Field.HOURS and cell.struck and not cell.text:
        return STRUCK.format(_first(name), cell.struck)
    if Oddity.ERROR in cell.oddities:
        return ERROR.format(_first(name), cell.text)
    if field is Field.NUMBER and Oddity.DATE in cell.oddities:
        return DATE.format(name, cell.text)
    return ""


def _doubts(field: Field, cell: Cell, rare: set[Field]) -> Iterator[str]:
    name = NAMES[field]
    for oddity, says in SAYS.items():
        if oddity in cell.oddities and (cell.text or cell.struck):
            told = name if says.startswith("Beside") else _first(name)
            yield says.format(told, cell.struck)
    if field is Field.NUMBER and Oddity.MERGED in cell.oddities and cell.text:
        yield SPREAD.format(_first(name))
    if cell.comment:
        yield COMMENT.format(name, cell.comment)
    if field in rare and (cell.text or cell.struck):
        yield COLOURED.format(_first(name))


def _rare_grounds(sheet: TableSheet, columns: Columns) -> frozenset[tuple[int, str]]:
    """Column and colour wherever only a few cells of a column have it."""
    rows = [row for row in sheet.rows if row.number > columns.head and row.filled]
    found: set[tuple[int, str]] = set()
    for column in columns.fields.values():
        counted = Counter(row.cell(column).colour for row in rows)
        found |= {(column, c) for c, n in counted.items() if c and n < RARE * len(rows)}
    return frozenset(found)


def _first(name: str) -> str:
    return name[0].upper() + name[1:]
