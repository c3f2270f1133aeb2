"""Finding the lines a route asks for, council by council."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.domain.decision.ranking import Candidate, DecisionContext
from desktop_app.domain.places.councils import Council
from desktop_app.domain.services.bodies import in_role
from desktop_app.domain.services.directory import NATIONWIDE, Directory
from desktop_app.domain.services.service import LineKind, Service
from desktop_app.domain.situation.pathway import (
    CHILDREN,
    COUNCIL_ROLES,
    LADO,
    Part,
    Route,
    Step,
)

SEXES = frozenset({"women", "men"})
EMERGENCY = "emergency"
ASK_FOR_LADO = "Ask {}’s children’s services for the LADO (designated officer)"
EMERGENCY_IN_WRITING = "If anyone is in danger now: emergency without speaking"


@dataclass(slots=True, kw_only=True)
class Candidates:
    """Everything looked at for one answer: its lines, and the services that have none."""

    directory: Directory
    context: DecisionContext
    route: Route
    looked: list[Candidate] = field(default_factory=list)
    met: dict[str, Service] = field(default_factory=dict)
    missing: dict[tuple[str, str], Part] = field(default_factory=dict)
    """Bodies elsewhere, by name and role, whose number this directory does not have."""
    _steps: dict[tuple[Part, bool], list[Step]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        for step in self.route.steps:
            self._steps.setdefault((step.part, step.equal), []).append(step)

    def part(self, part: Part, council: Council | None, *, equal: bool = False) -> list[Candidate]:
        """The lines of every step of one part, in the pathway's order."""
        steps = self._steps.get((part, equal), ())
        return [found for step in steps for found in self.step(step, council)]

    def step(self, step: Step, council: Council | None) -> list[Candidate]:
        """The lines of whoever plays this role in a council; without one, of national services."""
        if council is not None and not council.inside:
            step, services = self._next_door(step, council)
        else:
            services = self._services(step.role, council)
        local = None
        for service in services:
            self.met[service.id] = service
            if not service.national:
                local = council
        found = self.context.candidates(step, services, len(self.looked), local)
        self.looked += found
        return found

    def local_only(self, step: Step) -> bool:
        """Whether this role is played by councils' own services and by no national one."""
        return not self.directory.in_role(step.role, NATIONWIDE)

    def written(self, step: Step, council: Council | None) -> list[Candidate]:
        """The textphone and text lines of whoever plays this role, for people who do not speak."""
        if step.role == EMERGENCY:  # 999 by voice is the last resort here, its textphone is not
            step = step._replace(purpose=EMERGENCY_IN_WRITING)
        found = [
            Candidate(step, service, line, self.context.status_of(line), len(self.looked), council)
            for service in self._services(step.role, council)
            for line in service.callable_lines
            if line.kind in (LineKind.TEXTPHONE, LineKind.TEXT)
        ]
        self.looked += found
        return found

    def _next_door(self, step: Step, council: Council) -> tuple[Step, Sequence[Service]]:
        """Who plays this part for a council elsewhere: its body's own door, and national services.

        The body is named, never the council: a district has no social services. Without a number
        for the LADO, children's services are asked for them.
        """
        day, bodies = self.context.moment.date(), self.directory.bodies()
        there = bodies.of(council, day)
        if there is None or step.role not in COUNCIL_ROLES:
            return step, self._services(step.role, council)
        body = in_role(step.role, there) or there.children
        door = bodies.door(step.role, council, day)
        if door is None:
            self.missing.setdefault((body.name, step.role), step.part)
        if door is None and step.role == LADO:
            door = bodies.door(CHILDREN, council, day)
            step = step._replace(purpose=ASK_FOR_LADO.format(body.name))
        purpose = step.purpose.replace("the council’s", f"{body.name}’s")
        return step._replace(purpose=purpose), [door] if door else []

    def _services(self, role: str, council: Council | None) -> Sequence[Service]:
        found = self.directory.in_role(role, council.code if council else NATIONWIDE)
        if not self.route.serving:
            return found
        return [service for service in found if self._suits(service)]

    def _suits(self, service: Service) -> bool:
        """Leave out a service meant for the other sex; one that names none is for everyone."""
        serving, serves = self.route.serving, set(service.serves)
        return serving in serves or "everyone" in serves or not SEXES & serves
