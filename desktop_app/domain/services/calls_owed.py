"""Which numbers somebody has to ring now and then to see that they are right: numbers, not lines.

One call checks a number, however many services share it. A replaced number is owed none; the lines
of the emergency services and of people in crisis are never rung to try them: their office is asked.
"""

from collections.abc import Collection, Iterable, Mapping

from desktop_app.domain.services.service import Line, LineKind, Service

NEVER_RUNG = frozenset({LineKind.EMERGENCY, LineKind.TEXTPHONE, LineKind.TEXT, LineKind.FAX})
"""Kinds of line nobody tries by ringing, whoever answers them."""

Pair = tuple[Service, Line]


def every_number(services: Iterable[Service]) -> set[str]:
    """Every number the directory holds, replaced ones too, each once."""
    return {line.number for service in services for line in service.lines}


def owed_calls(
    services: Iterable[Service], untried_roles: Collection[str]
) -> Mapping[str, tuple[Pair, ...]]:
    """Each number that is owed a test call, with every line that carries it, in their order.

    `untried_roles` are the parts whose lines are never rung to try them; a number that any such
    service shares is never rung either.
    """
    found: dict[str, tuple[Pair, ...]] = {}
    never: set[str] = set()
    for service in services:
        for line in service.lines:
            if line.kind in NEVER_RUNG or set(service.roles) & set(untried_roles):
                never.add(line.number)
            elif line.recommendable:
                found[line.number] = (*found.get(line.number, ()), (service, line))
    return {number: pairs for number, pairs in found.items() if number not in never}
