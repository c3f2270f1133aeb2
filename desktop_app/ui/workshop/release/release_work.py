"""What these pages ask for: plain records, and one protocol for each page."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, Protocol

Progress = Callable[[str], None]
"""Called with the name of each step as it begins."""


class TwoValues(NamedTuple):
    """One fact that two people changed: where it stands, and both values in words."""

    where: str
    mine: str
    theirs: str


class ShareStanding(NamedTuple):
    """How a copy and the share stand to each other."""

    shared: bool
    sentences: tuple[str, ...] = ()
    clashes: tuple[TwoValues, ...] = ()
    stale_texts: bool = False
    """Somebody else's lock is older than a working day: it can be taken over, on purpose."""


class Sharing(Protocol):
    """A working copy that may have been taken from a share; WorkshopError tells what to do."""

    def standing(self) -> ShareStanding:
        """Who has it, what differs, and where both wrote another value."""

    def lay(self, folder: str) -> str:
        """Lay this copy on a share; a sentence that says so."""

    def take_over(self) -> str:
        """Take over a lock that was left behind."""

    def put(self, mine: Sequence[bool], *, keep: bool) -> str:
        """Put the copy back; for each clash whether my value stands. What came of it."""


class Signing(NamedTuple):
    """Who signs: their name, the file of their key, and its passphrase."""

    by: str
    key: str
    passphrase: str


class HandOver(NamedTuple):
    """What is said of a release that is handed over."""

    desk: str
    out: str
    until: date
    signing: Signing
    moved_doors: str = ""
    shrink: str = ""


class Handing(Protocol):
    """A working copy from which a change set is made; WorkshopError tells what to put right."""

    def hand_over(self, wanted: HandOver, progress: Progress) -> str:
        """Make the change set; a sentence that says where it lies."""


class ToType(NamedTuple):
    """One number to type again: where it is new, and what stood there before."""

    places: tuple[str, ...]
    before: str = ""


class SeenSet(NamedTuple):
    """A change set as its checker sees it."""

    head: tuple[str, ...]
    answers: tuple[str, ...]
    facts: tuple[str, ...]
    numbers: tuple[ToType, ...]
    decided: str = ""
    """What was decided already; empty where nothing was."""


class Checking(Protocol):
    """A change set on its checker's computer; WorkshopError tells why something is refused."""

    def look(self, path: str, desk: str, progress: Progress) -> SeenSet:
        """Open one, make it anew and compare."""

    def accept(self, signing: Signing, typed: Sequence[str], progress: Progress) -> str:
        """Sign the one that was looked at; what was typed for each number, in their order."""

    def refuse(self, by: str, reason: str) -> str:
        """Send it back."""

    def publish(self, out: str, signing: Signing, progress: Progress) -> str:
        """Write its release into the update folder."""


class KeyWanted(NamedTuple):
    """One key of the ceremony: its name, what it can do, who holds it, their passphrase."""

    name: str
    person: str
    passphrase: str
    again: str


class Ceremony(Protocol):
    """Makes keys; WorkshopError tells what to put right."""

    @property
    def names(self) -> Mapping[str, str]:
        """The keys there are to make, and what each can do."""

    def make(self, folder: str, keys: Sequence[KeyWanted], progress: Progress) -> str:
        """Make these keys; with all of them the first root as well. What to do next."""

    def replace(self, folder: str, old: str, new: KeyWanted, public: str) -> str:
        """Put a key in the place of another: one made now, or the public half of one made."""

    def sign(self, folder: str, key: str, passphrase: str) -> str:
        """Sign the change of keys that waits in the folder; who else has to."""

    def publish(self, folder: str, out: str, key: str, passphrase: str) -> str:
        """Write the signed change into the update folder."""
