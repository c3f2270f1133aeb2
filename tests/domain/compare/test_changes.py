"""What a new directory changes is put into words, the gravest first."""

from dataclasses import replace

import pytest

from desktop_app.domain.compare.change_kinds import HEADINGS, ChangeKind
from desktop_app.domain.compare.changes import Change, in_order, listing, summary

OTHER = Change(
    kind=ChangeKind.NUMBER_CHANGED,
    service_id="door",
    service="Front door",
    line="Desk",
    before="01632 960001",
    after="01632 960002",
)
HOURS = replace(OTHER, kind=ChangeKind.HOURS_CHANGED, before="all day", after="Hours not published")
RENAMED = Change(
    kind=ChangeKind.SERVICE_RENAMED,
    service_id="door",
    service="Hub",
    line="",
    before="Front door",
    after="Hub",
)


def test_all_of_it_in_a_line() -> None:
    assert summary([OTHER, OTHER, OTHER, HOURS]) == "3 numbers changed; hours of 1 line changed."


def test_it_begins_like_a_sentence() -> None:
    assert summary([HOURS, HOURS]) == "Hours of 2 lines changed."


def test_nothing_changed_is_not_the_same_as_nothing_known() -> None:
    assert summary(()) == "No number and no hours have changed."
    assert summary(None).startswith("What changed is not known")


def test_the_gravest_comes_first_whatever_the_order_of_the_services() -> None:
    first, second = replace(RENAMED, service="A"), replace(OTHER, service="B")
    for found in ([first, second], [second, first]):
        assert in_order(found) == (second, first)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (OTHER, "Front door (Desk): 01632 960001 → 01632 960002"),
        (replace(OTHER, after=""), "Front door (Desk): 01632 960001"),
        (replace(OTHER, before=""), "Front door (Desk): 01632 960002"),
        (replace(OTHER, after=OTHER.before), "Front door (Desk): 01632 960001"),
        (RENAMED, "Front door → Hub"),
        (replace(RENAMED, kind=ChangeKind.SERVICE_NEW, before=""), "Hub"),
    ],
)
def test_a_change_in_one_line(change: Change, told: str) -> None:
    assert str(change) == told


def test_the_list_has_a_heading_for_each_kind() -> None:
    assert list(listing([HOURS, OTHER])) == [
        "Numbers that changed:",
        f"  {OTHER}",
        "Hours that changed:",
        f"  {HOURS}",
    ]
    assert list(HEADINGS) == list(ChangeKind)
