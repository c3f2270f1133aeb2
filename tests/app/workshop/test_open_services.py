"""Services that begin and end in a working file: one change each, one step back, none verified."""

from datetime import date

import pytest

from desktop_app.app.workshop.open_copy import OpenCopy
from desktop_app.ui.workshop.lifecycle.service_lifecycle import NewService
from desktop_app.ui.workshop.working_copy import FormHours, Way, WorkshopError
from desktop_app.workshop.lines import lines_in
from desktop_app.workshop.work_file import WorkFile
from tests.working_files import NOW

WEEK = ("09:00-17:00",) * 5 + ("", "")
DAY = date(2026, 12, 24)


@pytest.fixture
def new(copy: OpenCopy) -> NewService:
    said = copy.lifecycle.words()
    return NewService(
        name="Oak Line",
        summary="For people who live under oaks.",
        organisation="Oak Trust: a charity",
        roles=(said.roles[2].id,),
        areas=(said.areas[-1].id,),
        serves=(said.serves[0].id,),
        topics=(said.topics[0].id,),
        number="01632 960188",
        label="Office",
        kind="office_hours",
        hours=FormHours(Way.PUBLISHED, WEEK, "closed"),
        document="page-2024",
    )


def test_a_service_of_a_new_organisation_is_made_and_shown(
    copy: OpenCopy, work: WorkFile, new: NewService
) -> None:
    before = work.texts
    made = copy.lifecycle.make(new)
    assert made.outcome.taken, made
    sheet = copy.sheet(made.service)
    assert (sheet.name, sheet.organisation) == ("Oak Line", "Oak Trust: a charity")
    assert not copy.problems()
    assert copy.preview(made.service, NOW) is not None
    copy.undo()
    assert work.texts == before


def test_a_service_of_a_known_organisation_goes_into_its_file(
    copy: OpenCopy, work: WorkFile, new: NewService
) -> None:
    names = set(work.texts)
    made = copy.lifecycle.make(new._replace(organisation="Town Council"))
    assert made.outcome.taken, made
    assert set(work.texts) == names
    assert copy.sheet(made.service).organisation == "Town Council"


def test_two_of_one_name_have_ids_of_their_own(copy: OpenCopy, new: NewService) -> None:
    first = copy.lifecycle.make(new).service
    second = copy.lifecycle.make(new._replace(number="01632 960189")).service
    assert (first, second) == ("oak-line", "oak-line-2")


def test_a_new_number_was_never_checked(copy: OpenCopy, work: WorkFile, new: NewService) -> None:
    checks = [line.verified for line in lines_in(work.texts) if line.verified]
    copy.lifecycle.make(new)
    assert [line.verified for line in lines_in(work.texts) if line.verified] == checks
    assert new.number in [each.number for each in copy.ring.cards() if each.due]


@pytest.mark.parametrize(
    "missing", ["name", "summary", "organisation", "roles", "areas", "serves", "topics"]
)
def test_what_is_missing_is_asked_for(
    copy: OpenCopy, work: WorkFile, new: NewService, missing: str
) -> None:
    before = work.texts
    empty = new._replace(**{missing: type(getattr(new, missing))()})
    with pytest.raises(WorkshopError, match=r"^Say w.* first\.$"):
        copy.lifecycle.make(empty)
    assert work.texts == before


@pytest.mark.parametrize("number", ["01632 96", "ask Jo", "9" * 10_000, "=SUM(A1)", "\u202e12"])
def test_what_is_no_number_is_refused_at_the_number(
    copy: OpenCopy, work: WorkFile, new: NewService, number: str
) -> None:
    before = work.texts
    made = copy.lifecycle.make(new._replace(number=number))
    assert any("number" in each.place for each in made.outcome.refusals)
    assert work.texts == before


@pytest.mark.parametrize("name", ["x" * 10_000, 'A "quoted": name', "- dash", "yes", "12", "é🙂"])
def test_any_name_reads_back_as_it_was_typed(copy: OpenCopy, new: NewService, name: str) -> None:
    made = copy.lifecycle.make(new._replace(name=name, organisation=f"Of {name}"))
    assert copy.sheet(made.service).name == name


def test_a_service_that_ended_is_never_offered_and_says_whom_to_ring(
    copy: OpenCopy, work: WorkFile, new: NewService
) -> None:
    made = copy.lifecycle.make(new)
    before = work.texts
    assert copy.lifecycle.end(made.service, DAY, "01632 960101", "page-2024").taken
    sheet = copy.sheet(made.service)
    facts = {fact.heading: fact.told for each in sheet.cards for fact in each.facts}
    assert facts["Good to know"] == "Closed since 24 December 2026. Ring 01632 960101 instead."
    assert new.number not in [each.number for each in copy.ring.cards()]
    assert made.service not in [each.id for each in copy.lifecycle.services()]
    copy.undo()
    assert work.texts == before


def test_an_end_that_leaves_nobody_is_refused(copy: OpenCopy, work: WorkFile) -> None:
    before = work.texts
    outcome = copy.lifecycle.end("town-mash", DAY, "", "page-2024")
    assert outcome.refusals
    assert work.texts == before


def test_a_service_that_is_gone_cannot_end(copy: OpenCopy) -> None:
    with pytest.raises(WorkshopError, match="no service “gone” any more"):
        copy.lifecycle.end("gone", DAY, "", "page-2024")


@pytest.mark.parametrize("emergency", ["999", "112", "18000"])
def test_no_new_service_has_the_number_of_the_emergency_services(
    copy: OpenCopy, work: WorkFile, new: NewService, emergency: str
) -> None:
    before = work.texts
    with pytest.raises(WorkshopError, match="reaches the emergency services"):
        copy.lifecycle.make(new._replace(number=emergency))
    assert work.texts == before


def test_the_emergency_services_do_not_end(copy: OpenCopy, work: WorkFile) -> None:
    [emergency] = {line.service for line in lines_in(work.texts) if line.digits == "999"}
    before = work.texts
    with pytest.raises(WorkshopError, match="do not end"):
        copy.lifecycle.end(emergency, DAY, "", "page-2024")
    assert work.texts == before
