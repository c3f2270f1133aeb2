"""The hours of received lines as the domain reckons with them, the directory's assumptions kept.

Assumed hours are never handed on, so a line that says "assumed" gets what the directory at hand
assumes for it: its own for a line it knows, the common one for an office it does not.
"""

from collections.abc import Mapping, Sequence

from desktop_app.domain.hours.statements import Basis, Hours, Statement
from desktop_app.domain.services.service import Line, LineKind
from desktop_app.exchange.referral.received import ReceivedLine


def settled_hours(
    lines: Sequence[ReceivedLine],
    known: Mapping[str, Line],
    assumed_office: tuple[Statement, ...] = (),
) -> dict[str, Hours]:
    """The hours of each line of one service by its id.

    `known` are the lines of the same service in the directory at hand, by id.
    """
    settled: dict[str, Hours] = {}
    for line in sorted(lines, key=lambda each: bool(each.outside)):
        office = settled.get(line.outside)
        statements = _statements(line, known.get(line.line_id), assumed_office)
        settled[line.line_id] = Hours(statements, line.exceptions, office)
    return settled


def _statements(
    line: ReceivedLine, ours: Line | None, assumed_office: tuple[Statement, ...]
) -> tuple[Statement, ...]:
    if not line.assumed:
        return line.claims
    if ours is not None:
        assumed = (s for s in ours.hours.statements if s.basis is Basis.ASSUMED)
        return (*line.claims, *assumed)
    office = line.kind is LineKind.OFFICE_HOURS and not line.claims
    # Claims that an assumption was set against would be certain without it: then nobody can say.
    return assumed_office if office else ()
