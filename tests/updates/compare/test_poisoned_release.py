"""A release made to deceive: two signers and the desk read what it does, answers first."""

from pathlib import Path

import pytest

from desktop_app.domain.compare.change_kinds import ChangeKind
from desktop_app.domain.compare.changes import listing, summary
from tests.updates.poisoned import EXCHANGED_DOORS, script, told

FAKED = (
    "UPDATE line SET verified_on = '2026-11-28', verified_by = 'Nobody', verified_how = 'rang_it';"
)
CLOSED = "UPDATE service SET status = 'reference' WHERE id = 'mk-act';"
OPEN_TO_ALL = "UPDATE service SET staff_only = 0 WHERE id IN ('luton-lado', 'mk-lado');"
OPTIONAL = "UPDATE form SET compulsory = 0;"
BY_DAY = (
    "(SELECT own.id FROM hours_statement AS own JOIN line ON line.id = own.line"
    " WHERE line.kind = 'office_hours')"
)
EMPTIED = (
    f"CREATE TEMP TABLE by_day AS SELECT * FROM {BY_DAY};"
    "DELETE FROM hours_span WHERE statement IN (SELECT id FROM by_day);"
    "DELETE FROM hours_statement WHERE id IN (SELECT id FROM by_day);"
)
NO_STEPS = "DELETE FROM pathway_step WHERE concern = 'child' AND part = 'lead';"


@pytest.mark.slow
def test_the_release_that_deceived_two_signers_is_seen(tmp_path: Path) -> None:
    everything = EXCHANGED_DOORS + FAKED + CLOSED + OPEN_TO_ALL + OPTIONAL
    found = told(tmp_path, script(everything), answers=True)
    kinds = {change.kind for change in found}
    assert kinds >= {
        ChangeKind.DOOR_MOVED,
        ChangeKind.FIRST_CALL,
        ChangeKind.STATUS_CHANGED,
        ChangeKind.AREA_CHANGED,
        ChangeKind.FORM_CHANGED,
        ChangeKind.CHECK_CHANGED,
    }
    said = summary(found)
    assert said.startswith("2 numbers of councils’ front doors become another council’s; ")
    assert "answers begin with another call" in said
    text = "\n".join(listing(found))
    for words in (
        "status was “in_use”, is “reference”",
        "for staff only was yes, is no",
        "compulsory was yes, is no",
        "by “Nobody” (rang it)",
    ):
        assert words in text


@pytest.mark.slow
def test_a_closure_of_one_day_is_told_as_an_answer(tmp_path: Path) -> None:
    """No moment that is always compared falls on that day."""
    close = (
        "INSERT INTO hours_exception (line, date, note) SELECT line.id, '2027-02-10', 'Closed'"
        " FROM line JOIN service ON service.number = line.service"
        " JOIN service_role AS part ON part.service = service.number"
        " JOIN service_area AS area ON area.service = service.number"
        " WHERE part.role = 'children_front_door' AND area.council = 'E06000032'"
        " AND line.kind = 'office_hours';"
    )
    found = told(tmp_path, script(close), answers=True)
    asked = [each for each in found if each.kind in (ChangeKind.FIRST_CALL, ChangeKind.LATER_CALL)]
    assert asked
    assert all("on Wednesday 10 February 2027 at 11:00" in str(each) for each in asked)
    assert any(each.kind is ChangeKind.FIRST_CALL for each in asked)


AFTERNOON = (
    "UPDATE hours_span SET closes = {} WHERE weekday = 2 AND statement IN (SELECT own.id"
    " FROM hours_statement AS own JOIN line ON line.id = own.line"
    " WHERE line.number = '+441234718700');"
)


@pytest.mark.slow
@pytest.mark.parametrize("closes", [720, 1039])
def test_an_earlier_closing_on_one_weekday_is_told_as_an_answer(
    tmp_path: Path, closes: int
) -> None:
    """Noon, or one minute earlier, on Wednesdays alone: on no other day is an answer another."""
    found = told(tmp_path, script(AFTERNOON.format(closes)), answers=True)
    first = [str(each) for each in found if each.kind is ChangeKind.FIRST_CALL]
    assert first
    assert all("on Wednesday " in each for each in first)


@pytest.mark.slow
def test_exchanged_front_doors_are_named_with_both_numbers(tmp_path: Path) -> None:
    found = told(tmp_path, script(EXCHANGED_DOORS), answers=True)
    first = [
        change
        for change in found
        if change.kind is ChangeKind.FIRST_CALL and change.service.startswith("Luton: ")
    ]
    assert any("Luton MASH" in one.before and "Central Bedf" in one.after for one in first)
    assert any("A child or young person" in one.service for one in first)
    assert sum(one.times for one in first) > 100


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (CLOSED, ChangeKind.FIRST_CALL),
        (OPTIONAL, ChangeKind.FIRST_CALL),
        (EMPTIED, ChangeKind.HOURS_CHANGED),
        (NO_STEPS, ChangeKind.FIRST_CALL),
    ],
)
def test_what_changes_answers_is_told_as_answers(
    tmp_path: Path, change: str, kind: ChangeKind
) -> None:
    assert any(each.kind is kind for each in told(tmp_path, script(change), answers=True))


@pytest.mark.slow
def test_an_answer_that_is_lost_is_told(tmp_path: Path) -> None:
    lost = "DELETE FROM pathway_step WHERE concern = 'adult';"
    found = told(tmp_path, script(lost), answers=True)
    said = {one.after for one in found if one.kind is ChangeKind.FIRST_CALL}
    assert "no answer at all" in said


def test_what_no_answer_rests_on_needs_no_asking(tmp_path: Path) -> None:
    edit = "UPDATE alias SET name = 'Somebody' WHERE service = 1 AND position = 0"
    found = told(tmp_path, script(edit), answers=True)
    assert not any(one.kind is ChangeKind.FIRST_CALL for one in found)
