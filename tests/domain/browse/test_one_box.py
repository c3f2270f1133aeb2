"""What words typed on the home page may mean: one reading, several, or none; never a guess."""

from datetime import date

import pytest

from desktop_app.domain.browse.one_box import BoxAnswer, place_named, readings
from desktop_app.domain.situation.concern import Concern
from desktop_app.domain.situation.situation import Circumstance
from desktop_app.store.directory.directory import SqliteDirectory
from desktop_app.store.places.lookup import WhereIndex
from tests.compiled_files import real, real_file

__all__ = ["real", "real_file"]

CHILD, ADULT, ABUSE, CONDUCT = (
    Concern.CHILD,
    Concern.ADULT,
    Concern.DOMESTIC_ABUSE,
    Concern.ALLEGATION,
)
SENTENCES = {
    "husband hits her": [ABUSE],
    "partner is hitting her": [ABUSE],
    "her ex keeps threatening her": [ABUSE],
    "child with bruises": [CHILD],
    "dad hits kids": [CHILD],
    "toddler left home alone": [CHILD],
    "care home neglect": [ADULT],
    "allegation against a teacher": [CONDUCT],
}
PLACES = {
    "luton": "Luton",
    "dunstable": "Central Bedfordshire",
    "kempston": "Bedford Borough",
    "bletchley": "Milton Keynes",
    "LU1 2AB": "Luton",
}


def meant(real: SqliteDirectory, text: str) -> tuple[BoxAnswer, ...]:
    index = WhereIndex(real.connection, lambda: date(2026, 11, 28))
    return readings(real.meant(text), place_named(text, index.answer))


@pytest.mark.parametrize("between", [", ", " in ", " "])
@pytest.mark.parametrize("place", PLACES)
def test_every_sentence_with_every_place_means_one_answer_there(
    real: SqliteDirectory, between: str, place: str
) -> None:
    wrong = {}
    for sentence, concerns in SENTENCES.items():
        found = meant(real, f"{sentence}{between}{place}")
        if concerns[0] not in [each.concern for each in found] or {
            each.place for each in found
        } != {PLACES[place]}:
            wrong[sentence] = found
    assert not wrong


def test_the_sentence_of_the_brief_has_one_reading(real: SqliteDirectory) -> None:
    (only,) = meant(real, "husband hits her, luton")
    assert (only.concern, only.place) == (ABUSE, "Luton")


@pytest.mark.parametrize(
    ("text", "concerns"),
    [
        ("hits", {CHILD, ABUSE}),
        ("partner hits her and the kids", {CHILD, ABUSE}),
        ("foster carer hurt a child", {CHILD, CONDUCT}),
    ],
)
def test_what_two_readings_could_mean_stays_two(
    real: SqliteDirectory, text: str, concerns: set[Concern]
) -> None:
    assert {each.concern for each in meant(real, text)} >= concerns


def test_children_in_the_home_are_said_with_domestic_abuse(real: SqliteDirectory) -> None:
    found = {each.concern: each for each in meant(real, "partner hits her and the kids")}
    assert found[ABUSE].circumstances == {Circumstance.CHILDREN}
    assert not meant(real, "hits")[0].circumstances


@pytest.mark.parametrize(
    "text",
    [
        "husband hits her luton bedford",
        "husband hits her in luton, lives in bedford",
        "husband hits her",
        "sandy hit her",
    ],
)
def test_two_places_or_none_leave_the_question_open(real: SqliteDirectory, text: str) -> None:
    assert all(each.where is None for each in meant(real, text))


@pytest.mark.parametrize("text", ["i hit my wife", "perpetrator", "luton", "my printer", ""])
def test_what_calls_for_no_answer_of_the_home_page_offers_none(
    real: SqliteDirectory, text: str
) -> None:
    assert meant(real, text) == ()
