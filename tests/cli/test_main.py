"""`search`, `show`, `where` and `check` in a terminal."""

import io
import json
import subprocess
import sys

import pytest

from desktop_app.cli.main import main


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
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = said(capsys, "check", "--cover")
    assert text.startswith("37,877,760 minutes checked")
    assert "there is exactly one first call" in text


DENIED = "PySide6 pydantic sqlite_utils yaml holidays phonenumbers tuf urllib.request ssl socket"


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
