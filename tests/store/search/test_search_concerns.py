"""Every worry with every council: the first number is one of the right part, for that council."""

import pytest

from desktop_app.store.directory.directory import SqliteDirectory
from tests.area import COUNCILS

ABUSE = ("da_local", "da_national", "da_men")
CHILDREN, ADULTS, CONDUCT = ("children_front_door",), ("adults_front_door", "da_older"), ("lado",)
SENTENCES = {
    "husband hits her": ABUSE,
    "patient slapped by partner": ABUSE,
    "ex is threatening her": ABUSE,
    "lady beaten by her husband": ABUSE,
    "girlfriend scared of boyfriend": ABUSE,
    "baby with bruises": CHILDREN,
    "dad hits kids": CHILDREN,
    "toddler with burns": CHILDREN,
    "child neglected": CHILDREN,
    "child protection referral": CHILDREN,
    "old lady hit by carer": ADULTS,
    "dementia patient bruised": ADULTS,
    "vulnerable adult at risk": ADULTS,
    "care home abuse": ADULTS,
    "teacher hit a pupil": CONDUCT,
    "allegation against a nurse": CONDUCT,
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_worry_finds_its_part_at_the_desk_s_own_council_and_at_one_that_is_named(
    real: SqliteDirectory, sentence: str
) -> None:
    wrong = []
    for council in COUNCILS:
        for typed, home in (
            (sentence, council.code),
            (f"{sentence} {council.name}", None),
            (f"{sentence}, {str(council.slug).replace('-', ' ')}", None),
        ):
            first = real.service(real.search(typed, home=home)[0].service_id)
            there = first.national or council.code in first.areas
            if not there or not first.callable_lines or not {*SENTENCES[sentence]} & {*first.roles}:
                wrong.append((typed, home, first.id))
    assert not wrong
