"""What a person set is kept and read again, whatever another version or a stray hand wrote."""

from datetime import date

import pytest

from desktop_app.domain.practice.policy import Policy
from desktop_app.ui.settings.preferences import Preferences
from desktop_app.ui.theme.appearance import LARGEST, SMALLEST, Scheme

SET = Preferences(
    home_slug="luton",
    home_asked=True,
    scheme=Scheme.DARK,
    percent=150,
    last_seen=date(2026, 11, 27),
    notice_clock=True,
    tray=True,
    hotkey="Ctrl+Alt+W",
    update_folder="S:/releases",
    workshop=True,
    seen_release=3,
)


@pytest.mark.parametrize("preferences", [SET, Preferences()])
def test_what_is_kept_is_read_again(preferences: Preferences) -> None:
    assert Preferences.of(preferences.as_values()) == preferences


@pytest.mark.parametrize("name", SET.as_values())
@pytest.mark.parametrize("nonsense", [None, [], {}, -1, 1e300, "\x00", "no such thing"])
def test_nonsense_is_read_as_something_the_window_can_use(name: str, nonsense: object) -> None:
    read = Preferences.of({**SET.as_values(), name: nonsense})
    assert isinstance(read.scheme, Scheme)
    assert SMALLEST <= read.percent <= LARGEST
    assert read.seen_release >= 0
    assert all(isinstance(each, str) for each in (read.hotkey, read.update_folder))
    assert Preferences.of(read.as_values()) == read


def test_the_day_is_not_kept_unless_somebody_asked_for_it() -> None:
    assert Preferences.of({**SET.as_values(), "notice_clock": False}).last_seen is None


def test_what_it_sets_comes_before_a_person_s_choice() -> None:
    policy = Policy(theme="light", text_percent=1000, tray=False, update_folder="T:/")
    under = SET.under(policy)
    assert (under.scheme, under.percent, under.tray) == (Scheme.LIGHT, LARGEST, False)
    assert (under.update_folder, under.hotkey) == ("T:/", SET.hotkey)
