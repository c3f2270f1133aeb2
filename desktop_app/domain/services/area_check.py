"""Whether a directory is for the area that this computer is set to."""

from desktop_app.domain.places.area import Area
from desktop_app.domain.places.place_names import fold
from desktop_app.domain.services.errors import DirectoryOfAnotherArea
from desktop_app.domain.text.quoted_text import quoted_short

LONGEST = 80
"""Letters of what was set that a sentence repeats: no area's name is longer."""


def must_be_for(wanted: str | None, area: Area) -> None:
    """Raise DirectoryOfAnotherArea unless the area is the one wanted, by its id or its name.

    Nothing is wanted where IT has set nothing. Capitals, accents and the kind of an apostrophe make
    no difference.
    """
    if not wanted or not wanted.strip() or fold(wanted) in (fold(area.id), fold(area.name)):
        return
    raise DirectoryOfAnotherArea(area.name, quoted_short(" ".join(wanted.split()), LONGEST))
