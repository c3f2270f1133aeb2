"""Whatever stands at the other end of a command: one plain line or a fitting answer."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

NOW = ("now", "--about", "child", "--in", "bedford", "--at")
MOMENT = "2026-12-25T10:00"
FULL = Path("/dev/full")


def told(
    *arguments: str, typed: bytes | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", *arguments],
        input=typed,
        capture_output=True,
        check=False,
        env={**os.environ, **(env or {})},
    )


def moments(answered: subprocess.CompletedProcess[bytes]) -> list[str]:
    return [json.loads(line)["at"][:16] for line in answered.stdout.decode("utf-8").splitlines()]


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param(f"\ufeff{MOMENT}\n".encode(), id="byte order mark"),
        pytest.param(f"{MOMENT}\r\n".encode(), id="Windows line end"),
        pytest.param(f"\n  \n{MOMENT}".encode(), id="empty lines, no end"),
    ],
)
def test_a_line_is_read_however_it_was_written(typed: bytes) -> None:
    answered = told(*NOW, "-", "--json", typed=typed)
    assert (answered.returncode, moments(answered)) == (0, [MOMENT])


@pytest.mark.parametrize(
    "damage", [pytest.param(b"\xff\xfe\xc3", id="no UTF-8"), pytest.param(b"1\x00", id="NUL")]
)
def test_a_damaged_line_is_told_in_one_line_and_costs_no_other(damage: bytes) -> None:
    line = MOMENT.encode()
    answered = told(*NOW, "-", "--json", typed=b"\n".join((line, damage, line)))
    assert (answered.returncode, moments(answered)) == (2, [MOMENT, MOMENT])
    assert answered.stderr.decode().count("\n") == 1
    assert "is not a date and time" in answered.stderr.decode()


def test_no_lines_are_no_answers_and_no_mistake() -> None:
    answered = told(*NOW, "-", "--json", typed=b"")
    assert (answered.returncode, answered.stdout, answered.stderr) == (0, b"", b"")


@pytest.mark.parametrize("text", [b"\xff\xfe", "\N{PILE OF POO}".encode(), b"a" * 10_000])
@pytest.mark.parametrize("command", ["search", "where", "show"])
def test_any_text_gets_a_plain_answer(command: str, text: bytes) -> None:
    answered = told(command, os.fsdecode(text))
    assert answered.returncode == (2 if command == "show" else 0)
    assert b"Traceback" not in answered.stderr
    assert b"damaged" not in answered.stderr
    sentences = 2 if command == "search" else 1  # nothing was found; what to do instead
    assert (answered.stdout + answered.stderr).count(b"\n") == sentences


@pytest.mark.parametrize(
    "twice", [("--at", MOMENT), ("--at", "-"), ("--in", "luton"), ("--about", "adult")]
)
def test_of_two_moments_places_or_concerns_none_is_picked_silently(twice: tuple[str, str]) -> None:
    answered = told(*NOW, MOMENT, *twice, typed=b"")
    assert answered.returncode == 2
    assert f"{twice[0]}: give it once" in answered.stderr.decode()
    assert answered.stderr.count(b"\n") == 1


def test_an_answer_can_be_written_where_only_plain_letters_can() -> None:
    answered = told(*NOW, MOMENT, env={"PYTHONIOENCODING": "ascii"})
    assert answered.returncode == 0
    assert "council’s" in answered.stdout.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="closes a stream the way a shell does")
@pytest.mark.parametrize(
    ("redirected", "status", "said"),
    [
        ("- <&-", 2, "There is no standard input"),
        (f"{MOMENT} >&-", 2, "There is no standard output"),
        pytest.param(
            f"{MOMENT} >{FULL}",
            2,
            "No space left",
            marks=pytest.mark.skipif(not FULL.exists(), reason="no full disk to write to"),
        ),
    ],
)
def test_a_stream_that_is_not_there_is_told(redirected: str, status: int, said: str) -> None:
    command = f'"{sys.executable}" -m desktop_app {" ".join(NOW)} {redirected}'
    answered = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert answered.returncode == status
    assert said in answered.stderr.decode()
    assert answered.stderr.count(b"\n") == bool(said)


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "\x1b[2J\n" * 100),
        ("\x1b[2J\n" * 100,),
        ("now", "\x1b[2J\n" * 100),
        ("now", "--with", "\x1b[2J\n" * 100),
        ("now", "--about", "\x1b[2J\n" * 100),
        (*NOW, "\x1b[2J\n" * 100),
        ("update", "\x1b[2J\n" * 100),
        ("update", "https://\x1b[2J\n"),
        ("release", "build", "--desk", "\x1b[2J\n"),
    ],
    ids=lambda arguments: " ".join(arguments[:2])[:20],
)
def test_what_is_said_back_of_an_argument_is_one_line_without_commands(
    arguments: tuple[str, ...],
) -> None:
    answered = told(*arguments)
    said = (answered.stdout + answered.stderr).decode("utf-8")
    assert answered.returncode == 2
    assert (said.count("\n"), "\x1b" in said, len(said) < 1000) == (1, False, True)


@pytest.mark.skipif(os.name == "nt", reason="needs a shell with head")
def test_a_reader_that_leaves_early_is_no_mistake() -> None:
    many = "\n".join(f"2026-12-25T{at // 60:02}:{at % 60:02}" for at in range(1440))
    command = f'"{sys.executable}" -m desktop_app {" ".join(NOW)} - --json | head -1'
    answered = subprocess.run(
        ["sh", "-c", command], input=many.encode(), capture_output=True, check=False
    )
    assert (len(moments(answered)), answered.stderr) == (1, b"")


WEIGHED = """
import sys
from desktop_app.cli.main import main
status = main(sys.argv[1:])
with open("/proc/self/status") as rows:
    print(next(row.split()[1] for row in rows if row.startswith("VmHWM")), file=sys.stderr)
sys.exit(status)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="weighed in kilobytes on Linux")
@pytest.mark.parametrize("command", [("where", "-"), (*NOW, "-")])
def test_a_line_without_an_end_does_not_fill_the_memory(command: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WEIGHED, *command],
        input=b"9" * 40_000_000 + b"\n" + MOMENT.encode() + b"\n",
        capture_output=True,
        check=False,
    )
    said = (done.stdout + done.stderr).decode("utf-8").splitlines()
    assert done.returncode in (0, 2)
    assert int(said[-1]) < 100_000  # 40 MB of it made 450
    assert len(said) >= 3  # the next line is answered
    assert max(map(len, said)) < 3_000
