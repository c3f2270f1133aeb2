"""What the working file refuses, told in the window in the same words."""

from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.ui.workshop.working_copy import WorkshopError
from desktop_app.updates.publishing.errors import NotPublished
from desktop_app.workshop.errors import EditRefused
from desktop_app.workshop.errors import WorkshopError as NotDone


@contextmanager
def window_errors(*, with_places: bool = False) -> Iterator[None]:
    """Sentences go through as they are; `with_places`, what the checks refuse keeps its places."""
    try:
        yield
    except NotDone as error:
        if with_places and isinstance(error, EditRefused):
            raise
        raise WorkshopError(error.sentence) from error


@contextmanager
def release_errors() -> Iterator[None]:
    """Whatever refuses is told in the window in its own words."""
    try:
        with window_errors():
            yield
    except NotPublished as error:
        raise WorkshopError(str(error)) from error
    except MistakesFound as found:
        raise WorkshopError(" ".join(map(str, found.mistakes))) from found
    except OSError as error:
        told = error.strerror or error
        raise WorkshopError(f"{error.filename}: {told}. Nothing was published.") from error
