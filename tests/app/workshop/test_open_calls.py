"""The calls of a working file: what a call changes, what it leads to, and that it can be undone."""

import pytest

from desktop_app.app.workshop.open_copy import OpenCopy
from desktop_app.domain.practice.failed_number import WhatHappened
from desktop_app.ui.workshop.calls.ring_list import Came, CheckedFact, HeardCall, RingCard
from desktop_app.ui.workshop.working_copy import FactEdit, FormHours, Way, WorkshopError
from desktop_app.workshop.lines import lines_in
from desktop_app.workshop.work_file import WorkFile
from tests.working_files import NOW

NIGHT, OTHER = "01632 960102", "01632 960301"
LED = {
    Came.ANOTHER_NAME: ["number", "label"],
    Came.MOVED: ["number"],
    Came.RECORDED: ["hours", "number"],
    Came.NO_ANSWER: ["hours", "number"],
    Came.NOT_IN_USE: ["number", "standing"],
    Came.OTHER_HOURS: ["hours"],
}
WEEK = ("09:15-17:20",) * 5 + ("", "")


def card(copy: OpenCopy, number: str) -> RingCard:
    return next(each for each in copy.ring.cards() if each.number == number)


def heard(came: Came, *facts: CheckedFact, words: str = "") -> HeardCall:
    return HeardCall(OTHER, came, frozenset(facts), words)


def report(work: WorkFile, **said: str) -> None:
    row = {"id": "1", "at": "2026-11-30T10:00", "number": "01632960301", "state": "matched"}
    with work.changing() as change:
        change.put("report", {**row, **said})


def checks(work: WorkFile) -> list[object]:
    return [line.says.get("verified") for line in lines_in(work.texts) if line.display == OTHER]


def test_a_match_checks_the_number_and_it_is_due_no_longer(copy: OpenCopy, work: WorkFile) -> None:
    assert card(copy, OTHER).due
    kept = copy.ring.keep(heard(Came.MATCHES, CheckedFact.NUMBER))
    assert kept.told == f"{OTHER}: checked on its one line."
    assert not kept.leads
    assert not card(copy, OTHER).due
    assert checks(work) == [{"on": NOW.date(), "by": "Amara", "how": "rang_it", "hours": False}]


def test_a_match_is_told_for_all_lines_of_its_number(copy: OpenCopy) -> None:
    place = next(
        fact.place for each in copy.sheet("other-front-doors").cards for fact in each.facts
        if fact.heading == "Number" and fact.value == OTHER
    )  # fmt: skip
    assert copy.edit(FactEdit("other-front-doors", place, NIGHT, "page-2024")).taken
    kept = copy.ring.keep(HeardCall(NIGHT, Came.MATCHES, frozenset({CheckedFact.NUMBER})))
    assert kept.told == f"{NIGHT}: checked on all 2 lines that have it."


@pytest.mark.parametrize("came", LED)
def test_every_other_result_leads_to_the_facts_it_throws_doubt_on(
    copy: OpenCopy, came: Came
) -> None:
    facts = (CheckedFact.NUMBER,) if came is Came.OTHER_HOURS else ()
    kept = copy.ring.keep(heard(came, *facts, words="01632 960555"))
    places = [lead.place for lead in kept.leads]
    assert [place[-1] for place in places] == LED[came]
    sheet = copy.sheet(kept.leads[0].service)
    known = {fact.place: fact for each in sheet.cards for fact in each.facts}
    assert all(known[place].place == place for place in places)
    number = next(fact.value for place, fact in known.items() if place[:4] == places[0][:4])
    assert number == OTHER


def test_the_number_a_call_gave_is_typed_in_and_rests_on_the_call(copy: OpenCopy) -> None:
    [lead] = copy.ring.keep(heard(Came.MOVED, words="01632 960555")).leads
    assert lead.value == "01632 960555"
    assert lead.document is not None
    document = copy.add_document(lead.document)
    assert copy.edit(FactEdit(lead.service, lead.place, lead.value, document.id)).taken
    assert document.title == f"Call to {OTHER}"


def test_a_number_heard_at_other_hours_stays_checked_when_they_are_put_right(
    copy: OpenCopy, work: WorkFile
) -> None:
    kept = copy.ring.keep(
        heard(Came.OTHER_HOURS, CheckedFact.NUMBER, words="from quarter past nine")
    )
    hours = FormHours(Way.PUBLISHED, WEEK, "closed")
    assert copy.edit(FactEdit(kept.leads[0].service, kept.leads[0].place, hours, "page-2024")).taken
    assert checks(work) == [{"on": NOW.date(), "by": "Amara", "how": "rang_it", "hours": False}]


def test_hours_that_were_heard_lose_the_check_when_they_change(
    copy: OpenCopy, work: WorkFile
) -> None:
    copy.ring.keep(heard(Came.MATCHES, CheckedFact.NUMBER, CheckedFact.HOURS))
    kept = copy.ring.keep(heard(Came.NO_ANSWER))
    hours = FormHours(Way.PUBLISHED, WEEK, "closed")
    assert copy.edit(FactEdit(kept.leads[0].service, kept.leads[0].place, hours, "page-2024")).taken
    assert checks(work) == ["never"]


def test_a_slip_of_the_finger_is_taken_back_to_the_byte(copy: OpenCopy, work: WorkFile) -> None:
    before = work.texts
    copy.ring.keep(heard(Came.MATCHES, CheckedFact.NUMBER))
    assert copy.ring.take_back() == OTHER
    assert work.texts == before
    assert [line.taken_back for line in copy.ring.ledger()] == [True]


def test_with_no_call_there_is_none_to_take_back(copy: OpenCopy) -> None:
    with pytest.raises(WorkshopError, match="no call to take back"):
        copy.ring.take_back()


def test_what_a_desk_reported_stands_first_with_who_and_what(
    copy: OpenCopy, work: WorkFile
) -> None:
    report(work, what=WhatHappened.NOT_IN_USE, practice="E81000")
    first = copy.ring.cards()[0]
    assert (first.number, first.urgent) == (OTHER, True)
    assert first.asked == ("30 November 2026: The number is not in use, told by E81000.",)


@pytest.mark.parametrize("what", ["", "something an older program said"])
def test_a_report_nobody_can_read_is_told_all_the_same(
    copy: OpenCopy, work: WorkFile, what: str
) -> None:
    report(work, what=what)
    assert copy.ring.cards()[0].asked == ("30 November 2026: Failed.",)


def test_protected_numbers_are_in_no_list(copy: OpenCopy) -> None:
    assert {"999", "01632 960103"}.isdisjoint(each.number for each in copy.ring.cards())


def test_half_a_result_is_refused_in_a_sentence(copy: OpenCopy) -> None:
    with pytest.raises(WorkshopError, match="Say what was heard"):
        copy.ring.keep(heard(Came.MATCHES))
    assert not copy.ring.ledger()


def test_the_list_is_the_same_each_time(copy: OpenCopy) -> None:
    first = [each.number for each in copy.ring.cards()]
    copy.ring.keep(heard(Came.NO_ANSWER))
    assert [each.number for each in copy.ring.cards()] == first
