"""Whether the program can open a candidate directory and read from it all an answer may need."""

from contextlib import closing
from pathlib import Path


def try_out(candidate: Path) -> None:
    """Open a candidate as the program will; whatever it stumbles over here is raised."""
    from desktop_app.store.directory import open_directory  # only when an update came

    with closing(open_directory(candidate)) as directory:
        directory.release()
        directory.services()
        directory.pathways()
        directory.bank_holidays()
        directory.guidance()
        if not directory.search("999"):
            raise ValueError("a search for 999 finds nothing")
