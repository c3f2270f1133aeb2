"""What a release may not do to the one before it, unless it says that this is meant.

The release before is the one this computer has in use, or the one published last.
"""

import sqlite3
from pathlib import Path

from desktop_app.updates.compare.attached_files import OtherBytes, attach_files
from desktop_app.updates.compare.front_doors import moves, not_said
from desktop_app.updates.compare.tables import RELEASES
from desktop_app.updates.errors import Refused, Why
from desktop_app.updates.verify.manifest import Manifest

LOST = (
    "SELECT concern FROM was.pathway WHERE concern NOT IN"
    " (SELECT concern FROM now.pathway JOIN now.pathway_step USING (concern)"
    " GROUP BY concern HAVING count(DISTINCT place) = 2)"
)
"""Concerns that had an answer and have none, at home or elsewhere."""
GONE = (
    "SELECT name FROM was.council WHERE slug IS NOT NULL AND code NOT IN"
    " (SELECT code FROM now.council WHERE slug IS NOT NULL) ORDER BY position"
)
"""Councils that the area had and has no more: a desk there would have no front door."""
COUNTED = ("service", "line", "service_area", "answering", "serving", "front_door")
SMALLEST_SHARE = 0.8
"""Fewer than this share of the rows before is a mistake, unless the release says why."""


def check_succession(
    candidate: Path, manifest: Manifest, previous: Path, previous_sha256: str = ""
) -> None:
    """Raise Refused when an answer or a council is lost, or a front door becomes another's.

    `previous_sha256`: the fingerprint of the release before, where one was verified: against
    another file laid in its place nothing would seem lost.
    """
    try:
        with attach_files(previous, candidate, (previous_sha256, manifest.sha256)) as (
            connection,
            _,
        ):
            if not manifest.shrink_explained:
                _did_not_shrink(connection)
            for (concern,) in connection.execute(LOST):
                raise _wrong(f"nobody is left to ring about {concern}")
            for (council,) in connection.execute(GONE):
                if not manifest.shrink_explained:
                    raise _wrong(f"{council} is no longer in its area, and nobody says why")
            for move in not_said(moves(connection), dict(manifest.moved_doors)):
                raise _wrong(f"{move.words}, and the release does not say that this is meant")
    except OtherBytes as error:
        which = "it" if error.path == candidate else "the release before it"
        raise _wrong(f"{which} is not the file that was signed") from error
    except sqlite3.Error:
        # The directory in use is damaged: there is nothing to hold the new one against, and it is
        # the way out. What the new one is worth was looked at before.
        return


def _did_not_shrink(connection: sqlite3.Connection) -> None:
    for table in COUNTED:
        was, now = (_rows(connection, release, table) for release in RELEASES)
        if now < was * SMALLEST_SHARE:
            raise _wrong(
                f"it has {now} rows of {table} where there were {was}, and nobody says why"
            )


def _rows(connection: sqlite3.Connection, release: str, table: str) -> int:
    """How many rows a table has; none where the release does not know such a table yet."""
    try:
        found = connection.execute(f"SELECT count(*) FROM {release}.{table}").fetchone()
    except sqlite3.OperationalError:
        return 0
    return int(found[0])


def _wrong(finding: str) -> Refused:
    return Refused(Why.WRONG_DATA, finding)
