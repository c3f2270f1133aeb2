"""A street's name never decides the council: what stands after it does."""

from collections.abc import Iterator
from itertools import product

import pytest

from desktop_app.domain.places.councils import (
    STREET_NOT_LOOKED_UP,
    Council,
    WhereAnswer,
    WhereStatus,
)
from tests import sweeps
from tests.area import BEDFORD, CENTRAL_BEDFORDSHIRE, LUTON, MILTON_KEYNES
from tests.where_directory import where_connection, where_index

STREET_WORDS = (
    "road", "street", "lane", "close", "way", "avenue", "square", "drive", "gardens",
    "crescent", "court", "place", "terrace", "grove", "hill", "walk", "mews", "rise",
    "row", "green", "parade", "boulevard", "gate", "view", "park", "end", "broadway",
    "approach", "croft", "chase", "yard", "path", "alley", "rd", "st", "ln", "ave", "cl",
    "dr", "cres", "sq", "pl", "gdns", "ct", "tce",
)  # fmt: skip
TOWNS = (
    "Luton",
    "Bedford",
    "Milton Keynes",
    "Sandy",
    "Dunstable",
    "Flitwick",
    "Houghton Regis",
    "Bury Park",
    "Slip End",
    "Olney",
)
NAMES = ("Bedford", "Luton", "Milton Keynes", "Dunstable", "London", "St Mary's", "Saint Peter’s")
FORMS = (
    "{street}, {town}",
    "{street} {town}",
    "12 {street}, {town}",
    "45A {street} {town}",
    "Flat 3, 12-14 {street}, {town}",
    "Rose Cottage, {street}, {town}",
    "{street}\n{town}",
)


def ask(text: str) -> WhereAnswer:
    return where_index().answer(text)


def addresses(form: str) -> Iterator[tuple[str, str]]:
    for number, (name, word, town) in enumerate(product(NAMES, STREET_WORDS, TOWNS)):
        text = form.format(street=f"{name} {word}", town=town)
        yield (str.upper, str.lower, str)[number % 3](text), town


@pytest.mark.parametrize(
    ("typed", "council"),
    [
        ("Dunstable Road, Luton", LUTON),
        ("Bedford Road, Sandy", CENTRAL_BEDFORDSHIRE),
        ("London Road, Bedford", BEDFORD),
        ("Milton Keynes Close, Luton", LUTON),
        ("St Mary's Street, Bedford", BEDFORD),
        ("dunstable rd luton", LUTON),
        ("Galley Hill, Luton", LUTON),
        ("Sheep Lane, Bedford", BEDFORD),
        ("5 Bedford Road Bury Park", LUTON),
        ("High Street, Woughton Park, Milton Keynes", MILTON_KEYNES),
        ("12 Kingsway, Bedford", BEDFORD),
        ("Luton, 45 Dunstable Road", LUTON),
    ],
)
def test_the_place_after_a_street_decides(typed: str, council: Council) -> None:
    answer = ask(typed)
    assert answer.whereabouts.councils == (council,)
    assert answer.whereabouts.status is WhereStatus.KNOWN


def test_an_answer_that_went_by_the_town_says_so() -> None:
    answer = ask("Bedford Road, Sandy")
    assert [doubt.code for doubt in answer.doubts] == [STREET_NOT_LOOKED_UP]
    assert answer.doubts[0].text in answer.text


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_no_street_word_and_no_town_settles_on_the_street_s_council(form: str) -> None:
    alone = {town: set(ask(town).whereabouts.councils) for town in TOWNS}
    wrong = [
        text
        for text, town in sweeps.sampled(addresses(form), 400, of=form)
        if set(ask(text).whereabouts.councils) - alone[town]
    ]
    # A village may be the post town's own, with a house's number: then both are said.
    assert not wrong


@pytest.mark.parametrize("form", ["{}", "12 {}", "Flat 3, 12A {}", "the {}", "{} 12"])
def test_a_street_without_a_place_is_never_a_council(form: str) -> None:
    for name, word in product(NAMES, STREET_WORDS):
        answer = ask(form.format(f"{name} {word}"))
        assert not answer.councils, answer.text
        assert "postcode" in answer.text


@pytest.mark.parametrize(
    ("typed", "council"),
    [
        ("Woburn Abbey", CENTRAL_BEDFORDSHIRE),
        ("Bury Park", LUTON),
        ("Galley Hill", MILTON_KEYNES),
        ("Hockwell Ring", LUTON),
        ("Wharley End", CENTRAL_BEDFORDSHIRE),
        ("Beanhill", MILTON_KEYNES),
        ("Oak Grove", MILTON_KEYNES),
        ("Queens Park, Bedford", BEDFORD),
        ("Slip End, Luton", CENTRAL_BEDFORDSHIRE),
        ("Wharley End, Bedford", CENTRAL_BEDFORDSHIRE),
        ("Church End, Arlesey", CENTRAL_BEDFORDSHIRE),
        ("Ampthill, Bedford", CENTRAL_BEDFORDSHIRE),
        ("Stotfold, Hitchin", CENTRAL_BEDFORDSHIRE),
    ],
)
def test_a_place_whose_name_ends_like_a_street_s_stays_a_place(
    typed: str, council: Council
) -> None:
    assert ask(typed).whereabouts.councils == (council,)


def test_every_place_of_ours_that_ends_like_a_street_s_still_leads_to_its_council() -> None:
    names = [name for (name,) in where_connection().execute("SELECT name FROM place")]
    ending = [name for name in names if name.rsplit(" ", 1)[-1].lower() in STREET_WORDS]
    assert len(ending) > 40
    assert not [name for name in ending if not any(one.inside for one in ask(name).councils)]


@pytest.mark.parametrize("typed", ["12 Slip End, Luton", "Clapham, Luton", "Clapham, London"])
def test_two_places_that_do_not_fit_stay_open(typed: str) -> None:
    answer = ask(typed)
    assert answer.whereabouts.status is WhereStatus.SEVERAL
    assert "Which of the two is meant?" in answer.text


def test_a_namesake_with_its_town_elsewhere_is_outside() -> None:
    answer = ask("Everton, Liverpool")
    assert answer.whereabouts.status is WhereStatus.OUTSIDE
    assert answer.text == "Everton is in Liverpool, outside this directory."


@pytest.mark.parametrize("typed", ["near Luton", "A421 near Bedford", "Bedford Road by Sandy"])
def test_near_a_place_settles_nothing(typed: str) -> None:
    answer = ask(typed)
    assert answer.whereabouts.status is WhereStatus.UNKNOWN
    assert answer.alternatives


@pytest.mark.parametrize("typed", ["Bedford Road, Flitwik", "12 Luton Street Flitwik"])
def test_a_misspelt_place_after_a_street_is_offered(typed: str) -> None:
    answer = ask(typed)
    assert [other.typed for other in answer.alternatives] == ["Flitwick"]
    assert answer.whereabouts.status is WhereStatus.UNKNOWN


@pytest.mark.parametrize("typed", ["M1", "A421", "m1 junction 11", "A1(M)", "B530", "junction 13"])
def test_a_road_gets_a_plain_sentence(typed: str) -> None:
    answer = ask(typed)
    assert answer.councils == ()
    assert answer.whereabouts.status is WhereStatus.UNKNOWN
    assert "Type the nearest town or village" in answer.text


@pytest.mark.parametrize(
    ("typed", "council"),
    [
        ("A5 at Hockliffe", CENTRAL_BEDFORDSHIRE),
        ("A6, Luton", LUTON),
        ("B1040 Potton", CENTRAL_BEDFORDSHIRE),
    ],
)
def test_a_place_on_a_road_is_that_place(typed: str, council: Council) -> None:
    assert ask(typed).whereabouts.councils == (council,)


@pytest.mark.parametrize("typed", ["M1 1AA", "M14 5", "M14", "B6 5AB"])
def test_postcodes_that_look_like_roads_stay_postcodes(typed: str) -> None:
    assert ask(typed).whereabouts.status is WhereStatus.OUTSIDE


@pytest.mark.parametrize("street", ["Sheep Lane", "Long Street"])
@pytest.mark.parametrize("before", ["12 Luton Street", "Mill View", "Flat 3, 12 Oxford Close"])
def test_a_hamlet_called_like_a_street_settles_nothing_behind_another_street(
    street: str, before: str
) -> None:
    answer = ask(f"{before}, {street}")
    assert (answer.settled, answer.whereabouts.status) == (False, WhereStatus.UNKNOWN)
