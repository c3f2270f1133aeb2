"""Keys: made once, each held by one person, each with a passphrase of its own."""

from desktop_app.ui.workshop.release.form_page import FormPage
from desktop_app.ui.workshop.release.release_work import Ceremony, KeyWanted

TITLE = "Keys"
LEAD = (
    "Made once, on a computer without a network. Each holder types their own passphrase. "
    "Afterwards each key goes on its holder’s own stick and is deleted here."
)
FOLDER = "The folder in which releases will be prepared and signed"
WHO, PASSPHRASE, AGAIN = "Who holds it", "Their passphrase, 12 signs or more", "The same again"
WHERE, ALL = "Where", "Make the keys"
ONE = (
    "Leave out the keys whose holders make their own elsewhere: then send their public halves to "
    "whoever prepares the releases."
)


class KeysView(FormPage):
    """Seven cards and one button; a key without a holder is left out."""

    def __init__(self, ceremony: Ceremony) -> None:
        super().__init__("keys", TITLE, LEAD)
        self._ceremony = ceremony
        self.add_line(self.section(WHERE, ONE), "folder", FOLDER)
        for name, does in ceremony.names.items():
            into = self.section(name, does)
            self.add_line(into, f"{name}-person", WHO)
            self.add_line(into, f"{name}-passphrase", PASSPHRASE, secret=True)
            self.add_line(into, f"{name}-again", AGAIN, secret=True)
        self.add_button(self.column, "make", ALL, self._make)
        self.column.addStretch(1)

    def _make(self) -> str:
        wanted = [
            KeyWanted(
                name,
                self.typed(f"{name}-person"),
                self.typed(f"{name}-passphrase"),
                self.typed(f"{name}-again"),
            )
            for name in self._ceremony.names
        ]
        named = [each for each in wanted if each.person or each.passphrase]
        return self._ceremony.make(self.typed("folder"), named, self.progress)
