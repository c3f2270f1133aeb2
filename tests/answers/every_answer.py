"""Every answer of a concern over the real directory, to be held against a rule."""

from itertools import combinations

import pytest

from desktop_app.domain.decision.advice import Advice
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.situation.situation import Circumstance, Concern
from tests import sweeps
from tests.answers.asking import ask

PLACES = ("bedford", "central-bedfordshire", "luton", "milton-keynes", "unknown", "outside")


MOMENTS = ("2026-11-20T10:00", "2026-11-22T03:00")


PAIRS = sweeps.sampled(combinations(Circumstance, 2), 36, of="pairs of circumstances")
TOLD = [(), *((each,) for each in Circumstance), *PAIRS]


each_concern = pytest.mark.parametrize("concern", list(Concern))


ASKED: dict[Concern, list[tuple[frozenset[str], Advice]]] = {}
"""The answers of the one real directory, each asked for once."""


def answers(directory: Directory, concern: Concern) -> list[tuple[frozenset[str], Advice]]:
    """Every answer there is for one concern, with the circumstances it was asked for."""
    if concern not in ASKED:
        ASKED[concern] = [
            (frozenset(also), ask(directory, concern, where, moment, also))
            for also in TOLD
            for where in PLACES
            for moment in MOMENTS
        ]
    return ASKED[concern]


def said(advice: Advice) -> str:
    """Everything an answer says beside its numbers."""
    purposes = [text for call in advice.every for text in (call.purpose, *call.also_for)]
    return " ".join([*advice.notes, *purposes])
