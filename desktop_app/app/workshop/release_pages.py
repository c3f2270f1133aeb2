"""The pages between a changed fact and a desk, made for the window that shows them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from desktop_app.app.workshop.open_keys import OpenKeys
from desktop_app.app.workshop.open_release import Lend, Now, OpenChangeSet, OpenHandOver
from desktop_app.app.workshop.open_share import OpenShare
from desktop_app.ui.window.main_window import PageSpec
from desktop_app.ui.workshop.release.hand_over_view import HandOverView
from desktop_app.ui.workshop.release.keys_view import KeysView
from desktop_app.ui.workshop.release.set_view import SetView
from desktop_app.ui.workshop.release.share_view import ShareView
from desktop_app.workshop.publishing.change_set import SUFFIX
from desktop_app.workshop.work_file import WorkFile

SHARE, HAND_OVER, CHANGE_SET, KEYS = "share", "hand-over", "change-set", "keys"
USUALLY = timedelta(days=31)
"""When the next release is expected, until somebody says otherwise."""


class ReleasePages:
    """Makes each page when it is first wanted; a checker needs no working copy."""

    def __init__(self, now: Now, name: str, lend: Lend) -> None:
        self._now, self._name, self._lend = now, name, lend
        self._set = OpenChangeSet(now, lend)
        self._views: list[SetView] = []

    @property
    def view(self) -> SetView:
        """The page that checks a change set."""
        if not self._views:
            self._views.append(SetView(self._set, self._name))
        return self._views[0]

    def without_copy(self) -> tuple[PageSpec, ...]:
        """The pages beside the one that asks for a working copy."""
        return (
            PageSpec(CHANGE_SET, "Check a release", "tick", lambda: self.view),
            PageSpec(KEYS, "Keys", "people", lambda: KeysView(OpenKeys(self._now))),
        )

    def of_copy(self, work: WorkFile, name: str, renew: Callable[[], None]) -> tuple[PageSpec, ...]:
        """The pages of an open working copy; `renew` is called when others' work came in."""

        def share() -> ShareView:
            page = ShareView(OpenShare(work, name, self._now))
            page.changed.connect(renew)
            return page

        def hand_over() -> HandOverView:
            def today() -> date:
                return self._now().date()

            handing = OpenHandOver(work, self._now, self._lend)
            out = str(work.path.with_suffix(SUFFIX))
            return HandOverView(handing, name, out, today, today() + USUALLY)

        return (
            PageSpec(SHARE, "Share", "people", share),
            PageSpec(HAND_OVER, "Hand over", "forward", hand_over),
        )

    def check(self, path: Path) -> None:
        """Have this change set ready to be looked through."""
        self.view.open(path)

    def close(self) -> None:
        """Let go of what was compiled."""
        self._set.close()
