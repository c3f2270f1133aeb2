"""The part that reads one workbook in a process of its own, within bounds of memory and time.

It is given the file's name in a line, then its bytes; it answers with the table, or with the
sentence that says why there is none. A file made to take all memory ends this process alone.
"""

import json
import sys
from typing import BinaryIO

from desktop_app.desktop.core_files import leave_no_core_file
from desktop_app.desktop.limited_process import limit_process
from desktop_app.exchange.tables.read_table import read_table
from desktop_app.exchange.tables.sheet import TOO_LARGE, NotRead
from desktop_app.exchange.tables.table_json import as_json

MODULE = __name__
MEMORY, SECONDS = 1 << 30, 20
"""Bytes and seconds of processor time: ten times what the largest list of services takes."""
MOST_TOLD = 50_000_000
"""Characters of an answer; a table with more is no list of services."""
TABLE, REFUSED = b"table\n", b"refused\n"


def main() -> int:
    """Read the workbook on the standard input; 0 when there is an answer."""
    leave_no_core_file()
    limit_process(MEMORY, SECONDS)
    answer(sys.stdin.buffer, sys.stdout.buffer)
    return 0


def answer(given: BinaryIO, out: BinaryIO) -> None:
    """The table in a workbook, or why there is none."""
    name = str(json.loads(given.readline()))
    try:
        told = as_json(read_table(name, given.read()))
        if len(told) > MOST_TOLD:
            raise NotRead(TOO_LARGE.format(name))
    except NotRead as refused:
        out.write(REFUSED + refused.sentence.encode())
    else:
        out.write(TABLE + told.encode())
    out.flush()
