"""What a new directory changes is told, the gravest first, and nothing else is."""

from dataclasses import replace

import pytest

from desktop_app.domain.changes import ChangeKind, changes, summary
from desktop_app.domain.hours import Basis, Hours, Statement
from desktop_app.domain.service import Line, LineKind, Service, Standing

ALWAYS = Hours((Statement(Basis.ALWAYS),))
UNPUBLISHED = Hours(())
LINE = Line("office", LineKind.HELPLINE, "Helpline", "+441632960001", "01632 960001", ALWAYS)
OLD = replace(LINE, standing=Standing.SUPERSEDED)
DOUBTED = replace(LINE, standing=Standing.DISPUTED)
OTHER = replace(LINE, number="+441632960002", display="01632 960002")
FAX = replace(LINE, id="fax", kind=LineKind.FAX)
DOOR = Service("door", "Front door", "A council", "", frozenset(), lines=(LINE,))


def with_lines(*lines: Line) -> Service:
    return replace(DOOR, lines=lines)


@pytest.mark.parametrize(
    ("before", "after", "kind", "was", "now"),
    [
        (DOOR, with_lines(OTHER), ChangeKind.NUMBER_CHANGED, "01632 960001", "01632 960002"),
        (DOOR, with_lines(OLD), ChangeKind.NUMBER_REPLACED, "01632 960001", ""),
        (with_lines(OLD), DOOR, ChangeKind.NUMBER_NEW, "", "01632 960001"),
        (DOOR, with_lines(), ChangeKind.NUMBER_GONE, "01632 960001", ""),
        (with_lines(), DOOR, ChangeKind.NUMBER_NEW, "", "01632 960001"),
        (DOOR, with_lines(DOUBTED), ChangeKind.NUMBER_DOUBTED, "01632 960001", "01632 960001"),
        (
            DOOR,
            with_lines(replace(LINE, hours=UNPUBLISHED)),
            ChangeKind.HOURS_CHANGED,
            "24 hours a day, every day",
            "Hours not published",
        ),
        (DOOR, replace(DOOR, name="Hub"), ChangeKind.SERVICE_RENAMED, "Front door", "Hub"),
    ],
)
def test_one_change_is_told(
    before: Service, after: Service, kind: ChangeKind, was: str, now: str
) -> None:
    (found,) = changes([before], [after])
    assert (found.kind, found.before, found.after) == (kind, was, now)
    assert found.service_id == "door"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (DOOR, DOOR),
        (DOOR, with_lines(LINE, FAX)),
        (with_lines(LINE, FAX), DOOR),
        (DOOR, replace(DOOR, summary="Another summary", notes=("A note",))),
        (with_lines(OLD), with_lines(replace(OLD, hours=UNPUBLISHED))),
    ],
)
def test_what_no_desk_needs_to_hear_is_not_told(before: Service, after: Service) -> None:
    assert changes([before], [after]) == ()


def test_a_service_that_goes_tells_its_numbers_too() -> None:
    found = changes([DOOR], [])
    assert [each.kind for each in found] == [ChangeKind.NUMBER_GONE, ChangeKind.SERVICE_GONE]


def test_a_new_service_tells_its_numbers_too() -> None:
    found = changes([], [DOOR])
    assert [each.kind for each in found] == [ChangeKind.NUMBER_NEW, ChangeKind.SERVICE_NEW]


def test_the_gravest_comes_first_whatever_the_order_of_the_services() -> None:
    first, second = replace(DOOR, id="a", name="A"), replace(DOOR, id="b", name="B")
    new = [replace(first, name="C"), replace(second, lines=(OTHER,))]
    for before, after in (([first, second], new), ([second, first], new[::-1])):
        kinds = [each.kind for each in changes(before, after)]
        assert kinds == [ChangeKind.NUMBER_CHANGED, ChangeKind.SERVICE_RENAMED]


def test_all_of_it_in_a_line() -> None:
    three = [replace(DOOR, id=key) for key in "abc"]
    late = replace(DOOR, id="d")
    before = [*three, late]
    after = [replace(each, lines=(OTHER,)) for each in three]
    after.append(replace(late, lines=(replace(LINE, hours=UNPUBLISHED),)))
    assert summary(changes(before, after)) == "3 numbers changed; hours of 1 line changed."
    assert summary(()) == "No number and no hours have changed."
