"""Words in passing: a word of the language that merely stands in a text means no service.

"been" stands in what is said of a scheme, "manager" in another name of a board. Whoever types no
more than that means neither.
"""

from collections.abc import Mapping

from desktop_app.domain.browse.search_words import fold
from desktop_app.domain.services.directory import HitWhy
from desktop_app.store.search.ranking import Found


def without_passing(
    found: Mapping[int, Found], word: str, silent: frozenset[int]
) -> dict[int, Found]:
    """What was found for one ordinary word, without the services that only hold it somewhere.

    `silent`: those that cannot be rung; for them the middle of another name is somewhere, too.
    """
    return {
        number: match
        for number, match in found.items()
        if not _in_passing(match, word, silent=number in silent)
    }


def _in_passing(match: Found, word: str, *, silent: bool) -> bool:
    if match.exact:
        return False
    inside = match.why is HitWhy.OLD_NAME and not fold(match.matched).startswith(word)
    return match.why is HitWhy.WORDS or (silent and inside)
