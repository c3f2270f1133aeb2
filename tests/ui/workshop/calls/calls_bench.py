"""A made-up ring list for the page of calls, kept in memory."""

from collections.abc import Sequence

from desktop_app.ui.workshop.calls.ring_list import (
    Came,
    HeardCall,
    KeptCall,
    Lead,
    LedgerLine,
    RingCard,
)
from desktop_app.ui.workshop.working_copy import NewDocument, Place, WorkshopError
from tests.ui.town import at

NUMBER: Place = ("services", 0, "lines", 0, "number")
FIRST, SECOND, THIRD = "01632 960001", "0808 157 0000", "01632 960002"
CALL = NewDocument("Call to 01632 960001", "Elm Council", "2 Dec 2026")
GONE = "The copy is on a share that does not answer."


class CallsBench:
    """Three numbers, of which the last is not due; no number is kept as 5."""

    def __init__(self) -> None:
        self.kept: list[HeardCall] = []

    def cards(self) -> Sequence[RingCard]:
        """The two that are due go once they match."""
        gone = {each.number for each in self.kept if each.came is Came.MATCHES}
        asked = ("30 Nov 2026: Nobody answered, told by E81000.",)
        cards = (
            RingCard(
                FIRST, "A desk could not get through", ("Elm front door (Office)",),
                ("Monday to Thursday 08:45 to 17:20",), urgent=True, asked=asked,
            ),
            RingCard(SECOND, "Never checked", ("Fern Helpline",), ("Round the clock",)),
            RingCard(THIRD, "Checked on 1 Dec 2026", ("Elm adults",), (), due=False),
        )  # fmt: skip
        return [
            card._replace(due=False, last="Last call: It matches") if card.number in gone else card
            for card in cards
        ]

    def ledger(self) -> Sequence[LedgerLine]:
        """One line a call."""
        now = at("2026-12-02 10:00")
        return [LedgerLine(now, "Amara", e.number, str(e.came), e.words) for e in self.kept[::-1]]

    def keep(self, heard: HeardCall) -> KeptCall:
        """Keep it, but for one nobody answered."""
        if heard.came is Came.NO_ANSWER:
            raise WorkshopError(GONE)
        self.kept.append(heard)
        if heard.came is Came.MOVED:
            lead = Lead("Change the number", "elm-children", NUMBER, heard.words, CALL)
            return KeptCall("Kept as moved.", (lead,))
        return KeptCall(f"{heard.number}: kept.")

    def take_back(self) -> str:
        """Drop the last one."""
        if not self.kept:
            raise WorkshopError("There is no call to take back.")
        return self.kept.pop().number
