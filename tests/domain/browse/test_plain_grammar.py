"""One phrase of the tables stands for all who may say it."""

import pytest

from desktop_app.domain.browse.plain_grammar import OWNERS, plainly, whoever_owns


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("he can not look after himself", "he cant look after themself"),
        ("she cannot look after herself", "she cant look after themself"),
        ("i couldnt look after myself", "i cant look after themself"),
        ("he does not eat", "he doesnt eat"),
        ("they dont eat", "they doesnt eat"),
        ("she has not come home", "she hasnt come home"),
        ("she isnt allowed", "she is not allowed"),
        ("not at school", "not at school"),
        ("can he not", "can he not"),
    ],
)
def test_not_and_himself_are_said_in_one_way(said: str, plain: str) -> None:
    assert plainly(said.split()) == tuple(plain.split())


@pytest.mark.parametrize(
    ("phrase", "alike"),
    [
        ("took her passport", "took their passport"),
        ("took all his tablets", "took all their tablets"),
        ("hits her", "hits her"),
        ("took all his", "took all his"),
        ("her husband hits", "her husband hits"),
        ("hitting my wife", "hitting my wife"),
    ],
)
def test_of_a_table_whoever_is_told_of_is_alike(phrase: str, alike: str) -> None:
    """Never who speaks: "hitting my wife" is not "hitting his wife"."""
    assert whoever_owns(tuple(phrase.split())) == tuple(alike.split())


def test_what_was_typed_may_be_anybody_s() -> None:
    assert whoever_owns(("took", "my", "passport"), OWNERS) == ("took", "their", "passport")
