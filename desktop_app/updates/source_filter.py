"""Which of the updates in a place are worth a try: nothing is verified and python-tuf not loaded.

A watched folder is looked into every quarter of an hour, and almost always holds what is in use.
"""

from collections.abc import Iterable

from desktop_app.updates.errors import Refused, Why
from desktop_app.updates.file_names import LARGEST_METADATA
from desktop_app.updates.place import UpdatePlace
from desktop_app.updates.releases.release_store import read_bounded
from desktop_app.updates.releases.staging import list_version, newest_lists
from desktop_app.updates.verify.sources import Opener


def worth_trying(openers: Iterable[Opener], place: UpdatePlace) -> tuple[list[Opener], bool]:
    """Those that differ from what this computer knows and do not call themselves older.

    And whether one of them is what it knows.
    """
    lists, every = newest_lists(place.store, place.trust), list(openers)
    try:
        known = read_bounded(lists / "timestamp.json", LARGEST_METADATA["timestamp"])
    except (OSError, ValueError):
        return every, False
    version = list_version(lists)[1]
    fresh = [each for each in every if each.stamp != known and each.version >= version]
    return fresh, any(each.stamp == known for each in every)


def passed_over(refused: Iterable[tuple[str, Refused]]) -> str:
    """The sentence about the first of these files that is broken; none about older ones."""
    for name, error in refused:
        if error.why is not Why.OLDER:
            return error.about(name)
    return ""
