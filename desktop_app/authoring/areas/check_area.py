"""`check --area`: an area's directory held against its cases, and what is left to find out.

Needs no test runner: a steward runs it. What is wrong stops a release; what is left is a list to
work through. The checks know no area: they hold for any directory.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop_app.authoring.areas.area_texts import DOORS
from desktop_app.authoring.areas.cases import FILE, CasesEntry, digits, second_time
from desktop_app.authoring.check.checks import documents_named
from desktop_app.authoring.read.errors import Mistake
from desktop_app.authoring.read.models import ReleaseEntry
from desktop_app.authoring.read.sources import SourceFile
from desktop_app.authoring.release_contents import ReleaseContents
from desktop_app.domain.decision.advice import Advice
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.status import Openness
from desktop_app.domain.places.councils import (
    Council,
    Whereabouts,
    WhereStatus,
    elsewhere,
    whereabouts_of,
)
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.service import LineKind, Service, ServiceStatus
from desktop_app.domain.situation.pathway import FRONT_DOORS
from desktop_app.domain.situation.situation import Concern, Situation

DAYS, HOURS = 8, (2, 9, 13, 17, 22)
"""Every concern is asked about on so many days from the release's date, at these hours."""
WITHOUT_A_PLACE = {
    "unknown": Whereabouts(WhereStatus.UNKNOWN),
    "outside": Whereabouts(WhereStatus.OUTSIDE),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What is checked: an area's own files as read, its compiled directory, and its look-up."""

    contents: ReleaseContents
    own_files: Collection[str]  # names of the area's texts; the rest is the country's
    directory: Directory
    answer: Callable[[str], Whereabouts]
    cases: CasesEntry
    file: SourceFile

    @property
    def own_services(self) -> list[Service]:
        """The services of the area's own files, in the order of every list."""
        drafts = self.contents.library.drafts
        own = {each.entry.id for each in drafts if each.file.name in self.own_files}
        return [service for service in self.directory.services() if service.id in own]


def wrong(checked: Checked) -> Iterator[Mistake]:
    """Everything that the directory does not answer as it must."""
    yield from _numbers(checked)
    yield from _postcodes(checked)
    yield from _searches(checked)
    yield from _first_calls(checked)
    yield from _own_names(checked)
    yield from _own_services_found(checked)
    yield from _somebody_answers(checked)


def left(checked: Checked) -> Iterator[str]:
    """What nobody has found out yet, a sentence each; none of it may be made up."""
    for council in checked.directory.councils():
        yield from _doors_left(checked, council)
    for service in checked.own_services:
        if service.status is ServiceStatus.IN_USE:  # of an entry to read, nobody looks for a number
            yield from (f"{service.id}: {gap}" for gap in service.gaps)
    lines = [line for service in checked.own_services for line in service.callable_lines]
    never = {line.number for line in lines if line.verified is None}
    if never:
        yield f"{len(never)} numbers of this area were never checked by ringing them."
    yield from _documents_left(checked)
    for part in ("numbers", "postcodes", "searches", "first_calls"):
        if not getattr(checked.cases, part):
            yield f"{FILE} has no {part.replace('_', ' ')} yet."
    yield from _release_left(checked.contents.release)


def _release_left(release: ReleaseEntry) -> Iterator[str]:
    if release.made_up_numbers:
        yield "release.yaml says `made_up_numbers: true`: this is to practise with, not to publish."
    if release.unfinished:
        yield "release.yaml says `unfinished: true`: take it out once every front door is there."


def _numbers(checked: Checked) -> Iterator[Mistake]:
    """Every number stands in the cases a second time, and none there that is not in use."""
    held = {
        service.id: sorted(line.digits for line in service.callable_lines)
        for service in checked.own_services
        if service.callable_lines
    }
    told = second_time(checked.cases.numbers)
    for service in sorted({*held, *told}):
        here, there = Counter(held.get(service, ())), Counter(told.get(service, ()))
        for number in sorted((here - there).elements()):
            sentence = f"{service} has the number {number}, which does not stand here."
            yield checked.file.mistake(("numbers", service), sentence)
        for number in sorted((there - here).elements()):
            sentence = f"{number} stands here, and {service} does not have it."
            yield checked.file.mistake(("numbers", service), sentence)


def _postcodes(checked: Checked) -> Iterator[Mistake]:
    """Each postcode leads to the authority, or the body elsewhere, that is written beside it."""
    for postcode, wanted in checked.cases.postcodes.items():
        found = checked.answer(postcode)
        names = [_called(checked, council) for council in found.councils]
        if names != [wanted]:
            said = ", ".join(names) or "nobody"
            sentence = f"{postcode} leads to {said}, not to {wanted}."
            yield checked.file.mistake(("postcodes", postcode), sentence)


def _called(checked: Checked, council: Council) -> str:
    if council.slug:
        return council.slug
    there = checked.directory.bodies().of(council, checked.contents.release.dated)
    return there.children.id if there else council.code


def _searches(checked: Checked) -> Iterator[Mistake]:
    for text, wanted in checked.cases.searches.items():
        hits = checked.directory.search(text)
        first = hits[0].service_id if hits else "nothing"
        if first != wanted:
            sentence = f"“{text}” finds {first} first, not {wanted}."
            yield checked.file.mistake(("searches", text), sentence)


def _first_calls(checked: Checked) -> Iterator[Mistake]:
    for at, case in enumerate(checked.cases.first_calls):
        where = place_of(checked, case.place)
        place = ("first_calls", at)
        if where is None:
            yield checked.file.mistake(place, f"“{case.place}” leads to no council.")
            continue
        first = asked(checked, case.concern, where, case.moment).first
        if first.line.digits != digits(case.first):
            sentence = (
                f"{case.concern}, {case.place}, {case.at}: first is {first.line.display} "
                f"({first.service.name}), not {case.first}."
            )
            yield checked.file.mistake(place, sentence)


def place_of(checked: Checked, text: str) -> Whereabouts | None:
    """Where a case happens: an authority's short name, a postcode, a place, unknown or outside."""
    if text in WITHOUT_A_PLACE:
        return WITHOUT_A_PLACE[text]
    for council in checked.directory.councils():
        if council.slug == text:
            return whereabouts_of([council])
    found = checked.answer(text)
    return found if found.councils else None


def asked(checked: Checked, concern: Concern, where: Whereabouts, moment: datetime) -> Advice:
    """The answer to a worry, without any circumstance told."""
    return advise(Situation(concern, where), checked.directory, moment)


def _own_names(checked: Checked) -> Iterator[Mistake]:
    """Each authority is found by its own name, and each example of a postcode by its council."""
    for council in checked.directory.councils():
        if council not in checked.answer(council.name).councils:
            sentence = f"“{council.name}”, typed as a place, does not lead to it."
            yield Mistake("area.yaml", 0, sentence)
    for postcode, slug in checked.directory.area().postcodes:
        if [council.slug for council in checked.answer(postcode).councils] != [slug]:
            yield Mistake("area.yaml", 0, f"The example {postcode} does not lead to {slug}.")


def _own_services_found(checked: Checked) -> Iterator[Mistake]:
    """An authority's name in a search leads to nobody else's services, and is not told as far."""
    for council in checked.directory.councils():
        typed = f"{council.name} children"
        hits = checked.directory.search(typed)
        first = checked.directory.service(hits[0].service_id) if hits else None
        if first and not first.national and council.code not in first.areas:
            sentence = f"“{typed}”, searched for, finds {first.id} first."
            yield Mistake("area.yaml", 0, sentence)
        yield from (
            Mistake("area.yaml", 0, f"“{typed}”, searched for: {told}")
            for told in checked.directory.search_advice(typed)
        )


def _somebody_answers(checked: Checked) -> Iterator[Mistake]:
    """In each authority every concern has one first call and somebody who certainly answers."""
    began = datetime.combine(checked.contents.release.dated, datetime.min.time(), UK)
    for council in checked.directory.councils():
        where = whereabouts_of([council])
        for concern in Concern:
            for moment in _moments(began):
                advice = asked(checked, concern, where, moment)
                if elsewhere(where) or not _certain(advice):
                    sentence = f"{concern} in {council.name} at {moment:%Y-%m-%d %H:%M}: nobody."
                    yield Mistake("services", 0, sentence)


def _moments(began: datetime) -> Iterator[datetime]:
    for day in range(DAYS):
        yield from (began + timedelta(days=day, hours=hour) for hour in HOURS)


def _certain(advice: Advice) -> bool:
    return any(call.reading.state is Openness.OPEN for call in advice.calls)


def _doors_left(checked: Checked, council: Council) -> Iterator[str]:
    for role in FRONT_DOORS:
        found = checked.directory.in_role(role, council.code)
        lines = [line for service in found for line in service.callable_lines]
        door = DOORS[role]
        if not lines:
            yield f"{council.name} has no number for the {door}. No release is made without it."
        elif all(line.kind is LineKind.OFFICE_HOURS for line in lines):
            yield f"{council.name} has no night number for the {door}."


def _documents_left(checked: Checked) -> Iterator[str]:
    library = checked.contents.library
    used = {name for draft in library.drafts for _, name in documents_named(draft.file.content, ())}
    used |= {source.document for page in checked.contents.pages for source in page.entry.sources}
    used |= {name for entry, _ in checked.contents.rulebook.pathways for name in entry.sources}
    used |= {name for rule, _ in checked.contents.rulebook.rules for name in rule.sources}
    for listed in library.documents:
        if listed.file.name in checked.own_files and listed.entry.id not in used:
            yield f"Nothing cites the document {listed.entry.id}."
