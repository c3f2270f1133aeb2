"""What IT has set for every user of this computer; it beats a person's own choice."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.domain.area import Council

THEMES = ("system", "light", "dark", "contrast")
SIZES = range(100, 201)
YES, NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


class Policy(NamedTuple):
    """Each setting IT has fixed; None where the person chooses.

    `troubles` names what was set but cannot be used: it counts as not set.
    """

    home: "Council | None" = None
    update_folder: str | None = None
    hotkey: str | None = None
    tray: bool | None = None
    text_percent: int | None = None
    theme: str | None = None
    troubles: tuple[str, ...] = ()

    def sets(self, name: str) -> bool:
        """Whether IT has fixed this setting; `name` is one of the fields."""
        return getattr(self, name) is not None


def policy_of(values: Mapping[str, object]) -> Policy:
    """Read the names and values of a policy; unknown names are left alone, bad values told."""
    read: dict[str, object] = {}
    troubles = []
    for name, (field, understood) in _SETTINGS.items():
        if name not in values:
            continue
        value = understood(values[name])
        if value is None:
            troubles.append(f"{name} is set to {values[name]!r}, which this program cannot use.")
        read[field] = value
    return Policy(**read, troubles=tuple(troubles))  # type: ignore[arg-type]


def _council(value: object) -> "Council | None":
    """A council by its short name, its code or its whole name."""
    from desktop_app.domain.area import COUNCILS  # most computers have no policy

    said = str(value).strip().casefold()
    names = {each: (each.slug, each.code.casefold(), each.name.casefold()) for each in COUNCILS}
    return next((council for council, known in names.items() if said in known), None)


def _words(value: object) -> str | None:
    return value.strip() if isinstance(value, str) else None


def _yes_or_no(value: object) -> bool | None:
    said = str(value).strip().casefold()
    if said in YES:
        return True
    return False if said in NO else None


def _percent(value: object) -> int | None:
    said = str(value).strip().removesuffix("%").strip()
    return int(said) if said.isascii() and said.isdigit() and int(said) in SIZES else None


def _theme(value: object) -> str | None:
    said = str(value).strip().casefold()
    return said if said in THEMES else None


_SETTINGS: dict[str, tuple[str, Callable[[object], object]]] = {
    "HomeCouncil": ("home", _council),
    "UpdateFolder": ("update_folder", _words),
    "Hotkey": ("hotkey", _words),
    "Tray": ("tray", _yes_or_no),
    "TextSize": ("text_percent", _percent),
    "Theme": ("theme", _theme),
}
NAMES = tuple(_SETTINGS)
"""The names a policy may hold, as IT writes them."""
