"""Hand over: everything since the last release in one file, for somebody else to check."""

from collections.abc import Callable
from datetime import date

from desktop_app.ui.workshop.release.form_page import KEY_FILES, FormPage
from desktop_app.ui.workshop.release.release_work import Handing, HandOver, Signing
from desktop_app.ui.workshop.working_copy import WorkshopError

TITLE = "Hand over"
LEAD = (
    "Everything that changed since the last release becomes one file. Somebody else opens it, "
    "sees all of it, types each number again and signs. Nobody checks their own change."
)
WHERE, WHO = "The release", "You sign it first"
DESK = "The folder in which releases are prepared and signed"
OUT, UNTIL = "The file to write", "The next release is expected by"
KEY, PASSPHRASE = "The file of your key", "Its passphrase"
NAME = "Your name"
DOORS = "Only if a council’s front-door number becomes another council’s on purpose: why"
SHRINK = "Only if it is much smaller than the last on purpose: why"
DO = "Hand it over"


class HandOverView(FormPage):
    """One form; the steps are told while they go."""

    def __init__(
        self, handing: Handing, by: str, out: str, today: Callable[[], date], until: date
    ) -> None:
        super().__init__("hand-over", TITLE, LEAD)
        self._handing = handing
        what = self.section(WHERE)
        self.add_path(what, "desk", DESK)
        self.add_path(what, "out", OUT, out)
        self._until = self.add_day(what, "until", UNTIL, today)
        self._until.set_day(until)
        self.add_line(what, "doors", DOORS)
        self.add_line(what, "shrink", SHRINK)
        who = self.section(WHO)
        self.add_line(who, "by", NAME, by)
        self.add_path(who, "key", KEY, kinds=KEY_FILES)
        self.add_line(who, "passphrase", PASSPHRASE, secret=True)
        self.add_button(who, "do", DO, self._hand_over)
        self.column.addStretch(1)

    def _hand_over(self) -> str:
        signing = Signing(self.typed("by"), self.typed("key"), self.typed("passphrase"))
        wanted = HandOver(
            desk=self.typed("desk"),
            out=self.typed("out"),
            until=self._expected(),
            signing=signing,
            moved_doors=self.typed("doors"),
            shrink=self.typed("shrink"),
        )
        return self._handing.hand_over(wanted, self.progress)

    def _expected(self) -> date:
        try:
            return self._until.day()
        except ValueError as error:
            raise WorkshopError(str(error)) from None
