"""A table somebody sent: text is read here, a workbook in a process of its own within bounds.

A spoilt workbook of a few kilobytes can say that it holds a thousand million cells. Whatever
reads it takes all memory for them before any bound of ours is asked.
"""

import json
import subprocess
import sys
from collections.abc import Sequence

from desktop_app.desktop.own_process import part_command
from desktop_app.exchange.tables.read_table import OLE, ZIP, in_reach, read_table
from desktop_app.exchange.tables.sheet import NotRead, Table
from desktop_app.exchange.tables.table_json import from_json
from desktop_app.exchange.tables.workbook_part import MODULE, REFUSED, TABLE

PATIENCE = 60.0
"""Seconds a reading may take by the clock; its processor time is bounded more narrowly."""
STOPPED = (
    "{}: this workbook is damaged or far too large: reading it was stopped. Open it in the program "
    "it came from, save it again as an Excel workbook (.xlsx) and take that. Nothing was read."
)
NO_CONSOLE = 0x08000000 if sys.platform == "win32" else 0


def received_table(
    name: str, whole: bytes, command: Sequence[str] = (), patience: float = PATIENCE
) -> Table:
    """Read a file's bytes as a table, whatever they are.

    `command` starts the process that reads workbooks, this program's own where none is given.
    NotRead, with a sentence that says what to do, when it is no table or takes too much.
    """
    if not whole.startswith((OLE, ZIP)):
        return read_table(name, whole)
    in_reach(name, whole)
    try:
        done = subprocess.run(
            list(command) or part_command(MODULE),
            input=json.dumps(name).encode() + b"\n" + whole,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=patience,
            check=True,
            creationflags=NO_CONSOLE,
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise NotRead(STOPPED.format(name)) from error
    kind, _, told = done.stdout.partition(b"\n")
    if kind + b"\n" == REFUSED:
        raise NotRead(told.decode("utf-8", "replace"))
    try:
        if kind + b"\n" != TABLE:
            raise ValueError(kind)
        return from_json(told)
    except (ValueError, KeyError, TypeError) as error:
        raise NotRead(STOPPED.format(name)) from error
