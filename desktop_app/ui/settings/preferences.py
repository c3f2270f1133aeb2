"""What a person set once: their council, the colours, the size of the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

from desktop_app.domain.practice.policy import USUAL_MINUTES, Policy, minutes_of
from desktop_app.ui.theme.appearance import SMALLEST, Scheme, clamp_percent

if TYPE_CHECKING:
    from datetime import date


class Settings(Protocol):
    """Where settings are kept between runs, or nowhere."""

    @property
    def place(self) -> str:
        """The folder they are kept in, for people to read; empty when there is none."""
        ...

    @property
    def unread(self) -> str:
        """The sentence to show when something is kept that could not be read; else empty."""
        ...

    def read(self) -> Mapping[str, object]:
        """Everything kept; empty when nothing is or it cannot be read."""
        ...

    def write(self, values: Mapping[str, object]) -> str:
        """Keep these; the plain sentence to show when that is not possible, else nothing."""
        ...


class Preferences(NamedTuple):
    """The settings as the window uses them; anything unknown on disk counts as not set."""

    home_slug: str | None = None
    home_asked: bool = False
    scheme: Scheme = Scheme.SYSTEM
    percent: int = SMALLEST
    last_seen: date | None = None
    """The latest day on which the program ran and its clock was believed, if that may be kept."""
    notice_clock: bool = False
    """Whether that day may be kept: it is a trace of use, so somebody has to ask for it."""
    tray: bool = False
    hotkey: str = ""
    update_folder: str = ""
    """Looked into now and then for a newer directory; nowhere when empty."""
    untouched_minutes: int = USUAL_MINUTES
    """So long an answer stands that nobody touches before the program asks."""
    workshop: bool = False
    """Whether the stewards' workshop is offered here."""
    seen_release: int = 0
    """The release whose changes somebody opened last; 0 when nobody did. No date, and never kept
    by merely opening the window."""

    @classmethod
    def of(cls, values: Mapping[str, object]) -> Preferences:
        """Read settings kept by this or another version; nonsense is left out."""
        percent, scheme = values.get("text_percent"), values.get("colours")
        home, hotkey = values.get("home_council"), values.get("hotkey")
        notice, folder = values.get("notice_clock") is True, values.get("update_folder")
        seen = values.get("seen_release")
        return cls(
            home_slug=home if isinstance(home, str) else None,
            home_asked=values.get("home_asked") is True,
            scheme=next((each for each in Scheme if each == scheme), Scheme.SYSTEM),
            percent=clamp_percent(percent) if isinstance(percent, int) else SMALLEST,
            last_seen=_day(values.get("last_seen")) if notice else None,
            notice_clock=notice,
            tray=values.get("tray") is True,
            hotkey=hotkey if isinstance(hotkey, str) else "",
            update_folder=folder if isinstance(folder, str) else "",
            untouched_minutes=minutes_of(values.get("untouched_minutes")) or USUAL_MINUTES,
            workshop=values.get("workshop") is True,
            seen_release=seen if type(seen) is int and seen > 0 else 0,
        )

    def as_values(self) -> dict[str, object]:
        """The same for keeping; what few people choose is kept only where somebody did."""
        minutes = self.untouched_minutes
        return {
            "home_council": self.home_slug,
            "home_asked": self.home_asked,
            "colours": str(self.scheme),
            "text_percent": self.percent,
            "tray": self.tray,
            "hotkey": self.hotkey,
            "update_folder": self.update_folder,
            "notice_clock": self.notice_clock,
            **({} if minutes == USUAL_MINUTES else {"untouched_minutes": minutes}),
            **({"workshop": True} if self.workshop else {}),
            **({"seen_release": self.seen_release} if self.seen_release else {}),
            **({"last_seen": self.last_seen.isoformat()} if self.last_seen else {}),
        }

    def under(self, policy: Policy) -> Preferences:
        """The same with what IT has set in place of a person's own choice.

        The practice's council is told by `Choices`, which knows the councils there are.
        """
        fixed: dict[str, object] = {}
        if policy.theme is not None:
            fixed["scheme"] = Scheme(policy.theme)
        if policy.text_percent is not None:
            fixed["percent"] = clamp_percent(policy.text_percent)
        if policy.tray is not None:
            fixed["tray"] = policy.tray
        if policy.hotkey is not None:
            fixed["hotkey"] = policy.hotkey
        if policy.update_folder is not None:
            fixed["update_folder"] = policy.update_folder
        if policy.untouched_minutes is not None:
            fixed["untouched_minutes"] = policy.untouched_minutes
        if policy.workshop is not None:
            fixed["workshop"] = policy.workshop
        return self._replace(**fixed)  # type: ignore[arg-type]


def _day(kept: object) -> date | None:
    from datetime import date  # seldom kept, and slow to load

    try:
        return date.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:
        return None
