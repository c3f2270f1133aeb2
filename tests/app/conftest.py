"""The window of the tests of ui, for what puts it together."""

from tests.ui.conftest import kept_window, open_window

__all__ = ["kept_window", "open_window"]
