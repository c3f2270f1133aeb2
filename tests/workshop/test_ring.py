"""Which numbers are rung, in which order, and what a call changes: only what was heard."""

import random
from datetime import date, timedelta

import pytest

from desktop_app.domain.services.service import Line
from desktop_app.workshop.call_ledger import Hearing, Result, calls
from desktop_app.workshop.checking import read_texts
from desktop_app.workshop.editing import edit, undo
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.lines import lines_in
from desktop_app.workshop.ring import (
    Answer,
    RingReason,
    every_number_to_ring,
    record,
    take_back,
    to_ring,
)
from desktop_app.workshop.work_file import WorkFile
from desktop_app.workshop.yaml_edit import Edit
from tests.sweeps import size
from tests.working_files import NOW, OFFICE, SAID, TOWN

TODAY = NOW.date()
OFFICE_NUMBER, NIGHT, OTHER = "01632 960101", "01632 960102", "01632 960301"
VOCABULARY = "national/vocabulary.yaml"
NUMBER = frozenset({Hearing.NUMBER})


def rung(work: WorkFile, today: date = TODAY) -> list[tuple[str, RingReason]]:
    return [(each.display, each.why) for each in to_ring(work, today)]


def matches(work: WorkFile, number: str, *heard: Hearing) -> None:
    answer = Answer(number=number, result=Result.MATCHES, heard=frozenset(heard or NUMBER))
    record(work, answer, by="A. Steward", at=NOW)


def line_of(work: WorkFile, number: str) -> Line:
    contents = read_texts(work.texts, TODAY)
    return next(
        line for _, service, _ in contents.services for line in service.lines
        if line.display == number
    )  # fmt: skip


def test_numbers_never_checked_are_rung_and_fresh_ones_are_not(work: WorkFile) -> None:
    found = dict(rung(work))
    assert found[NIGHT] is RingReason.NEVER
    assert OFFICE_NUMBER not in found


def test_emergency_lines_replaced_ones_and_faxes_are_never_offered(work: WorkFile) -> None:
    numbers = {display for display, _ in rung(work)}
    assert numbers.isdisjoint({"999", "01632 960103"})


@pytest.mark.parametrize("kind", ["emergency", "textphone"])
def test_a_kind_that_nobody_tries_is_not_offered(work: WorkFile, kind: str) -> None:
    edit(work, [Edit(file=TOWN, place=(*OFFICE[:3], "id:out-of-hours", "kind"), value=kind)], SAID)
    assert NIGHT not in dict(rung(work))


def test_a_role_that_the_vocabulary_protects_is_not_offered(work: WorkFile) -> None:
    place = ("roles", "id:da_national", "test_calls")
    edit(work, [Edit(file=VOCABULARY, place=place, value=False)], SAID)
    assert "0808 157 0123" not in dict(rung(work))
    with pytest.raises(WorkshopError, match="never rung to try it"):
        matches(work, "0808 157 0123")


@pytest.mark.parametrize("number", ["999", "01632 960103", "01632 960999"])
def test_a_call_of_a_number_that_is_not_offered_is_not_kept(work: WorkFile, number: str) -> None:
    with pytest.raises(WorkshopError, match="Ask the office behind it by mail"):
        matches(work, number)
    assert calls(work) == []


@pytest.mark.parametrize(
    ("days", "why"), [(0, None), (89, None), (90, RingReason.AMBER), (181, RingReason.RED)]
)
def test_a_check_is_due_again_after_ninety_days(
    work: WorkFile, days: int, why: RingReason | None
) -> None:
    today = date(2026, 11, 1) + timedelta(days=days)
    assert dict(rung(work, today)).get(OFFICE_NUMBER) is why


def test_the_order_is_reported_never_red_amber(work: WorkFile) -> None:
    with work.changing() as change:
        row = {"id": "1", "at": "2026-11-30T10:00:00", "number": "01632960301", "state": "new"}
        change.put("report", row)
    assert rung(work, date(2027, 2, 1))[0] == (OTHER, RingReason.REPORTED)
    ranks = [list(RingReason).index(why) for _, why in rung(work, date(2027, 2, 1))]
    assert ranks == sorted(ranks)


def test_a_practice_that_found_a_number_to_work_asks_for_no_call_and_checks_nothing(
    work: WorkFile,
) -> None:
    before, texts = rung(work), work.texts
    with work.changing() as change:
        row = {"id": "1", "at": "2026-11-30T10:00:00", "number": "01632960301", "state": "new"}
        change.put("report", {**row, "what": "works"})
    assert rung(work) == before
    assert work.texts == texts


def test_a_call_answers_a_report(work: WorkFile) -> None:
    with work.changing() as change:
        row = {"id": "1", "at": "2026-11-30T10:00:00", "number": "01632960301", "state": "new"}
        change.put("report", row)
    record(work, Answer(number=OTHER, result=Result.NO_ANSWER), by="A", at=NOW)
    assert dict(rung(work))[OTHER] is RingReason.NEVER


def test_the_list_is_the_same_each_time_and_after_a_restart(work: WorkFile) -> None:
    first = rung(work)
    work.close()
    with WorkFile.open(work.path) as again:
        assert rung(again) == first == rung(again)


def test_a_call_that_matches_verifies_every_line_of_the_number(work: WorkFile) -> None:
    place = ("services", "id:other-front-doors", "lines", "id:office", "number")
    edit(work, [Edit(file="national/services/other-towns.yaml", place=place, value=NIGHT)], SAID)
    matches(work, NIGHT)
    found = [line.verified for line in lines_in(work.texts) if line.display == NIGHT]
    check = {"on": TODAY, "by": "A. Steward", "how": "rang_it", "hours": False}
    assert found == [check, check]
    assert NIGHT not in dict(rung(work))


def test_hours_that_were_not_heard_are_not_borne_out(work: WorkFile) -> None:
    matches(work, OTHER)
    assert line_of(work, OTHER).verified is not None
    assert line_of(work, OTHER).hours.bearing.checked is None
    matches(work, OTHER, Hearing.NUMBER, Hearing.HOURS)
    assert line_of(work, OTHER).hours.bearing.checked == TODAY


def test_a_name_alone_verifies_no_number(work: WorkFile) -> None:
    before = work.texts
    matches(work, NIGHT, Hearing.NAME)
    assert work.texts == before
    assert [call.heard for call in calls(work)] == [(Hearing.NAME,)]


@pytest.mark.parametrize("result", [result for result in Result if result is not Result.MATCHES])
def test_every_other_result_is_kept_and_changes_no_fact(work: WorkFile, result: Result) -> None:
    before = work.texts
    record(work, Answer(number=NIGHT, result=result, other="Another Desk"), by="A", at=NOW)
    assert work.texts == before
    assert [(call.number, call.result) for call in calls(work)] == [("01632960102", result)]
    assert dict(rung(work))[NIGHT] is RingReason.NEVER


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (Answer(number=NIGHT, result=Result.MATCHES), "Say what was heard"),
        (Answer(number=NIGHT, result=Result.MOVED), "which number was heard"),
        (Answer(number=NIGHT, result=Result.ANOTHER_NAME), "which name was heard"),
        (Answer(number=NIGHT, result=Result.NO_ANSWER, heard=NUMBER), "said of a call that match"),
    ],
)
def test_half_a_result_is_refused(work: WorkFile, answer: Answer, sentence: str) -> None:
    with pytest.raises(WorkshopError, match=sentence):
        record(work, answer, by="A", at=NOW)
    assert calls(work) == []


def test_a_call_carries_a_name(work: WorkFile) -> None:
    with pytest.raises(WorkshopError, match="Say who rang"):
        record(work, Answer(number=NIGHT, result=Result.NO_ANSWER), by=" ", at=NOW)


def test_a_check_can_be_taken_back_and_the_call_stays_known(work: WorkFile) -> None:
    before = work.texts
    matches(work, NIGHT)
    undo(work, by="A. Steward", at=NOW)
    assert work.texts == before
    assert len(calls(work)) == 1


def test_calls_that_do_not_match_verify_nothing_however_many(work: WorkFile) -> None:
    before, chance = work.texts, random.Random(6)
    for _ in range(size(20, 300)):
        number = chance.choice([NIGHT, OTHER])
        result = chance.choice([each for each in Result if each is not Result.MATCHES])
        record(work, Answer(number=number, result=result, other="x"), by="A", at=NOW)
    assert work.texts == before


def test_a_call_taken_back_counts_for_nothing_and_both_stay_to_be_read(work: WorkFile) -> None:
    record(work, Answer(number=NIGHT, result=Result.NO_ANSWER), by="A", at=NOW)
    take_back(work, by="A", at=NOW)
    assert [(call.number, call.taken_back) for call in calls(work)] == [("01632960102", True)]
    assert all(each.last is None for each in to_ring(work, TODAY))
    with pytest.raises(WorkshopError, match="no call to take back"):
        take_back(work, by="A", at=NOW)


def test_with_a_call_its_check_is_taken_back_to_the_byte(work: WorkFile) -> None:
    before = work.texts
    matches(work, NIGHT)
    take_back(work, by="A", at=NOW)
    assert work.texts == before
    assert dict(rung(work))[NIGHT] is RingReason.NEVER


def test_a_call_on_which_a_change_stands_is_not_taken_back_under_it(work: WorkFile) -> None:
    matches(work, NIGHT)
    edit(work, [Edit(file=TOWN, place=(*OFFICE, "note"), value="Say the postcode.")], SAID)
    after = work.texts
    with pytest.raises(WorkshopError, match="Something was changed after that call"):
        take_back(work, by="A", at=NOW)
    assert work.texts == after
    assert not calls(work)[0].taken_back


def test_nobody_takes_a_call_back_without_a_name(work: WorkFile) -> None:
    matches(work, NIGHT)
    with pytest.raises(WorkshopError, match="Say who rang"):
        take_back(work, by=" ", at=NOW)


def test_a_report_before_a_call_taken_back_asks_again(work: WorkFile) -> None:
    with work.changing() as change:
        row = {"id": "1", "at": "2026-11-30T10:00", "number": "01632960301", "practice": "E81000"}
        change.put("report", {**row, "what": "not_in_use", "state": "new"})
    record(work, Answer(number=OTHER, result=Result.NO_ANSWER), by="A", at=NOW)
    take_back(work, by="A", at=NOW)
    first = to_ring(work, TODAY)[0]
    assert (first.display, first.why) == (OTHER, RingReason.REPORTED)
    assert [(each.practice, each.what) for each in first.asked] == [("E81000", "not_in_use")]


def test_a_number_with_a_line_nobody_checked_is_rung(work: WorkFile) -> None:
    place = ("services", "id:other-front-doors", "lines", "id:office", "number")
    assert OFFICE_NUMBER not in dict(rung(work))
    edit(
        work,
        [Edit(file="national/services/other-towns.yaml", place=place, value=OFFICE_NUMBER)],
        SAID,
    )
    assert dict(rung(work))[OFFICE_NUMBER] is RingReason.NEVER


def test_every_number_that_may_be_rung_is_listed_after_those_that_are_due(work: WorkFile) -> None:
    listed = [each.display for each in every_number_to_ring(work, TODAY)]
    due = [display for display, _ in rung(work)]
    assert listed[: len(due)] == due
    assert OFFICE_NUMBER in listed
    assert set(listed).isdisjoint({"999", "01632 960103"})
