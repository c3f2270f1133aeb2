"""What a working file compiles to is what the checkout compiles to, byte for byte."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from desktop_app.authoring.compile import compile_directory
from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.authoring.read.source_folders import area_tree, default_area, national_tree
from desktop_app.fileformat import checksum
from desktop_app.paths import national_sources
from desktop_app.store.directory.directory import open_directory
from desktop_app.workshop.compiling import compile_texts
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.source_tree import read_tree
from tests.compiled_files import copied_postcodes, real_file
from tests.where_directory import ROOT

__all__ = ["copied_postcodes", "real_file"]
LUTON = f"areas/{default_area()}/services/luton-council.yaml"


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return read_tree(national_sources().parent, default_area())


def test_the_bytes_are_those_of_the_checkouts_compile(
    texts: dict[str, str], real_file: Path, tmp_path: Path
) -> None:
    compile_texts(texts, tmp_path / "directory.sqlite", real_file)
    assert (tmp_path / "directory.sqlite").read_bytes() == real_file.read_bytes()


@pytest.mark.usefixtures("copied_postcodes")
def test_an_edited_number_makes_the_bytes_a_checkout_makes_of_it(
    texts: dict[str, str], real_file: Path, tmp_path: Path
) -> None:
    changed = {**texts, LUTON: texts[LUTON].replace("01582 547653", "01582 547654")}
    compile_texts(changed, tmp_path / "here.sqlite", real_file)
    area = tmp_path / default_area()
    for name, text in changed.items():
        if name.startswith("areas/"):
            path = area.parent / name.removeprefix("areas/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
    there = tmp_path / "there.sqlite"
    compile_directory(national_tree().with_area(area_tree(str(area))), there)
    assert (tmp_path / "here.sqlite").read_bytes() == there.read_bytes()


def test_a_second_release_is_made_from_the_first(
    texts: dict[str, str], real_file: Path, tmp_path: Path
) -> None:
    """Postcodes are lent on and on, and say where they come from."""
    compile_texts(texts, tmp_path / "one.sqlite", real_file)
    compile_texts(texts, tmp_path / "two.sqlite", tmp_path / "one.sqlite")
    assert (tmp_path / "two.sqlite").read_bytes() == real_file.read_bytes()


def test_a_preview_is_dated_today(texts: dict[str, str], real_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "preview.sqlite"
    compile_texts(texts, out, real_file, as_of=date(2030, 1, 1))
    with closing(open_directory(out)) as directory:
        assert directory.release().dated == date(2030, 1, 1)


def test_mistakes_name_the_file_as_it_stands_in_the_working_file(
    texts: dict[str, str], real_file: Path, tmp_path: Path
) -> None:
    wrong = {**texts, LUTON: texts[LUTON].replace("01582 547653", "01582 5476")}
    with pytest.raises(MistakesFound) as found:
        compile_texts(wrong, tmp_path / "x.sqlite", real_file)
    assert {each.file for each in found.value.mistakes} == {LUTON}
    assert not (tmp_path / "x.sqlite").exists()


def test_a_council_that_goes_stops_the_copy(
    texts: dict[str, str], real_file: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "other.sqlite")) as other:
        with closing(sqlite3.connect(real_file)) as real:
            real.backup(other)
        other.execute("DELETE FROM council WHERE number = 1")
        other.execute("UPDATE meta SET value = ? WHERE key = 'seal'", (checksum.blank(),))
        other.commit()
    path = tmp_path / "other.sqlite"
    path.write_bytes(checksum.sealed(path.read_bytes()))
    with pytest.raises(MistakesFound, match="A council came or went"):
        compile_texts(texts, tmp_path / "x.sqlite", path)


@pytest.mark.parametrize("content", [b"", b"no directory"])
def test_a_directory_that_is_none_lends_nothing(
    texts: dict[str, str], tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "in-use.sqlite").write_bytes(content)
    with pytest.raises(WorkshopError, match="not a sound directory"):
        compile_texts(texts, tmp_path / "x.sqlite", tmp_path / "in-use.sqlite")


def test_a_directory_of_an_older_program_is_told(
    texts: dict[str, str], real_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "old.sqlite"
    with closing(sqlite3.connect(path)) as old:
        with closing(sqlite3.connect(real_file)) as real:
            real.backup(old)
        old.execute("DELETE FROM meta WHERE key = 'postcodes'")
        old.execute("UPDATE meta SET value = ? WHERE key = 'seal'", (checksum.blank(),))
        old.commit()
    path.write_bytes(checksum.sealed(path.read_bytes()))
    with pytest.raises(WorkshopError, match="does not say which postcodes"):
        compile_texts(texts, tmp_path / "x.sqlite", path)


def test_no_data_package_is_loaded() -> None:
    code = (
        "import sys; import desktop_app.workshop.compiling; sys.exit(' '.join({'brotli',"
        "'msgpack', 'holidays', 'govuk_bank_holidays'} & set(sys.modules)) or 0)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
