"""Updates from an https address: the only place of the program that opens a socket.

Only the terminal imports it, and only for `update https://…`; the window never does.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from functools import partial
from http.client import HTTPException
from pathlib import Path
from typing import IO, TYPE_CHECKING
from urllib.parse import urlsplit

from desktop_app.cli.deadline import in_time, monotonic
from desktop_app.updates.errors import Refused, Why, refusal_of
from desktop_app.updates.file_names import LARGEST_FILE, SUFFIX, allowed
from desktop_app.updates.verify.folders import FoundSources
from desktop_app.updates.verify.sources import (
    PIECE,
    TIMESTAMP,
    FileSource,
    NotThere,
    OneAtATime,
    Opener,
    Pieces,
)

if TYPE_CHECKING:
    import ssl

AUTHORITIES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)
"""Where Linux systems other than Debian, whose Python the packages bring, keep theirs."""
PATIENCE = 30.0
"""Seconds without a byte after which an address is given up."""
DEADLINE, LIST_DEADLINE = 600.0, 60.0
"""Seconds after which a whole update, or one of its small lists, is given up, however it drips."""

Fetch = Callable[[str], IO[bytes]]


class OnlyHttps(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only where it stays encrypted."""

    def redirect_request(  # the standard library's signature
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: object,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Refuse to be sent to an address that is not https."""
        must_be_https(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


class WebSource(OneAtATime):
    """What the steward publishes, on any static host."""

    def __init__(self, address: str, fetch: Fetch, until: float) -> None:
        self._base = address.rstrip("/") + "/"
        self._fetch, self._until = fetch, until

    def open(self, name: str) -> Pieces:
        """The bytes of a file, in pieces."""
        if not allowed(name):
            raise Refused(Why.MALFORMED, f"no file may be called {name[:80]!r}")
        until = self._until
        if name.startswith("metadata/"):
            until = min(until, monotonic() + LIST_DEADLINE)
        return self.kept(in_time(_pieces(self._fetch, self._base + name), until))

    def close(self) -> None:
        """Let go of what was being read."""
        self.let_go()


@contextlib.contextmanager
def sources_at(address: str, fetch: Fetch | None = None) -> Iterator[FoundSources]:
    """The source an https address means: a published folder, or a release in one file."""
    must_be_https(address)
    fetch, until = fetch or fetch_https, monotonic() + DEADLINE
    if not urlsplit(address).path.lower().endswith(SUFFIX):
        yield FoundSources([Opener(address, partial(WebSource, address, fetch, until))])
        return
    with contextlib.ExitStack() as kept:
        try:
            folder = kept.enter_context(tempfile.TemporaryDirectory(prefix="who-to-call-"))
            path = Path(folder) / f"fetched{SUFFIX}"
            _save(in_time(_pieces(fetch, address), until), address, path)
        except OSError as error:  # the disk is full, or nothing can be kept on it
            raise refusal_of(error) from error
        yield FoundSources([Opener(address, partial(FileSource, path))])


def must_be_https(address: str) -> None:
    """Raise Refused unless this is an https address without a name or a password in it.

    Addresses end up in scheduled tasks, logs and process lists: a password would be read there.
    """
    try:
        parts = urlsplit(address)
        sound = parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        sound = False
    if not sound:
        raise Refused(Why.BAD_ADDRESS)


def fetch_https(address: str) -> IO[bytes]:
    """Open an https address; the system's own proxy settings and certificates count."""
    opener = urllib.request.build_opener(
        OnlyHttps, urllib.request.HTTPSHandler(context=encryption())
    )
    request = urllib.request.Request(address, headers={"User-Agent": "who-to-call"})
    opened: IO[bytes] = opener.open(request, timeout=PATIENCE)
    return opened


def encryption() -> ssl.SSLContext:
    """TLS that trusts whom this system trusts; Refused where there is no TLS at all."""
    try:
        import ssl  # not before an address is asked for
    except ImportError as error:
        raise Refused(Why.NO_TLS, str(error)) from error
    context = ssl.create_default_context()
    known = ssl.get_default_verify_paths()
    if sys.platform == "linux" and not (known.cafile or known.capath):
        for file in filter(Path.exists, map(Path, AUTHORITIES)):
            context.load_verify_locations(file)
    return context


def _pieces(fetch: Fetch, address: str) -> Pieces:
    try:
        answer = fetch(address)
    except urllib.error.HTTPError as error:
        error.close()
        raise _without(error, address) from None
    except (OSError, HTTPException, ValueError) as error:
        raise unreached(error, address) from error
    try:
        with answer:
            while piece := answer.read(PIECE):
                yield piece
    except (OSError, HTTPException, ValueError) as error:
        raise Refused(Why.UNREADABLE, f"{address}: {error}") from error


def unreached(error: Exception, address: str) -> Refused:
    """Why an address was not reached; a certificate that does not hold is told as that."""
    import ssl  # there was TLS, or the address would have been refused before

    cause = getattr(error, "reason", error)
    if isinstance(cause, ssl.SSLCertVerificationError):
        return Refused(Why.BAD_CERTIFICATE, certificate_fault(cause))
    return Refused(Why.NOT_REACHED, f"{address}: {error}")


def certificate_fault(error: ssl.SSLCertVerificationError) -> str:
    """What is wrong with a certificate, in words; OpenSSL's own where there are no others."""
    known = CERTIFICATE_FAULTS.get(error.verify_code)
    return known or (error.verify_message or "it cannot be checked").rstrip(".")


CERTIFICATE_FAULTS = {
    9: "it is not valid yet, or the clock of this computer is behind",
    10: "it has expired, or the clock of this computer is ahead",
    18: "nobody this computer trusts vouches for it",
    19: "nobody this computer trusts vouches for it",
    20: "nobody this computer trusts vouches for it",
    21: "nobody this computer trusts vouches for it",
    62: "it belongs to another address",
    64: "it belongs to another address",
}
"""By OpenSSL's number of the fault."""


def _without(error: urllib.error.HTTPError, address: str) -> Refused | NotThere:
    """What it means that a host answers with an error instead of a file."""
    if error.code not in {403, 404, 410}:
        return Refused(Why.NOT_REACHED, f"{address}: {error}")
    if address.endswith(TIMESTAMP):
        # Every published folder has it; the next root, on the other hand, is seldom there.
        return Refused(Why.NOT_FOUND, f"{address}: {error}")
    return NotThere(address)


def _save(pieces: Pieces, address: str, path: Path) -> None:
    count = 0
    try:
        with path.open("wb") as file:
            for piece in pieces:
                count += len(piece)
                if count > LARGEST_FILE:
                    raise Refused(Why.TOO_LARGE, f"{address} is over {LARGEST_FILE} bytes")
                file.write(piece)
    except NotThere:
        raise Refused(Why.NOT_FOUND, f"{address} is not there") from None
