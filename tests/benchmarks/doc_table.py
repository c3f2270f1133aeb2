"""The one table of docs/benchmarks.md: whatever was measured last, of each benchmark."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.benchmarks.figures import Figure

DOCUMENT = Path(__file__).parents[2] / "docs" / "benchmarks.md"
BEGIN, END = "<!-- made by dev.py bench --write -->\n", "<!-- end of what was made -->"
Results = dict[str, dict[str, Any]]
"""By benchmark: the day, the load of the computer, the figures."""


def merged(path: Path, benchmark: str, facts: Mapping[str, object], found: list[Figure]) -> Results:
    """What the file of results holds, with this benchmark's new figures in place of its old."""
    try:
        results: Results = json.loads(path.read_text("utf-8"))["benchmarks"]
    except (OSError, ValueError, KeyError, TypeError):
        results = {}
    rows = [asdict(figure) | {"kept": figure.kept} for figure in found]
    results[benchmark] = dict(facts) | {"figures": rows}
    return results


def table(results: Results) -> str:
    """All figures as one table of Markdown."""
    head = "| benchmark | figure | measured | limit | |\n|---|---|---|---|---|\n"
    return head + "".join(_rows(results))


def written(document: str, made: str) -> str:
    """The document with this table in its place; ValueError where it has none."""
    before, begin, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError("The document has no place for the table.")
    return before + begin + made + end + after


def _rows(results: Results) -> Iterator[str]:
    for benchmark in sorted(results):
        told = results[benchmark]
        yield f"| **{benchmark}** | {told['day']}, load {told['load']:.1f} | | | |\n"
        for figure in told["figures"]:
            yield _row(figure)


def _row(figure: Mapping[str, Any]) -> str:
    value = f"{figure['value']:,.3f}".rstrip("0").rstrip(".")
    limit, verdict = "", ""
    if figure["limit"] is not None:
        bound = "at least" if figure["at_least"] else "at most"
        limit, verdict = (
            f"{bound} {figure['limit']:g}",
            "kept" if figure["kept"] else "**not kept**",
        )
    return f"| | {figure['name']} | {value} {figure['unit']} | {limit} | {verdict} |\n"
