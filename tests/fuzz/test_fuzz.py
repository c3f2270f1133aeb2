"""Every parser of outside bytes holds against spoilt samples; `dev.py fuzz` goes on for longer."""

import random

import pytest

from tests import sweeps
from tests.fuzz.__main__ import EVERY, breaks, feed
from tests.fuzz.targets import NASTY, Target

SECONDS = 3.0 if sweeps.whole() else 0.6
"""Of the clock; `dev.py fuzz` goes on for longer with other samples each time."""
PARSERS = pytest.mark.parametrize("target", EVERY, ids=[each.name for each in EVERY])


@PARSERS
def test_what_is_sound_is_taken(target: Target) -> None:
    assert [breaks(target, sample) for sample in target.samples] == [""] * len(target.samples)


@PARSERS
def test_nothing_nasty_breaks_it(target: Target) -> None:
    assert [each for each in ((nasty, breaks(target, nasty)) for nasty in NASTY) if each[1]] == []


@pytest.mark.slow
@PARSERS
def test_nothing_spoilt_breaks_it(target: Target) -> None:
    fed, broken = feed(target, random.Random(f"10 {target.name}"), SECONDS)
    assert fed > 0  # the whole directory is eaten twice in half a second
    assert broken == ""


def test_a_parser_that_breaks_is_found() -> None:
    def broken(content: bytes, _room: object) -> None:
        raise KeyError(len(content))

    assert breaks(Target("broken", broken, (b"x",)), b"abc").startswith("KeyError: 3 at ")
