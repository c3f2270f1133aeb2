"""The wall poster: for whoever hears something, and for patients who read it too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.places.councils import Council
from desktop_app.domain.printing.rules import (
    ALWAYS_ROLE,
    EMERGENCY,
    PublicLine,
    Stamp,
    always_printed,
    public_line,
    public_lines,
    stamp,
)
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.service import LineKind, Service
from desktop_app.domain.situation.pathway import ADULTS, CHILDREN

DOORS = (
    (CHILDREN, "A child or young person", "Child or young person"),
    (ADULTS, "An adult with care and support needs", "Adult with care needs"),
)
NATIONAL_HELP = ("da_national", "da_men", "da_lgbt")


@dataclass(frozen=True, slots=True)
class Door:
    """One council's front door for children or for adults."""

    title: str
    short_title: str
    service: str
    first: PublicLine | None
    others: tuple[PublicLine, ...]

    @property
    def gap(self) -> str:
        """What must be said where no number may be printed; empty when nothing is missing."""
        if self.first is None:
            return "No number published that could stand here. Ring 101, or 999 in danger."
        if all(line.kind is not LineKind.OUT_OF_HOURS for line in (self.first, *self.others)):
            return "No number published for nights and weekends. Ring 101, or 999 in danger."
        return ""


@dataclass(frozen=True, slots=True)
class CouncilDoors:
    """Both front doors of one council."""

    council: Council
    doors: tuple[Door, ...]
    helplines: frozenset[str] = frozenset()
    """The numbers of its local services, as dialled: they stand beside its doors."""

    @property
    def shared_night(self) -> PublicLine | None:
        """The one out-of-hours line of both doors, if it is the same number and says the same."""
        nights = [x for door in self.doors for x in door.others if x.kind is LineKind.OUT_OF_HOURS]
        same = len({(x.number, x.hours) for x in nights}) == 1
        return nights[0] if same and len(nights) == len(self.doors) else None


@dataclass(frozen=True, slots=True)
class Poster:
    """Everything on the wall poster: public, so it names no member of staff."""

    councils: tuple[CouncilDoors, ...]
    helplines: tuple[PublicLine, ...]
    practice: str
    """The practice's name alone: its people and their extensions are for staff's paper."""
    stamp: Stamp
    always: str
    """The number, as dialled, of the helpline that stands on every sheet."""

    headline = "Worried about a child or an adult?"

    def sheets(self, most: int, helplines: int = 0) -> tuple[Poster, ...]:
        """The same poster on as many sheets as it needs with so many councils on one.

        Local helplines go with their council; national ones stand on every sheet. With so many
        `helplines` (0: all) the others of a sheet stand on one more; the one that is always
        printed stands on each.
        """
        local = frozenset[str]().union(*(each.helplines for each in self.councils))
        starts = range(0, len(self.councils), most)
        made = (self._of(self.councils[at : at + most], local) for at in starts)
        return tuple(each for sheet in made for each in sheet._with_few(helplines))

    def _with_few(self, helplines: int) -> Iterator[Poster]:
        if not helplines or len(self.helplines) <= helplines:
            yield self
            return
        always = tuple(line for line in self.helplines if line.number == self.always)
        others = [line for line in self.helplines if line.number != self.always]
        each = helplines - len(always)
        for at in range(0, len(others), each):
            yield replace(self, helplines=(*always, *others[at : at + each]))

    def _of(self, councils: tuple[CouncilDoors, ...], local: frozenset[str]) -> Poster:
        elsewhere = local.difference(*(each.helplines for each in councils))
        kept = tuple(line for line in self.helplines if line.number not in elsewhere)
        return replace(self, councils=councils, helplines=kept)

    @property
    def lines(self) -> tuple[PublicLine, ...]:
        """Every number on it, apart from 999."""
        doors = [door for each in self.councils for door in each.doors]
        fronts = [line for door in doors for line in (door.first, *door.others) if line]
        return (*fronts, *self.helplines)

    @property
    def numbers(self) -> frozenset[str]:
        """Every number that has to stand on it, as printed."""
        return frozenset({EMERGENCY, *(line.display for line in self.lines)})


def poster(
    directory: Directory, councils: tuple[Council, ...], practice: str, today: date
) -> Poster:
    """The poster for one council or several; ValueError for none, PaperIncomplete for a gap."""
    if not councils:
        raise ValueError("A poster is for one council at least.")
    always_printed(directory, (each.code for each in councils))
    always = _first_printable(directory.in_role(ALWAYS_ROLE))
    return Poster(
        tuple(
            CouncilDoors(each, _doors(directory, each, today), _local_numbers(directory, each))
            for each in councils
        ),
        _helplines(directory, councils, today),
        practice,
        stamp(directory.release(), today),
        public_lines(always)[0].number if always else "",
    )


def _doors(directory: Directory, council: Council, today: date) -> tuple[Door, ...]:
    return tuple(_door(directory, council, today, door) for door in DOORS)


def _door(directory: Directory, council: Council, today: date, door: tuple[str, str, str]) -> Door:
    role, title, short = door
    for service in directory.in_role(role, council.code):
        lines = [public_line(service, line, today) for line in public_lines(service)]
        day = [line for line in lines if line.kind is not LineKind.OUT_OF_HOURS]
        night = [line for line in lines if line.kind is LineKind.OUT_OF_HOURS]
        if lines:
            first, *others = [*day, *night]
            return Door(title, short, service.name, first, tuple(others))
    return Door(title, short, "", None, ())


def _helplines(
    directory: Directory, councils: tuple[Council, ...], today: date
) -> tuple[PublicLine, ...]:
    """Local services first, then one national line for each group; each number once."""
    local = [s for each in councils for s in directory.in_role("da_local", each.code)]
    national = [_first_printable(directory.in_role(role)) for role in NATIONAL_HELP]
    lines = [(service, line) for service in local for line in public_lines(service)]
    lines += [(service, public_lines(service)[0]) for service in national if service]
    found: dict[str, PublicLine] = {}
    for service, line in lines:
        found.setdefault(line.number, public_line(service, line, today))
    return tuple(found.values())


def _local_numbers(directory: Directory, council: Council) -> frozenset[str]:
    services = directory.in_role("da_local", council.code)
    return frozenset(line.number for service in services for line in public_lines(service))


def _first_printable(services: tuple[Service, ...]) -> Service | None:
    return next((each for each in services if each.national and public_lines(each)), None)
