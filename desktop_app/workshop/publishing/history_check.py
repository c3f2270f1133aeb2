"""Whether the history of a change set leads to the texts in it, with a name beside every change."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from desktop_app.authoring.places.postcodes import which_postcodes
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.history import Splice
from desktop_app.workshop.publishing.change_set import ChangeSet
from desktop_app.workshop.publishing.hand_over import digest_of_texts
from desktop_app.workshop.sharing.merge import taken_back

NOT_ITS_HISTORY = (
    "The history in this change set does not lead from the last release to what it would publish. "
    "Its maker hands it over again."
)


def must_lead_from(found: ChangeSet, previous: Path) -> bool:
    """Raise unless every change has a name; False where the file began from other sources.

    Without its changes, the texts must be the sources of the release before, by their figure.
    """
    said = found.said
    try:
        named = {event["act"] for event in said["events"] if str(event["by"]).strip()}
        nameless = [event for event in said["events"] if event["act"] not in named]
        splices = [(each["act"], _splice(each)) for each in said["splices"]]
        texts = taken_back(found.texts, (piece for _, piece in reversed(splices)))
    except (KeyError, TypeError, ValueError) as error:
        raise WorkshopError(NOT_ITS_HISTORY) from error
    if nameless or any(act not in named for act, _ in splices):
        raise WorkshopError(NOT_ITS_HISTORY)
    base = found.base
    if base is None or said["every_change_is_known"] is not True:
        return False
    with closing(sqlite3.connect(f"{previous.resolve().as_uri()}?mode=ro", uri=True)) as other:
        if digest_of_texts(texts, which_postcodes(other)) != base.digest:
            raise WorkshopError(NOT_ITS_HISTORY)
    return True


def _splice(said: dict[str, object]) -> Splice:
    start, cut, put = said["start"], said["cut"], said["put"]
    if not isinstance(start, int) or not all(isinstance(each, str | None) for each in (cut, put)):
        raise TypeError("splice")
    return Splice(file=str(said["file"]), start=start, cut=cut, put=put)  # type: ignore[arg-type]
