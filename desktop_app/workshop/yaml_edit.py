"""One value in a YAML file exchanged, and the rest left as somebody typed it.

ruamel.yaml keeps comments, quotation marks and order. What it writes is believed only when the
compile's own reader finds exactly the asked change in it and nothing else: an entry that would be
lost or read as something else stops the edit.
"""

from __future__ import annotations

import copy
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, ScalarString

from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.authoring.read.sources import Place, read_once, read_text
from desktop_app.workshop.errors import EditRefused, WorkshopError
from desktop_app.workshop.places import NEW, must_have

LAYOUTS = ((2, 4, 2), (2, 2, 0))
"""Indents of mappings, of lists, and of the dash in a list: the two ways our files are laid out."""
WIDEST = 1_000_000
ONE_LINE = 150
NOT_WRITTEN = (
    "This change to {} could not be written so that it reads back the same. Nothing was saved. "
    "Change one field at a time, or ask whoever looks after the program."
)
NOTHING_THERE = "There is no “{}” in {} to take away."
_PLAIN = re.compile(r"[^\W\d_][\w ,.'’‘“”()/&£–—…-]*(?<! )")
_MEANS_SOMETHING = re.compile(r"true|false|null|yes|no|on|off|y|n", re.IGNORECASE)


class Gone:
    """Nothing at all: no value, not even an empty one."""

    def __repr__(self) -> str:
        return "GONE"


GONE: Final = Gone()
Value = Any
"""None, True, False, int, date, str, or a list or dict of those."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What shall stand at a place of a file; GONE takes away what stands there."""

    file: str
    place: Place
    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """An edit as it was carried out: where, and what stood there before and after."""

    place: Place
    before: Value
    after: Value


def edited(text: str, name: str, edits: Sequence[Edit]) -> tuple[str, list[Done]]:
    """The file with these edits, in their order; WorkshopError when one cannot be carried out."""
    wanted = read_text(text, name).content
    marked, layout = _loaded(text)
    done = []
    for edit in edits:
        place = must_have(wanted, _counted(edit.place), name)
        done.append(_apply(wanted, place, edit))
        _apply(marked, place, edit, keep_style=True)
    new = _dumped(marked, layout)
    if _read_back(new, name) != wanted:
        raise WorkshopError(NOT_WRITTEN.format(name))
    return new, done


def _read_back(text: str, name: str) -> object:
    """What the file says now; EditRefused, with places, where it holds what may stand in none."""
    try:
        return read_once(text, name).content
    except MistakesFound as found:
        raise EditRefused(found.mistakes) from None


def _apply(content: Any, place: Place, edit: Edit, *, keep_style: bool = False) -> Done:
    at = content
    for step in place[:-1]:
        at = at[step]
    last: Any = place[-1]
    there = last in at if isinstance(at, dict) else 0 <= last < len(at)
    new = isinstance(at, list) and str(edit.place[-1]).startswith(NEW)
    before = copy.deepcopy(at[last]) if there and not new else GONE
    if edit.value is GONE:
        if not there:
            raise WorkshopError(NOTHING_THERE.format(last, edit.file))
        del at[last]
        return Done(place=edit.place, before=before, after=GONE)
    value = _styled(edit.value, at, before) if keep_style else copy.deepcopy(edit.value)
    if new or (isinstance(at, list) and not there):
        at.insert(last, value)
    else:
        at[last] = value
    return Done(place=edit.place, before=before, after=copy.deepcopy(edit.value))


def _counted(place: Place) -> Place:
    """`+0` as the number it stands for."""
    if not place:
        raise WorkshopError("Say which value is meant.")
    last = place[-1]
    if isinstance(last, str) and last.startswith(NEW) and last[1:].isdecimal():
        return (*place[:-1], int(last[1:]))
    return place


def _styled(value: Value, around: Any, before: Any) -> Any:
    """The value as somebody would have typed it here."""
    if isinstance(value, str):
        return _quoted(value, before)
    if isinstance(value, dict):
        made = CommentedMap({key: _styled(each, None, None) for key, each in value.items()})
        if _in_one_line(value, around):
            made.fa.set_flow_style()
        return made
    if isinstance(value, list):
        listed = CommentedSeq([_styled(each, None, None) for each in value])
        if not any(isinstance(each, dict | list) for each in value):
            listed.fa.set_flow_style()
        return listed
    return value


def _quoted(value: str, before: Any) -> Any:
    if isinstance(before, ScalarString) and "\n" not in value and '"' not in value:
        return type(before)(value)  # the quotation marks that stood there
    if _PLAIN.fullmatch(value) and not _MEANS_SOMETHING.fullmatch(value):
        return value
    return DoubleQuotedScalarString(value)


def _in_one_line(value: dict[str, Any], around: Any) -> bool:
    if isinstance(around, list) and len(around):
        beside = around[-1]
        return isinstance(beside, CommentedMap) and bool(beside.fa.flow_style())
    short = sum(len(str(each)) + len(key) for key, each in value.items()) < ONE_LINE
    return short and not any(isinstance(each, dict | list) for each in value.values())


def _loaded(text: str) -> tuple[Any, tuple[int, int, int]]:
    flush = re.search(r"^- ", text, re.MULTILINE) is not None
    return _yaml(LAYOUTS[0]).load(text), LAYOUTS[1 if flush else 0]


def _dumped(marked: Any, layout: tuple[int, int, int]) -> str:
    out = io.StringIO()
    _yaml(layout).dump(marked, out)
    return out.getvalue()


class _Representer(RoundTripRepresenter):
    """Writes what is known to be nothing as the word our files use for it."""


_Representer.add_representer(
    type(None), lambda writer, _: writer.represent_scalar("tag:yaml.org,2002:null", "null")
)


def _yaml(layout: tuple[int, int, int]) -> YAML:
    made = YAML(typ="rt", pure=True)
    made.Representer = _Representer
    made.preserve_quotes = True
    made.width = WIDEST
    mapping, sequence, offset = layout
    made.indent(mapping=mapping, sequence=sequence, offset=offset)
    return made
