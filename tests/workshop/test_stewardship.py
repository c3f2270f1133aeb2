"""The list of what stewardship has to hold: each line names tests that exist."""

import re
from pathlib import Path

import pytest

from workshop import stewardship

ROOT = Path(__file__).parents[2]
PARTS = re.compile(r"(?P<file>[^:]+)(?:::(?P<test>\w+))?")


@pytest.mark.parametrize("line", stewardship.lines(), ids=lambda line: line.says[:40])
def test_every_test_it_names_is_there(line: stewardship.Line) -> None:
    assert line.tests
    for named in line.tests:
        parts = PARTS.fullmatch(named)
        assert parts is not None, named
        text = (ROOT / parts["file"]).read_text("utf-8")
        assert f"def {parts['test'] or 'test_'}" in text, named


def test_what_does_not_hold_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = stewardship.Line("Something", ("tests/no_such_test.py",))
    monkeypatch.setattr(stewardship, "lines", lambda: [line])
    assert stewardship.check([]) == 1
    said = capsys.readouterr().out
    assert said.startswith(stewardship.HEAD)
    assert "| Something |" in said
    assert "| NO |" in said


def test_words_choose_among_the_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(stewardship, "_held", lambda line: (True, 1.0, f"3 passed in {1.0}"))
    assert stewardship.check(["--stewardship", "KILLS"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 3
    assert said[-1].endswith("| 3 passed | 1.0 | yes |")
