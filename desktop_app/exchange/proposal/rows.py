"""What a list would change, row by row: the records a steward looks at and ticks."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.domain.services.errors import PlainlyTold

ALARM_NOT_SEEN = "{} Say that you have looked before anything is taken."
NOT_OFFERED = "Row {} cannot be taken: {}"
NO_SUCH_ROW = "There is no row {} in this list."


class NotTaken(PlainlyTold, ValueError):
    """What was ticked cannot be taken; `sentence` says why. Nothing was taken."""


class Verdict(StrEnum):
    """What a row of a list means for the directory."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    NEW = "new"
    MISSING = "missing"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactDifference:
    """One fact: as it stands, as the list has it, and what would be written."""

    field: str
    before: str
    after: str
    value: object = None
    """As the source files say it; hours without the document, which is named on taking them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedRow:
    """One row: what it is about, what it would change, and what to look at first."""

    key: int
    place: str
    verdict: Verdict
    sentence: str
    service: str = ""
    service_id: str = ""
    line_id: str = ""
    differences: tuple[FactDifference, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def offered(self) -> bool:
        """Whether it can be ticked: there is a change, and it could be read."""
        changes = self.verdict in {Verdict.CHANGED, Verdict.NEW} and bool(self.differences)
        return changes and all(each.value is not None for each in self.differences)

    @property
    def to_look_at(self) -> bool:
        """Whether there is anything to see in it."""
        return self.verdict is not Verdict.UNCHANGED or bool(self.doubts)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """One change to write: of a line, of a service, or (without ids) a service that is new."""

    place: str
    service_id: str
    line_id: str
    field: str
    value: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A whole list, compared. Nothing of it is written before somebody takes ticked rows."""

    file: str
    rows: tuple[ProposedRow, ...]
    alarms: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What to remember for the next list of the same sender: by sheet, each fact's heading."""

    def counted(self) -> dict[Verdict, int]:
        """How many rows of each verdict there are."""
        return {verdict: sum(r.verdict is verdict for r in self.rows) for verdict in Verdict}

    def taken(self, ticked: Set[int], *, alarms_seen: bool = False) -> tuple[FactChange, ...]:
        """What the ticked rows change, as one set; NotTaken when one of them is not offered."""
        if self.alarms and ticked and not alarms_seen:
            raise NotTaken(ALARM_NOT_SEEN.format(self.alarms[0]))
        rows = {row.key: row for row in self.rows}
        changes = []
        for key in sorted(ticked):
            if key not in rows:
                raise NotTaken(NO_SUCH_ROW.format(key))
            if not rows[key].offered:
                raise NotTaken(NOT_OFFERED.format(key, rows[key].sentence))
            changes += [_change(rows[key], each) for each in rows[key].differences]
        return tuple(changes)


def _change(row: ProposedRow, difference: FactDifference) -> FactChange:
    return FactChange(
        place=row.place,
        service_id=row.service_id,
        line_id=row.line_id,
        field=difference.field,
        value=difference.value,
    )
