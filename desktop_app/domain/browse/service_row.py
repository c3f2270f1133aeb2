"""One service as a line of a list: its name, one number, whether that answers now, why found."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.browse.catalogue import Moment, area_words, front_lines
from desktop_app.domain.decision.explain import certain_opening
from desktop_app.domain.decision.ranking import Candidate
from desktop_app.domain.hours.status import Badge, OpeningStatus, Openness
from desktop_app.domain.places.councils import Council
from desktop_app.domain.services.directory import HitWhy, SearchHit
from desktop_app.domain.services.service import LineKind, Service, ServiceStatus, Standing
from desktop_app.domain.services.wording import kind_words, state_words

NO_NUMBER = "No number published"
FOR_THOSE_USING_ABUSE = "For people who use abuse, not for victims"
UNCONFIRMED = "Not confirmed: check the number before you count on it"
PERPETRATOR_ROLE, PERPETRATOR_AUDIENCE = "da_perpetrator", "people_using_abuse"
FOUND_BY = {
    HitWhy.OLD_NAME: "Also called: {}",
    HitWhy.TOPIC: "About: {}",
    HitWhy.NUMBER: "Number: {}",
    HitWhy.MISSPELLING: "You may mean: {}",
}
"""What is said of a hit; a name or a place that was found can be seen in the row itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRow:
    """All that a list shows of one service; the words of the state come short and in full."""

    service_id: str
    name: str
    number: str
    kind: str
    state: Badge | None
    state_words: str
    short_state: str
    place: str
    label: str
    hint: str

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        number = f"{self.kind}: {self.number}" if self.number else NO_NUMBER
        parts = (self.name, number, self.state_words, self.place, self.label, self.hint)
        return ". ".join(part for part in parts if part)


def service_row(
    service: Service, moment: Moment, councils: Sequence[Council], hit: SearchHit | None = None
) -> ServiceRow:
    """The row of a service at a moment; the number is never a fax nor one that was replaced."""
    front = front_lines(service, moment.context(service))
    first = front[0] if front else None
    state = first.reading.badge if first else None
    full, short = _states(first, moment)
    return ServiceRow(
        service_id=service.id,
        name=service.name,
        number=first.line.display if first else "",
        kind=_kind(front),
        state=state,
        state_words=full,
        short_state=short,
        place=area_words(service, councils),
        label=label_of(service),
        hint=found_words(service, hit),
    )


def label_of(service: Service) -> str:
    """What must be said of a service before its number is read; mostly nothing."""
    if for_people_using_abuse(service):
        return FOR_THOSE_USING_ABUSE
    return UNCONFIRMED if service.status is ServiceStatus.UNCONFIRMED else ""


def for_people_using_abuse(service: Service) -> bool:
    """Whether it is meant for those who use abuse alone: never to be handed to a victim."""
    others = set(service.serves) - {PERPETRATOR_AUDIENCE, "professionals"}
    meant = PERPETRATOR_ROLE in service.roles or PERPETRATOR_AUDIENCE in service.serves
    return meant and not others


def found_words(service: Service, hit: SearchHit | None) -> str:
    """Why a service was found, where its row does not show that by itself."""
    if hit is None or hit.why not in FOUND_BY:
        return ""
    line = next((each for each in service.lines if each.id == hit.line_id), None)
    if line is not None and not line.recommendable:
        what = "Fax" if line.kind is LineKind.FAX else "Replaced number"
        return f"{what}, do not ring: {line.display}"
    if line is not None and line.standing is Standing.DISPUTED:
        return f"Disputed number: {line.display}"
    return FOUND_BY[hit.why].format(hit.matched)


def line_states(reading: OpeningStatus, moment: Moment) -> tuple[str, str]:
    """The state of a line in words: in full ("Open until 17:20") and in short ("Open")."""
    if reading.state is Openness.UNKNOWN:
        words = state_words(reading, moment.at)
        return words, words
    full = state_words(reading, moment.at, certain_opening(reading))
    return full, full.partition(" until ")[0].partition(":")[0]


def _states(first: Candidate | None, moment: Moment) -> tuple[str, str]:
    return line_states(first.reading, moment) if first else ("", "")


def _kind(front: Sequence[Candidate]) -> str:
    """What sort of line the number is; with several as likely, both are named."""
    if not front:
        return ""
    kind = kind_words(front[0].line.kind)
    others = [each.line.display for each in front[1:]]
    return f"{kind}, or {' or '.join(others)}" if others else kind
