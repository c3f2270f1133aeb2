"""How the front doors of councils elsewhere stand in an answer, and what is said of missing ones.

Such a door is first, because nobody else has the duty there; national lines stand beside it,
because the number is not kept by this directory's steward. A disputed one is never first.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from desktop_app.domain.decision.advice import Tier
from desktop_app.domain.decision.calls import CallList
from desktop_app.domain.decision.candidates import Candidates
from desktop_app.domain.decision.ranking import Candidate, split_front
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.dates import date_words
from desktop_app.domain.hours.status import Openness
from desktop_app.domain.places.councils import Council
from desktop_app.domain.places.words import listed
from desktop_app.domain.services.bodies import DOOR_NAMES
from desktop_app.domain.services.service import LineKind, Standing
from desktop_app.domain.services.trust import RED_AFTER_DAYS
from desktop_app.domain.situation.pathway import LADO, Part

TOO_OLD = (
    "{}: its source was last read on {}, too long ago to rely on. Look for the number on the "
    "council’s own website, or ask the police on 101."
)


def put_doors(calls: CallList, candidates: Candidates, council: Council) -> bool:
    """Put a council's door in front, with national leads beside it; False where none may answer."""
    leads = candidates.part(Part.LEAD, council)
    doors = [found for found in leads if not found.service.kept]
    sound = [door for door in doors if not door.disputed and door.state is not Openness.CLOSED]
    if not sound:
        return False
    first, beside, _ = split_front(sound)
    calls.add(Tier.BESIDE if calls.has_first else Tier.FIRST, [first])
    calls.add(Tier.BESIDE, beside)
    for lead in leads:
        if lead not in (first, *beside):
            calls.add(_tier(lead), [lead])
    return True


def put_doors_beside(listed: CallList, candidates: Candidates, councils: Sequence[Council]) -> None:
    """The doors of councils elsewhere that the place may also be in, beside those of our own."""
    for council in councils:
        doors = [found for found in candidates.part(Part.LEAD, council) if not found.service.kept]
        listed.add(Tier.BESIDE, [door for door in doors if _tier(door) is Tier.BESIDE])
        listed.add(Tier.FALLBACK, [door for door in doors if _tier(door) is Tier.FALLBACK])


def _tier(lead: Candidate) -> Tier:
    if lead.state is Openness.CLOSED:
        return Tier.ALSO
    return Tier.FALLBACK if lead.disputed else Tier.BESIDE


def notes_on_doors(candidates: Candidates) -> Iterator[str]:
    """What the doors met cannot say: no number, no night number, no hours, or one in doubt."""
    bodies: dict[str, list[str]] = {}
    for body, role in candidates.missing:
        bodies.setdefault(role, []).append(body)
    for role, names in bodies.items():
        yield _no_door(role, names)
    for service in candidates.met.values():
        if service.kept or not service.lines:
            continue
        compared = service.compared
        if compared and _too_old(compared, candidates.context.moment.date()):
            yield TOO_OLD.format(service.name, date_words(compared))
        doubtful = [line for line in service.lines if line.standing is Standing.DISPUTED]
        for line in doubtful:
            yield f"{service.name}: our sources disagree about the night number {line.display}."
        kinds = {line.kind for line in service.lines if line not in doubtful}
        if not kinds & {LineKind.OUT_OF_HOURS, LineKind.HELPLINE}:
            yield f"{service.name}: we know no other number for nights and weekends."


def doors_turn(candidates: Candidates) -> datetime | None:
    """The next midnight (UK) from which a door met is too old to rely on."""
    today = candidates.context.moment.date()
    days = [
        service.compared + timedelta(days=RED_AFTER_DAYS + 1)
        for service in candidates.met.values()
        if service.compared
    ]
    ahead = [day for day in days if day > today]
    return datetime.combine(min(ahead), time(), UK) if ahead else None


def _too_old(compared: date, today: date) -> bool:
    return (today - compared).days > RED_AFTER_DAYS


def _no_door(role: str, bodies: Sequence[str]) -> str:
    """One sentence for every body whose number of this kind is missing."""
    if role == LADO:
        return (
            f"We have no number for the LADO who works for {listed(bodies)}: "
            "ask children’s services there."
        )
    whose = listed([f"{body}’s" for body in bodies])
    return (
        f"We have no number for {whose} {DOOR_NAMES[role]}. "
        "Ask the police on 101, or look for it on the council’s own website."
    )
