"""What IT may set, however it is spelled, and what happens to what cannot be used."""

import pytest

from desktop_app.domain.area import LUTON, MILTON_KEYNES
from desktop_app.domain.policy import NAMES, Policy, policy_of


@pytest.mark.parametrize(
    ("name", "value", "policy"),
    [
        ("HomeCouncil", "luton", Policy(home=LUTON)),
        ("HomeCouncil", " Milton Keynes ", Policy(home=MILTON_KEYNES)),
        ("HomeCouncil", MILTON_KEYNES.code, Policy(home=MILTON_KEYNES)),
        ("UpdateFolder", r"\\server\share", Policy(update_folder=r"\\server\share")),
        ("Hotkey", "Ctrl+Alt+W", Policy(hotkey="Ctrl+Alt+W")),
        ("Hotkey", "", Policy(hotkey="")),
        ("Tray", 1, Policy(tray=True)),
        ("Tray", "off", Policy(tray=False)),
        ("Tray", True, Policy(tray=True)),
        ("TextSize", "150%", Policy(text_percent=150)),
        ("TextSize", 200, Policy(text_percent=200)),
        ("Theme", "Dark", Policy(theme="dark")),
    ],
)
def test_a_setting_however_it_is_spelled(name: str, value: object, policy: Policy) -> None:
    assert policy_of({name: value}) == policy


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HomeCouncil", "Atlantis"),
        ("UpdateFolder", 7),
        ("Tray", "perhaps"),
        ("TextSize", 900),
        ("TextSize", "²"),
        ("Theme", None),
    ],
)
def test_what_cannot_be_used_is_told_and_sets_nothing(name: str, value: object) -> None:
    policy = policy_of({name: value})
    assert len(policy.troubles) == 1
    assert name in policy.troubles[0]
    assert not any(policy.sets(field) for field in ("home", "tray", "text_percent", "theme"))


def test_unknown_names_are_left_alone() -> None:
    assert policy_of({"Wallpaper": "blue"}) == Policy()


def test_the_names_are_the_ones_it_was_promised() -> None:
    assert NAMES == ("HomeCouncil", "UpdateFolder", "Hotkey", "Tray", "TextSize", "Theme")
