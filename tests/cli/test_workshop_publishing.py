"""From a changed number to a release in a terminal, by three people with three keys."""

from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.workshop.publishing.conftest import first_office, office, remembered
from tests.workshop.publishing.release_office import NEW, PASSPHRASE, ReleaseOffice

__all__ = ["first_office", "office", "remembered"]


def run(office: ReleaseOffice, step: str, file: Path, *more: object, key: str = "") -> int:
    secret = office.folder / "secret"
    secret.write_text(PASSPHRASE + "\n", "utf-8")
    private = office.desk.keys / f"{key}.p12"
    signed = ("--key", str(private), "--passphrase-file", str(secret)) if key else ()
    at = () if step == "refuse" else ("--desk", str(office.desk.folder))
    return main(["workshop", step, str(file), *map(str, more), *at, *signed])


@pytest.mark.slow
def test_a_change_is_handed_over_checked_and_published(
    office: ReleaseOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    office.change()
    path, typed = office.folder / "set.wtcchange", office.folder / "typed"
    anna, ben = ("--by", "Anna Steward"), ("--by", "Ben Checker")
    assert run(office, "hand-over", office.path, path, *anna, key="targets-1") == 0
    assert run(office, "look", path) == 0
    said = capsys.readouterr().out
    assert "number changed" in said
    assert "1 number to retype." in said
    typed.write_text("01582 547655\n", "utf-8")
    assert run(office, "accept", path, *ben, "--typed", typed, key="targets-2") == 2
    assert "not typed as they stand" in capsys.readouterr().err
    typed.write_text(NEW, "utf-8")
    assert run(office, "accept", path, *anna, "--typed", typed, key="targets-2") == 2
    assert "made changes in this set" in capsys.readouterr().err
    assert run(office, "accept", path, *ben, "--typed", typed, key="targets-2") == 0
    assert run(office, "publish", path, office.out, key="publishing") == 0
    assert "in one file:" in capsys.readouterr().out


def test_it_is_refused_with_a_reason(
    office: ReleaseOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    office.change()
    path = office.folder / "set.wtcchange"
    anna = ("--by", "Anna Steward", "--until", "2027-06-01")
    assert run(office, "hand-over", office.path, path, *anna, key="targets-1") == 0
    assert run(office, "refuse", path, "Nobody answers.", "--by", "Ben Checker") == 0
    assert run(office, "publish", path, office.out, key="publishing") == 2
    assert "Nobody answers." in capsys.readouterr().err
