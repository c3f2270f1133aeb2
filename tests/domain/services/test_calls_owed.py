"""Which numbers are owed a test call: numbers, not lines, and never a line of people in crisis."""

from dataclasses import replace

import pytest

from desktop_app.domain.services.calls_owed import every_number, owed_calls
from desktop_app.domain.services.service import LineKind, Standing
from tests.domain.listed_services import DOOR, OFFICE_LINE

CRISIS = {"crisis"}


def test_a_number_that_three_services_share_is_owed_one_call() -> None:
    services = [replace(DOOR, id=f"door-{at}", lines=(OFFICE_LINE,)) for at in range(3)]
    (pairs,) = owed_calls(services, CRISIS).values()
    assert len(pairs) == 3


def test_a_replaced_number_is_counted_and_owed_no_call() -> None:
    service = replace(DOOR, lines=(replace(OFFICE_LINE, standing=Standing.SUPERSEDED),))
    assert every_number([service]) == {OFFICE_LINE.number}
    assert not owed_calls([service], CRISIS)


@pytest.mark.parametrize(
    "kind", [LineKind.EMERGENCY, LineKind.TEXT, LineKind.TEXTPHONE, LineKind.FAX]
)
def test_a_line_that_cannot_be_tried_by_voice_is_owed_no_call(kind: LineKind) -> None:
    assert not owed_calls([replace(DOOR, lines=(replace(OFFICE_LINE, kind=kind),))], CRISIS)


def test_a_number_shared_with_people_in_crisis_is_never_rung_to_try_it() -> None:
    shared = [replace(DOOR, id="a"), replace(DOOR, id="b", roles=("crisis",))]
    assert not owed_calls(shared, CRISIS)
