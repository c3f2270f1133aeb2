"""The window: Qt Widgets that show what they are told and announce what was done."""

import builtins
import linecache

import PySide6

# After each import PySide6 reads the whole source of what was imported, looking for a switch of
# its own ("from __feature__ import …") that this program never uses. Opening the window imports
# some forty modules, so that costs 6 ms; here the import below it is put back.
assert PySide6.__name__  # it must have come in already
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
linecache.clearcache()  # sources it has read so far, which nobody else asks for
