"""Journeys walk through the same window as the tests of its parts."""

from tests.journeys.updating import as_installed, lab, opened, small_lab
from tests.ui.conftest import kept_window, open_window, walker

__all__ = ["as_installed", "kept_window", "lab", "open_window", "opened", "small_lab", "walker"]
