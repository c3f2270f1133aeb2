"""`check --area`: a directory that answers as its cases say, and each way in which one does not."""

from dataclasses import replace

import pytest

from desktop_app.authoring.areas.cases import CasesEntry
from desktop_app.authoring.areas.check_area import left, wrong
from tests.authoring.areas.second_area import checked

pytestmark = pytest.mark.slow


def test_the_second_area_answers_as_its_cases_say() -> None:
    assert list(wrong(checked())) == []


def test_what_is_left_is_told_and_nothing_is_made_up() -> None:
    things = list(left(checked()))
    assert "Suffolk has no night number for the children’s front door." in things
    assert "norfolk-homelessness: Not found yet: number of the team for people who are" in "".join(
        things
    )
    assert not [thing for thing in things if "No release is made" in thing]


CALL = {"concern": "child", "place": "norfolk", "at": "2026-12-01 11:00", "first": "0344 800 8021"}


@pytest.mark.parametrize(
    ("part", "value", "told"),
    [
        ("numbers", {"norfolk-adults": ["0344 800 8029"]}, "03448008029 stands here, and norfolk-"),
        ("numbers", {"norfolk-adults": []}, "norfolk-adults has the number 03448008020, which"),
        ("numbers", {"nobody": ["0344 800 8020"]}, "and nobody does not have it"),
        ("postcodes", {"NR1 3JU": "suffolk"}, "NR1 3JU leads to norfolk, not to suffolk."),
        ("postcodes", {"CB1 1AA": "E07000008"}, "leads to E10000003, not to E07000008."),
        ("postcodes", {"ZZ9 9ZZ": "suffolk"}, "ZZ9 9ZZ leads to nobody"),
        ("searches", {"CADS": "norfolk-lado"}, "“CADS” finds norfolk-children-cads first"),
        ("searches", {"qqqqq": "norfolk-lado"}, "“qqqqq” finds nothing first"),
        ("first_calls", [{**CALL, "first": "999"}], "first is 0344 800 8021"),
        ("first_calls", [{**CALL, "place": "nowhere at all"}], "leads to no council"),
    ],
)
def test_each_case_that_does_not_hold_is_told(part: str, value: object, told: str) -> None:
    given = checked().cases.model_dump(mode="json") | {part: value}
    held = replace(checked(), cases=CasesEntry.model_validate(given, strict=False))
    assert any(told in mistake.sentence for mistake in wrong(held))
    assert all(mistake.file == "cases.yaml" for mistake in wrong(held))
