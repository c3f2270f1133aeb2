"""Short words for asking the real directory."""

from collections.abc import Iterable
from datetime import datetime

from desktop_app.domain.decision.advice import Advice, Tier
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation
from tests.area import by_slug


def place(name: str) -> Whereabouts:
    """A council by its short name, or one of "unknown" and "outside"."""
    if name in ("unknown", "outside"):
        return Whereabouts(WhereStatus(name))
    return Whereabouts(WhereStatus.KNOWN, (by_slug(name),))


def ask(
    directory: Directory, concern: str, where: str, moment: str, also: Iterable[str] = ()
) -> Advice:
    """The answer at a UK wall time."""
    told = frozenset(map(Circumstance, also))
    situation = Situation(Concern(concern), place(where), told)
    return advise(situation, directory, datetime.fromisoformat(moment).replace(tzinfo=UK))


def shown(advice: Advice, *tiers: Tier) -> list[str]:
    """The numbers of some tiers (all when none is named), in the order of the page."""
    return [call.line.display for call in advice.calls if not tiers or call.tier in tiers]
