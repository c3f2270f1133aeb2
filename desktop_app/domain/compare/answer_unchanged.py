"""Which answers two directories must give alike, because nothing that they rest on has changed."""

from dataclasses import replace

from desktop_app.domain.places.councils import Whereabouts, WhereStatus, elsewhere
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.service import Service
from desktop_app.domain.situation.concern import Concern
from desktop_app.domain.situation.pathway import Pathways, Route, Step
from desktop_app.domain.situation.situation import Circumstance, Situation

DEAF = frozenset({Circumstance.DEAF})
"""Told, it adds the lines for people who do not speak, whatever the rules say."""
Routes = tuple[Route | None, Route | None]


class Unchanged:
    """What two directories have in common, looked at once."""

    def __init__(self, before: Directory, after: Directory) -> None:
        self._pathways = before.pathways(), after.pathways()
        self._bodies_changed = before.bodies() != after.bodies()
        self._all_changed = (
            before.bank_holidays() != after.bank_holidays()
            or before.councils() != after.councils()
            or before.documents() != after.documents()
        )
        self._changed = {role: _changed(role, before, after) for role in _roles(before, after)}

    def routes(self, situation: Situation) -> Routes:
        """The steps both call for; none where there is no pathway for the concern."""
        was, now = (_route(each, situation) for each in self._pathways)
        return was, now

    def circumstances(self, concern: Concern) -> list[frozenset[Circumstance]]:
        """What may be told beside a concern: nothing, and whatever a rule of either waits for."""
        waited_for = [
            rule.together | ({rule.circumstance} if rule.circumstance else frozenset())
            for pathways in self._pathways
            for rule in pathways.rules
            if concern in rule.concerns
        ]
        ends = [
            frozenset({each})
            for pathways in self._pathways
            for rule in pathways.rules
            if concern in rule.concerns
            for each in (*rule.together, *rule.unless)
        ]
        return list(dict.fromkeys([frozenset(), DEAF, *waited_for, *ends]))

    def answer(self, routes: Routes, where: Whereabouts) -> bool:
        """Whether what rests on these steps is the same in both, for this place."""
        was, now = routes
        if self._all_changed or steps_of(was) != steps_of(now):
            return False
        changed = [each for step in (was.steps if was else ()) for each in self._changed[step.role]]
        if where.status in (WhereStatus.UNKNOWN, WhereStatus.SEVERAL):
            return not changed
        if self._bodies_changed and elsewhere(where):
            return False
        codes = {council.code for council in where.councils}
        return not any(service.national or codes & service.areas for service in changed)


def steps_of(route: Route | None) -> object:
    """What a route says, to be told from another; none where there is no pathway."""
    if route is None:
        return None
    return route.steps, route.notes, route.serving, tuple(sorted(route.before.items()))


def _route(pathways: Pathways, situation: Situation) -> Route | None:
    try:
        return pathways.route(situation)
    except KeyError:
        return None


def _roles(before: Directory, after: Directory) -> set[str]:
    """Every part that a step of either directory asks for."""
    return {
        step.role
        for directory in (before, after)
        for steps in _steps(directory.pathways())
        for step in steps
    }


def _steps(pathways: Pathways) -> list[tuple[Step, ...]]:
    lists = [rule.steps for rule in pathways.rules]
    for pathway in pathways.pathways.values():
        lists += [pathway.local, pathway.elsewhere]
    return lists


def _changed(role: str, before: Directory, after: Directory) -> list[Service]:
    """The services with this part that answers go by otherwise: as they were, and as they are."""
    was, now = (list(map(_core, each.in_role(role))) for each in (before, after))
    return [each for each in was if each not in now] + [each for each in now if each not in was]


def _core(service: Service) -> Service:
    """A service without the texts that only its own page shows."""
    return replace(
        service,
        summary="",
        organisation="",
        topics=(),
        aliases=(),
        emails=(),
        web=(),
        cost="",
        languages="",
        notes=(),
        gaps=(),
        disputes=(),
        sources=(),
    )
