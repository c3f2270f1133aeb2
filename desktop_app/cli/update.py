"""`who-to-call update`: take a newer directory from a file, a folder or an https address."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import paths
from desktop_app.cli.plain_parser import PlainError
from desktop_app.clock import SystemClock
from desktop_app.store.directory.try_out import try_out

if TYPE_CHECKING:
    from desktop_app.updates.install_update import Terms
    from desktop_app.updates.place import UpdatePlace
    from desktop_app.updates.result import UpdateResult
    from desktop_app.updates.verify.folders import FoundSources


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command and its options."""
    parser = commands.add_parser("update", help="take a newer directory")
    parser.add_argument(
        "source", metavar="FROM", help="a .wtcrelease file, a folder, or an https address"
    )
    parser.add_argument(
        "--strict", action="store_true", help="refuse an update whose date has passed"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Take the update and say what changed; a refusal is one line and exit status 2."""
    from desktop_app.domain.compare.changes import listing
    from desktop_app.store.directory.directory_session import directory_session
    from desktop_app.updates.errors import Refused
    from desktop_app.updates.install_update import Terms

    try:
        result = _taken(
            options.source,
            this_place(),
            Terms(options.strict, try_out, open_directory=directory_session),
        )
    except Refused as refused:
        raise PlainError(refused.sentence) from refused
    print(result.sentence)
    for line in listing(result.changes or ()):
        print(line)
    return 0


def this_place() -> UpdatePlace:
    """Where this account keeps its updates; PlainError when it can keep none."""
    from desktop_app.updates.place import UpdatePlace

    user_folder = paths.user_data()
    if user_folder is None:
        raise PlainError(paths.NO_USER_FOLDER)
    return UpdatePlace(user_folder, paths.directory_file())


def _taken(where: str, place: UpdatePlace, terms: Terms) -> UpdateResult:
    from desktop_app.updates.install_update import take_first

    with _sources(where) as found:
        return take_first(found, place, SystemClock().now(), terms)


@contextlib.contextmanager
def _sources(where: str) -> Iterator[FoundSources]:
    if "://" in where:
        if not where.startswith("https://"):
            raise PlainError("An address must begin with https://. Nothing was changed.")
        from desktop_app.cli.web_source import sources_at

        with sources_at(where) as found:
            yield found
        return
    from desktop_app.updates.verify.folders import sources_in

    yield sources_in(Path(where))
