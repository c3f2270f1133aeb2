"""A measured figure and the limit it has to keep."""

from dataclasses import dataclass
from pathlib import Path

SCREEN = Path(__file__).parents[1] / "screen.json"
OFFSCREEN = f"offscreen:configfile={SCREEN}"
"""Where there is no display: a screen on which both windows have their usual size."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement: at most `limit`, or at least, if there is one."""

    name: str
    value: float
    unit: str
    limit: float | None = None
    at_least: bool = False

    @property
    def kept(self) -> bool:
        """Whether the limit is kept."""
        if self.limit is None:
            return True
        return self.value >= self.limit if self.at_least else self.value <= self.limit
