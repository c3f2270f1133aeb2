"""`compile --sources DIR` reads DIR and nothing else of the directory's data."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.where_directory import ROOT, SOURCES

WATCHED = """
import sys
opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
from desktop_app.authoring import compile as compiling
compiling.digest_of = lambda sources, tables: ""  # it opens every file, used or not
from desktop_app.authoring.__main__ import main
status = main(["compile", "--sources", sys.argv[1], "--out", sys.argv[2], "--quiet"])
print("\\n".join(opened))
sys.exit(status)
"""


@pytest.mark.slow
def test_every_file_of_another_folder_is_read_there_and_none_of_ours(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    shutil.copytree(SOURCES, folder)
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
    ours = {path for path in opened if path.is_relative_to(SOURCES)}
    assert not ours
    given = {path for path in folder.rglob("*") if path.is_file()}
    assert given - opened == set()
    connection = sqlite3.connect(out)
    name = connection.execute("SELECT name FROM council WHERE code = 'E07000096'").fetchone()
    connection.close()
    assert name == ("Dacorum and so on",)
