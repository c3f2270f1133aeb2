"""What IT has set for every user of this computer; it beats a person's own choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop_app.domain.places.area import Area

THEMES = ("system", "light", "dark", "contrast")
SIZES = range(100, 201)
LONGEST_PERCENT = 9
"""Digits, leading noughts among them."""
LONGEST_CODE = 12
USUAL_MINUTES, LEAST_MINUTES, MOST_MINUTES = 30, 5, 120
"""So long an answer stands that nobody touches before the program asks."""
UNKNOWN = "{} is not a setting of this program. It has: {}."
YES, NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


class Policy(NamedTuple):
    """Each setting IT has fixed; None where the person chooses.

    `troubles` names what was set but cannot be used: it counts as not set. `home` is a council's
    short name, code or whole name, as IT wrote it: which councils there are is only known once the
    directory is open (`troubles_in`).
    """

    home: str | None = None
    update_folder: str | None = None
    hotkey: str | None = None
    tray: bool | None = None
    text_percent: int | None = None
    theme: str | None = None
    area: str | None = None
    untouched_minutes: int | None = None
    workshop: bool | None = None
    practice_code: str | None = None
    troubles: tuple[str, ...] = ()

    def sets(self, name: str) -> bool:
        """Whether IT has fixed this setting; `name` is one of the fields."""
        return getattr(self, name) is not None

    def troubles_in(self, area: Area) -> tuple[str, ...]:
        """The same troubles, and a council that this area does not have."""
        from desktop_app.domain.places.council_names import accepted_names, council_called

        if self.home is None or not area.councils or council_called(self.home, area.councils):
            return self.troubles
        told = _unusable("HomeCouncil", self.home)
        return (*self.troubles, f"{told} It may be one of: {accepted_names(area.councils)}.")


def policy_of(values: Mapping[str, object]) -> Policy:
    """Read the names and values of a policy; unknown names and bad values are told."""
    read: dict[str, object] = {}
    troubles = []
    for name, (field, understood) in _SETTINGS.items():
        if name not in values:
            continue
        value = understood(values[name])
        if value is None:
            troubles.append(_trouble(name, values[name]))
        read[field] = value
    troubles += [_unknown(name) for name in values if name not in _SETTINGS]
    return Policy(**read, troubles=tuple(troubles))  # type: ignore[arg-type]


def _trouble(name: str, value: object) -> str:
    return f"{_unusable(name, value)} {_possible(name)}".rstrip()


def _unusable(name: str, value: object) -> str:
    from desktop_app.domain.text.quoted_text import quoted_short

    return f"{name} is set to {quoted_short(repr(value))}, which this program cannot use."


def _unknown(name: str) -> str:
    from desktop_app.domain.text.quoted_text import quoted_short

    return UNKNOWN.format(quoted_short(name), ", ".join(NAMES))


def _possible(name: str) -> str:
    """What may be set instead, where it is a short list."""
    return f"It may be one of: {', '.join(THEMES)}." if name == "Theme" else ""


def _words(value: object) -> str | None:
    return value.strip() if isinstance(value, str) else None


def _named(value: object) -> str | None:
    return str(value).strip()


def _yes_or_no(value: object) -> bool | None:
    said = str(value).strip().casefold()
    if said in YES:
        return True
    return False if said in NO else None


def _percent(value: object) -> int | None:
    said = str(value).strip().removesuffix("%").strip()
    # The length first: Python refuses to read a number of some thousand digits.
    number = len(said) <= LONGEST_PERCENT and said.isascii() and said.isdigit()
    return int(said) if number and int(said) in SIZES else None


def _theme(value: object) -> str | None:
    said = str(value).strip().casefold()
    return said if said in THEMES else None


def minutes_of(kept: object) -> int | None:
    """The minutes in what was kept or set; nothing where it is no number in the range."""
    text = str(kept).strip()
    if isinstance(kept, bool) or len(text) > len(str(MOST_MINUTES)):
        return None
    if not (text.isascii() and text.isdigit()):
        return None
    minutes = int(text)
    return minutes if LEAST_MINUTES <= minutes <= MOST_MINUTES else None


def _code(value: object) -> str | None:
    """A code of NHS England's list of organisations: letters and digits, "K83002"."""
    said = str(value).strip().upper()
    fits = 3 <= len(said) <= LONGEST_CODE and said.isascii() and said.isalnum()
    return said if fits else None


_SETTINGS: dict[str, tuple[str, Callable[[object], object]]] = {
    "HomeCouncil": ("home", _named),
    "UpdateFolder": ("update_folder", _words),
    "Hotkey": ("hotkey", _words),
    "Tray": ("tray", _yes_or_no),
    "TextSize": ("text_percent", _percent),
    "Theme": ("theme", _theme),
    "Area": ("area", _words),
    "UntouchedMinutes": ("untouched_minutes", minutes_of),
    "Workshop": ("workshop", _yes_or_no),
    "PracticeCode": ("practice_code", _code),
}
NAMES = tuple(_SETTINGS)
"""The names a policy may hold, as IT writes them."""
