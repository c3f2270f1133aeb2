"""No number is signed that its checker did not type, digit by digit."""

import random

import pytest

from desktop_app.domain.compare.change_kinds import ChangeKind
from desktop_app.domain.compare.changes import Change
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.publishing.numbers_to_retype import numbers_to_retype
from tests.workshop.publishing.release_office import NEW, Given

DIGITS = NEW.replace(" ", "")


def change(kind: ChangeKind, before: str, after: str, fact: str = "") -> Change:
    return Change(
        kind=kind,
        service_id="elm",
        service="Elm",
        line="Desk",
        before=before,
        after=after,
        fact=fact,
    )


@pytest.mark.parametrize(
    ("kind", "before", "after", "typed"),
    [
        (ChangeKind.NUMBER_CHANGED, "01632 960001", "01632 960002", ["01632960002"]),
        (ChangeKind.NUMBER_NEW, "", "116 123", ["116123"]),
        (ChangeKind.NUMBER_NEW, "", "999", ["999"]),
        (ChangeKind.NUMBER_DOUBTED, "01632 960001", "01632 960001", []),
        (ChangeKind.NUMBER_GONE, "01632 960001", "", []),
        (ChangeKind.GUIDANCE_CHANGED, "Ring.", "Ring +44 1632 960003 now.", ["01632960003"]),
        (ChangeKind.GUIDANCE_CHANGED, "01632 960003", "Now 01632 960003 or 9.", []),
        (ChangeKind.SERVICE_FACT, "", "Use 01632960004, option 2.", ["01632960004"]),
        (ChangeKind.PLACE_CHANGED, "", "01632 960 005 of 2026-11-29", ["01632960005"]),
        (ChangeKind.SERVICE_FACT, "", "Opened on 2026-11-29 at 10:30.", []),
        (ChangeKind.SERVICE_FACT, "gives it", "01632 960005: gives it", []),
        (ChangeKind.SERVICE_FACT, "gave it", "01632 960005: gives it", ["01632960005"]),
        (ChangeKind.RELEASE_CHANGED, "", "0163296000501632960005", []),
    ],
)
def test_which_numbers_have_to_be_typed(
    kind: ChangeKind, before: str, after: str, typed: list[str]
) -> None:
    found = numbers_to_retype([change(kind, before, after)])
    assert [each.digits for each in found] == typed


def test_a_number_at_several_places_is_typed_once_and_named_at_all() -> None:
    lines = [change(ChangeKind.NUMBER_NEW, "", "01632 960002", fact) for fact in ("", "note")]
    (found,) = numbers_to_retype(lines)
    assert found.places == ("Elm (Desk)", "Elm (Desk): note")


@pytest.mark.slow
def test_of_a_hundred_wrong_digits_each_is_stopped(given: Given) -> None:
    right = {each.digits: each.digits for each in given.seen.numbers}
    chance = random.Random(14)
    for _ in range(100):
        number = chance.choice(sorted(right))
        place = chance.randrange(len(number))
        wrong = chance.choice([d for d in "0123456789" if d != number[place]])
        typed = {**right, number: number[:place] + wrong + number[place + 1 :]}
        before = given.office.desk.draft_targets()
        with pytest.raises(WorkshopError, match="not typed as they stand"):
            given.checked_by("Ben Checker", typed=typed)
        after = given.office.desk.draft_targets()
        assert before is not None
        assert after is not None
        assert after.signatures == before.signatures


@pytest.mark.parametrize("typed", ["", "0", DIGITS[:-1], DIGITS + "0", DIGITS[::-1], "see mail"])
def test_a_number_half_typed_is_stopped(given: Given, typed: str) -> None:
    right = {each.digits: each.digits for each in given.seen.numbers}
    with pytest.raises(WorkshopError, match="not typed as they stand"):
        given.checked_by("Ben Checker", typed={**right, DIGITS: typed})


@pytest.mark.parametrize(
    "typed", [NEW, DIGITS, " 01582-547654 ", "+44 1582 547654", "(01582) 547654"]
)
def test_a_number_may_be_typed_with_any_spaces(given: Given, typed: str) -> None:
    number = next(each for each in given.seen.numbers if each.digits == DIGITS)
    assert number.fits(typed)
