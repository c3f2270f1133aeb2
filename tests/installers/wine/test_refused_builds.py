"""A build that cannot be right is refused in one plain line, and leaves nothing behind."""

import hashlib
import shutil
from pathlib import Path

import pytest

from tests.installers.building import (
    PASSPHRASE,
    build,
    certificate,
    embeddable,
    packed,
    zipped,
)


def refused(dist: Path, *words: str, kind: str = "windows", passphrase: str = PASSPHRASE) -> str:
    """What a build says that is refused: one line, with nothing in its folder."""
    status, told = build(kind, dist, *words, passphrase=passphrase)
    assert (status, len(told), dist.exists()) == (1, 1, False), told
    return told[0]


@pytest.fixture(scope="module")
def publisher(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with PKCS#12 files of every kind, good and bad."""
    folder = tmp_path_factory.mktemp("publisher")
    certificate(folder)
    packed(folder, "good.p12", "-inkey", "key.pem", "-in", "cert.pem")
    packed(folder, "only-key.p12", "-nocerts", "-inkey", "key.pem")
    packed(folder, "only-certificate.p12", "-nokeys", "-in", "cert.pem")
    (folder / "letter.p12").write_text("Dear all,")
    (folder / "nothing.p12").touch()
    certificate(folder, made_on="2020-01-01 10:00:00")
    packed(folder, "old.p12", "-inkey", "key.pem", "-in", "cert.pem")
    return folder


@pytest.mark.parametrize(
    ("name", "passphrase", "why"),
    [
        ("missing.p12", PASSPHRASE, "There is no file "),
        ("good.p12", "guess", "is not opened by the passphrase in WHO_TO_CALL_SIGN_PASSWORD"),
        ("good.p12", "", "needs its passphrase, in the environment variable WHO_TO_CALL_SIGN_"),
        ("only-key.p12", PASSPHRASE, "does not hold a certificate and its private key"),
        ("only-certificate.p12", PASSPHRASE, "does not hold a certificate and its private key"),
        ("letter.p12", PASSPHRASE, "is no PKCS#12 file"),
        ("nothing.p12", PASSPHRASE, "is no PKCS#12 file"),
        ("old.p12", PASSPHRASE, "expired on Jan 31 10:00:0"),
    ],
)
def test_certificate(publisher: Path, tmp_path: Path, name: str, passphrase: str, why: str) -> None:
    line = refused(tmp_path / "dist", "--sign", str(publisher / name), passphrase=passphrase)
    assert (name in line, why in line) == (True, True), line
    assert passphrase not in line or not passphrase


def test_certificate_is_not_taken_where_nothing_is_signed(publisher: Path, tmp_path: Path) -> None:
    words = ("--sign", str(publisher / "good.p12"))
    assert "for the Windows packages only" in refused(tmp_path / "dist", *words, kind="deb")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return embeddable(tmp_path_factory.mktemp("python"))


@pytest.fixture
def python(sound: Path, tmp_path: Path) -> Path:
    """A newer Python, not yet zipped: to be spoilt."""
    return Path(shutil.copytree(sound, tmp_path / "python"))


def newer(flat: Path) -> tuple[str, ...]:
    file, sha256 = zipped(flat, flat.with_suffix(".zip"))
    return "--runtime", str(file), "--runtime-sha256", sha256


def test_one_changed_byte_in_a_library(python: Path, tmp_path: Path) -> None:
    library = python / "_sqlite3.pyd"
    content = bytearray(library.read_bytes())
    content[len(content) // 3] ^= 1
    library.write_bytes(content)
    line = refused(tmp_path / "dist", *newer(python))
    assert "_sqlite3.pyd carries no valid signature. Nothing was built." in line


def test_library_slipped_in(python: Path, tmp_path: Path) -> None:
    shutil.copy(python / "vcruntime140.dll", python / "helpful.dll")  # signed, but by others
    line = refused(tmp_path / "dist", *newer(python))
    assert "helpful.dll is not signed by Python Software Foundation" in line


@pytest.mark.parametrize("lacking", ["python313.dll", "python313.zip"])
def test_another_zip(python: Path, tmp_path: Path, lacking: str) -> None:
    (python / lacking).unlink()
    line = refused(tmp_path / "dist", *newer(python))
    assert "is no embeddable zip of Python 3.13 for Windows" in line


def test_no_zip_at_all(tmp_path: Path) -> None:
    page = tmp_path / "python.zip"
    page.write_text("<html>Not found</html>")
    stated = hashlib.sha256(page.read_bytes()).hexdigest()
    line = refused(tmp_path / "dist", "--runtime", str(page), "--runtime-sha256", stated)
    assert "python.zip is no zip." in line


def test_wrong_hash(python: Path, tmp_path: Path) -> None:
    words = newer(python)
    line = refused(tmp_path / "dist", *words[:3], "0" * 64)
    assert "is not the file this build trusts" in line


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--runtime", "missing.zip", "--runtime-sha256", "0" * 64), "There is no file"),
        (("--runtime", __file__), "go together: the file, and its hash"),
        (("--runtime-sha256", "0" * 64), "go together: the file, and its hash"),
    ],
)
def test_half_said(tmp_path: Path, words: tuple[str, ...], why: str) -> None:
    assert why in refused(tmp_path / "dist", *words)
