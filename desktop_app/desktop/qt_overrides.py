"""What we write in the place of Qt's functions, kept from three faults of PySide 6.11.

An error on its way from there through Qt ends the program at once or is told to nobody: no page,
and no 999.

* On Python 3.11 an error that the interpreter raises itself (`len(3)`, `int("x")`, `1 / 0`) is at
  first only a class and a text. PySide takes it for an exception, to put the function's name before
  its words, and reads where there is nothing. Python's own `except` makes such an error whole.
* An error raised while Python waits for Qt, as in the resizeEvent of a page that opens, is kept for
  Python and then lost.
* A function that Qt asks a widget for the first time while an error is so kept is not called, and
  PySide gives back a reference to it that it never took (`Sbk_GetPyOverride`). A class holds one
  reference to it: it is gone, and the next call runs into nothing.

So every such function is called through one that hands its error to the net at once and answers
nothing, or no. Where Qt needs another answer the error goes on, whole; and each function has
references to spare.
"""

import functools
import sys
from collections.abc import Callable
from types import FunctionType
from typing import Any, ParamSpec, TypeVar, cast

Words = ParamSpec("Words")
Answer = TypeVar("Answer")
ANSWERS: dict[object, object] = {None: None, "None": None, bool: False, "bool": False}
"""What Qt is answered in the place of a function that raised, by what it says that it returns."""
SPARE = 200
"""References each function has to lose: one for each widget that was new when an error came."""


def guard_overrides() -> None:
    """See to it for every class that is made from now on; called before the first one is."""
    import PySide6  # noqa: F401  # finds its library
    from shiboken6 import Shiboken

    spare: list[tuple[object, ...]] = []

    def see_to(made: type, /, **_named: object) -> None:
        for name, part in overrides(made):
            guard = guarded(part)
            setattr(made, name, guard)
            spare.append((guard,) * SPARE)

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


def guarded(function: Callable[Words, Answer]) -> Callable[Words, Answer]:
    """The same function; what it raises goes to the net, and whole to Qt only where it must."""
    returned = getattr(function, "__annotations__", {}).get("return", object)

    @functools.wraps(function)
    def called(*words: Words.args, **named: Words.kwargs) -> Answer:
        try:
            return function(*words, **named)
        except Exception as error:  # catching it is what makes it whole
            if returned not in ANSWERS:
                raise
            sys.excepthook(type(error), error, error.__traceback__)
            return cast("Answer", ANSWERS[returned])
        except BaseException:
            raise

    return called
