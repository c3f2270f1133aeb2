"""Words in passing: a word of the language that merely stands in a text means no service.

"been" stands in what is said of a scheme, "manager" in another name of a board. Whoever types no
more than that means neither.
"""

from collections.abc import Mapping

from desktop_app.domain.browse.search_words import fold
from desktop_app.domain.services.directory import HitWhy
from desktop_app.store.search.ranking import SearchMatch


def without_passing(
    found: Mapping[int, SearchMatch], word: str, silent: frozenset[int], apart: frozenset[int]
) -> dict[int, SearchMatch]:
    """What was found for one ordinary word, without the services that only hold it somewhere.

    `silent`: those that cannot be rung; for them the middle of another name is somewhere, too.
    `apart`: the lines for people who use abuse, which no middle of a name may bring: "phone".
    """
    return {
        number: match
        for number, match in found.items()
        if not _in_passing(match, word, silent=number in silent, apart=number in apart)
    }


def _in_passing(match: SearchMatch, word: str, *, silent: bool, apart: bool) -> bool:
    if match.exact or match.why is HitWhy.TOPIC:
        return False
    inside = not fold(match.matched).startswith(word)
    by_another = match.why is HitWhy.OLD_NAME and inside
    return match.why is HitWhy.WORDS or (silent and by_another) or (apart and inside)
