"""What a release may not do to the one before it, unless it says that this is meant.

The release before is the one this computer has in use, or the one published last.
"""

import sqlite3
from pathlib import Path

from desktop_app.updates.compare.attached import OtherBytes, both
from desktop_app.updates.compare.front_doors import moves, not_said
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


def check_succession(candidate: Path, manifest: Manifest, previous: Path) -> None:
    """Raise Refused when an answer or a council is lost, or a front door becomes another's."""
    try:
        with both(previous, candidate, ("", manifest.sha256)) as connection:
            for (concern,) in connection.execute(LOST):
                raise _wrong(f"nobody is left to ring about {concern}")
            for (council,) in connection.execute(GONE):
                if not manifest.shrink_explained:
                    raise _wrong(f"{council} is no longer in its area, and nobody says why")
            for move in not_said(moves(connection), dict(manifest.moved_doors)):
                raise _wrong(f"{move.words}, and the release does not say that this is meant")
    except OtherBytes as error:
        raise _wrong("it is not the file that was signed") from error
    except sqlite3.Error:
        # The directory in use is damaged: there is nothing to hold the new one against, and it is
        # the way out. What the new one is worth was looked at before.
        return


def _wrong(finding: str) -> Refused:
    return Refused(Why.WRONG_DATA, finding)
