"""What cannot be done with a working file, each told in a sentence that says what to do."""

from collections.abc import Iterable

from desktop_app.authoring.read.errors import Mistake
from desktop_app.domain.services.errors import PlainlyTold


class WorkshopError(PlainlyTold):
    """Something the steward can put right; nothing was changed."""


class WorkFileDamaged(WorkshopError):
    """A bit of the file changed by itself: nothing in it is believed."""


class TooNew(WorkshopError):
    """A newer version of the program made the file: this one must not judge it."""


class EditRefused(WorkshopError):
    """The checks of the compile refuse what an edit would make; `mistakes` says where and why."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(set(mistakes)))
        super().__init__("Not saved. " + " ".join(each.sentence for each in self.mistakes))
