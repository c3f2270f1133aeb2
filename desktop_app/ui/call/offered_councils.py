"""Which councils the second question offers as answers, and which digit means what."""

from collections.abc import Sequence

from desktop_app.domain.places.councils import Council

MOST = 6
"""Councils that have a button of their own; of more, the practice's own and the first five."""
UNKNOWN_KEY, OUTSIDE_KEY = 9, 0
"""The two honest outs have the same digit in every area."""
KEYS_BEFORE = ("5", "6")
"""What the two outs were pressed by before: hands remember, so they work where they are free."""


def offered(councils: Sequence[Council], home: Council | None) -> tuple[Council, ...]:
    """The councils to offer, in the order of their digits from 1 on.

    Up to six all of them, in the order of every screen. Of more the practice's own stands first,
    then those the steward put first; for every other one there is the field.
    """
    if len(councils) <= MOST:
        return tuple(councils)
    own = (home,) if home in councils and home is not None else ()
    return (*own, *(each for each in councils if each != home))[:MOST]
