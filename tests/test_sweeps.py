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


def test_the_handbook_names_every_sweep() -> None:
    folder = Path(__file__).parent
    told = (folder.parent / "docs" / "development.md").read_text("utf-8")
    asks = re.compile(r"sweeps\.(sampled|size)\(|sweeps import .*(sampled|size)")
    asking = {
        path.relative_to(folder.parent).as_posix()
        for path in folder.rglob("*.py")
        if asks.search(path.read_text("utf-8"))
    }
    asking -= {"tests/test_sweeps.py"}
    assert asking
    assert sorted(each for each in asking if f"`{each}`" not in told) == []
