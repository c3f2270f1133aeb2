"""A real encrypted connection to this computer itself: whom it trusts, and whom it does not."""

import functools
import ipaddress
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app.cli import web_source
from desktop_app.cli.web_source import certificate_fault, sources_at
from desktop_app.updates.errors import Refused, Why
from desktop_app.updates.install_update import take_first
from desktop_app.updates.result import UpdateResult
from tests.updates.lab import NOW, USUAL, Lab

LOCAL = "127.0.0.1"
SINCE, UNTIL = datetime(2026, 1, 1, tzinfo=UTC), timedelta(days=36500)


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *_: object) -> None:
        """Nothing: what was asked for is no news."""


def certificate(folder: Path) -> Path:
    """A certificate for this computer that vouches for itself, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, LOCAL)])
    here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(LOCAL))])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(SINCE)
        .not_valid_after(SINCE + UNTIL)
        .add_extension(here, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = folder / "host.pem"
    file.write_bytes(made.public_bytes(pem) + key.private_bytes(pem, *plain))
    return file


@pytest.fixture
def host(lab: Lab, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of what the steward published, and the certificate to trust it by."""
    lab.release(2)
    proof = certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(proof)
    serve = functools.partial(Quiet, directory=str(lab.steward.home))
    with ThreadingHTTPServer((LOCAL, 0), serve) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"https://{LOCAL}:{server.server_port}", proof
        server.shutdown()
        thread.join()


def taken(lab: Lab, address: str) -> UpdateResult:
    with sources_at(address) as found:
        return take_first(found, lab.place, NOW, USUAL)


def test_a_host_this_computer_trusts(
    lab: Lab, host: tuple[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, proof = host
    monkeypatch.setenv("SSL_CERT_FILE", str(proof))
    assert taken(lab, address).release == 2


def test_a_host_nobody_vouches_for_is_refused(lab: Lab, host: tuple[str, Path]) -> None:
    with pytest.raises(Refused) as refused:
        taken(lab, host[0])
    assert refused.value.why is Why.BAD_CERTIFICATE
    assert "nobody this computer trusts vouches for it" in refused.value.sentence


def test_where_the_runtime_knows_no_authorities_the_systems_are_looked_for(
    lab: Lab, host: tuple[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Debian's Python on another Linux: what it was built to read is not there.
    address, proof = host
    monkeypatch.setenv("SSL_CERT_FILE", str(proof.with_name("gone.pem")))
    monkeypatch.setenv("SSL_CERT_DIR", str(proof.with_name("gone")))
    monkeypatch.setattr(web_source, "AUTHORITIES", ("/nowhere/at-all.pem", str(proof)))
    assert taken(lab, address).release == 2


def fault_of(lab: Lab, address: str) -> str:
    with pytest.raises(Refused) as refused:
        taken(lab, address)
    assert refused.value.why is Why.BAD_CERTIFICATE
    return refused.value.detail


def test_a_certificate_of_another_address_is_told_as_that(
    lab: Lab, host: tuple[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, proof = host
    monkeypatch.setenv("SSL_CERT_FILE", str(proof))
    assert fault_of(lab, address.replace(LOCAL, "localhost")) == "it belongs to another address"


def test_a_release_file_behind_a_bad_certificate_is_told_as_that(
    lab: Lab, host: tuple[str, Path]
) -> None:
    told = fault_of(lab, f"{host[0]}/newest.wtcrelease")
    assert told == "nobody this computer trusts vouches for it"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (10, "it has expired, or the clock of this computer is ahead"),
        (9, "it is not valid yet, or the clock of this computer is behind"),
        (64, "it belongs to another address"),
        (4711, "it is odd"),
        (0, "it cannot be checked"),
    ],
)
def test_every_fault_of_a_certificate_has_words(code: int, told: str) -> None:
    error = ssl.SSLCertVerificationError()
    error.verify_code, error.verify_message = code, "it is odd." if code else ""
    assert certificate_fault(error) == told
