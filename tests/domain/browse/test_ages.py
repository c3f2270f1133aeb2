"""An age in a sentence is a word: a child, a grown person or an older one."""

import pytest

from desktop_app.domain.browse.ages import ages_in_words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("14yo sent nudes", "child sent nudes"),
        ("6 yr old wets himself", "child wets himself"),
        ("14 year old has a 25 year old boyfriend", "child has a adult boyfriend"),
        ("girl of 12 pregnant", "girl of child pregnant"),
        ("aged 7 bruises", "aged child bruises"),
        ("3 month old bruising", "child bruising"),
        ("6 wk old", "child"),
        ("82yo robbed", "pensioner robbed"),
        ("90 year old bruises", "pensioner bruises"),
        ("patient 79 says", "patient pensioner says"),
        ("lad 22 used by dealers", "adult used by dealers"),
        ("17yr old", "child"),
        ("18 year old", "adult"),
        ("64 year old", "adult"),
        ("65 year old", "pensioner"),
        ("82f bruised", "pensioner bruised"),
        ("12m bruised", "child bruised"),
        ("4 12 old bruised", "child old bruised"),
        ("baby 6 52 bruised", "baby child bruised"),
        ("28 40 using crack", "pregnant using crack"),
        ("neighbour 85 no heating", "neighbour pensioner no heating"),
    ],
)
def test_an_age_becomes_a_word(said: str, words: str) -> None:
    assert " ".join(ages_in_words(said.split())) == words


@pytest.mark.parametrize(
    "said",
    [
        "30 weeks pregnant",
        "for 3 years he has hit her",
        "married 30 years",
        "room 12",
        "4 12",
        "43 40",
        "999",
        "500 year old house",
        "",
    ],
)
def test_other_numbers_stay_as_they_are(said: str) -> None:
    assert " ".join(ages_in_words(said.split())) == said
