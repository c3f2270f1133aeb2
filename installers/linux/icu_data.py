"""Qt's ICU data without what Qt never asks for: a tenth of it, which sorts exactly as the whole.

Qt 6 reaches ICU for three things (the functions libQt6Core imports): to collate, to read old
encodings, and to name time zones. PySide's wheels link it, so it cannot be left out; but its data,
31 MB of 125, also spells numbers, units, currencies and languages and breaks Thai into words.
Kept: all of collation; encodings of one byte a letter; the zones, and their names in English and
Welsh. Chinese, Japanese and Korean encodings from before Unicode go.
"""

import re
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

from installers.machine import run
from installers.product import CannotBuild

LARGEST_ENCODING = 20_000
"""Bytes; every table of one byte a letter is smaller."""
KEPT = {
    *("cnvalias.icu", "icuver.res", "icustd.res", "pool.res", "res_index.res", "root.res"),
    *("en.res", "en_001.res", "en_GB.res", "cy.res", "numberingSystems.res", "keyTypeData.res"),
    *("supplementalData.res", "likelySubtags.res", "zoneinfo64.res", "timezoneTypes.res"),
    *("metaZones.res", "windowsZones.res", "zone/pool.res", "zone/res_index.res"),
    *("zone/root.res", "zone/en.res", "zone/en_001.res", "zone/en_GB.res", "zone/cy.res"),
}
ALIGNED = 16
_SYMBOL = re.compile(
    r"^([0-9a-f]+)\s.*\s\.rodata\s+([0-9a-f]+)\s+(?:\S+\s+)?(icudt\d+_dat)$", re.MULTILINE
)
_LOADED = 1
Item = tuple[bytes, bytes]
"""The name of one table, and its bytes."""


def slim(library: Path, work: Path) -> None:
    """Put a smaller library in the place of `libicudata.so.NN`; CannotBuild when it is unknown.

    The same tables in the same form under the same name, fewer of them.
    """
    symbol, package = _package_in(library)
    head, items = _unpacked(package)
    kept = [(name, table) for name, table in items if _needed(name, table)]
    if not any(b"/coll/ucadata" in name for name, _ in kept):
        raise CannotBuild(f"{library.name} holds no collation, or names it otherwise.")
    work.mkdir(parents=True, exist_ok=True)
    (work / "icu.dat").write_bytes(_packed(head, kept))
    (work / "icu.s").write_text(_assembly(symbol), "utf-8")
    run(["as", "-o", "icu.o", "icu.s"], cwd=work)
    made = ["--hash-style=gnu", "--build-id=none", "-z", "noexecstack", "-soname", library.name]
    run(["ld", "-shared", *made, "-o", "icu.so", "icu.o"], cwd=work)
    run(["strip", "--strip-unneeded", "icu.so"], cwd=work)
    library.write_bytes((work / "icu.so").read_bytes())


def _needed(name: bytes, table: bytes) -> bool:
    inside = name.decode("ascii").partition("/")[2]
    if inside.endswith(".cnv"):
        return len(table) <= LARGEST_ENCODING
    return inside.startswith("coll/") or inside in KEPT


def _package_in(library: Path) -> tuple[str, bytes]:
    """The name of the data in a library, and its bytes: up to the end of the part it is in."""
    found = _SYMBOL.search(run(["objdump", "-T", str(library)]))
    if found is None:
        raise CannotBuild(f"{library.name} holds no data of ICU that can be found.")
    content, address = library.read_bytes(), int(found[1], 16)
    (table,) = struct.unpack_from("<Q", content, 32)
    (count,) = struct.unpack_from("<H", content, 56)
    for at in range(count):
        kind, _, offset, begins, _, length = struct.unpack_from("<IIQQQQ", content, table + 56 * at)
        if kind == _LOADED and begins <= address < begins + length:
            start = offset + address - begins
            return found[3], content[start : start + int(found[2], 16)]
    raise CannotBuild(f"The data of {library.name} is in no part of it that is loaded.")


def _unpacked(package: bytes) -> tuple[bytes, list[Item]]:
    """The head of a package of ICU data ("CmnD"), and its tables in order."""
    size, first, second = struct.unpack_from("<HBB", package)
    if (first, second, package[12:16]) != (0xDA, 0x27, b"CmnD"):
        raise CannotBuild("ICU keeps its data in another form than expected.")
    return package[:size], list(_tables(package[size:]))


def _tables(body: bytes) -> Iterator[Item]:
    (count,) = struct.unpack_from("<I", body)
    entries = [struct.unpack_from("<II", body, 4 + 8 * at) for at in range(count)]
    ends = [start for _, start in entries[1:]] + [len(body)]
    for (named, start), end in zip(entries, ends, strict=True):
        yield body[named : body.index(b"\0", named)], body[start:end]


def _packed(head: bytes, items: Iterable[Item]) -> bytes:
    listed = list(items)
    names = b"".join(name + b"\0" for name, _ in listed)
    named = 4 + 8 * len(listed)
    start = _aligned(len(head) + named + len(names)) - len(head)
    tables, entries = bytearray(), bytearray(struct.pack("<I", len(listed)))
    for name, table in listed:
        entries += struct.pack("<II", named, start + len(tables))
        named += len(name) + 1
        tables += table + bytes(_aligned(len(table)) - len(table))
    between = bytes(start - len(entries) - len(names))
    return head + bytes(entries) + names + between + bytes(tables)


def _aligned(length: int) -> int:
    return -(-length // ALIGNED) * ALIGNED


def _assembly(symbol: str) -> str:
    return f"""\
.section .rodata
.globl {symbol}
.type {symbol}, @object
.balign {ALIGNED}
{symbol}:
.incbin "icu.dat"
.size {symbol}, . - {symbol}
"""
