"""What is different in a new directory: numbers first, because a wrong one costs most."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.hours import in_words
from desktop_app.domain.service import Line, LineKind, Service, Standing


class ChangeKind(StrEnum):
    """What happened to a service or a number, the gravest first."""

    NUMBER_CHANGED = "number changed"
    NUMBER_REPLACED = "number no longer to be used"
    NUMBER_GONE = "number removed"
    NUMBER_NEW = "number added"
    NUMBER_DOUBTED = "number disputed"
    HOURS_CHANGED = "hours changed"
    SERVICE_GONE = "service removed"
    SERVICE_NEW = "service added"
    SERVICE_RENAMED = "service renamed"


ABOUT_NUMBERS = frozenset(
    {
        ChangeKind.NUMBER_CHANGED,
        ChangeKind.NUMBER_REPLACED,
        ChangeKind.NUMBER_GONE,
        ChangeKind.NUMBER_NEW,
        ChangeKind.NUMBER_DOUBTED,
    }
)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: at which service, of which line, what it was and what it is."""

    kind: ChangeKind
    service_id: str
    service: str
    line: str  # what the line is for; empty when the change is the service's own
    before: str
    after: str


def changes(before: Iterable[Service], after: Iterable[Service]) -> tuple[Change, ...]:
    """Every difference a desk should hear of, the gravest first, then by name.

    Services and lines are known by their ids. A service that comes or goes brings its numbers with
    it: they are told one by one, so that a number on a wall is never missed.
    """
    old = {service.id: service for service in before}
    new = {service.id: service for service in after}
    found = [each for key in old.keys() | new.keys() for each in _of(old.get(key), new.get(key))]
    order = list(ChangeKind)
    return tuple(sorted(found, key=lambda one: (order.index(one.kind), one.service, one.line)))


def summary(found: Sequence[Change]) -> str:
    """All of it in a line: "3 numbers changed; 1 number added; hours of 2 lines changed."."""
    if not found:
        return "No number and no hours have changed."
    counted = {kind: sum(each.kind is kind for each in found) for kind in ChangeKind}
    told = [_counted(kind, count) for kind, count in counted.items() if count]
    return f"{'; '.join(told)}."


def _counted(kind: ChangeKind, count: int) -> str:
    noun, _, deed = kind.partition(" ")
    if noun == "hours":
        return f"hours of {count} {'line' if count == 1 else 'lines'} changed"
    return f"{count} {noun if count == 1 else f'{noun}s'} {deed}"


def _of(old: Service | None, new: Service | None) -> Iterator[Change]:
    known = new or old
    assert known is not None
    if old is None:
        yield Change(ChangeKind.SERVICE_NEW, known.id, known.name, "", "", known.name)
    elif new is None:
        yield Change(ChangeKind.SERVICE_GONE, known.id, known.name, "", known.name, "")
    elif old.name != new.name:
        yield Change(ChangeKind.SERVICE_RENAMED, known.id, new.name, "", old.name, new.name)
    was = {line.id: line for line in old.lines} if old else {}
    now = {line.id: line for line in new.lines} if new else {}
    for key in was.keys() | now.keys():
        change = _line(was.get(key), now.get(key))
        if change is not None:
            kind, before, after = change
            line = now.get(key) or was[key]
            yield Change(kind, known.id, known.name, line.label or line.kind.value, before, after)


def _line(old: Line | None, new: Line | None) -> tuple[ChangeKind, str, str] | None:
    """The gravest difference between a line as it was and as it is."""
    if old is None or new is None:
        return _came_or_went(old, new)
    if old.number != new.number:
        return ChangeKind.NUMBER_CHANGED, old.display, new.display
    if standing := _standing(old, new):
        return standing
    if old.hours != new.hours and new.recommendable:
        return ChangeKind.HOURS_CHANGED, in_words(old.hours), in_words(new.hours)
    return None


def _standing(old: Line, new: Line) -> tuple[ChangeKind, str, str] | None:
    if old.recommendable and not new.recommendable:
        return ChangeKind.NUMBER_REPLACED, old.display, ""
    if new.recommendable and not old.recommendable:
        return ChangeKind.NUMBER_NEW, "", new.display
    if new.standing is Standing.DISPUTED and old.standing is not Standing.DISPUTED:
        return ChangeKind.NUMBER_DOUBTED, old.display, new.display
    return None


def _came_or_went(old: Line | None, new: Line | None) -> tuple[ChangeKind, str, str] | None:
    if new is not None:
        return (ChangeKind.NUMBER_NEW, "", new.display) if _counts(new) else None
    if old is not None and _counts(old):
        return ChangeKind.NUMBER_GONE, old.display, ""
    return None


def _counts(line: Line) -> bool:
    """Whether anybody may have rung it: faxes and numbers long replaced are no news."""
    return line.recommendable and line.kind is not LineKind.FAX
