"""A workbook is read in a process of its own: one that takes all memory ends only that."""

import random
import sys
from pathlib import Path

import pytest

from desktop_app.exchange.tables.read_table import read_table
from desktop_app.exchange.tables.received_table import STOPPED, received_table
from desktop_app.exchange.tables.sheet import MOST_BYTES, NotRead
from tests.exchange.workbooks import saved, workbook
from tests.sweeps import size

DATA = Path(__file__).parents[2] / "data/exchange"
XLS, ODS = (DATA / "contacts.xls").read_bytes(), (DATA / "contacts.ods").read_bytes()
XLSX = saved(workbook(("Service", "Phone"), ("Town MASH", "01632 960101"))[0])
ALL_MEMORY, PANIC = (1926, 1989), (1446,)
"""Bytes of the xls that, where they are 255, make its reader ask for all memory, or panic."""
PYTHON = [sys.executable, "-I", "-S", "-c"]


def spoilt(whole: bytes, places: tuple[int, ...]) -> bytes:
    changed = bytearray(whole)
    for place in places:
        changed[place] = 255
    return bytes(changed)


@pytest.mark.parametrize(("name", "whole"), [("a.xls", XLS), ("a.ods", ODS), ("ä.xlsx", XLSX)])
def test_what_the_other_process_reads_is_what_would_be_read_here(name: str, whole: bytes) -> None:
    assert received_table(name, whole) == read_table(name, whole)


def test_text_is_read_without_another_process() -> None:
    text = b"Service,Phone\nTown MASH,01632 960101\n"
    found = received_table("a.csv", text, command=[*PYTHON, "raise SystemExit(1)"])
    assert found == read_table("a.csv", text)


def test_a_workbook_that_asks_for_all_memory_is_told_in_a_sentence() -> None:
    with pytest.raises(NotRead) as told:
        received_table("all.xls", spoilt(XLS, ALL_MEMORY))
    assert told.value.sentence == STOPPED.format("all.xls")


def test_a_workbook_whose_reader_panics_is_told_in_a_sentence() -> None:
    with pytest.raises(NotRead, match=r"panic\.xls.*Nothing was read"):
        received_table("panic.xls", spoilt(XLS, PANIC))


def test_a_reader_that_never_ends_is_ended() -> None:
    forever = [*PYTHON, "while True: pass"]
    with pytest.raises(NotRead, match="reading it was stopped"):
        received_table("ever.xls", XLS, command=forever, patience=0.2)


@pytest.mark.parametrize("said", ["", "table\\n", "table\\n[]", 'table\\n{"file":1}', "other\\n{}"])
def test_an_answer_that_is_none_is_told(said: str) -> None:
    with pytest.raises(NotRead, match="reading it was stopped"):
        received_table("odd.xls", XLS, command=[*PYTHON, f"print('{said}', end='')"])


def test_a_reader_that_cannot_be_started_is_told() -> None:
    with pytest.raises(NotRead, match="reading it was stopped"):
        received_table("none.xls", XLS, command=[str(DATA / "no such program")])


def test_a_file_too_large_is_refused_before_any_process_begins() -> None:
    with pytest.raises(NotRead, match="too large"):
        received_table("big.xlsx", b"PK\x03\x04" + bytes(MOST_BYTES), command=["none"])


def read_or_told(name: str, whole: bytes) -> str:
    try:
        return received_table(name, whole).file
    except NotRead as refused:
        return refused.sentence


def test_files_spoilt_at_random_are_read_or_told() -> None:
    chance = random.Random(14)
    for at in range(size(9, 600)):
        name, whole = (("a.xls", XLS), ("a.ods", ODS), ("a.xlsx", XLSX))[at % 3]
        places = tuple(chance.randrange(len(whole)) for _ in range(chance.randrange(1, 12)))
        told = read_or_told(name, spoilt(whole, places))
        assert told == name or (told.startswith(name) and told.endswith("Nothing was read.")), at
