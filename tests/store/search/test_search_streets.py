"""A street's name chooses no council in the directory's search either."""

from itertools import product

import pytest

from desktop_app.domain.browse.streets_in_search import without_streets
from desktop_app.store.directory.directory import SqliteDirectory
from tests import sweeps
from tests.area import BEDFORD, CENTRAL_BEDFORDSHIRE, LUTON, MILTON_KEYNES

TOWNS = {
    "Luton": LUTON,
    "Bedford": BEDFORD,
    "Sandy": CENTRAL_BEDFORDSHIRE,
    "Milton Keynes": MILTON_KEYNES,
    "Dunstable": CENTRAL_BEDFORDSHIRE,
}
WORDS = (
    "road", "street", "lane", "close", "way", "avenue", "square", "drive", "crescent", "court",
    "place", "hill", "park", "green", "end", "rd", "ave",
)  # fmt: skip
PLACES = {"luton", "bedford", "sandy", "bury park", "milton keynes", "box end", "st neots"}


@pytest.mark.parametrize("form", ["{} {}, {}", "12 {} {} {}", "child hurt at 12 {} {}, {}"])
def test_the_town_after_a_street_is_searched_in_and_the_street_is_not(
    real: SqliteDirectory, form: str
) -> None:
    wrong = []
    for street, word, town in sweeps.sampled(product(TOWNS, WORDS, TOWNS), 120, of=form):
        typed = form.format(street, word, town)
        first = real.service(real.search(typed)[0].service_id)
        if first.areas and TOWNS[town].code not in first.areas:
            wrong.append(typed)
    assert not wrong


@pytest.mark.parametrize("typed", ["Dunstable Road", "45 Bedford Street", "Milton Keynes Avenue"])
def test_a_street_alone_finds_no_council_s_services(real: SqliteDirectory, typed: str) -> None:
    assert real.search(typed) == ()


def test_a_street_s_name_beside_a_subject_chooses_no_council(real: SqliteDirectory) -> None:
    with_street = [hit.service_id for hit in real.search("bruise 12 Bedford Road")]
    assert with_street == [hit.service_id for hit in real.search("bruise")]


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("bedford road luton", "luton"),
        ("hurt 12 bedford road luton", "hurt luton"),
        ("london road luton", "luton"),
        ("st marys street luton", "luton"),
        ("bedford road", ""),
        ("bury park", "bury park"),
        ("kempston box end", "kempston box end"),
        ("luton place of safety", "luton place of safety"),
        ("luton close to bedford", "luton close to bedford"),
        ("bedford st neots", "bedford st neots"),
        ("court order luton", "court order luton"),
    ],
)
def test_only_streets_are_left_out_of_a_sentence(typed: str, left: str) -> None:
    assert " ".join(without_streets(typed.split(), PLACES.__contains__)) == left


def test_unseen_signs_do_not_hide_a_service(real: SqliteDirectory) -> None:
    assert real.search("Lu\u200bton\u00ad MASH") == real.search("Luton MASH")
