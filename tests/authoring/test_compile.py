"""Compiling whole: what people wrote is what the program reads, and the same bytes each time."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.authoring.__main__ import main
from desktop_app.authoring.compile import compile_directory
from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.authoring.read.source_folders import checkout_tree
from desktop_app.authoring.release_contents import read_release_contents
from desktop_app.domain.hours.statements import Basis
from desktop_app.store.directory.directory import open_directory
from tests.small_sources import TOWN, councils_only, small_tree, write_sources
from tests.where_directory import ROOT


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    out = tmp_path / "directory.sqlite"
    contents = compile_directory(small_tree(tmp_path / "sources"), out, councils_only)
    with closing(open_directory(out)) as directory:
        read = directory.services()
    assert read == tuple(service for _, service, _ in contents.services)
    assert len(read) == 4


def test_every_real_service_is_read_as_it_was_written(real_file: Path) -> None:
    written = read_release_contents(checkout_tree()).services
    with closing(open_directory(real_file)) as directory:
        assert directory.services() == tuple(service for _, service, _ in written)


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    folder = small_tree(tmp_path / "sources")
    for name in ("one", "two"):
        compile_directory(folder, tmp_path / name, councils_only)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.slow
def test_another_process_with_another_hash_seed_gives_the_same_bytes(
    tmp_path: Path, real_file: Path
) -> None:
    out = tmp_path / "again.sqlite"
    command = [
        sys.executable,
        "-m",
        "desktop_app.authoring",
        "compile",
        "--quiet",
        "--out",
        str(out),
    ]
    environment = {"PYTHONHASHSEED": "4711", "PYTHONPATH": str(ROOT)}
    subprocess.run(command, check=True, env=environment, cwd=ROOT)
    assert out.read_bytes() == real_file.read_bytes()


def test_a_changed_source_changes_the_digest(tmp_path: Path) -> None:
    digests = set()
    for name in ("one", "two"):
        folder = small_tree(tmp_path / name, town=TOWN + f"# {name}\n")
        compile_directory(folder, tmp_path / f"{name}.sqlite", councils_only)
        with closing(open_directory(tmp_path / f"{name}.sqlite")) as directory:
            digests.add(directory.release().digest)
    assert len(digests) == 2


def test_a_mistake_leaves_the_old_file_and_nothing_half_built(tmp_path: Path) -> None:
    out = tmp_path / "out" / "directory.sqlite"
    compile_directory(small_tree(tmp_path / "good"), out, councils_only)
    before = out.read_bytes()
    with pytest.raises(MistakesFound):
        compile_directory(small_tree(tmp_path / "bad", town="services: 1\n"), out, councils_only)
    assert out.read_bytes() == before
    assert list(out.parent.iterdir()) == [out]


def test_a_failure_while_writing_leaves_nothing_half_built(tmp_path: Path) -> None:
    def no_places(*_: object) -> None:
        raise OSError("the disk is full")

    out = tmp_path / "out" / "directory.sqlite"
    with pytest.raises(OSError, match="disk is full"):
        compile_directory(small_tree(tmp_path / "sources"), out, no_places)
    assert list(out.parent.iterdir()) == []


def test_the_command_tells_each_mistake_on_a_line_and_ends_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    town = TOWN.replace("01632 960102", "01582 54765")
    town = town.replace("topics: [child_abuse]", "topics: [x]")
    folder = write_sources(tmp_path / "sources", town=town)
    out = tmp_path / "directory.sqlite"
    status = main(["compile", "--sources", str(folder), "--out", str(out)])
    first, second, last = capsys.readouterr().err.splitlines()
    assert (status, out.exists()) == (2, False)
    assert first.startswith(
        f"{folder}/services/town.yaml:11: “x” is not one of the words for topics"
    )
    assert second.startswith(
        f"{folder}/services/town.yaml:32: 01582 54765 is not a number that can"
    )
    assert last == "Nothing was compiled: 2 to put right."


def test_lines_without_published_hours_carry_the_two_assumed_weeks(tmp_path: Path) -> None:
    contents = read_release_contents(small_tree(tmp_path))
    services = {service.id: service for _, service, _ in contents.services}
    (line,) = services["other-front-doors"].lines
    assert [statement.basis for statement in line.hours.statements] == [Basis.ASSUMED] * 2


def test_an_out_of_hours_line_carries_the_hours_it_stands_in_for(tmp_path: Path) -> None:
    contents = read_release_contents(small_tree(tmp_path))
    services = {service.id: service for _, service, _ in contents.services}
    office, night, _ = services["town-mash"].lines
    assert night.hours.outside_of is not None
    assert night.hours.outside_of.statements == office.hours.statements
