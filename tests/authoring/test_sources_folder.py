"""`compile --sources DIR` reads DIR and nothing else of the directory's data."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.authoring.areas.cases import FILE as CASES
from desktop_app.authoring.compile import compile_directory
from desktop_app.authoring.read.source_tree import SourceText, SourceTree
from tests.where_directory import ROOT, real_sources

WATCHED = """
import sys
opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
import desktop_app.authoring.compile
from desktop_app.authoring.__main__ import main
from tests.compiled_files import copy_postcodes
desktop_app.authoring.compile.write_postcodes = copy_postcodes
status = main(["compile", "--sources", sys.argv[1], "--out", sys.argv[2], "--quiet"])
print("\\n".join(opened))
sys.exit(status)
"""


class Watched(Mapping[str, SourceText]):
    """Texts that note which of them somebody asked for."""

    def __init__(self, texts: Mapping[str, SourceText]) -> None:
        self._texts = texts
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> SourceText:
        self.asked.add(name)
        return self._texts[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def written(folder: Path) -> Path:
    for name in real_sources().names():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(real_sources().bytes(name))
    return folder


@pytest.mark.slow
def test_another_folder_is_read_and_none_of_ours(tmp_path: Path) -> None:
    folder = written(tmp_path / "elsewhere")
    councils = folder / "councils.csv"
    councils.write_text(
        councils.read_text("utf-8").replace(",Dacorum\n", ",Dacorum and so on\n"), "utf-8"
    )
    out = tmp_path / "out.sqlite"
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(folder), str(out)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    opened = {Path(line) for line in done.stdout.splitlines()}
    schemas = {ROOT / "db" / "schema.sql", ROOT / "db" / "schema_where.sql"}
    assert {path for path in opened if path.is_relative_to(ROOT / "db")} == schemas
    with closing(sqlite3.connect(out)) as connection:
        name = connection.execute("SELECT name FROM council WHERE code = 'E07000096'").fetchone()
    assert name == ("Dacorum and so on",)


@pytest.mark.usefixtures("copied_postcodes")
def test_every_source_text_ends_up_in_the_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text that nobody asks for would be kept in vain: a number in it would reach no desk.

    All but the area's cases, which are held against the directory and are no part of it.
    """
    texts = Watched(real_sources().texts)
    monkeypatch.setattr("desktop_app.authoring.compile.digest_of", lambda *_: "")
    compile_directory(SourceTree(texts=texts), tmp_path / "out.sqlite")
    assert set(texts) - texts.asked == {CASES}
