"""Three made-up lines for the page of dates, kept in memory."""

from collections.abc import Sequence

from desktop_app.ui.workshop.dates.dated_lines import DatedHours, DatedLine
from desktop_app.ui.workshop.working_copy import AnswerDifference, EditOutcome, Refusal

REFUSED = "That day is in no calendar."
DIFFERS = AnswerDifference("Child, Elm, 24 December 10:00", "01632 960001", "01632 960900")
LINES = (
    DatedLine("elm-children/office", "Elm front door, Office, 01632 960001"),
    DatedLine("elm-children/night", "Elm front door, Out of hours, 01632 960900"),
    DatedLine("oak-children/office", "Oak front door, Office, 01632 960002", "Said already: 3 May"),
)


class DatesBench:
    """Remembers what was kept; a note “odd” is refused."""

    def __init__(self) -> None:
        self.kept: list[DatedHours] = []
        self.gone: list[DatedHours] = []

    def lines(self) -> Sequence[DatedLine]:
        """Three of them."""
        return LINES

    def would_change(self, wanted: DatedHours) -> Sequence[AnswerDifference]:
        """One call, where the line is closed."""
        return () if wanted.times else (DIFFERS,)

    def keep(self, wanted: DatedHours) -> EditOutcome:
        """Keep it, unless it is odd."""
        if wanted.note == "odd":
            return EditOutcome((Refusal(REFUSED),))
        self.kept.append(wanted)
        return EditOutcome()

    def take_away(self, wanted: DatedHours) -> EditOutcome:
        """Remember it."""
        self.gone.append(wanted)
        return EditOutcome()
