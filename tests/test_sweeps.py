"""A sample is a true part of its sweep, the same each time; the whole is the whole."""

import re
from pathlib import Path

import pytest

from tests import sweeps


@pytest.fixture(params=["", "whole"])
def asked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv(sweeps.VARIABLE, request.param)
    return str(request.param)


def test_the_whole_sweep_leaves_nothing_out(asked: str) -> None:
    every = range(1000)
    taken = sweeps.sampled(every, 30)
    assert taken == (list(every) if asked else sorted(set(taken)))
    assert len(taken) == sweeps.size(30, 1000)


def test_a_sample_is_the_same_each_time_and_reaches_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(sweeps.VARIABLE, raising=False)
    taken = sweeps.sampled(range(1000), 30)
    assert taken == sweeps.sampled(range(1000), 30)
    assert min(taken) < 200
    assert max(taken) > 800


def test_sweeps_of_one_length_take_other_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(sweeps.VARIABLE, raising=False)
    taken = [sweeps.sampled(range(100), 20, of=name) for name in ("child", "adult")]
    assert taken[0] != taken[1]


def test_a_short_sweep_is_taken_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(sweeps.VARIABLE, raising=False)
    assert sweeps.sampled("abc", 3) == ["a", "b", "c"]


def test_what_the_handbook_lists_as_sampled_asks_for_a_sample() -> None:
    folder = Path(__file__).parents[1]
    told = (folder / "docs/development.md").read_text("utf-8")
    listed = re.findall(r"`(tests/\S+\.py)`", told.split("takes whole")[1].split("\n- ")[0])
    assert len(listed) > 20
    asks = re.compile(r"\b(sampled|size|whole)\(")
    assert [each for each in listed if not asks.search((folder / each).read_text("utf-8"))] == []
