"""A directory made from a working file, in an installed program: the bytes a checkout would make.

Places and postcodes are taken over from the directory in use, so no package of postcodes is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from desktop_app.authoring.compile import compile_directory
from desktop_app.authoring.places.copied_postcodes import CannotCopy, CopiedWhere
from desktop_app.authoring.release_contents import ReleaseContents
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.release_dates import dated
from desktop_app.workshop.source_tree import tree_of

ProgressCallback = Callable[[str], None]
"""Told what is being done, in a few words."""


def compile_texts(
    texts: Mapping[str, str], out: Path, directory: Path, *, as_of: date | None = None
) -> ReleaseContents:
    """Check the texts and write the directory file; `directory` is the one in use.

    MistakesFound with every mistake, WorkshopError when the directory in use cannot lend its
    postcodes. `as_of` dates the release that day at least, for a preview; without it the file is
    the one that a checkout makes of these sources, byte for byte.
    """
    wanted = dict(texts) if as_of is None else dated(texts, as_of)
    try:
        return compile_directory(tree_of(wanted), out, CopiedWhere(directory))
    except CannotCopy as error:
        raise WorkshopError(str(error)) from error
    except OSError as error:
        told = error.strerror or error
        raise WorkshopError(f"{error.filename or out}: {told}. Nothing was compiled.") from error
