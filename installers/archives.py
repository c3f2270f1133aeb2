"""Archives that come out the same however often and wherever they are made."""

import io
import lzma
import tarfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from installers.program import files_in


def write_zip(target: Path, folder: Path, inside: str, epoch: int) -> None:
    """Pack a folder as a zip, its files under the name `inside` ("" for none)."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in files_in(folder):
            name = "/".join(filter(None, (inside, file.relative_to(folder).as_posix())))
            entry = zipfile.ZipInfo(name, _date(epoch))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, file.read_bytes())


def write_stored_zip(target: Path, folder: Path, epoch: int) -> None:
    """Pack modules without compressing them: quicker to start, and the installer compresses."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for file in files_in(folder):
            name = file.relative_to(folder).as_posix()
            entry = zipfile.ZipInfo(name, _date(epoch))
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, file.read_bytes())


def _date(epoch: int) -> tuple[int, int, int, int, int, int]:
    on = datetime.fromtimestamp(epoch, UTC)
    return on.year, on.month, on.day, on.hour, on.minute, on.second


def tar_bytes(folder: Path, inside: str, epoch: int) -> bytes:
    """A tar of a folder, owned by root, dated alike; `inside` ends with a slash."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w", format=tarfile.GNU_FORMAT) as archive:
        everything = sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).parts)
        for path in [folder, *everything]:
            name = inside if path == folder else inside + path.relative_to(folder).as_posix()
            archive.addfile(*_entry(archive, path, name, epoch))
    return held.getvalue()


def _entry(
    archive: tarfile.TarFile, path: Path, name: str, epoch: int
) -> tuple[tarfile.TarInfo, io.BytesIO | None]:
    entry = archive.gettarinfo(str(path), name)
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = epoch
    entry.type = tarfile.REGTYPE if entry.islnk() else entry.type
    if not entry.isreg():
        return entry, None
    content = path.read_bytes()
    entry.size = len(content)
    return entry, io.BytesIO(content)


def xz(content: bytes) -> bytes:
    """Compress for a package: one thread, so that the machine's cores do not change the bytes."""
    return lzma.compress(content, check=lzma.CHECK_CRC64, preset=6)
