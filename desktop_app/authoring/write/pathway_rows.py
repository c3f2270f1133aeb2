"""Pathways and rules as rows of the tables that schema.sql makes for them."""

import sqlite3
from collections.abc import Iterable

from desktop_app.authoring.read.pathways import Rulebook, StepEntry

Row = tuple[object, ...]


def write_pathways(connection: sqlite3.Connection, book: Rulebook) -> None:
    """Write the pathways and rules into the tables of schema.sql."""
    for position, (entry, _) in enumerate(book.pathways):
        _insert(connection, "pathway", [(entry.concern, position, entry.note)])
        for where, steps in (("local", entry.local), ("elsewhere", entry.elsewhere)):
            steps_here = [(entry.concern, where, at, *_columns(s)) for at, s in enumerate(steps)]
            _insert(connection, "pathway_step", steps_here)
        _insert(connection, "pathway_document", [(entry.concern, d) for d in entry.sources])
    for number, (rule, _) in enumerate(book.rules):
        _insert(connection, "rule", [(rule.circumstance or "", number, rule.note, rule.serving)])
        further = [*((each, 1) for each in rule.together), *((each, 0) for each in rule.unless)]
        _insert(connection, "rule_circumstance", [(number, *each) for each in further])
        _insert(connection, "rule_place", [(number, place) for place in rule.places])
        _insert(connection, "rule_before", [(number, *each) for each in rule.before.items()])
        _insert(connection, "rule_concern", [(number, concern) for concern in rule.concerns])
        _insert(connection, "rule_without", [(number, role) for role in rule.without])
        rows = [(number, at, *_columns(step)) for at, step in enumerate(rule.steps)]
        _insert(connection, "rule_step", rows)
        _insert(connection, "rule_document", [(number, document) for document in rule.sources])


def _columns(step: StepEntry) -> tuple[str, str, str, int]:
    return step.role, step.part, step.purpose, int(step.equal)


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    for row in rows:
        marks = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)
