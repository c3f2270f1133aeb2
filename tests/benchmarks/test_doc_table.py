"""The table of docs/benchmarks.md is made from what was measured."""

import json
from pathlib import Path

import pytest

from tests.benchmarks import doc_table
from tests.benchmarks.figures import Figure

FACTS = {"day": "2026-11-29", "load": 0.5}
SLOW, LIGHT = Figure("start", 200.25, "ms", 100.0), Figure("memory", 74.5, "MiB", 75.0)


def test_a_benchmark_run_again_takes_its_own_place_and_no_others(tmp_path: Path) -> None:
    kept = tmp_path / "figures.json"
    first = doc_table.merged(kept, "startup", FACTS, [SLOW])
    kept.write_text(json.dumps({"benchmarks": first}), "utf-8")
    both = doc_table.merged(kept, "idle", FACTS, [LIGHT])
    kept.write_text(json.dumps({"benchmarks": both}), "utf-8")
    again = doc_table.merged(kept, "startup", FACTS, [LIGHT])
    assert again["idle"] == both["idle"]
    assert [row["name"] for row in again["startup"]["figures"]] == ["memory"]


def test_a_limit_that_is_not_kept_is_said_in_the_table(tmp_path: Path) -> None:
    results = doc_table.merged(tmp_path / "none.json", "startup", FACTS, [SLOW, LIGHT])
    assert doc_table.table(results).splitlines()[-2:] == [
        "| | start | 200.25 ms | at most 100 | **not kept** |",
        "| | memory | 74.5 MiB | at most 75 | kept |",
    ]


def test_the_table_takes_its_place_and_the_words_around_it_stay() -> None:
    document = f"before\n{doc_table.BEGIN}old\n{doc_table.END}\nafter\n"
    made = doc_table.written(document, "new\n")
    assert made == f"before\n{doc_table.BEGIN}new\n{doc_table.END}\nafter\n"
    assert doc_table.written(made, "new\n") == made


def test_a_document_without_a_place_for_it_is_refused() -> None:
    with pytest.raises(ValueError, match="no place"):
        doc_table.written("words\n", "new\n")


def test_the_document_has_the_place() -> None:
    document = doc_table.DOCUMENT.read_text("utf-8")
    assert doc_table.written(document, "x") != document
