"""`search`, `show`, `where` and `check` in a terminal."""

import io
import json
import subprocess
import sys
from datetime import timedelta

import pytest

from desktop_app.cli import check
from desktop_app.cli.main import main
from desktop_app.domain.decision.cover import prove
from tests import sweeps


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0
    return capsys.readouterr().out


def test_digits_find_the_number_and_its_service(capsys: pytest.CaptureFixture[str]) -> None:
    assert "bedford-children-ifd" in said(capsys, "search", "718700").splitlines()[0]


def test_an_old_name_finds_the_service(capsys: pytest.CaptureFixture[str]) -> None:
    assert "bedford-children-ifd" in said(capsys, "search", "MASH")


def test_finding_nothing_says_what_to_try(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "search", "zzzzqqqq").startswith("Nothing found. Try")


def test_search_as_json_gives_one_object_a_hit(capsys: pytest.CaptureFixture[str]) -> None:
    hits = [json.loads(line) for line in said(capsys, "search", "LADO", "--json").splitlines()]
    assert {hit["schema"] for hit in hits} == {1}
    assert any(hit["service"]["id"] == "luton-lado" for hit in hits)


def test_a_service_is_shown_with_its_hours_faxes_and_gaps(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = said(capsys, "show", "bedford-adults")
    assert "Replaced: do not ring" in text
    assert "Not known: No source gives the office hours" in text


def test_where_answers_each_line_of_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("MK43 0AA\nAmpthill\n\N{PILE OF POO}\n"))
    kinds = [json.loads(line)["kind"] for line in said(capsys, "where", "-", "--json").splitlines()]
    assert kinds == ["postcode", "place", "nothing"]


@pytest.mark.parametrize(
    "section", ["Never checked by anybody: ", "Sources disagree: ", "Hours assumed", "Not known: "]
)
def test_the_report_tells_what_is_not_as_it_should_be(
    capsys: pytest.CaptureFixture[str], section: str
) -> None:
    assert section in said(capsys, "check")


@pytest.mark.slow
def test_the_cover_is_proved_for_every_minute_of_three_years(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of them with `check --slow`; else from when the first year begins, for three weeks.

    tests/answers/test_cover.py proves weeks of every kind in each run.
    """
    whole = sweeps.whole()
    if not whole:
        weeks = timedelta(weeks=3)
        monkeypatch.setattr(
            check,
            "prove",
            lambda directory, first, _, since: prove(directory, first, first + weeks, since),
        )
    text = said(capsys, "check", "--cover")
    assert text.startswith(f"{'56,816,640' if whole else '1,088,640'} minutes checked")
    assert "there is exactly one first call" in text


DENIED = (
    "PySide6 pydantic sqlite_utils yaml holidays phonenumbers tuf urllib.request ssl socket "
    "ruamel cryptography openpyxl python_calamine desktop_app.authoring desktop_app.workshop "
    "desktop_app.exchange"
)


def test_an_answer_needs_neither_qt_nor_a_socket() -> None:
    code = (
        "import sys; from desktop_app.cli.main import main;"
        "main(['now', '--about', 'child', '--in', 'luton']);"
        f"sys.exit(' '.join(set({DENIED.split()}) & set(sys.modules)) or 0)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def test_search_finds_no_service_for_a_word_of_its_own_and_says_what_to_do(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for typed in ("urdu", "the printer is jammed"):
        text = said(capsys, "search", typed)
        assert "[" not in text
        assert "who-to-call now" in text
        assert "999" in text


def test_search_asks_about_a_wrong_digit_and_offers_no_service(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "Did you mean 0300 300 8123" in said(capsys, "search", "0300 300 8132")
    (told,) = said(capsys, "search", "0300 300 8132", "--json").splitlines()
    assert "0300 300 8123" in json.loads(told)["advice"]


def test_search_lists_what_cannot_be_rung_apart(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "search", "hoarding", "luton")
    rung, _, system = text.partition("How the system works")
    assert "no number published" not in rung.replace("known-luton-hoarding-panel", "")
    assert "no number published" in system


@pytest.mark.parametrize("typed", ["partners", "womens refuge", "hoarding", "change", "hospital"])
def test_search_as_json_puts_whoever_cannot_be_rung_last_unless_named(
    capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    assert main(["search", typed, "--json"]) == 0
    hits = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    rung = [hit["rung"] for hit in hits if "service" in hit and not hit["exact"]]
    assert rung == sorted(rung, reverse=True)


@pytest.mark.parametrize("typed", ["manager", "form"])
def test_search_finds_nobody_for_a_word_of_a_surgery_and_says_what_to_do(
    capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    assert main(["search", typed, "--json"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [list(each) for each in told] == [["schema", "advice"]]


def test_search_puts_open_before_closed_among_equals(capsys: pytest.CaptureFixture[str]) -> None:
    first = said(capsys, "search", "luton", "--at", "2026-11-29T03:00").splitlines()[0]
    assert "[luton-" in first
    assert main(("search", "mash", "--home", "paris")) != 0
