"""Takes chance out of an MSI: its package code and its dates come from its content alone."""

import hashlib
import re
import struct
import uuid
from pathlib import Path

from installers.machine import run
from installers.product import CannotBuild

SUMMARY = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
"""The format identity of the summary information, as the file stores it."""
FILE_TIME = 64
SECONDS_1601_TO_1970 = 11_644_473_600


def steady(msi: Path, epoch: int) -> None:
    """Write the build's date and a package code made from the content into an MSI, in place."""
    content = bytearray(msi.read_bytes())
    code = re.search(r"Revision number \(UUID\): (\{[0-9A-F-]{36}\})", _summary(msi))
    if code is None or content.count(code[1].encode()) != 1:
        raise CannotBuild("The package code of the MSI was not found where it should be.")
    at = content.find(code[1].encode())
    content[at : at + 38] = bytes(38)
    _set_dates(content, epoch)
    digest = hashlib.sha256(content).hexdigest()
    steady_code = str(uuid.uuid5(uuid.NAMESPACE_URL, f"sha256:{digest}")).upper()
    content[at : at + 38] = f"{{{steady_code}}}".encode()
    msi.write_bytes(content)


def _summary(msi: Path) -> str:
    return run(["msiinfo", "suminfo", str(msi)])


def _set_dates(content: bytearray, epoch: int) -> None:
    if content.count(SUMMARY) != 1:
        raise CannotBuild("The summary of the MSI was not found where it should be.")
    head = content.find(SUMMARY)
    section = head - 28 + struct.unpack_from("<I", content, head + 16)[0]
    date = struct.pack("<Q", (epoch + SECONDS_1601_TO_1970) * 10_000_000)
    dates = 0
    for number in range(struct.unpack_from("<I", content, section + 4)[0]):
        offset = struct.unpack_from("<I", content, section + 12 + 8 * number)[0]
        if struct.unpack_from("<I", content, section + offset)[0] == FILE_TIME:
            content[section + offset + 4 : section + offset + 12] = date
            dates += 1
    if dates != 2:
        raise CannotBuild(f"The MSI holds {dates} dates where two were expected.")
