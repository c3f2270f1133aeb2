"""Digits lost and added, spaces misplaced, borders near: never another council in silence."""

import random
from functools import cache

import pytest

from desktop_app.authoring.places.postcodes import package_rows
from desktop_app.domain.places.councils import (
    NEAR_BORDER,
    POSTCODE_AND_TOWN_DIFFER,
    SPACE_MISSING,
    AnswerKind,
    WhereAnswer,
    WhereStatus,
)
from tests import sweeps
from tests.area import BEDFORD, CENTRAL_BEDFORDSHIRE, COUNCILS, LUTON, MILTON_KEYNES
from tests.where_directory import where_connection, where_index

OURS = {council.code: council for council in COUNCILS}


def ask(text: str) -> WhereAnswer:
    return where_index().answer(text)


@cache
def every_row_of_ours() -> list[tuple[str, str]]:
    return [(text, str(code)) for text, code in package_rows() if code in OURS]


def ours(sample: int, full: int) -> list[tuple[str, str]]:
    """Some postcodes of the four councils, with their council's code."""
    return random.Random(9).sample(every_row_of_ours(), sweeps.size(sample, full))


def test_a_typed_space_keeps_mk41_ab_in_bedford() -> None:
    answer = ask("MK41 AB")
    assert answer.text.startswith("MK41 AB is not a whole postcode.")
    assert answer.kind is AnswerKind.PART
    assert answer.whereabouts.councils == (BEDFORD,)


@pytest.mark.parametrize(
    "typed", ["mk41 ab", "MK41-AB", "MK 41 AB", "MK41 A", "5 Bedford Road, MK41 AB"]
)
def test_the_typed_space_counts_however_it_is_typed(typed: str) -> None:
    assert ask(typed).whereabouts.councils == (BEDFORD,)


def test_a_digit_lost_behind_the_space_never_settles_another_council() -> None:
    wrong = []
    for text, code in ours(600, 3_000):
        answer = ask(f"{text[:-3]} {text[-2:]}")
        if answer.settled and OURS[code] not in answer.whereabouts.councils:
            wrong.append(text)
    assert not wrong


def test_a_digit_added_behind_the_space_never_settles_another_council() -> None:
    wrong = []
    for number, (text, code) in enumerate(ours(600, 3_000)):
        answer = ask(f"{text[:-3]} {number % 10}{text[-3:]}")
        if answer.settled and OURS[code] not in answer.whereabouts.councils:
            wrong.append(text)
    assert not wrong


def test_a_misplaced_space_offers_both_readings() -> None:
    answer = ask("MK4 29AB")
    assert {"MK42 9AB", "MK4 2AB"} <= {other.typed for other in answer.alternatives}
    assert answer.whereabouts.status is WhereStatus.SEVERAL


def test_a_digit_too_many_offers_what_is_known_without_it() -> None:
    answer = ask("MK421 9AB")
    assert [other.typed for other in answer.alternatives] == ["MK41 9AB", "MK42 9AB"]
    assert answer.whereabouts.status is WhereStatus.UNKNOWN


def test_six_signs_without_a_space_say_what_else_they_could_begin() -> None:
    answer = ask("MK41AB")
    assert answer.whereabouts.councils == (MILTON_KEYNES,)
    assert SPACE_MISSING in [doubt.code for doubt in answer.doubts]


def test_an_unknown_postcode_that_a_lost_digit_explains_is_not_settled() -> None:
    answer = ask("MK2 9ZZ")
    assert BEDFORD in answer.whereabouts.councils
    assert answer.whereabouts.status is WhereStatus.SEVERAL


def test_every_whole_postcode_of_ours_is_read_with_and_without_its_space() -> None:
    for text, code in ours(400, 2_000):
        for typed in (text, f"{text[:-3]} {text[-3:]}", f" {text[:-3].lower()}-{text[-3:]}"):
            assert ask(typed).whereabouts.councils == (OURS[code],), typed


@pytest.mark.parametrize(
    "typed", ["MK42\u200b 9AB", "ＭＫ４２　９ＡＢ", "\ufeffmk42\u00a09ab\u2060"]
)
def test_unseen_signs_in_a_postcode_are_not_there(typed: str) -> None:
    assert ask(typed).text == ask("MK42 9AB").text


@pytest.mark.parametrize("typed", ["Lu\u200bton", "Lu\u00adton", "Ｌｕｔｏｎ", "Lu\u0301ton\u200f"])
def test_unseen_signs_in_a_name_are_not_there(typed: str) -> None:
    assert ask(typed).whereabouts.councils == (LUTON,)


def test_a_postcode_near_a_border_says_so() -> None:
    answer = ask("MK45 1AA")
    (doubt,) = answer.doubts
    assert doubt.code == NEAR_BORDER
    assert doubt.text == "It is near the border with Bedford Borough: check the address."
    assert doubt.text in answer.text
    assert answer.whereabouts.councils == (CENTRAL_BEDFORDSHIRE,)


def test_every_postcode_in_a_sector_of_several_councils_says_so_and_no_other() -> None:
    query = "SELECT outward || digit FROM postcode_sector WHERE runs IS NULL"
    whole = {sector for (sector,) in where_connection().execute(query)}
    for text, _ in ours(400, 2_000):
        said = NEAR_BORDER in [doubt.code for doubt in ask(f"{text[:-3]} {text[-3:]}").doubts]
        assert said == _has_neighbours(text[:-2], whole), text


def _has_neighbours(sector: str, whole: set[str]) -> bool:
    return sector not in whole and len(ask(f"{sector[:-1]} {sector[-1]}").councils) > 1


def test_a_town_that_is_not_the_postcode_s_is_said() -> None:
    answer = ask("12 High Street, Luton, MK42 9AB")
    assert POSTCODE_AND_TOWN_DIFFER in [doubt.code for doubt in answer.doubts]
    assert answer.whereabouts.councils == (BEDFORD,)


def test_a_post_town_is_no_contradiction() -> None:
    answer = ask("12 High Street, Bedford, MK45 1AA")
    assert POSTCODE_AND_TOWN_DIFFER not in [doubt.code for doubt in answer.doubts]


def test_part_of_a_postcode_behind_a_street_counts() -> None:
    assert set(ask("Ampthill Road MK42").councils) == set(ask("MK42").councils)


def test_part_of_a_postcode_before_its_town_counts() -> None:
    assert ask("LU1 Luton").councils == ask("LU1").councils


@pytest.mark.parametrize("between", [", ", ",", "-", ".", " - "])
def test_a_sign_between_the_halves_of_a_postcode_counts_as_a_space(between: str) -> None:
    assert ask(f"MK41{between}9AB").text == "MK41 9AB is in Bedford Borough."
    assert ask(f"12 High Street, MK41{between}9AB").whereabouts.councils == (BEDFORD,)


def test_a_letter_lost_never_sends_to_a_city_elsewhere_alone() -> None:
    """No such postcode in Liverpool, and one of ours explains it: "L5 6LG" for "LU5 6LG"."""
    wrong = []
    for text, code in ours(150, 400):
        typed = text[0] + text[2:]
        answer = ask(typed)
        unknown = answer.kind is AnswerKind.POSTCODE_UNKNOWN
        if unknown and OURS[code] not in answer.whereabouts.councils and answer.settled:
            wrong.append(typed)
    assert wrong == []


def test_a_letter_lost_is_said() -> None:
    answer = ask("L5 6LG")
    assert "If a letter is missing: LU5 6LG is in Central Bedfordshire." in answer.text
    assert CENTRAL_BEDFORDSHIRE in answer.whereabouts.councils


@pytest.mark.parametrize("typed", ["MKK41 9AB", "MK41 9ABB", "MMK41 9AB"])
def test_a_letter_too_many_is_offered_and_never_another_council(typed: str) -> None:
    answer = ask(typed)
    told = {*answer.whereabouts.councils, *(c for one in answer.alternatives for c in one.councils)}
    assert told == {BEDFORD}
