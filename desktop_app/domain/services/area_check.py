"""Whether a directory is for the area that this computer is set to."""

from desktop_app.domain.places.area import Area
from desktop_app.domain.services.errors import DirectoryOfAnotherArea


def must_be_for(wanted: str | None, area: Area) -> None:
    """Raise DirectoryOfAnotherArea unless the area is the one wanted, by its id or its name.

    Nothing is wanted where IT has set nothing.
    """
    if not wanted or wanted.strip().casefold() in (area.id.casefold(), area.name.casefold()):
        return
    raise DirectoryOfAnotherArea(area.name, wanted)
