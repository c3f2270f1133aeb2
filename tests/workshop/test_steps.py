"""`check` runs every step, hides no failure, and lets the tests speak last."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import sweeps
from workshop import directory, environment, steps

pytest_plugins = ["pytester"]
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def surroundings() -> Iterator[None]:
    """The check tells its tests what to do in variables, which the next test must not hear."""
    before = dict(os.environ)
    yield
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Stand two steps in a row: the first says a word and fails, the second passes."""
    asked: list[list[str]] = []

    def tests(name: str, arguments: list[str]) -> int:
        asked.append([name, *arguments])
        return 0

    monkeypatch.setattr(steps, "STEPS", {"first": ["python", "-c", "exit('a word')"],
                                         "second": ["python", "-c", ""]})  # fmt: skip
    monkeypatch.setattr(environment, "tool", lambda name: sys.executable)
    monkeypatch.setattr(environment, "module", tests)
    monkeypatch.setattr(directory, "ensure", lambda: None)
    return asked


def test_a_failing_step_hides_neither_its_words_nor_the_others(
    tools: list[list[str]], capfd: pytest.CaptureFixture[str]
) -> None:
    assert steps.check_all([]) == 1
    said = capfd.readouterr().out
    assert "a word" in said
    assert "FAILED  first" in said
    assert "passed  second" in said
    assert tools == [["pytest", *steps.SIDE_BY_SIDE]]


def test_nothing_is_said_after_the_tests(
    tools: list[list[str]], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def tests(name: str, arguments: list[str]) -> int:
        print(steps.heard(Path(os.environ.pop(steps.SAID))))
        print("3 passed")
        return 0

    monkeypatch.setattr(environment, "module", tests)
    steps.check_all([])
    said = capfd.readouterr().out.splitlines()
    assert said[-1] == "3 passed"
    assert any(line.startswith("FAILED  first") for line in said)


def test_what_the_steps_say_stands_before_the_summary_of_pytest(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = pytester.path / "said.txt"
    said.write_text("FAILED  a step", "utf-8")
    monkeypatch.setenv(steps.SAID, str(said))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), str(ROOT / ".ci")]))
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    pytester.makeconftest((ROOT / "tests/conftest.py").read_text("utf-8"))
    pytester.makepyfile(f"import os\ndef test_it(): assert {steps.SAID!r} not in os.environ")
    done = pytester.runpytest_subprocess()
    done.assert_outcomes(passed=1)
    assert done.outlines[-1].startswith("=")
    assert done.outlines.index("FAILED  a step") < len(done.outlines) - 1
    assert not said.exists()


def test_all_is_well_when_every_step_is(
    tools: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "STEPS", {"only": ["python", "-c", ""]})
    assert steps.check_all([]) == 0


def test_failing_tests_fail_the_check(
    tools: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "STEPS", {})
    monkeypatch.setattr(environment, "module", lambda name, arguments: 1)
    assert steps.check_all([]) == 1


def test_a_directory_that_does_not_compile_fails_the_check(
    tools: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise environment.CannotGoOn("the directory was not compiled")

    monkeypatch.setattr(steps, "STEPS", {})
    monkeypatch.setattr(directory, "ensure", broken)
    assert steps.check_all([]) == 1
    assert tools == [["pytest", *steps.SIDE_BY_SIDE]]


def test_fast_leaves_out_the_slow_tests(tools: list[list[str]]) -> None:
    steps.check_all(["--fast", "-x"])
    assert tools == [["pytest", *steps.SIDE_BY_SIDE, "-m", "not slow", "-x"]]


def test_slow_asks_for_whole_sweeps(
    tools: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(sweeps.VARIABLE, "")
    steps.check_all(["--slow", "-x"])
    assert tools == [["pytest", *steps.SIDE_BY_SIDE, "-x"]]
    assert sweeps.whole()


@pytest.mark.parametrize("typed", [["-n", "0"], ["-n4"], ["--pdb"], ["-s"]])
def test_whoever_says_how_many_run_at_a_time_is_heeded(
    tools: list[list[str]], typed: list[str]
) -> None:
    steps.check_all(typed)
    assert tools == [["pytest", *typed]]


def test_nobody_later_waits_for_what_the_steps_say(tools: list[list[str]]) -> None:
    """A pytest that a test started later waited for ever for a file that was gone."""
    steps.check_all([])
    assert steps.SAID not in os.environ
    assert tools
