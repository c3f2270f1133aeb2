"""What pydantic found wrong with an entry, told in our words at the entry's own line."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from desktop_app.authoring.read.errors import Mistake
from desktop_app.authoring.read.sources import Place, SourceFile

EntryT = TypeVar("EntryT", bound=BaseModel)

_QUOTES = "put it in quotation marks"
_MOST_SHOWN = 40
"""Letters of what was written that a sentence repeats."""
_SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "missing": "“{name}” is missing.",
        "extra_forbidden": "“{name}” is not a key that may stand here.",
        "string_type": "“{name}” must be text; if it looks like a number or a date, "
        + _QUOTES
        + ".",
        "int_type": "“{name}” must be a whole number, such as 12.",
        "int_from_float": "“{name}” must be a whole number, such as 12.",
        "int_parsing": "“{name}” must be a whole number, such as 12.",
        "int_parsing_size": "“{name}” is too large a number.",
        "bool_type": "“{name}” must be true or false.",
        "date_type": "“{name}” must be a date such as 2026-12-24, without quotation marks.",
        "list_type": "“{name}” must be a list, such as [one, another].",
        "tuple_type": "“{name}” must be a list, such as [one, another].",
        "dict_type": "“{name}” must be keys with values, such as {{key: value}}.",
        "model_type": "“{name}” must be keys with values, such as {{key: value}}.",
        "string_too_short": "“{name}” is empty.",
        "string_too_long": "“{name}” is too long: at most {max_length} letters.",
        "too_short": "“{name}” needs at least one entry.",
        "greater_than_equal": "“{name}” must be at least {ge}.",
        "less_than_equal": "“{name}” must be at most {le}.",
        "string_pattern_mismatch": "“{input}” is not an id: use small letters, digits and hyphens.",
        "literal_error": "“{input}” is not possible for “{name}”; it may be {expected}.",
        "enum": "“{input}” is not possible for “{name}”; it may be {expected}.",
    }
)
OTHER = "“{input}” cannot stand for “{name}”: db/README.md says what may."


def validated(
    model: type[EntryT], file: SourceFile, place: Place, note: Callable[[Mistake], None]
) -> EntryT | None:
    """The entry at this place of the file, or None with every mistake in it noted."""
    try:
        return model.model_validate(entry_at(file, place))
    except ValidationError as error:
        for detail in error.errors():
            note(mistake_of(detail, file, place))
        return None


def mistake_of(detail: ErrorDetails, file: SourceFile, place: Place = ()) -> Mistake:
    """One finding of pydantic at its line, in a sentence that says what to write."""
    return file.mistake((*place, *detail["loc"]), _sentence(detail, place))


def entry_at(file: SourceFile, place: Place) -> object:
    """What the file says at this place; None when it says nothing there."""
    found: object = file.content
    for step in place:
        if isinstance(found, dict):
            found = found.get(step)
        elif isinstance(found, list) and isinstance(step, int) and step < len(found):
            found = found[step]
        else:
            return None
    return found


def _sentence(detail: ErrorDetails, place: Place) -> str:
    context = detail.get("ctx", {})
    if detail["type"] == "value_error":
        return str(context["error"])
    words = [str(step) for step in (*place, *detail["loc"]) if isinstance(step, str)]
    kind = detail["type"]
    if kind in ("too_short", "too_long") and isinstance(detail.get("input"), str | None):
        kind = f"string_{kind}"
    written = str(detail.get("input"))
    shown = written if len(written) <= _MOST_SHOWN else f"{written[:_MOST_SHOWN]}…"
    name = words[-1] if words else "this file"
    return _SENTENCES.get(kind, OTHER).format_map({**context, "name": name, "input": shown})
