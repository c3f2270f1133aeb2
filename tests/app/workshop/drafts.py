"""Every service of the real sources, as its file says it."""

from functools import cache

from desktop_app.authoring.read.library import Draft, read_library
from desktop_app.authoring.read.source_folders import checkout_tree


@cache
def drafts() -> tuple[Draft, ...]:
    """Read once for all tests of this room."""
    return tuple(read_library(checkout_tree()).drafts)
