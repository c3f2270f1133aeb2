"""Journeys walk through the same window as the tests of its parts."""

from tests.ui.conftest import open_window, walker

__all__ = ["open_window", "walker"]
