"""What a release manager has at hand: the build command, a certificate, a newer Python in a zip."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from installers import archives, contents, program
from installers.product import ROOT
from installers.windows import assemble, runtime
from installers.windows.signing import PASSWORD

PASSPHRASE = "Stra\u00dfe 7 & co"
SUBJECT = "/CN=Who to Call test publisher"
EPOCH = 1_700_000_000


def build(kind: str, dist: Path, *words: str, passphrase: str = "") -> tuple[int, list[str]]:
    """Run `dev.py installer` as dev.py does; its exit status and the lines of what it told."""
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1", PASSWORD: passphrase}
    done = subprocess.run(
        [sys.executable, "-m", "installers", kind, "--dist", str(dist), *words],
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr.splitlines()


def certificate(folder: Path, *, made_on: str = "") -> Path:
    """A certificate that vouches for itself, with its key: PEM files for openssl to pack."""
    asks = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30"]
    files = ["-keyout", "key.pem", "-out", "cert.pem"]
    uses = ["-addext", "extendedKeyUsage=codeSigning", "-addext", "keyUsage=digitalSignature"]
    then = ["faketime", made_on] if made_on else []
    openssl(folder, *asks, *files, "-subj", SUBJECT, *uses, before=then)
    return folder / "cert.pem"


def packed(folder: Path, name: str, *what: str) -> Path:
    """A PKCS#12 file with these parts of the certificate, closed with the passphrase."""
    openssl(folder, "pkcs12", "-export", *what, "-out", name, "-passout", "env:PASSPHRASE")
    return folder / name


def openssl(folder: Path, *words: str, before: list[str] | None = None) -> None:
    subprocess.run(
        [*(before or []), "openssl", *words],
        cwd=folder,
        env=os.environ | {"PASSPHRASE": PASSPHRASE},
        capture_output=True,
        check=True,
    )


def embeddable(work: Path) -> Path:
    """The pinned Python for Windows, laid out flat as python.org's embeddable zip is."""
    whole, flat, modules = runtime.unpack(work), work / "flat", work / "modules"
    flat.mkdir()
    for name in (*runtime.CORE, *runtime.MICROSOFTS, "LICENSE.txt"):
        shutil.copy(whole / name, flat / name)
    for file in (whole / "DLLs").iterdir():
        if file.suffix in {".dll", ".pyd"}:
            shutil.copy(file, flat / file.name)
    program.copy_kept(whole / "Lib", modules, contents.standard_library_ships)
    program.compile_in_place(assemble.native_python(), modules, assemble.MODULES)
    archives.write_zip(flat / assemble.MODULES, modules, "", EPOCH)
    (flat / "python313._pth").write_text("python313.zip\r\n.\r\n", "ascii", newline="")
    return flat


def zipped(flat: Path, target: Path) -> tuple[Path, str]:
    """A folder as a zip, and the SHA-256 that its publisher would state."""
    archives.write_zip(target, flat, "", EPOCH)
    return target, hashlib.sha256(target.read_bytes()).hexdigest()


def verified(file: Path, cert: Path) -> bool:
    """Whether a Windows file carries one good signature, of this certificate."""
    trust = ["-CAfile", str(cert), "-TSA-CAfile", str(cert)]
    done = subprocess.run(
        ["osslsigncode", "verify", *trust, "-in", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    ok = "Signature verification: ok" in done.stdout and f"Subject: {SUBJECT}" in done.stdout
    return done.returncode == 0 and ok and "Number of verified signatures: 1" in done.stdout
