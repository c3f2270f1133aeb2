"""What can be wrong with the directory file; each error carries the sentence the user reads."""

from __future__ import annotations

from typing import ClassVar

STILL_999 = "In an emergency ring 999: it works without this program."


class PlainlyTold(Exception):
    """Something that cannot be done for whoever asked; it is made with the words they read."""

    @property
    def sentence(self) -> str:
        """What happened and what to do, in plain words."""
        return str(self)


class DirectoryError(Exception):
    """The directory cannot be read: `sentence` says what happened and what to do now."""

    happened: ClassVar[str] = "The list of numbers could not be opened."
    to_do: ClassVar[str] = "Install the program again, or ask your IT support to."

    def __init__(self, where: str = "", detail: str = "") -> None:
        self.where = where
        self.detail = detail
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """The whole message, in plain words, ready to be shown."""
        return f"{self.happened} {self.to_do} {STILL_999}"

    @property
    def technical(self) -> str:
        """The same for whoever mends it: which file, and what exactly was found."""
        return ": ".join(part for part in (self.where, self.detail) if part)


class DirectoryMissing(DirectoryError):
    """No directory file lies where it should."""

    happened = "The list of numbers is missing from this computer."


class DirectoryEmpty(DirectoryError):
    """The file is there and holds nothing: no bytes, or not one service."""

    happened = "The list of numbers is empty."


class DirectoryDamaged(DirectoryError):
    """The file is not a directory of ours, or part of it cannot be read or trusted."""

    happened = "The list of numbers is damaged, so none of its numbers can be trusted."


class DirectoryClosed(DirectoryError):
    """The file is there and nobody knows what is in it: another program or a right keeps it."""

    happened = "The list of numbers is there, but this account cannot read it now."
    to_do = "Start this program again. If this comes back, ask your IT support."


class DirectoryTooNew(DirectoryError):
    """The file was made for a later version of the program."""

    happened = "The list of numbers was made for a newer version of this program."
    to_do = "Update the program, or ask your IT support to."


class DirectoryTooOld(DirectoryError):
    """The file was made for an earlier version of the program."""

    happened = "The list of numbers was made for an older version of this program."
    to_do = "Install the current list of numbers, or ask your IT support to."


class DirectoryUnsigned(DirectoryError):
    """The file is not the one that was signed, and no signed one is here."""

    happened = (
        "The list of numbers on this computer is not the one its steward signed, "
        "so none of its numbers is shown."
    )
    to_do = "Ask your IT support to install the program again, or take the newest update."


class DirectoryOfAnotherArea(DirectoryError):
    """The file is sound, and for another area than this computer is set to."""

    def __init__(self, found: str, wanted: str) -> None:
        self.found, self.wanted = found, wanted
        super().__init__("", f"it is for {found}, this computer is set to {wanted}")

    @property
    def sentence(self) -> str:
        """The whole message, with both areas by name."""
        return (
            f"The list of numbers on this computer is for {self.found}, and this computer is set "
            f"to {self.wanted}, so none of its numbers is shown. Ask your IT support for the list "
            f"of {self.wanted}. {STILL_999}"
        )


class ProgramFault(DirectoryError):
    """A fault in the program itself: what it showed before must not be believed any more."""

    happened = "This program has a fault, so it shows no number that might be wrong."
    to_do = "Start again. If it comes back, ring one of the numbers below and tell your IT support."

    @classmethod
    def of(cls, error: BaseException) -> ProgramFault:
        """What happened and where, never with which words: those may be what somebody typed."""
        at, trace = "", error.__traceback__
        while trace is not None:
            code = trace.tb_frame.f_code
            name = code.co_filename.replace("\\", "/").rpartition("/")[2]
            at = f"{name}, line {trace.tb_lineno}"
            trace = trace.tb_next
        return cls(at, type(error).__name__)
