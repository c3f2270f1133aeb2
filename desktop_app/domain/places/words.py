"""The sentences about a postcode: what is known of it, and what is not, in plain words.

Nothing here repeats what was typed; postcodes are written out afresh in their proper form.
"""

from collections.abc import Sequence

from desktop_app.domain.places.councils import (
    NEAR_BORDER,
    SPACE_MISSING,
    Alternative,
    Council,
    CouncilCount,
    PlaceDoubt,
)
from desktop_app.domain.places.postcode import Postcode, PostcodePart, Unfinished

EMPTY = "Type a postcode, or the name of a town, village or estate."
TOO_LONG = "That is too long for a postcode or a place. " + EMPTY
NO_LETTERS = "That is not a postcode or a place. " + EMPTY
NO_SUCH_PLACE = "We do not know a place of that name. Check the spelling, or type a postcode."
WHOLE_POSTCODE = "Type the whole postcode."
CHECK_ADDRESS = "Check the address, or ask for the town or village."
NORTHERN_IRELAND_WORDS = (
    "Postcodes that begin with BT are in Northern Ireland. They are not in this directory."
)
_OUTSIDE = "outside this directory"
_MOST_NAMED = 6
_MOST_COUNCILS = 3


def listed(items: Sequence[str], last: str = "and") -> str:
    """Items in a sentence: "Norwich, Diss and Thetford"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def listed_up_to(most: int, names: Sequence[str]) -> str:
    """The first of many names: "Norwich, Diss and 7 more"."""
    if len(names) <= most:
        return listed(names)
    return f"{', '.join(names[:most])} and {len(names) - most} more"


def lies_in(council: Council) -> str:
    """Where a council lies in words: "in Norwich", "in Dacorum, outside this directory"."""
    return f"in {council.name}" if council.inside else f"in {council.name}, {_OUTSIDE}"


def known_postcode(postcode: Postcode, council: str) -> str:
    """The plain case: this postcode is known, and this is its council's name."""
    return f"{postcode} is in {council}."


def without_council(postcode: Postcode) -> str:
    """The postcode is known, but the list names no council for it."""
    return (
        f"{postcode} is a known postcode, but no council is recorded for it."
        " Ask for the town or village."
    )


def part(reading: PostcodePart, counts: Sequence[CouncilCount]) -> str:
    """What the beginning of a postcode tells: one council, or several and their counts."""
    if len(counts) == 1:
        return f"{_every(str(reading), counts[0])}."
    return f"{reading} covers more than one council: {_tally(counts)}. {WHOLE_POSTCODE}"


def unrecorded(postcodes: int) -> str:
    """What to add where some postcodes have no council; nothing where all have one."""
    if not postcodes:
        return ""
    if postcodes == 1:
        return " One more has no council recorded."
    return f" {postcodes:,} more have no council recorded."


def unknown_postcode(postcode: Postcode, sector: Sequence[CouncilCount]) -> str:
    """The postcode is not known, but others in its sector are."""
    if len(sector) == 1:
        return (
            f"{postcode} is not a known postcode. {_every(postcode.sector, sector[0])}."
            " Check the address."
        )
    return (
        f"{postcode} is not a known postcode. Known postcodes in {postcode.sector} are in more"
        f" than one council: {_tally(sector)}. {CHECK_ADDRESS}"
    )


def unknown_sector(postcode: Postcode, district: Sequence[CouncilCount]) -> str:
    """Not even the sector is known; all that is left is the district, if that."""
    if not district:
        return (
            f"{postcode} is not a known postcode, and no known postcode begins with"
            f" {postcode.outward}. {CHECK_ADDRESS}"
        )
    found = f"in {district[0].council.name}" if len(district) == 1 else f"in {_tally(district)}"
    return (
        f"{postcode} is not a known postcode, and none is known in {postcode.sector}. Postcodes"
        f" that begin with {postcode.outward} are {found}. {CHECK_ADDRESS}"
    )


def unknown_part(reading: PostcodePart) -> str:
    """No postcode begins so, as far as the directory knows."""
    return f"No known postcode begins with {reading}. {CHECK_ADDRESS}"


def part_without_council(reading: PostcodePart) -> str:
    """Postcodes begin so, but none of them has a council recorded."""
    return f"No council is recorded for postcodes that begin with {reading}. {CHECK_ADDRESS}"


def place_meant(name: str, councils: tuple[Council, ...]) -> Alternative:
    """A place known by the letters of a postcode area, as another reading of them."""
    return Alternative(f"The place {name}, if that is meant", councils, name)


def with_a_space(reading: PostcodePart, councils: tuple[Council, ...]) -> Alternative:
    """The district could be cut shorter; that is rarely meant, so it is mentioned and no more."""
    names = listed([council.name for council in councils[:_MOST_COUNCILS]])
    if len(councils) > _MOST_COUNCILS:
        names = "several councils"
    sentence = f"If {reading} is meant ({names}), type the space."
    return Alternative(sentence, councils, str(reading), mentioned=True)


def unfinished(typed: Unfinished, counts: Sequence[CouncilCount]) -> str:
    """What was typed behind the space does not make the district a whole postcode."""
    first = f"{typed} is not a whole postcode."
    if not counts:
        return f"{first} {unknown_part(PostcodePart(typed.outward))}"
    return f"{first} {part(PostcodePart(typed.outward), counts)}"


def near_border(others: Sequence[Council]) -> PlaceDoubt:
    """The sector holds postcodes of other councils too."""
    named = [council.name for council in others[:_MOST_COUNCILS]]
    if len(others) > _MOST_COUNCILS:
        named.append("others")
    return PlaceDoubt(
        NEAR_BORDER, f"It is near the border with {listed(named)}: check the address."
    )


def space_missing(district: str, councils: Sequence[Council]) -> PlaceDoubt:
    """Six signs without a space may be a longer district with a digit lost."""
    where = councils[0].name if len(councils) == 1 else "more than one council"
    text = f"If the postcode begins with {district} ({where}), a digit is missing: check it."
    return PlaceDoubt(SPACE_MISSING, text, _ours(councils))


def _ours(councils: Sequence[Council]) -> tuple[Council, ...]:
    return tuple(council for council in councils if council.inside)


def district_instead(district: str, councils: tuple[Council, ...]) -> Alternative:
    """A longer district with which the postcode may begin, if a digit is missing behind it."""
    names = listed([council.name for council in councils[:_MOST_COUNCILS]])
    return Alternative(f"If it begins with {district} ({names}).", councils, district)


def sign_lost(postcode: Postcode, council: Council, what: str) -> Alternative:
    """A known postcode that has one sign more ("digit") than the one typed, which is not known."""
    text = f"If a {what} is missing: {postcode} is {lies_in(council)}."
    return Alternative(text, (council,), str(postcode))


def offered(postcode: Postcode, council: Council | None) -> str:
    """A look-alike repair, as an offer."""
    where = lies_in(council) if council else "known, but no council is recorded for it"
    return f"Did you mean {postcode}? It is {where}."


def looks_like_a_typo() -> str:
    """The text has the length of a postcode; with look-alike letters swapped it would be one."""
    return "That is not a postcode as typed. A letter or a number may be wrong, or one too many."


def several_postcodes(postcodes: Sequence[Postcode]) -> str:
    """A longer text holds more than one postcode."""
    return (
        f"That holds more than one postcode: {listed([str(one) for one in postcodes])}. Type one."
    )


def _every(where: str, count: CouncilCount) -> str:
    return f"Every known postcode in {where} ({count.postcodes:,}) is {lies_in(count.council)}"


def _tally(counts: Sequence[CouncilCount]) -> str:
    named = [_counted(count, first=at == 0) for at, count in enumerate(counts[:_MOST_NAMED])]
    rest = len(counts) - _MOST_NAMED
    if rest > 0:
        named.append(f"and {rest} more {'council' if rest == 1 else 'councils'}")
    return ", ".join(named)


def _counted(count: CouncilCount, *, first: bool) -> str:
    number = f"{count.postcodes:,}"
    if first:
        number += " postcode" if count.postcodes == 1 else " postcodes"
    outside = "" if count.inside else f", {_OUTSIDE}"
    return f"{count.council.name} ({number}{outside})"
