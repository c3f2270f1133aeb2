"""A checked change set becomes a release: written out for desks and for installers."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from securesystemslib.signer import CryptoSigner

from desktop_app.store.directory.directory_session import directory_session
from desktop_app.updates.publishing import signing, site
from desktop_app.updates.publishing.workspace import Workspace
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.publishing.cover_proof import must_be_covered
from desktop_app.workshop.publishing.hand_over import Progress, silent
from desktop_app.workshop.publishing.review import Review, lay_on_desk, must_be_accepted

NOT_WRITTEN = "“{}” could not be written ({}). The release is signed and kept: publish it again."


def publish(
    seen: Review,
    desk: Workspace,
    out: Path,
    signer: CryptoSigner,
    at: datetime,
    progress: Progress = silent,
) -> Path:
    """Publish what was reviewed and accepted; gives the release in one file.

    NotPublished when a signature is missing or the key is not the publishing one, WorkshopError
    when nobody else has checked it or a minute has nobody who answers; nothing is written then.
    """
    progress("Who checked it")
    must_be_accepted(seen, desk)
    lay_on_desk(seen, desk)
    signing.must_be_signed(desk)
    with directory_session(seen.directory, seen.manifest.sha256) as directory:
        must_be_covered(directory, at, seen.manifest.next_expected_by, progress)
    progress("Write the release and the ways to it from older ones")
    try:
        return site.publish(desk, out, signer, at)
    except OSError as error:
        told = error.strerror or error
        raise WorkshopError(NOT_WRITTEN.format(error.filename or out, told)) from error
