"""What we write in the place of Qt's functions, kept from two faults of PySide 6.11.

An error on its way there ends the program at once, without a page and without 999, in two ways:

* On Python 3.11 an error that the interpreter raises itself (`len(3)`, `int("x")`, `1 / 0`) is at
  first only a class and a text. PySide takes it for an exception, to put the function's name before
  its words, and reads where there is nothing. Python's own `except` makes such an error whole, so
  every such function of ours is called through one. From Python 3.12 on errors are whole.
* A function that Qt asks a widget for the first time while an error is waiting is not called, and
  PySide gives back a reference to it that it never took (`Sbk_GetPyOverride`). A class holds one
  reference to it: it is gone, and the next call runs into nothing. So each has some to spare.
"""

import functools
import sys
from collections.abc import Callable
from types import FunctionType
from typing import Any, ParamSpec, TypeVar

Words = ParamSpec("Words")
Answer = TypeVar("Answer")
WHOLE_BY_THEMSELVES = (3, 12)
"""The first Python whose errors are always exceptions."""
SPARE = 200
"""References each function has to lose: one for each widget that was new when an error came."""


def guard_overrides(since: tuple[int, ...] = sys.version_info[:2]) -> None:
    """See to it for every class that is made from now on; called before the first one is."""
    import PySide6  # noqa: F401  # finds its library
    from shiboken6 import Shiboken

    spare: list[tuple[object, ...]] = []

    def see_to(made: type, /, **_named: object) -> None:
        for name, part in overrides(made):
            kept = part if since >= WHOLE_BY_THEMSELVES else whole(part)
            if kept is not part:
                setattr(made, name, kept)
            spare.append((kept,) * SPARE)

    hook: Any = classmethod(see_to)
    Shiboken.Object.__init_subclass__ = hook  # type: ignore[method-assign]


def overrides(made: type) -> list[tuple[str, FunctionType]]:
    """The functions of a class of ours that stand in the place of one of Qt's."""
    of_qt = [base for base in made.__mro__[1:] if base.__module__.startswith("PySide6.")]
    return [
        (name, part)
        for name, part in vars(made).items()
        if isinstance(part, FunctionType) and not name.startswith("__")
        if any(name in vars(base) for base in of_qt)
    ]


def whole(function: Callable[Words, Answer]) -> Callable[Words, Answer]:
    """The same function; what it raises is an exception and not the making of one."""

    @functools.wraps(function)
    def called(*words: Words.args, **named: Words.kwargs) -> Answer:
        try:
            return function(*words, **named)
        except BaseException:  # catching it is what makes it whole
            raise

    return called
