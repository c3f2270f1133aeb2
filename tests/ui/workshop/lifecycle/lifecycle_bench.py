"""Made-up services that begin and end, for the page of new services."""

from collections.abc import Sequence
from datetime import date

from desktop_app.ui.workshop.lifecycle.service_lifecycle import FormWords, Made, NewService
from desktop_app.ui.workshop.working_copy import Choice, EditOutcome, Refusal, WorkshopError

TOO_SHORT = "That number is too short."
NOBODY = "Nobody plays this part any more."
LADO, DOOR = Choice("lado", "Allegations about staff"), Choice("door", "Front door")


LONG_NAME = "An organisation whose name goes on and on, as the names of some of them do"


class MakingBench:
    """Remembers what was made and ended; a number that ends in 999 and Fern's end are refused."""

    def __init__(self) -> None:
        self.made: list[NewService] = []
        self.ended: list[tuple[str, date, str, str]] = []

    def words(self) -> FormWords:
        """A few of each."""
        return FormWords(
            (
                "Elm Council",
                "Fern",
                LONG_NAME,
            ),
            (LADO, DOOR),
            (Choice("elm", "Elm"),),
            (Choice("everyone", "Everyone"),),
            (Choice("harm", "Harm"), Choice("neglect", "Neglect")),
            (Choice("office_hours", "Office hours line"), Choice("helpline", "Helpline")),
        )

    def make(self, new: NewService) -> Made:
        """Keep it."""
        if not new.name:
            raise WorkshopError("Say what it is called first.")
        if new.number.endswith("999"):
            place = ("services", 3, "lines", 0, "number")
            return Made("", EditOutcome((Refusal(TOO_SHORT, place), Refusal("Odd.", ()))))
        self.made.append(new)
        return Made("fern-helpline")

    def services(self) -> Sequence[Choice]:
        """Two of them."""
        return (Choice("elm-children", "Elm front door"), Choice("fern-helpline", "Fern Helpline"))

    def end(self, service: str, day: date, instead: str, document: str) -> EditOutcome:
        """Keep it."""
        if service == "fern-helpline":
            return EditOutcome((Refusal(NOBODY, ("services", 1, "roles")),))
        self.ended.append((service, day, instead, document))
        return EditOutcome()
