"""The sources of a checkout as one tree of texts."""

from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.paths import sources


def checkout_tree() -> SourceTree:
    """Every source text of this checkout; MistakesFound when the folder is missing."""
    return SourceTree.of_folder(sources(), "db/sources")
