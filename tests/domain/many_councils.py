"""Directories of any number of made-up councils, each with a front door of its own."""

from desktop_app.domain.places.area import Area
from desktop_app.domain.places.councils import Council
from desktop_app.domain.services.service import LineKind, Service
from tests.domain.hours_examples import HOLIDAYS
from tests.domain.made_directory import ALWAYS, EMERGENCY, line, pathways, service
from tests.fakes import ListDirectory

COUNTS = (1, 2, 4, 7, 9, 33, 153)
HELPLINE = service("Helpline", "helpline", line("0808 157 0123", ALWAYS))


def councils(count: int) -> tuple[Council, ...]:
    return tuple(
        Council(f"E06{n:06d}", f"Vale number {n}", f"vale-{n}") for n in range(1, count + 1)
    )


class ManyCouncils(ListDirectory):
    """So many councils, a helpline for all, and 999."""

    def __init__(self, count: int) -> None:
        self._councils = councils(count)
        super().__init__(
            [*map(door, self._councils), HELPLINE, EMERGENCY],
            pathways(),
            holidays=HOLIDAYS,
        )

    def area(self) -> Area:
        return Area(id="many", name="Many Vales", councils=self._councils)

    def councils(self) -> tuple[Council, ...]:
        return self._councils


def door(council: Council) -> Service:
    number = f"01632 96{int(council.code[3:]):04d}"
    office = line(number, ALWAYS, LineKind.OFFICE_HOURS)
    return service(f"Door {council.name}", "front_door", office, areas=frozenset({council.code}))
