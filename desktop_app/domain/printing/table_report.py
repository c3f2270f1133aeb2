"""A report of tables, for paper and for a workbook: titles, sentences, headings and rows."""

from dataclasses import dataclass

NOTHING = "Nothing to tell."


@dataclass(frozen=True, slots=True)
class TableSection:
    """One table under its title; `shares` say how wide each column is, together 1."""

    title: str
    told: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What stands between the title and the table."""
        return tuple(each for each in (self.told, "" if self.rows else NOTHING) if each)


@dataclass(frozen=True, slots=True)
class TableReport:
    """The whole report."""

    title: str
    told: tuple[str, ...]
    sections: tuple[TableSection, ...]
