"""Which answers two directories must give alike, because nothing that they rest on has changed."""

from dataclasses import replace

from desktop_app.domain.directory import Directory
from desktop_app.domain.pathway import Pathways, Route, Step
from desktop_app.domain.service import Service
from desktop_app.domain.situation import Situation

Routes = tuple[Route | None, Route | None]


class Unchanged:
    """What two directories have in common, looked at once."""

    def __init__(self, before: Directory, after: Directory) -> None:
        self._pathways = before.pathways(), after.pathways()
        self._all_changed = (
            before.bank_holidays() != after.bank_holidays()
            or before.councils() != after.councils()
            or before.documents() != after.documents()
        )
        self._changed = {role for role in _roles(before, after) if not _alike(role, before, after)}

    def routes(self, situation: Situation) -> Routes:
        """The steps both call for; none where there is no pathway for the concern."""
        was, now = (_route(each, situation) for each in self._pathways)
        return was, now

    def answer(self, routes: Routes) -> bool:
        """Whether what rests on these steps is the same in both."""
        was, now = routes
        if self._all_changed or was != now:
            return False
        return was is None or not any(step.role in self._changed for step in was.steps)


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


def _alike(role: str, before: Directory, after: Directory) -> bool:
    """Whether the same services play a part in both, as far as an answer goes by them."""
    was, now = (tuple(map(_core, each.in_role(role))) for each in (before, after))
    return was == now


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
