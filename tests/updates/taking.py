"""One update, as the window and the terminal take it, in one call."""

from datetime import datetime
from pathlib import Path

from desktop_app.updates.install_update import USUAL, Terms, take_first
from desktop_app.updates.place import UpdatePlace
from desktop_app.updates.result import UpdateResult
from desktop_app.updates.verify.folders import sources_in


def take_from(where: Path, place: UpdatePlace, now: datetime, terms: Terms = USUAL) -> UpdateResult:
    """Take the update that lies in a file or folder; Refused, with its sentence, when it cannot be.

    `now` is an aware moment. In a folder of release files all are tried in turn, the newest first.
    """
    return take_first(sources_in(where), place, now, terms)
