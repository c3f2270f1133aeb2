"""Signing for Windows, when the release manager has a certificate; without one files say so."""

import os
import re
import ssl
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app.clock import SystemClock
from installers.machine import run
from installers.product import NAME, Build, CannotBuild

PASSWORD = "WHO_TO_CALL_SIGN_PASSWORD"
TIME_STAMPS = "WHO_TO_CALL_SIGN_TIMESTAMP"
"""The address of a time-stamp service; without it a signature ends with its certificate."""

SMALLEST_PROGRAM = "int mainCRTStartup(void) { return 0; }\n"
# What osslsigncode says -> what the release manager reads.
REASONS = {
    "Wrong password?": "is not opened by the passphrase in {password}",
    "Failed to extract PKCS#12": "is no PKCS#12 file",
    "consistency of a private key": "does not hold a certificate and its private key",
}


def sign(file: Path, build: Build) -> None:
    """Sign a program or package in place; nothing happens without a certificate."""
    if build.certificate is not None:
        sign_with(build.certificate, file)


def sign_with(certificate: Path, file: Path) -> None:
    """Sign a file in place, with the passphrase and time stamps the environment names."""
    signed = file.with_name(file.name + ".signed")
    words = ["osslsigncode", "sign", "-pkcs12", str(certificate), "-h", "sha256", "-n", NAME]
    passphrase = os.environ.get(PASSWORD, "")
    if passphrase:  # handed over out of sight: command lines are for everybody to read
        words += ["-readpass", "-"]
    if os.environ.get(TIME_STAMPS):
        words += ["-ts", os.environ[TIME_STAMPS]]
    run([*words, "-in", str(file), "-out", str(signed)], given=passphrase)
    signed.replace(file)


def try_out(certificate: Path) -> None:
    """Stop before anything is built unless this certificate can sign, and has not expired."""
    with TemporaryDirectory(prefix="who-to-call-") as work:
        program = Path(work) / "smallest.exe"
        source = program.with_suffix(".c")
        source.write_text(SMALLEST_PROGRAM, "ascii")
        run(["x86_64-w64-mingw32-gcc", "-nostdlib", str(source), "-o", str(program)])
        try:
            sign_with(certificate, program)
        except CannotBuild as why:
            raise CannotBuild(f"{certificate} {_reason(str(why))}. Nothing was built.") from why
        _refuse_expired(certificate, program)


def _reason(said: str) -> str:
    if not os.environ.get(PASSWORD) and "Wrong password?" in said:
        return f"needs its passphrase, in the environment variable {PASSWORD}"
    known = (words for sign, words in REASONS.items() if sign in said)
    return next(known, f"cannot sign: {said.splitlines()[-1]}").format(password=PASSWORD)


def _refuse_expired(certificate: Path, signed: Path) -> None:
    trusting_nobody = ["-CAfile", os.devnull, "-TSA-CAfile", os.devnull]
    try:
        said = run(["osslsigncode", "verify", *trusting_nobody, "-in", str(signed)])
    except CannotBuild as unknown_issuer:  # of no matter here: only the dates are read
        said = str(unknown_issuer)
    until = re.search(r"notAfter : (.+ GMT)", said)
    if until is None:
        raise CannotBuild(f"{certificate} signs, but its dates cannot be read.")
    if ssl.cert_time_to_seconds(until[1]) < SystemClock().now().timestamp():
        raise CannotBuild(f"{certificate} expired on {until[1]}. Nothing was built.")
