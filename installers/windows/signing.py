"""Signing for Windows, when the release manager has a certificate; without one files say so."""

import os
from pathlib import Path

from installers.machine import run
from installers.product import NAME, Build

PASSWORD = "WHO_TO_CALL_SIGN_PASSWORD"
TIME_STAMPS = "WHO_TO_CALL_SIGN_TIMESTAMP"
"""The address of a time-stamp service; without it a signature ends with its certificate."""


def sign(file: Path, build: Build) -> None:
    """Sign a program or package in place; nothing happens without a certificate."""
    if build.certificate is None:
        return
    signed = file.with_suffix(".signed")
    run(command(file, signed, build.certificate))
    signed.replace(file)


def command(file: Path, signed: Path, certificate: Path) -> list[str]:
    """The command line that signs one file."""
    words = ["osslsigncode", "sign", "-pkcs12", str(certificate), "-h", "sha256", "-n", NAME]
    if PASSWORD in os.environ:
        words += ["-pass", os.environ[PASSWORD]]
    if os.environ.get(TIME_STAMPS):
        words += ["-ts", os.environ[TIME_STAMPS]]
    return [*words, "-in", str(file), "-out", str(signed)]
