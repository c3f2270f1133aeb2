"""The window of the tests of ui, for what puts it together."""

from tests.ui.conftest import open_window

__all__ = ["open_window"]
