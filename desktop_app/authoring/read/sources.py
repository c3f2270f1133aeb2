"""Reading the YAML files with the line of every entry kept, so that a mistake can be pointed at.

Plain words stay words (`on`, `no`, `01582`, `10:30`): only true, false, null, whole numbers and
dates become anything else. A key given twice is a mistake, not a silent replacement.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

import yaml

from desktop_app.authoring.read.errors import Mistake, MistakesFound
from desktop_app.authoring.read.source_tree import NO_TEXT, UNSEEN, SourceTree

Place = tuple[str | int, ...]
"""The way to an entry: ("services", 0, "lines", 2, "number")."""

_READER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_WORDS: dict[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}
_WHOLE = re.compile(r"-?(0|[1-9]\d*)")
_MOST_DIGITS = 12
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ORDINARY_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "map", "seq")}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One YAML file: what it says, and on which line each entry stands."""

    name: str
    content: Any
    lines: Mapping[Place, int]

    def line_of(self, place: Place) -> int:
        """The line of an entry, or of the nearest entry around it that the file really has."""
        at: Place = ()
        for step in place:
            if (*at, step) in self.lines:
                at = (*at, step)
        return self.lines.get(at, 1)

    def mistake(self, place: Place, sentence: str) -> Mistake:
        """A mistake at this entry."""
        return Mistake(self.name, self.line_of(place), sentence, place)


def read_file(sources: SourceTree, name: str) -> SourceFile:
    """Read one YAML file; MistakesFound when it is missing or cannot be understood at all."""
    return read_once(sources.text(name), name)


@lru_cache(maxsize=256)
def read_once(text: str, name: str) -> SourceFile:
    """Read YAML text, each text once; what it gives is shared, so nobody may change it.

    A change of one number asks four times what all files say, and one of them is new.
    """
    return read_text(text, name)


def read_text(text: str, name: str) -> SourceFile:
    """Read YAML text; the name is only for messages."""
    try:
        root = yaml.compose(text, Loader=_READER)
    except yaml.MarkedYAMLError as error:
        raise MistakesFound([_unreadable(error, name)]) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, int(error.position)) + 1
        raise MistakesFound([Mistake(name, line, NO_TEXT)]) from None
    except yaml.YAMLError as error:
        raise MistakesFound([Mistake(name, 0, f"This is not readable YAML: {error}.")]) from None
    walk = _Walk(name)
    content = walk.value(root, ()) if root is not None else None
    if walk.mistakes:
        raise MistakesFound(walk.mistakes)
    return SourceFile(name, content, walk.lines)


def _unreadable(error: yaml.MarkedYAMLError, name: str) -> Mistake:
    mark = error.problem_mark or error.context_mark
    return Mistake(
        name,
        mark.line + 1 if mark else 0,
        f"This is not readable YAML ({error.problem or error.context}); "
        "look at the indents, colons and quotation marks here and just above.",
    )


@dataclass
class _Walk:
    """One pass over a composed file, gathering values, lines and mistakes."""

    name: str
    lines: dict[Place, int] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    inside: list[int] = field(default_factory=list)

    def value(self, node: yaml.Node, place: Place) -> object:
        self.lines.setdefault(place, node.start_mark.line + 1)
        if id(node) in self.inside:
            self._wrong(node, "This entry contains itself.")
            return None
        if node.tag not in _ORDINARY_TAGS:
            self._wrong(node, f"Tags such as {node.tag} are not used in these files.")
        self.inside.append(id(node))
        try:
            return self._inner(node, place)
        finally:
            self.inside.pop()

    def _inner(self, node: yaml.Node, place: Place) -> object:
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*place, at)) for at, item in enumerate(node.value)]
        return self._scalar(node, place)

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, object]:
        found: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if not isinstance(key_node, yaml.ScalarNode):
                self._wrong(key_node, "A key must be one word.")
            elif UNSEEN.search(key):
                self._wrong(key_node, NO_TEXT)
            elif key in found:
                self._wrong(key_node, f"“{key}” is given twice here; keep one.")
            else:
                self.lines[(*place, key)] = key_node.start_mark.line + 1
                found[key] = self.value(value_node, (*place, key))
        return found

    def _scalar(self, node: yaml.Node, place: Place) -> object:
        text = str(node.value)
        if UNSEEN.search(text):  # written as an escape: "\u202e"
            self._wrong(node, NO_TEXT, place)
        if getattr(node, "style", None):  # quoted, or a block of text: always words
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _WHOLE.fullmatch(text):
            return self._number(node, text)
        return self._date(node, text) if _DATE.fullmatch(text) else text

    def _number(self, node: yaml.Node, text: str) -> int:
        if len(text) > _MOST_DIGITS:  # what is no count of anything, and a table cannot hold
            self._wrong(
                node, "This number is too large; if it is no count, put it in quotation marks."
            )
            return 0
        return int(text)

    def _date(self, node: yaml.Node, text: str) -> object:
        try:
            return date.fromisoformat(text)
        except ValueError:
            self._wrong(node, f"{text} is not a day of the calendar.")
            return text

    def _wrong(self, node: yaml.Node, sentence: str, place: Place = ()) -> None:
        self.mistakes.append(Mistake(self.name, node.start_mark.line + 1, sentence, place))
