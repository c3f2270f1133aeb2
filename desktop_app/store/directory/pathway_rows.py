"""The pathways and rules as the compiled directory keeps them."""

import sqlite3
from collections import defaultdict

from desktop_app.domain.situation.pathway import Part, Pathway, Pathways, Rule, Step
from desktop_app.domain.situation.situation import Circumstance, Concern

Row = tuple[str, str, str, int]


def read_pathways(connection: sqlite3.Connection) -> Pathways:
    """Every pathway and rule; sqlite3 and value errors are the caller's to explain."""
    steps: defaultdict[tuple[str, str], list[Step]] = defaultdict(list)
    query = (
        "SELECT concern, place, role, part, purpose, equal FROM pathway_step"
        " ORDER BY concern, place, position"
    )
    for concern, place, *row in connection.execute(query):
        steps[concern, place].append(_step(*row))
    found = [
        Pathway(
            Concern(concern),
            tuple(steps[concern, "local"]),
            tuple(steps[concern, "elsewhere"]),
            note,
        )
        for concern, note in connection.execute(
            "SELECT concern, note FROM pathway ORDER BY position"
        )
    ]
    return Pathways({pathway.concern: pathway for pathway in found}, _rules(connection))


def _rules(connection: sqlite3.Connection) -> tuple[Rule, ...]:
    concerns = _gathered(connection, "SELECT rule, concern FROM rule_concern")
    without = _gathered(connection, "SELECT rule, role FROM rule_without")
    further = "SELECT rule, circumstance FROM rule_circumstance WHERE told = "
    together, unless = _gathered(connection, further + "1"), _gathered(connection, further + "0")
    places = _gathered(connection, "SELECT rule, place FROM rule_place")
    before: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for number, role, text in connection.execute("SELECT rule, role, text FROM rule_before"):
        before[number][role] = text
    steps: defaultdict[int, list[Step]] = defaultdict(list)
    query = "SELECT rule, role, part, purpose, equal FROM rule_step ORDER BY rule, position"
    for number, *row in connection.execute(query):
        steps[number].append(_step(*row))
    return tuple(
        Rule(
            circumstance=Circumstance(circumstance) if circumstance else None,
            concerns=frozenset(map(Concern, concerns[number])),
            steps=tuple(steps[number]),
            without=frozenset(without[number]),
            note=note,
            serving=serving,
            together=frozenset(map(Circumstance, together[number])),
            unless=frozenset(map(Circumstance, unless[number])),
            places=frozenset(places[number]),
            before=before[number],
        )
        for number, circumstance, note, serving in connection.execute(
            "SELECT position, circumstance, note, serving FROM rule ORDER BY position"
        )
    )


def _gathered(connection: sqlite3.Connection, query: str) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for number, word in connection.execute(query):
        found[number].append(word)
    return found


def _step(role: str, part: str, purpose: str, equal: int) -> Step:
    return Step(role, Part(part), purpose, bool(equal))
