"""The area that the tests go by, written a second time, with its councils in their order."""

from desktop_app.domain.places.area import Area
from desktop_app.domain.places.councils import Council

BEDFORD = Council("E06000055", "Bedford Borough", "bedford")
CENTRAL_BEDFORDSHIRE = Council("E06000056", "Central Bedfordshire", "central-bedfordshire")
LUTON = Council("E06000032", "Luton", "luton")
MILTON_KEYNES = Council("E06000042", "Milton Keynes", "milton-keynes")
COUNCILS = (BEDFORD, CENTRAL_BEDFORDSHIRE, LUTON, MILTON_KEYNES)
AREA = Area(
    id="bedfordshire-luton-milton-keynes",
    name="Bedfordshire, Luton and Milton Keynes",
    councils=COUNCILS,
    places=("Luton", "Wootton"),
    number="01582 54",
)


def by_slug(slug: str) -> Council:
    """The council a short name stands for; KeyError when it is none of the area's."""
    return {council.slug: council for council in COUNCILS}[slug]
