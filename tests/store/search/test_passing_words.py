"""An ordinary word that stands somewhere in a text is no service, and a board is never first."""

import gc

import pytest

from desktop_app.domain.browse.open_order import named_in_full
from desktop_app.domain.browse.search_words import fold
from desktop_app.domain.services.directory import HitWhy
from desktop_app.store.directory.directory import SqliteDirectory
from desktop_app.store.search.matchers import Tiers
from desktop_app.store.search.misspellings import Misspellings
from desktop_app.store.search.ordinary_words import OrdinaryWords
from tests import sweeps
from tests.area import COUNCILS, LUTON


@pytest.fixture(scope="module")
def words(real: SqliteDirectory) -> list[str]:
    """The words of the language that stand anywhere in the directory: a sample, or all."""
    ordinary = OrdinaryWords(real.connection)
    rows = real.connection.execute("SELECT word FROM search_word ORDER BY word").fetchall()
    every = [word for (word,) in rows if ordinary.holds_word(word)]
    assert len(every) > 1_500
    return sweeps.sampled(every, 250, of="passing")


def test_nobody_without_a_number_is_first_where_somebody_with_one_fits(
    real: SqliteDirectory, words: list[str]
) -> None:
    """But for the lines for people who use abuse: half of another name puts those before nobody."""
    numbers = ", ".join(map(str, Tiers(real.connection).apart))
    rows = real.connection.execute(f"SELECT id FROM service WHERE number IN ({numbers})")
    apart = {service for (service,) in rows}
    assert apart
    for word in [*words, "look"]:
        hits = real.search(word, home=LUTON.code)
        asked_for = hits and (named_in_full(hits[0]) or hits[0].why is HitWhy.TOPIC)
        if hits and not hits[0].rung and not asked_for:
            assert not any(hit.rung and hit.service_id not in apart for hit in hits), (word, hits)


def test_no_service_is_found_by_a_word_of_its_description(
    real: SqliteDirectory, words: list[str]
) -> None:
    for word in words:
        found = [hit for hit in real.search(word) if hit.why is HitWhy.WORDS]
        assert not found, (word, found)


def test_nobody_without_a_number_is_found_by_the_middle_of_another_name(
    real: SqliteDirectory, words: list[str]
) -> None:
    for word in words:
        inside = [
            hit
            for hit in real.search(word)
            if not (hit.rung or hit.exact) and hit.why is HitWhy.OLD_NAME
        ]
        assert all(fold(hit.matched).startswith(word) for hit in inside), (word, inside)


def test_the_line_for_who_uses_abuse_is_never_found_by_the_middle_of_a_name(
    real: SqliteDirectory, words: list[str]
) -> None:
    for word in {*words, "phone", "people"}:
        for hit in real.search(word)[:1]:
            begins = hit.exact or hit.why is HitWhy.TOPIC or fold(hit.matched).startswith(word)
            assert hit.service_id != "nat-respect-phoneline" or begins, word
    assert real.search("respect")[0].service_id == "nat-respect-phoneline"


@pytest.mark.parametrize(
    "typed",
    [
        *("phone", "again", "key", "found", "them"),
        *("manager", "form", "forms", "the practice manager", "late", "been", "badly", "coffee"),
        *("date", "gym", "team", "complaint about the doctor", "my manager is away", "business"),
    ],
)
@pytest.mark.parametrize("home", [None, LUTON.code])
def test_words_of_a_surgery_find_nobody(
    real: SqliteDirectory, typed: str, home: str | None
) -> None:
    assert not [hit for hit in real.search(typed, home=home) if hit.why is not HitWhy.TOPIC]


@pytest.mark.parametrize("typed", ["form", "referral form", "manager", "complaint"])
def test_what_to_do_instead_is_said(real: SqliteDirectory, typed: str) -> None:
    assert real.search_advice(typed)


@pytest.mark.parametrize(
    ("typed", "first"),
    [("drug", "nat-frank"), ("hoarding", "known-luton-hoarding-panel"), ("marac", "known-marac")],
)
def test_the_beginning_of_another_name_and_a_subject_still_find_theirs(
    real: SqliteDirectory, typed: str, first: str
) -> None:
    assert first in {hit.service_id for hit in real.search(typed)[:3]}


def test_a_helper_with_a_number_comes_before_a_refuge_without_one(real: SqliteDirectory) -> None:
    for typed in ("women's refuge", "womens refuge", "refuge place", "a refuge"):
        for home in (None, *(council.code for council in COUNCILS)):
            assert real.search(typed, home=home)[0].rung, (typed, home)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("adult safeguarding milton kenyes", "mk-adults"),
        ("adult safeguarding milton keyens", "mk-adults"),
        ("lutn adult safeguarding team", "luton-adults"),
        ("kids hit by dad bedfrod", "bedford-children-ifd"),
    ],
)
def test_a_misspelt_place_counts_as_named(real: SqliteDirectory, typed: str, first: str) -> None:
    assert real.search(typed)[0].service_id == first


def test_who_holds_some_of_the_words_is_not_who_was_named(real: SqliteDirectory) -> None:
    assert real.search("old folks team milton keynes")[0].service_id == "mk-adults"


def test_a_misspelt_word_may_say_more_than_the_others(real: SqliteDirectory) -> None:
    found = real.search("been made homless with two kids", home=LUTON.code)[0]
    assert (found.service_id, found.matched) == ("nat-shelter", "Homelessness")


def test_a_man_who_hits_his_wife_is_no_man_who_is_hit(real: SqliteDirectory) -> None:
    assert real.search("bloke thumped his missus")[0].service_id == "nat-da-helpline"
    assert real.search("bloke beaten by his wife")[0].service_id == "nat-mens-advice-line"


def test_nothing_of_what_was_typed_is_left_after_a_search(real: SqliteDirectory) -> None:
    real.search("been made homless with two kids, lutn")
    real.meant("been made homless with two kids")
    kept = [each for each in gc.get_objects() if isinstance(each, Misspellings)]
    assert kept
    assert not any(each._meant for each in kept)
