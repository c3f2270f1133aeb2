"""`check`: what the report says of numbers nobody has rung, and which nobody ever may."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from desktop_app import paths
from desktop_app.cli.check import report
from desktop_app.cli.main import main
from desktop_app.domain.services.calls_owed import every_number, owed_calls
from desktop_app.store.directory.directory import SqliteDirectory, open_directory


@pytest.fixture
def real() -> Iterator[SqliteDirectory]:
    with closing(open_directory(paths.directory_file())) as directory:
        yield directory


def test_no_emergency_or_crisis_number_is_listed_as_never_checked(real: SqliteDirectory) -> None:
    lines = list(report(real, real.release().dated))
    begins = next(at for at, line in enumerate(lines) if line.startswith("Never checked"))
    listed = lines[begins + 1 : lines.index("", begins)]
    numbers = {line.strip().split("  ")[0] for line in listed}
    assert len(numbers) == len(listed) > 30
    assert not numbers & {"999", "112", "18000", "101", "18001 101", "111", "105"}
    assert not numbers & {"0800 1111", "116 123", "88858"}
    assert "01582 547653" in numbers


def test_the_report_counts_numbers_and_not_lines(real: SqliteDirectory) -> None:
    services = real.services()
    told = "\n".join(report(real, real.release().dated))
    assert f"{len(every_number(services))} numbers on " in told
    never = {role.id for role in real.roles() if not role.test_calls}
    assert {"emergency", "childline", "emotional_support"} <= never
    assert f"0 of {len(owed_calls(services, never))} numbers that are owed" in told


def test_a_proof_of_what_changed_says_how_many_councils_it_left_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "--cover", "--since", str(paths.directory_file())]) == 0
    told = capsys.readouterr().out
    assert told.startswith("0 minutes checked (0 councils × every concern")
    assert "4 of 4 councils are answered as in release" in told


def test_since_without_cover_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--since", "x.sqlite"]) == 2
    assert "--since FILE goes with --cover." in capsys.readouterr().err
