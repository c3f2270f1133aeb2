"""The neighbours' front doors are found by their number, their council and their districts."""

from functools import cache

import pytest

from desktop_app.store.directory.directory import SqliteDirectory, open_directory
from tests.any_area.usual_directory import usual_directory


@cache
def directory() -> SqliteDirectory:
    return open_directory(usual_directory())


def told(text: str) -> str:
    return " ".join(directory().search_advice(text))


def doors() -> list[tuple[str, str]]:
    query = "SELECT DISTINCT name, display FROM front_door JOIN body ON body.id = body ORDER BY 1"
    return directory().connection.execute(query).fetchall()


def test_every_door_is_found_by_its_number_and_named_with_its_body() -> None:
    assert len(doors()) >= 12
    for body, number in doors():
        for typed in (number, number.replace(" ", ""), "+44" + number.replace(" ", "")[1:]):
            sentence = told(typed)
            assert number in sentence, typed
            assert "Not kept by your steward." in sentence
            assert "Did you mean" not in sentence
        assert body in told(number) or len(directory().search_advice(number)) == 2


def test_every_door_is_found_by_the_name_of_its_body() -> None:
    for body, number in doors():
        assert number in told(body), body


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("Hertfordshire", "0300 123 4043"),
        ("Hertfordshire children", "0300 123 4043"),
        ("Dacorum adults", "0300 123 4042"),
        ("St Albans", "0300 123 4043"),
        ("Buckinghamshire front door", "01296 383962"),
        ("Buckinghamshire MASH", "01296 383962"),
        ("Cambridgeshire council night number", "01733 234724"),
        ("Northamptonshire MASH", "0300 126 7000"),
        ("North Northamptonshire", "0300 126 3000"),
        ("West Northamptonshire", "0300 126 7000"),
    ],
)
def test_a_neighbour_is_found_by_what_people_call_it(typed: str, number: str) -> None:
    assert number in told(typed)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("watford boy hit", "0300 123 4043"),
        ("aylesbury social services", "01296 383962"),
        ("child beaten in royston", "0300 123 4043"),
        ("old man robbed wellingborough", "0300 126 3000"),
    ],
)
def test_a_town_elsewhere_in_a_sentence_tells_its_door(typed: str, number: str) -> None:
    assert number in told(typed)


@pytest.mark.parametrize("typed", ["sandy hits her", "reading age of a child", "ash on the baby"])
def test_a_name_that_is_ours_or_a_word_is_no_town_elsewhere(typed: str) -> None:
    assert "Not kept" not in told(typed)


def test_what_is_missing_or_disputed_is_said_with_the_number() -> None:
    assert "0300 123 4043, no night number is known" in told("Hertfordshire")
    assert "01604 626938 (nights) (our sources disagree)" in told("01604 626938")


@pytest.mark.parametrize("typed", ["MASH", "Norfolk children", "child", "", "999", "0300 300 8123"])
def test_nothing_is_said_of_doors_where_none_is_meant(typed: str) -> None:
    assert "Not kept" not in told(typed)


def test_our_own_councils_are_never_told_as_neighbours() -> None:
    for council in directory().councils():
        assert "Not kept" not in told(f"{council.name} children")
