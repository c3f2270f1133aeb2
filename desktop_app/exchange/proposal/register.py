"""The services of the directory, found by the names and numbers somebody else writes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from desktop_app.domain.services.service import Line, LineKind, Service, Standing
from desktop_app.exchange.proposal.columns import Field
from desktop_app.exchange.proposal.list_entries import ListEntry

Known = tuple[Service, Line]
_SMALL = {"the", "of", "and", "for", "a", "an", "in", "team", "service", "services", "council"}
_KINDS = {
    "office": LineKind.OFFICE_HOURS, "day": LineKind.OFFICE_HOURS, "daytime": LineKind.OFFICE_HOURS,
    "ooh": LineKind.OUT_OF_HOURS, "edt": LineKind.OUT_OF_HOURS, "out": LineKind.OUT_OF_HOURS,
    "night": LineKind.OUT_OF_HOURS, "evening": LineKind.OUT_OF_HOURS,
    "weekend": LineKind.OUT_OF_HOURS, "helpline": LineKind.HELPLINE, "text": LineKind.TEXT,
    "textphone": LineKind.TEXTPHONE, "minicom": LineKind.TEXTPHONE, "fax": LineKind.FAX,
    "emergency": LineKind.EMERGENCY,
}  # fmt: skip


class Register:
    """Every service and line, by its id, its number and its names."""

    def __init__(self, services: Sequence[Service]) -> None:
        self.services = tuple(services)
        self.by_id = {service.id: service for service in services}
        self._numbers: dict[str, list[Known]] = defaultdict(list)
        self._names: dict[frozenset[str], list[Service]] = defaultdict(list)
        for service in services:
            for line in service.lines:
                self._numbers[line.number].append((service, line))
            bare = re.sub(r"\(.*?\)", " ", service.name)
            for words in {_words(name) for name in (service.name, bare, *service.aliases)}:
                self._names[words].append(service)

    def with_number(self, number: str) -> tuple[Known, ...]:
        """The lines that dial this number."""
        return tuple(self._numbers.get(number, ()))

    def named(self, entry: ListEntry) -> tuple[Service, ...]:
        """The services an entry can mean by its words: one, none, or several of one name."""
        told, of = entry.said(Field.SERVICE), entry.said(Field.ORGANISATION)
        if not told:
            return ()
        found = self._names.get(_words(told)) or self._names.get(_words(f"{of} {told}")) or []
        within = [service for service in found if _belongs(service, of)] if of else []
        return tuple(dict.fromkeys(within or found))


def lines_meant(service: Service, entry: ListEntry) -> tuple[Line, ...]:
    """The lines of a service in use that an entry can be about, by its label, kind and column."""
    line_id = entry.said(Field.LINE_ID)
    if line_id:
        return tuple(line for line in service.lines if line.id == line_id)
    rung = [line for line in service.lines if line.standing is not Standing.SUPERSEDED]
    label = _words(entry.said(Field.LABEL))
    labelled = [line for line in rung if label and _words(line.label) == label]
    if labelled:
        return tuple(labelled)
    kind = kind_meant(entry)
    if kind is not None:
        return tuple(line for line in rung if line.kind is kind)
    daytime = [line for line in rung if line.kind is not LineKind.OUT_OF_HOURS]
    spoken = {LineKind.OFFICE_HOURS, LineKind.HELPLINE, LineKind.EMERGENCY}
    return tuple(line for line in daytime if line.kind in spoken)


def names_a_line(entry: ListEntry) -> bool:
    """Whether an entry says by more than its number which line it is about."""
    told = (entry.said(Field.LINE_ID), entry.said(Field.LABEL), kind_meant(entry))
    return any(told)


def kind_meant(entry: ListEntry) -> LineKind | None:
    """The kind of line the words of an entry name; nothing when they name none."""
    said = entry.said(Field.KIND).casefold().replace(" ", "_")
    if said in set(LineKind):
        return LineKind(said)
    if entry.at_night:
        return LineKind.OUT_OF_HOURS
    for field in (Field.KIND, Field.LABEL, Field.SERVICE):
        for word in re.findall(r"[a-z]+", entry.said(field).casefold()):
            if word in _KINDS and (word != "out" or "out of hours" in entry.said(field).casefold()):
                return _KINDS[word]
    return None


def names_of(services: Iterable[Service]) -> str:
    """Services by name, for a sentence."""
    return ", ".join(f"“{service.name}”" for service in services)


def _belongs(service: Service, organisation: str) -> bool:
    wanted = _words(organisation)
    return wanted <= _words(f"{service.organisation} {service.name}")


def _words(text: str) -> frozenset[str]:
    """The words of a name, in any order; small words and a plural count for nothing."""
    found = re.findall(r"[^\W_]+", text.casefold().replace("’s", "").replace("'s", ""))
    kept = [word for word in found if word not in _SMALL] or found
    return frozenset(word.removesuffix("s") if len(word) > 4 else word for word in kept)
