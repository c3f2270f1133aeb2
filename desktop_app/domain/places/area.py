"""The area a directory is for: its name, its councils in order, and examples for its fields."""

from typing import NamedTuple

from desktop_app.domain.places.councils import Council


class Area(NamedTuple):
    """What one steward answers for, as the compiled file says it; nothing where no file is open.

    `id` tells areas apart; `name` is what people read. The councils stand in the order of every
    screen. `counties` are words that may end an address there or beside it. `postcodes` pairs a
    known postcode with the council it must lead to; `places` and `number` are examples of what can
    be typed.
    """

    id: str = ""
    name: str = ""
    councils: tuple[Council, ...] = ()
    counties: tuple[str, ...] = ()
    postcodes: tuple[tuple[str, str], ...] = ()
    places: tuple[str, ...] = ()
    number: str = ""


NO_AREA = Area()
