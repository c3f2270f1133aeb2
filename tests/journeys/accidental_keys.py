"""How hands slip: keys held, typed quickly, pressed twice."""

from PySide6.QtCore import Qt

from tests.ui.walker import Walker

ENTER, SPACE, BACK, ESCAPE = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Escape,
)


def asked_where(walker: Walker, by: str | Qt.Key = "1") -> Walker:
    """The second question, just painted; the person has not looked up yet."""
    walker.wait()
    walker.press_at_once(by)
    assert walker.sees("where-question")
    # in a window kept from the test before, the place for it is there already, and empty
    assert not (walker.sees("where-question-told") and walker.read("where-question-told"))
    return walker
