"""Errors that leave what we write in the place of Qt's functions: whole, before PySide sees them.

On Python 3.11 an error that the interpreter raises itself (`len(3)`, `int("x")`, `1 / 0`) is at
first only a class and a text. PySide 6.11 takes it for an exception, to put the function's name
before its words, and reads where there is nothing: the program ends at once, without a page and
without 999. Python's own `except` makes such an error whole. So every such function of ours is
called through one. From Python 3.12 on errors are whole from the start, and nothing is done here.
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


def raise_whole(since: tuple[int, ...] = sys.version_info[:2]) -> None:
    """See to it for every class that is made from now on; called before the first one is."""
    if since >= WHOLE_BY_THEMSELVES:
        return
    import PySide6  # noqa: F401  # finds its library
    from shiboken6 import Shiboken

    hook: Any = classmethod(_see_to)
    Shiboken.Object.__init_subclass__ = hook  # type: ignore[method-assign]


def _see_to(made: type, /, **_named: object) -> None:
    of_qt = [base for base in made.__mro__[1:] if base.__module__.startswith("PySide6.")]
    for name, part in list(vars(made).items()):
        ours = isinstance(part, FunctionType) and not name.startswith("__")
        if ours and any(name in vars(base) for base in of_qt):
            setattr(made, name, whole(part))


def whole(function: Callable[Words, Answer]) -> Callable[Words, Answer]:
    """The same function; what it raises is an exception and not the making of one."""

    @functools.wraps(function)
    def called(*words: Words.args, **named: Words.kwargs) -> Answer:
        try:
            return function(*words, **named)
        except BaseException:  # catching it is what makes it whole
            raise

    return called
