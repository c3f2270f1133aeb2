"""Keys: made once, each held by one person with a passphrase; and one put in another's place."""

from desktop_app.ui.workshop.release.form_page import KEY_FILES, FormPage
from desktop_app.ui.workshop.release.release_work import Ceremony, KeyWanted

TITLE = "Keys"
LEAD = (
    "Made once, on a computer without a network. Each holder types their own passphrase. "
    "Afterwards each key goes on its holder’s own stick and is deleted here."
)
FOLDER = "The folder in which releases will be prepared and signed"
WHO, PASSPHRASE, AGAIN = "Who holds it", "Their passphrase, 12 signs or more", "The same again"
CHANGE = "A key is lost, or its holder leaves"
CHANGE_TOLD = (
    "Say the folder at the top and which key goes. The new one is made here, or its holder made it "
    "elsewhere and sent its public half. Two root holders sign the change; desks then take it."
)
OLD, NEW_WHO = "The key that goes, like targets-2", "Who holds the new key"
PUBLIC = "Or the public half of a key made elsewhere (.public.json)"
REPLACE = "Put the new key in its place"
SIGN = "Sign the change of keys"
SIGN_TOLD = (
    "Each signs on any computer, on a copy of the folder. After a targets key, two of them too."
)
KEY, ITS_PASSPHRASE = "The file of your key (.p12)", "Your passphrase"
OUT, OUT_TOLD = "Publish the change of keys", "With the publishing key, once it is signed."
UPDATES = "The update folder"
PUBLIC_FILES = ("*.public.json",)
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
        self.add_path(self.section(WHERE, ONE), "folder", FOLDER)
        for name, does in ceremony.names.items():
            into = self.section(name, does)
            self.add_line(into, f"{name}-person", WHO)
            self.add_line(into, f"{name}-passphrase", PASSPHRASE, secret=True)
            self.add_line(into, f"{name}-again", AGAIN, secret=True)
        self.add_button(self.column, "make", ALL, self._make)
        self._change_of_keys()
        self.column.addStretch(1)

    def _change_of_keys(self) -> None:
        change = self.section(CHANGE, CHANGE_TOLD)
        self.add_line(change, "old", OLD)
        self.add_line(change, "new-person", NEW_WHO)
        self.add_line(change, "new-passphrase", PASSPHRASE, secret=True)
        self.add_line(change, "new-again", AGAIN, secret=True)
        self.add_path(change, "public", PUBLIC, kinds=PUBLIC_FILES)
        self.add_button(change, "replace", REPLACE, self._replace)
        signed = self.section(SIGN, SIGN_TOLD)
        self.add_path(signed, "sign-key", KEY, kinds=KEY_FILES)
        self.add_line(signed, "sign-passphrase", ITS_PASSPHRASE, secret=True)
        self.add_button(signed, "sign", SIGN, self._sign)
        out = self.section(OUT, OUT_TOLD)
        self.add_path(out, "out", UPDATES)
        self.add_path(out, "out-key", KEY, kinds=KEY_FILES)
        self.add_line(out, "out-passphrase", ITS_PASSPHRASE, secret=True)
        self.add_button(out, "out-do", OUT, self._publish)

    def _replace(self) -> str:
        new = KeyWanted(
            "", self.typed("new-person"), self.typed("new-passphrase"), self.typed("new-again")
        )
        return self._ceremony.replace(
            self.typed("folder"), self.typed("old"), new, self.typed("public")
        )

    def _sign(self) -> str:
        return self._ceremony.sign(
            self.typed("folder"), self.typed("sign-key"), self.typed("sign-passphrase")
        )

    def _publish(self) -> str:
        return self._ceremony.publish(
            self.typed("folder"),
            self.typed("out"),
            self.typed("out-key"),
            self.typed("out-passphrase"),
        )

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
