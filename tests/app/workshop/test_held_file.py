"""A working file that another program holds: every page says so in a sentence, nothing is lost."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.app.workshop.open_copy import OpenCopy
from desktop_app.ui.workshop.working_copy import WorkshopError
from desktop_app.workshop.work_file import WorkFile
from tests.app.workshop.test_open_copy import change

DEEDS: dict[str, Callable[[OpenCopy, Path], object]] = {
    "rows": lambda copy, _: copy.rows(),
    "sheet": lambda copy, _: copy.sheet("town-mash"),
    "documents": lambda copy, _: copy.documents(),
    "changes": lambda copy, _: copy.changes(),
    "problems": lambda copy, _: copy.problems(),
    "undo": lambda copy, _: copy.undo(),
    "redo": lambda copy, _: copy.redo(),
    "calls": lambda copy, _: copy.ring.cards(),
    "ledger": lambda copy, _: copy.ring.ledger(),
    "dates": lambda copy, _: copy.dates.lines(),
    "reports": lambda copy, folder: copy.lists.read_reports(folder / "list.csv"),
    "new": lambda copy, _: copy.lifecycle.words(),
}


@pytest.fixture
def held(copy: OpenCopy, work: WorkFile) -> Iterator[OpenCopy]:
    """The file held by another program for longer than anybody waits."""
    work._connection.execute("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(work.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    yield copy
    other.execute("ROLLBACK")
    other.close()


@pytest.mark.parametrize("deed", DEEDS)
def test_every_page_says_who_holds_it(held: OpenCopy, tmp_path: Path, deed: str) -> None:
    (tmp_path / "list.csv").write_text("number,service,moment_uk,what_happened\n", "utf-8")
    with pytest.raises(WorkshopError, match="Another program holds"):
        DEEDS[deed](held, tmp_path)


def test_what_was_typed_is_refused_in_a_sentence_and_kept_when_it_is_free_again(
    copy: OpenCopy, work: WorkFile
) -> None:
    wanted = change(copy, "Number", "01632 960177")
    work._connection.execute("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(work.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(WorkshopError, match="Another program holds"):
        copy.edit(wanted)
    other.execute("ROLLBACK")
    other.close()
    assert copy.edit(wanted).taken
