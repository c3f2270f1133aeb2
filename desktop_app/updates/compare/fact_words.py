"""Words for the tables and columns of a directory; one without words here goes by its own name."""

from desktop_app.domain.compare.change_kinds import ChangeKind
from desktop_app.updates.compare.tables import TablePair

KINDS = {
    "service_area": ChangeKind.AREA_CHANGED,
    "service_role": ChangeKind.ROLE_CHANGED,
    "form": ChangeKind.FORM_CHANGED,
    "document": ChangeKind.SOURCE_CHANGED,
    "attribution": ChangeKind.SOURCE_CHANGED,
    "bank_holiday": ChangeKind.CALENDAR_CHANGED,
    "role": ChangeKind.WORD_CHANGED,
    "audience": ChangeKind.WORD_CHANGED,
    "topic": ChangeKind.WORD_CHANGED,
    "meta": ChangeKind.RELEASE_CHANGED,
    "answering": ChangeKind.AREA_CHANGED,
    "serving": ChangeKind.AREA_CHANGED,
    "body": ChangeKind.AREA_CHANGED,
    "front_door": ChangeKind.NUMBER_CHANGED,
    "front_door_span": ChangeKind.HOURS_CHANGED,
    "council": ChangeKind.PLACE_CHANGED,
    "namesake": ChangeKind.PLACE_CHANGED,
    ("line", "menu_option"): ChangeKind.NUMBER_CHANGED,
    ("line", "extension"): ChangeKind.NUMBER_CHANGED,
    ("service", "status"): ChangeKind.STATUS_CHANGED,
    ("service", "staff_only"): ChangeKind.STATUS_CHANGED,
    ("service", "national"): ChangeKind.AREA_CHANGED,
}
BEGINNINGS = {
    "pathway": ChangeKind.PATHWAY_CHANGED,
    "rule": ChangeKind.PATHWAY_CHANGED,
    "guidance": ChangeKind.GUIDANCE_CHANGED,
    "place": ChangeKind.PLACE_CHANGED,
    "postcode": ChangeKind.PLACE_CHANGED,
    "search_text_": ChangeKind.INNER_CHANGED,
    "search_": ChangeKind.SEARCH_CHANGED,
    "sqlite_": ChangeKind.INNER_CHANGED,
}
"""Kinds of tables by how their names begin, the longer beginning first."""
TABLES = {
    "service": "service",
    "service_area": "works in",
    "service_role": "part in answers",
    "service_audience": "serves",
    "service_topic": "topic",
    "alias": "other name",
    "remark": "remark",
    "citation": "source",
    "organisation_name": "other name of the organisation",
    "hours_statement": "statement of hours",
    "hours_span": "hours of a day",
    "hours_exception": "hours of a date",
    "hours_exception_span": "hours of a date",
    "pathway_step": "step",
    "pathway_document": "source of the steps",
    "rule": "rule",
    "rule_concern": "counts for",
    "rule_without": "takes out",
    "rule_step": "step",
    "rule_document": "source of the rule",
    "guidance_citation": "source",
    "guidance_concern": "shown with",
    "guidance_topic": "topic",
    "bank_holiday": "bank holiday",
    "answering": "who answers there",
    "serving": "which police or board serves there",
    "body": "council or trust that answers",
    "front_door": "number of a council elsewhere",
    "front_door_span": "hours of a day",
    "place_also": "also reaches into",
    "place_name": "found by",
    "place_misheard": "found by a wrong spelling",
    "place_elsewhere": "place elsewhere",
    "postcode_sector": "postcode sector",
    "postcode_odd": "postcode",
    "search_name": "found by a name",
    "search_subject": "found by a word",
    "search_lead": "comes first",
    "search_kind": "kind of word",
    "search_reading": "reading of a sentence",
    "search_number": "found by digits",
    "search_place": "found by a place",
    "search_word": "known word",
    "search_pair": "pair of letters",
    "search_ordinary": "ordinary words",
    "search_advice": "said when searched for",
    "search_text": "found by a word of its page",
}
COLUMNS = {
    "staff_only": "for staff only",
    "equal": "as prominent as the first",
    "rank": "order among those with the same part (smaller first)",
    "key": "name inside the directory",
    "display": "number as shown",
    "number": "number as dialled",
    "menu_option": "keys to press once it answers",
    "extension": "extension to ask for",
    "outside_line": "stands in for the line",
    "valid_from": "counts from",
    "how": "how it is sent",
    "states": "what the source says",
    "dated": "date",
    "position": "place in the list",
    "serving": "leaves out services that are not for",
    "without": "takes out",
    "fact_id": "what it is the source of",
    "found_in": "found in",
    "id": "name inside the directory",
    "folded": "as typed",
    "council": "council",
}
"""Words for columns whose names do not speak for themselves."""
FLAGS = frozenset({"national", "staff_only", "compulsory", "equal"})
"""Columns that say yes or no."""
MARKS = {
    "release": "release",
    "digest": "sum over all sources",
    "seal": "seal of the file",
    "dated": "date",
    "next_expected_by": "next list expected by",
    "schema": "schema",
    "note": "note",
    "bank_holidays_listed_until": "official bank holidays end on",
    "bank_holidays_computed_until": "computed bank holidays end on",
}


def kind_of(table: str, column: str = "", *, of_service: bool = False) -> ChangeKind:
    """Under which heading a table, or one column of it, is told; any other table has one too."""
    found = KINDS.get((table, column)) or KINDS.get(table)
    if found is not None:
        return found
    for beginning, kind in BEGINNINGS.items():
        if table.startswith(beginning):
            return kind
    return ChangeKind.SERVICE_FACT if of_service else ChangeKind.OTHER_FACT


def mark_kind(key: str) -> ChangeKind:
    """Under which heading a fact about the whole release is told."""
    if key.startswith("bank_holidays_"):
        return ChangeKind.CALENDAR_CHANGED
    always = ("release", "digest", "seal", "dated", "next_expected_by")
    return ChangeKind.RELEASE_CHANGED if key in always else ChangeKind.OTHER_FACT


def table_words(table: str) -> str:
    """What a row of a table is called."""
    return TABLES.get(table, table.replace("_", " "))


def column_words(column: str) -> str:
    """What a column is called."""
    return COLUMNS.get(column, column.replace("_", " "))


def telling(table: TablePair) -> tuple[str, ...]:
    """The columns that say what a row is, without those that only say where it belongs."""
    first = table.parents[0][0] if table.parents else ""
    return tuple(column for column in table.facts if column not in (first, "position"))
