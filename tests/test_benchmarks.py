"""The bench tells when its own figures cannot be believed."""

import pytest

from tests.benchmarks.idle import Rested, figures
from tests.benchmarks.startup import Told, scatter


def run_of(ours: float) -> dict[str, Told]:
    """One run in which both our programs took so long, and a bare window 100 ms."""
    told: dict[str, Told] = {name: {"first_cpu_ms": ours} for name in ("checkout", "installed")}
    return told | {"bare window": {"first_cpu_ms": 100.0}}


@pytest.mark.parametrize(("slowest", "believed"), [(134.0, True), (137.0, False)])
def test_three_runs_that_differ_by_more_than_five_per_cent_fail(
    slowest: float, believed: bool
) -> None:
    figures = list(scatter([run_of(130.0), run_of(slowest), run_of(131.0)]))
    assert [figure.kept for figure in figures] == [believed, believed]


@pytest.mark.parametrize(
    ("state", "woke", "worked", "kept"),
    [
        ("minimised", 25, 900.0, [True, True, True]),  # five a minute
        ("minimised", 26, 0.0, [False, True, True]),
        ("answer", 900, 50.0, [True, True, True]),  # 100 ms in ten minutes
        ("answer", 0, 51.0, [True, False, True]),
        ("home", 900, 900.0, [True, True, True]),
    ],
)
def test_a_window_left_alone_has_its_limits(
    state: str, woke: int, worked: float, kept: list[bool]
) -> None:
    rested: Rested = {"worked_ms": worked, "woke": woke, "threads": 1}
    assert [figure.kept for figure in figures(state, rested, 300)] == kept
