"""Which of the councils a configured word means: its short name, its code, or a name people use."""

from collections.abc import Iterable

from desktop_app.domain.places.council_titles import bare_title
from desktop_app.domain.places.councils import Council
from desktop_app.domain.places.place_names import fold


def council_called(text: str, councils: Iterable[Council]) -> Council | None:
    """The one of these councils that a setting names, or None when it names none of them.

    Takes a short name ("upper-vale"), an ONS code, the name on the screens, and the same with
    "Council", "Borough" or "City" before or behind it; capitals, hyphens and spaces do not count.
    A county, or a council elsewhere, is never taken for one of ours.
    """
    code = text.strip().upper()
    wanted = _plain(text)
    for council in councils:
        if code == council.code or wanted in {_plain(council.name), _plain(council.slug or "")}:
            return council
    return None


def accepted_names(councils: Iterable[Council]) -> str:
    """What may be set, in one line: the short name of every council."""
    return ", ".join(str(council.slug) for council in councils)


def _plain(text: str) -> str:
    """The bare name, so that "Upper Vale Borough Council" and "upper-vale" are one."""
    key = fold(text)
    return key if "county" in key.split() else bare_title(key)
