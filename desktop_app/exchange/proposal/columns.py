"""Which column of somebody's sheet is which fact: guessed by its headings, then remembered."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.services.errors import PlainlyTold
from desktop_app.exchange.tables.sheet import SheetRow, TableSheet

LOOKED_AT = 25
"""Rows in which the headings are looked for: titles and notes may stand above them."""
NO_HEADINGS = (
    "No column of “{}” is known as the phone number. Say which is which: "
    "one column for the service, one for the number."
)
MOVED = "“{}” no longer has the column “{}” ({}). Say anew which column is which."


class ColumnsUnknown(PlainlyTold, ValueError):
    """Nobody can say which column is which; `sentence` says what to do."""


class Field(StrEnum):
    """What a column can hold."""

    SERVICE_ID = "service_id"
    LINE_ID = "line_id"
    ORGANISATION = "organisation"
    SERVICE = "service"
    LABEL = "label"
    KIND = "kind"
    NUMBER = "number"
    NUMBER_AT_NIGHT = "number_out_of_hours"
    HOURS = "hours"
    HOURS_AT_NIGHT = "hours_out_of_hours"
    EXTENSION = "extension"
    OPTION = "option"
    EMAIL = "email"
    WEB = "web"
    NOTE = "note"
    VERIFIED = "verified"


NUMBERS = frozenset((Field.NUMBER, Field.NUMBER_AT_NIGHT))
_NIGHT = r"out of hours|ooh|edt|emergency duty|after hours|evenings?|nights?|weekends?"
_NUMBER = (
    r".*\b(?:phone|tel|telephone|landline|helpline|mobile|contact no|contact number|dial)\b.*"
    r"|number|numbers|day ?time(?: number)?|contact details"
)
_HEADINGS: tuple[tuple[Field, str], ...] = (
    (Field.SERVICE_ID, r"(?:service )?id(?:entifier)?"),
    (Field.LINE_ID, r"line(?: id)?"),
    (Field.VERIFIED, r".*\b(?:verified|checked|confirmed|tested|last check)\b.*"),
    (Field.EMAIL, r".*\be ?mails?\b.*"),
    (Field.WEB, r".*\b(?:web ?(?:site|page|address)?|url|link)\b.*"),
    (Field.EXTENSION, r"ext(?:ension|n)?(?: no| number)?"),
    (Field.OPTION, r"(?:menu )?option"),
    (Field.KIND, r"(?:kind|type)(?: of (?:line|number|service))?"),
    (Field.LABEL, r"label|line name|who answers|ask for|contact name|contact person"),
    (Field.HOURS_AT_NIGHT, rf".*\b(?:{_NIGHT})\b.*\b(?:times|opening|hours open|availability)\b.*"),
    (
        Field.NUMBER_AT_NIGHT,
        rf"(?:.*\b(?:phone|tel|telephone|number|contact|no)\b.*)?\b(?:{_NIGHT})\b.*",
    ),
    (
        Field.NUMBER,
        _NUMBER,
    ),
    (Field.HOURS, r".*\b(?:hours|opening|open|times|availability|available|when)\b.*"),
    (Field.ORGANISATION, r".*\b(?:organi[sz]ation|council|authority|agency|provider|area)\b.*"),
    (Field.SERVICE, r".*\b(?:service|team|department|name|helpline|contact)\b.*"),
    (Field.NOTE, r".*\b(?:notes?|comments?|remarks?|information|details)\b.*"),
)
_KNOWN = [(field, re.compile(pattern)) for field, pattern in _HEADINGS]
_PHONE = re.compile(r"(?:\+?\d[\s()\-.]*){8,}")
_TIMES = re.compile(r"\d\s*(?:am|pm|[:.]\d\d(?![\dE])|hrs|/7|-\s*\d)", re.IGNORECASE)
"""Not "1.63E+09", which is a number that a spreadsheet rounded."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each fact stands: the last row of headings, and the column (from 0) of each fact."""

    head: int
    headings: tuple[str, ...]
    fields: Mapping[Field, int]

    def remembered(self) -> dict[str, str]:
        """What to keep for the next file of the same sender: each fact's heading."""
        return {str(field): self.headings[column] for field, column in self.fields.items()}


def guessed(sheet: TableSheet) -> Columns:
    """The columns by their headings; ColumnsUnknown when no column holds a phone number."""
    best: Columns | None = None
    for at in range(_last(sheet)):
        found = _headed(sheet, at)
        whole = best is not None and {Field.SERVICE, Field.NUMBER} <= best.fields.keys()
        if _known(found) > (_known(best) if best else 0) and not (
            whole and not _names_a_number(sheet.rows[at])
        ):
            best = found
    if best is None:
        raise ColumnsUnknown(NO_HEADINGS.format(sheet.name))
    return best


def _names_a_number(row: SheetRow) -> bool:
    """Whether this is a second row of headings, and not the first service, read along with one."""
    named = (_field(_plain(cell.text), (), 0) for cell in row.cells)
    return not NUMBERS.isdisjoint(named)


def recalled(remembered: Mapping[str, str], sheet: TableSheet) -> Columns:
    """The columns as they were remembered.

    ColumnsUnknown when a heading is no longer there, and where none of them is a phone number.
    """
    wanted = {_plain(heading) for heading in remembered.values()}
    headed = (_headed(sheet, at) for at in range(_last(sheet)))
    best = max(headed, key=lambda each: len(wanted & set(map(_plain, each.headings))), default=None)
    places: dict[str, int] = {}
    for column, heading in enumerate(best.headings if best else ()):
        places.setdefault(_plain(heading), column)
    fields: dict[Field, int] = {}
    for name, heading in remembered.items():
        if _plain(heading) not in places:
            raise ColumnsUnknown(MOVED.format(sheet.name, heading, name.replace("_", " ")))
        fields[Field(name)] = places[_plain(heading)]
    columns = Columns(best.head if best else 0, best.headings if best else (), fields)
    if not _known(columns):
        raise ColumnsUnknown(NO_HEADINGS.format(sheet.name))
    return columns


def headings_to_choose(sheets: Sequence[TableSheet]) -> tuple[str, ...]:
    """What stands above the columns of a list that nobody has understood yet, each name once."""
    found: dict[str, None] = {}
    for sheet in sheets:
        headed = [_headed(sheet, at) for at in range(_last(sheet)) if not sheet.hidden]
        named = [each for each in headed if not any(map(_PHONE.search, each.headings))]
        widest = max(named, key=lambda each: sum(map(bool, each.headings)), default=None)
        found |= dict.fromkeys(filter(None, widest.headings if widest else ()))
    return tuple(found)


def _last(sheet: TableSheet) -> int:
    return min(LOOKED_AT, len(sheet.rows))


def _known(columns: Columns) -> int:
    """How many facts are known; none without a number."""
    return 0 if NUMBERS.isdisjoint(columns.fields) else len(columns.fields)


def _headed(sheet: TableSheet, at: int) -> Columns:
    """The columns if the headings end in this row; a row of groups above it is read along."""
    row = sheet.rows[at]
    above = sheet.rows[at - 1] if at and len(sheet.rows[at - 1].filled) > 1 else None
    headings = tuple(
        _both(above.cell(column).text if above else "", cell.text)
        for column, cell in enumerate(row.cells)
    )
    if any(_PHONE.search(heading) for heading in headings):
        return Columns(row.number, headings, {})
    return Columns(row.number, headings, _fields(headings, sheet.rows[at + 1 :]))


def _both(above: str, below: str) -> str:
    return below if above.strip() == below.strip() else f"{above} {below}".strip()


def _fields(headings: Sequence[str], rows: Sequence[SheetRow]) -> dict[Field, int]:
    fields: dict[Field, int] = {}
    for column, heading in enumerate(headings):
        field = _field(_plain(heading), rows, column)
        if field is not None:
            fields.setdefault(field, column)
    return fields


def _field(heading: str, rows: Sequence[SheetRow], column: int) -> Field | None:
    """The fact a heading names; where the name could be hours or a number, what stands below it."""
    if not heading or len(heading) > 60:
        return None
    field = next((field for field, pattern in _KNOWN if pattern.fullmatch(heading)), None)
    night = field in {Field.NUMBER_AT_NIGHT, Field.HOURS_AT_NIGHT}
    if night or field in {Field.NUMBER, Field.HOURS}:
        texts = [row.cell(column).text or row.cell(column).struck for row in rows]
        phones = sum(1 for text in texts if _PHONE.search(text))
        times = sum(1 for text in texts if _TIMES.search(text) and not _PHONE.search(text))
        if phones > times:
            return Field.NUMBER_AT_NIGHT if night else Field.NUMBER
        if times > phones:
            return Field.HOURS_AT_NIGHT if night else Field.HOURS
    return field


def _plain(heading: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", heading.casefold()).split())
