"""Thousands of answers of the real directory, each held to schema 1 to the letter."""

import json
from functools import cache
from itertools import product

import jsonschema
import pytest

from desktop_app.cli.answer_json import advice_json
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.situation.situation import Circumstance, Concern
from tests import sweeps
from tests.answers.asking import ask
from tests.answers.schema import ANSWER, CIRCUMSTANCES

PLACES = ("bedford", "central-bedfordshire", "luton", "milton-keynes", "unknown", "outside")
MOMENTS = (
    *("2026-11-23T08:44:59", "2026-11-20T16:20", "2026-11-20T17:19:59", "2026-12-25T10:00"),
    *("2026-12-26T02:00", "2027-05-03T10:00", "2029-01-01T10:00", "1970-01-05T10:00"),
    "2099-06-03T10:00",
)


@cache
def validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(ANSWER)
    return jsonschema.Draft202012Validator(ANSWER)


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("concern", list(Concern))
def test_every_answer_is_schema_1(directory: Directory, concern: str, moment: str) -> None:
    every = product(PLACES, [(), *((each,) for each in CIRCUMSTANCES)])
    for where, also in sweeps.sampled(every, 15, of=(str(concern), moment)):
        told = advice_json(ask(directory, concern, where, moment, also))
        wrong = list(validator().iter_errors(json.loads(json.dumps(told))))
        assert not wrong, (where, also, wrong[0].message, list(wrong[0].absolute_path))


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("where", PLACES)
def test_the_calls_stand_in_the_order_of_their_tiers(
    directory: Directory, where: str, moment: str
) -> None:
    order = ["first", "beside", "fallback", "also"]
    for concern in Concern:
        tiers = [order.index(call.tier) for call in ask(directory, concern, where, moment).calls]
        assert tiers == sorted(tiers)


def test_the_schema_names_every_circumstance() -> None:
    assert set(CIRCUMSTANCES) == set(Circumstance)
