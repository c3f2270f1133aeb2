"""The bench tells when its own figures cannot be believed."""

import pytest

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
