"""Working files for tests: a small directory whose numbers ring nobody."""

from datetime import datetime
from pathlib import Path

from desktop_app.clock import LONDON
from desktop_app.workshop.editing import ChangeReason
from desktop_app.workshop.source_tree import read_tree
from desktop_app.workshop.work_file import WorkFile
from tests.small_sources import write_sources

NOW = datetime(2026, 12, 1, 10, 0, tzinfo=LONDON)
TOWN = "national/services/town.yaml"
OFFICE = ("services", "id:town-mash", "lines", "id:office")
SAID = ChangeReason(by="A. Steward", at=NOW, why="moved", document="page-2024")


def small_texts(folder: Path) -> dict[str, str]:
    """The source files of the small directory."""
    write_sources(folder / "db/national")
    return read_tree(folder / "db")


def small_work_file(folder: Path) -> WorkFile:
    """A working file of the small directory, open."""
    return WorkFile.create(folder / "small.wtcwork", small_texts(folder), at=NOW)
