"""Why an update was not taken; each reason carries the one sentence the user reads."""

import errno
from enum import StrEnum

from desktop_app.domain.text.quoted_text import quoted_short

UNCHANGED = "The numbers on this computer are unchanged."


class Why(StrEnum):
    """The reason, for machines; `Refused.sentence` is for people."""

    NOT_FOUND = "not_found"
    BAD_ADDRESS = "bad_address"
    NO_TLS = "no_tls"
    NOT_REACHED = "not_reached"
    TOO_SLOW = "too_slow"
    BAD_CERTIFICATE = "bad_certificate"
    NO_ACCESS = "no_access"
    UNREADABLE = "unreadable"
    NOT_A_RELEASE = "not_a_release"
    INCOMPLETE = "incomplete"
    CHANGED = "changed"
    NOT_SIGNED = "not_signed"
    MALFORMED = "malformed"
    OTHER_AREA = "other_area"
    OLDER = "older"
    EXPIRED = "expired"
    TOO_LARGE = "too_large"
    PROGRAM_TOO_OLD = "program_too_old"
    PROGRAM_TOO_NEW = "program_too_new"
    WRONG_DATA = "wrong_data"
    NO_TRUST = "no_trust"
    DISK_FULL = "disk_full"
    CANNOT_WRITE = "cannot_write"
    BUSY = "busy"
    STOPPED = "stopped"
    FAULT = "fault"


SENTENCES = {
    Why.NOT_FOUND: (
        "Nothing was found there. Check the name or the address, and that the stick or the share "
        "is connected."
    ),
    Why.BAD_ADDRESS: (
        "An address must begin with https:// and hold neither a name nor a password. "
        "Ask your steward for the right one."
    ),
    Why.NO_TLS: (
        "This installation cannot open web addresses: it comes without encryption for them. "
        "Fetch the .wtcrelease file with another program, such as curl, and take that file."
    ),
    Why.NOT_REACHED: (
        "That address does not answer. Check the address and the connection, then try again."
    ),
    Why.TOO_SLOW: (
        "That address sends too slowly, so the update was given up. Try again later, or fetch the "
        ".wtcrelease file with another program, such as curl, and take that file."
    ),
    Why.BAD_CERTIFICATE: (
        "The certificate of that address is not to be trusted, so nothing was fetched from it. "
        "Ask your IT support."
    ),
    Why.NO_ACCESS: (
        "That file or folder cannot be opened: another program may be writing to it, or this "
        "account may not read it. Try again in a minute, then ask your IT support."
    ),
    Why.UNREADABLE: "This update could not be read to its end. Fetch it again, then try again.",
    Why.NOT_A_RELEASE: (
        "This is not a directory update. Choose a file whose name ends in .wtcrelease, "
        "or the folder your steward publishes."
    ),
    Why.INCOMPLETE: "Part of this update is missing. Ask for the whole release again.",
    Why.CHANGED: (
        "This update was damaged or changed on its way to you. Do not use it: "
        "ask your steward for a fresh copy."
    ),
    Why.NOT_SIGNED: (
        "This update is not signed by the people who look after the directory. "
        "Do not use it: tell your IT support where it came from."
    ),
    Why.MALFORMED: "This update cannot be understood. Ask your steward for a fresh copy.",
    Why.OTHER_AREA: (
        "This update is for another area. Choose the update that your own steward publishes."
    ),
    Why.OLDER: "This update is older than what this computer already knows. Ask for the newest.",
    Why.EXPIRED: (
        "The date until which this update counts has passed, and this computer is set to refuse "
        "such updates. Ask your steward for a newer one."
    ),
    Why.TOO_LARGE: (
        "This update is larger than it may be. Do not use it: ask your steward for a fresh copy."
    ),
    Why.PROGRAM_TOO_OLD: (
        "This update was made for a newer version of the program. "
        "Update the program first, or ask your IT support to."
    ),
    Why.PROGRAM_TOO_NEW: (
        "This update was made for an older version of the program. "
        "Ask your steward for a newer one."
    ),
    Why.WRONG_DATA: "This update is signed, but its data is not right. Tell your steward.",
    Why.NO_TRUST: (
        "This copy of the program was built without the keys of a steward, so it cannot tell a "
        "true update from a false one and takes none. Ask your IT support."
    ),
    Why.DISK_FULL: "There is not enough room on this computer for the update. Free some space.",
    Why.CANNOT_WRITE: (
        "The update cannot be kept: the program may not write to your data folder. "
        "Ask your IT support."
    ),
    Why.BUSY: "Another update is being put in use at this moment. Try again in a minute.",
    Why.STOPPED: "The update was stopped.",
    Why.FAULT: (
        "The update was not taken because of a fault in this program. Tell your IT support."
    ),
}


PASSED_OVER = "The file {name} was passed over, because {because}: tell your steward."
BECAUSE = {
    Why.NOT_FOUND: "it went away",
    Why.NO_ACCESS: "it cannot be opened",
    Why.UNREADABLE: "it cannot be read to its end",
    Why.NOT_A_RELEASE: "it is not a directory update",
    Why.INCOMPLETE: "part of it is missing",
    Why.CHANGED: "it was damaged or changed on its way to you",
    Why.NOT_SIGNED: "it is not signed by the people who look after the directory",
    Why.MALFORMED: "it cannot be understood",
    Why.OTHER_AREA: "it is for another area",
    Why.OLDER: "it is older than what this computer already knows",
    Why.EXPIRED: "the date until which it counts has passed",
    Why.TOO_LARGE: "it is larger than it may be",
    Why.PROGRAM_TOO_OLD: "it was made for a newer version of the program",
    Why.PROGRAM_TOO_NEW: "it was made for an older version of the program",
    Why.WRONG_DATA: "its data is not right",
}
"""Reasons to pass over one file of a folder for the next."""
EXPLAINED = {Why.WRONG_DATA, Why.OTHER_AREA, Why.BAD_CERTIFICATE}
"""Reasons whose detail is part of the sentence: it is written for people."""


class Refused(Exception):
    """An update was not taken, and nothing on this computer changed."""

    def __init__(self, why: Why, detail: str = "") -> None:
        self.why = why
        self.detail = detail
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """What happened, what to do, and that the numbers stay as they were; ready to be shown."""
        found = f" What is wrong: {self.detail}." if self.why in EXPLAINED else ""
        return f"{SENTENCES[self.why]}{found} {UNCHANGED}"

    def about(self, name: str) -> str:
        """The sentence about a file that was passed over for another one in the same folder."""
        return PASSED_OVER.format(
            name=quoted_short(name), because=BECAUSE.get(self.why, BECAUSE[Why.UNREADABLE])
        )


def refusal_of(error: OSError) -> Refused:
    """The refusal that fits what the operating system said about writing here."""
    full = error.errno in {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
    return Refused(Why.DISK_FULL if full else Why.CANNOT_WRITE, str(error))
