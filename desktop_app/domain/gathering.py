"""Finding the lines a route asks for, council by council."""

from dataclasses import dataclass, field, replace

from desktop_app.domain.area import Council
from desktop_app.domain.directory import Directory
from desktop_app.domain.pathway import Part, Route, Step
from desktop_app.domain.ranking import Candidate, Desk
from desktop_app.domain.service import LineKind, Service

SEXES = frozenset({"women", "men"})
EMERGENCY = "emergency"
EMERGENCY_IN_WRITING = "If anyone is in danger now: emergency without speaking"


@dataclass(slots=True)
class Gathering:
    """Everything looked at for one answer: its lines, and the services that have none."""

    directory: Directory
    desk: Desk
    route: Route
    looked: list[Candidate] = field(default_factory=list)
    met: dict[str, Service] = field(default_factory=dict)

    def part(self, part: Part, council: Council | None, *, equal: bool = False) -> list[Candidate]:
        """The lines of every step of one part, in the pathway's order."""
        steps = [s for s in self.route.steps if s.part is part and s.equal is equal]
        return [found for step in steps for found in self.step(step, council)]

    def step(self, step: Step, council: Council | None) -> list[Candidate]:
        """The lines of whoever plays this role in a council; without one, of national services."""
        services = self._services(step.role, council)
        self.met.update((service.id, service) for service in services)
        local = council if any(not service.national for service in services) else None
        found = self.desk.candidates(step, services, len(self.looked), local)
        self.looked += found
        return found

    def local_only(self, step: Step) -> bool:
        """Whether this role is played by councils' own services and by no national one."""
        return not any(service.national for service in self.directory.in_role(step.role))

    def written(self, step: Step, council: Council | None) -> list[Candidate]:
        """The textphone and text lines of whoever plays this role, for people who do not speak."""
        if step.role == EMERGENCY:  # 999 by voice is the last resort here, its textphone is not
            step = replace(step, purpose=EMERGENCY_IN_WRITING)
        found = [
            Candidate(step, service, line, self.desk.look(line), len(self.looked), council)
            for service in self._services(step.role, council)
            for line in service.callable_lines
            if line.kind in (LineKind.TEXTPHONE, LineKind.TEXT)
        ]
        self.looked += found
        return found

    def _services(self, role: str, council: Council | None) -> list[Service]:
        if council is not None:
            found = self.directory.in_role(role, council.code)
        else:
            found = tuple(s for s in self.directory.in_role(role) if s.national)
        if not self.route.serving:
            return list(found)
        return [service for service in found if self._suits(service)]

    def _suits(self, service: Service) -> bool:
        """Leave out a service meant for the other sex; one that names none is for everyone."""
        serving, serves = self.route.serving, set(service.serves)
        return serving in serves or "everyone" in serves or not SEXES & serves
