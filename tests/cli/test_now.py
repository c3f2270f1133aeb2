"""`who-to-call now`: its JSON, its instants, its one-line errors."""

import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from desktop_app.cli import opening
from desktop_app.cli.main import main
from desktop_app.domain.situation.situation import Circumstance
from tests.answers.schema import ANSWER

NOW = ("now", "--about", "child", "--in", "bedford")


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main([*arguments, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize("concern", ["child", "adult", "domestic-abuse", "both", "allegation"])
@pytest.mark.parametrize("where", ["luton", "milton-keynes", "unknown", "outside", "MK43"])
def test_every_answer_keeps_to_schema_1(
    capsys: pytest.CaptureFixture[str], concern: str, where: str
) -> None:
    asked = ("now", "--about", concern, "--in", where, "--at", "2026-12-25T16:30")
    jsonschema.validate(answer(capsys, *asked), ANSWER)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("2026-11-20T16:20", "2026-11-20T16:20:00+00:00"),
        ("2026-07-20T16:20", "2026-07-20T16:20:00+01:00"),
        ("2026-07-20T16:20:00Z", "2026-07-20T17:20:00+01:00"),
        ("2026-11-20T08:00:00-08:00", "2026-11-20T16:00:00+00:00"),
    ],
)
def test_an_instant_is_answered_in_uk_time(
    capsys: pytest.CaptureFixture[str], typed: str, at: str
) -> None:
    assert answer(capsys, *NOW, "--at", typed)["at"] == at


@pytest.mark.parametrize("typed", ["2026-03-29T01:30", "2026-10-25T01:30"])
def test_a_time_the_clock_change_skips_or_repeats_is_told(
    capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    codes = [warning["code"] for warning in answer(capsys, *NOW, "--at", typed)["warnings"]]
    assert codes == ["instant_ambiguous"]


def test_standing_input_gives_one_object_a_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = "\n".join(f"2026-11-20T{hour:02}:00" for hour in range(24))
    monkeypatch.setattr("sys.stdin", io.StringIO(asked))
    assert main([*NOW, "--at", "-", "--json"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["at"][11:13] for line in lines] == [f"{h:02}" for h in range(24)]


def test_a_bad_line_of_input_is_told_and_the_others_are_answered(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("soon\n2026-11-20T10:00\n"))
    assert main([*NOW, "--at", "-", "--json"]) == 2
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 1
    assert captured.err.startswith("“soon” is not a date and time.")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("now",), "required"),
        (("now", "--about", "cats", "--in", "luton"), "invalid choice"),
        (("now", "--about", "child", "--in", "narnia"), "do not know a place"),
        (("now", "--about", "child", "--in", ""), "--in takes"),
        ((*NOW, "--at", "tomorrow"), "is not a date and time"),
        ((*NOW, "--at", "0001-01-01T00:00"), "must be between"),
        ((*NOW, "--at", "9999-12-31T23:59"), "must be between"),
        ((*NOW, "--also", "cats"), "invalid choice"),
        (("dance",), "invalid choice"),
        (("show", "nobody"), "No service is called “nobody”"),
    ],
)
def test_bad_input_is_one_plain_line_and_exit_status_2(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert told in captured.err
    assert captured.err.count("\n") == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "missing from this computer"),
        (b"", "is empty"),
        (b"not a database at all", "is damaged"),
        (b"SQLite format 3\0" + b"\0" * 500, "damaged"),
    ],
)
def test_a_bad_directory_is_one_plain_line_that_still_says_999(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    content: bytes | None,
    told: str,
) -> None:
    file = tmp_path / "directory.sqlite"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setenv("WHO_TO_CALL_DIRECTORY", str(file))
    assert main(NOW) == 2
    said = capsys.readouterr().err
    assert told in said
    assert "999" in said
    assert said.count("\n") == 1


def test_the_text_begins_with_999_and_names_the_number(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([*NOW, "--at", "2026-11-20T10:00"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Immediate danger? Ring 999."
    assert any(line.startswith("  01234 718700") for line in said)


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("mental-health-crisis", "mental-health-crisis"),
        ("suicide", "mental-health-crisis"),
        ("county-lines", "exploitation"),
        ("hoarding", "self-neglect"),
        ("fleeing", "homeless"),
        ("NRPF", "no-recourse"),
        ("images", "images"),
    ],
)
@pytest.mark.parametrize("option", ["--with", "--also"])
def test_a_circumstance_is_told_by_its_name_or_by_what_people_call_it(
    capsys: pytest.CaptureFixture[str], option: str, typed: str, understood: str
) -> None:
    assert main((*NOW, option, typed, "--json")) == 0
    assert json.loads(capsys.readouterr().out)["also"] == [understood]


def test_help_names_every_circumstance(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(("now", "--help"))
    told = "".join(capsys.readouterr().out.split())
    assert all(str(each) in told for each in Circumstance)


def test_the_documents_name_every_circumstance() -> None:
    told = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")
    assert all(f"| `{each}` |" in told for each in Circumstance)


def test_json_says_which_place_was_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    asked = {}
    for concern in ("child", "allegation"):
        main(("now", "--about", concern, "--in", "luton", "--json"))
        asked[concern] = json.loads(capsys.readouterr().out)["where"]["asked"]
    assert asked == {"child": "happened", "allegation": "works"}


def test_what_has_to_be_read_before_101_stands_before_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main((*NOW, "--with", "no-recourse", "--at", "2026-11-20T10:00"))
    lines = capsys.readouterr().out.splitlines()
    number = next(at for at, line in enumerate(lines) if line.startswith("  101 "))
    assert lines[number - 1].startswith("  Before you ring 101: ")
    assert "immigration enforcement" in lines[number - 1]
    assert lines[number + 1].strip() == "To report or ask. If it cannot wait: 999."


def test_the_title_says_that_the_one_who_hurts_is_at_the_desk(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(("now", "--about", "domestic-abuse", "--in", "luton", "--with", "using-abuse"))
    told = capsys.readouterr().out
    assert "In front of me: the one who hurts a partner or relative · Luton" in told
    assert "Someone experiencing domestic abuse" not in told


def test_a_notice_is_told_once_though_a_place_is_looked_up(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    noticed = opening.checked_directory()._replace(notice="Something to tell.")
    monkeypatch.setattr(opening, "checked_directory", lambda: noticed)
    assert main(["now", "--about", "child", "--in", "Flitwick"]) == 0
    assert capsys.readouterr().err.count("Something to tell.") == 1
