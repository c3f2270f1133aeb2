"""The directory is compiled when what it is made from changed, and only then."""

import os
from pathlib import Path

import pytest

from workshop import directory, environment

SOURCE = "db/areas/vale/services/luton.yaml"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a small checkout with one source file."""
    for name in [SOURCE, "desktop_app/authoring/__main__.py", *environment.LOCKS]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(directory, "ROOT", tmp_path)
    monkeypatch.setattr(directory, "DIRECTORY", tmp_path / "db/build/directory.sqlite")
    monkeypatch.setattr(directory, "STAMP", tmp_path / "db/build/compiled-from.json")
    return tmp_path


@pytest.fixture
def compiled(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note each compilation, which succeeds."""
    runs: list[str] = []

    def compile_it(name: str, arguments: list[str]) -> int:
        runs.append(name)
        (checkout / "db/build").mkdir(exist_ok=True)
        (checkout / "db/build/directory.sqlite").touch()
        return 0

    monkeypatch.setattr(environment, "module", compile_it)
    return runs


def test_the_first_start_compiles_and_the_second_does_not(compiled: list[str]) -> None:
    directory.ensure()
    directory.ensure()
    assert compiled == ["desktop_app.authoring"]


def test_a_changed_number_is_compiled(checkout: Path, compiled: list[str]) -> None:
    directory.ensure()
    (checkout / SOURCE).write_text("number: 01632 960001", "utf-8")
    directory.ensure()
    assert len(compiled) == 2


@pytest.mark.parametrize("name", ["db/schema.sql", "desktop_app/authoring/check/checks.py"])
def test_a_new_schema_or_check_is_compiled(checkout: Path, compiled: list[str], name: str) -> None:
    directory.ensure()
    changed = checkout / name
    changed.parent.mkdir(parents=True, exist_ok=True)
    changed.write_text("new", "utf-8")
    directory.ensure()
    assert len(compiled) == 2


def test_a_removed_source_is_compiled(checkout: Path, compiled: list[str]) -> None:
    directory.ensure()
    (checkout / SOURCE).unlink()
    directory.ensure()
    assert len(compiled) == 2


def test_a_touched_file_with_the_same_words_is_not_compiled(
    checkout: Path, compiled: list[str]
) -> None:
    directory.ensure()
    os.utime(checkout / SOURCE, ns=(1, 1))
    directory.ensure()
    assert len(compiled) == 1


def test_a_lost_directory_is_compiled(checkout: Path, compiled: list[str]) -> None:
    directory.ensure()
    directory.DIRECTORY.unlink()
    directory.ensure()
    assert len(compiled) == 2


def test_a_spoilt_stamp_is_no_stamp(checkout: Path, compiled: list[str]) -> None:
    directory.ensure()
    directory.STAMP.write_text("{", "utf-8")
    directory.ensure()
    assert len(compiled) == 2


def test_an_area_that_was_asked_for_stays(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def compile_it(_name: str, given: list[str]) -> int:
        asked.append(given)
        return 0

    monkeypatch.setattr(environment, "module", compile_it)
    directory.DIRECTORY.parent.mkdir(parents=True)
    directory.DIRECTORY.touch()
    directory.compile_now(["--area", "vale"])
    directory.ensure()
    (checkout / SOURCE).write_text("number: 01632 960001", "utf-8")
    directory.ensure()
    directory.compile_now([])
    (checkout / SOURCE).write_text("number: 01632 960002", "utf-8")
    directory.ensure()
    assert asked == [["compile", "--area", "vale"]] * 2 + [["compile"]] * 2


def test_a_mistake_in_the_sources_stops_the_work(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "module", lambda name, arguments: 1)
    with pytest.raises(environment.CannotGoOn, match="was not compiled"):
        directory.ensure()
    assert not directory.STAMP.exists()
