"""Whatever is typed gets a plain answer: no error, nothing kept, nothing logged."""

import logging
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.places.councils import AnswerKind, WhereStatus
from tests.where_directory import ROOT, where_connection, where_index

BAD = [
    "",
    " ",
    "\t\n  \u00a0",
    "😀😀😀",
    "x" * 10_000,
    "MK43 " * 3_000,
    "'; DROP TABLE place; --",
    '" OR 1=1 --',
    "%",
    "<b>Luton</b>\0",
    "01632 960123",
    "+44 1632 960123",
    "943 476 5919",
    "9434765919",
    "someone@example.org",
    "\ud800",
    "🅼🅺42",
    "ß" * 50,
    "-",
    ".",
    "مرحبا",
]


@pytest.mark.parametrize("text", BAD)
def test_bad_input_gets_one_plain_sentence(text: str) -> None:
    answer = where_index().answer(text)
    assert answer.text.endswith((".", "?"))
    assert len(answer.text) < 300
    assert answer.whereabouts.status is WhereStatus.UNKNOWN


@pytest.mark.parametrize("text", ["01632 960123", "943 476 5919", "  ", "😀"])
def test_what_is_no_place_is_said_to_be_none(text: str) -> None:
    assert where_index().answer(text).kind is AnswerKind.NOTHING


@given(st.text(max_size=140))
@settings(max_examples=300)
def test_no_text_is_ever_an_error(text: str) -> None:
    assert where_index().answer(text).text


@given(st.text("MKLU0123456789 ABEZO", max_size=10))
@settings(max_examples=300)
def test_nothing_that_looks_like_a_postcode_is_ever_an_error(text: str) -> None:
    answer = where_index().answer(text)
    assert len(answer.choices) == len(answer.councils) + len(answer.alternatives)


def test_what_was_typed_is_never_said_back() -> None:
    assert "narnia" not in where_index().answer("Narnia<img>").text.lower()


def test_nothing_is_logged(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        for text in [*BAD, "MK42 9AB", "flitwik"]:
            where_index().answer(text)
    assert (caplog.records, capfd.readouterr()) == ([], ("", ""))


def test_nothing_typed_is_kept() -> None:
    index, before = where_index(), where_connection().total_changes
    index.answer("Qqzzwert")
    assert where_connection().total_changes == before
    held = repr([vars(index), vars(index._places), vars(index._postcodes)])
    assert "qqzzwert" not in held.lower()


def test_nothing_is_read_before_the_first_question() -> None:
    """Opening the window must not read the places: a fresh look-up has touched nothing."""
    code = (
        "import sqlite3\n"
        "from desktop_app.store.places.lookup import WhereIndex\n"
        "connection = sqlite3.connect(':memory:')\n"
        "seen = []\n"
        "connection.set_trace_callback(seen.append)\n"
        "WhereIndex(connection)\n"
        "import sys\n"
        "heavy = {'yaml', 'pydantic', 'brotli', 'msgpack', 'logging'} & set(sys.modules)\n"
        "assert not seen and not heavy, (seen, heavy)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
