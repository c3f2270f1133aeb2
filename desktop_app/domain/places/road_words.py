"""The sentences about numbered roads."""

from collections.abc import Sequence

from desktop_app.domain.places.councils import Alternative, AnswerKind, Council, WhereAnswer
from desktop_app.domain.places.postcode import PostcodePart
from desktop_app.domain.places.words import listed

_ASK = "Type the nearest town or village, or a postcode."
_MOST_COUNCILS = 3


def road_alone(typed: str, name: str) -> WhereAnswer:
    """A road runs through several councils: no council, and what to type instead."""
    through = "can lie in more than one council" if " " in name else "runs through many councils"
    road = name if " " in name else f"{name} is a road: it"
    return WhereAnswer(typed=typed, kind=AnswerKind.NOTHING, text=f"{road} {through}. {_ASK}")


def road_or_postcode(
    typed: str, name: str, part: PostcodePart, councils: Sequence[Council]
) -> WhereAnswer:
    """A road whose number also begins postcodes somewhere: the other reading is mentioned."""
    names = listed([council.name for council in councils[:_MOST_COUNCILS]])
    if len(councils) > _MOST_COUNCILS:
        names += " and others"
    text = f"{road_alone(typed, name).text} If the postcode begins with {part}, it is in {names}."
    other = Alternative(
        f"A postcode that begins with {part}: {names}", tuple(councils), mentioned=True
    )
    return WhereAnswer(
        typed=typed, kind=AnswerKind.NOTHING, text=text, councils=(), alternatives=(other,)
    )
