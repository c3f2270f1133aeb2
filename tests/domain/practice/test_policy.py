"""What IT may set, however it is spelled, and what happens to what cannot be used."""

import re
from pathlib import Path

import pytest

from desktop_app.domain.places.council_names import council_called
from desktop_app.domain.places.councils import Council
from desktop_app.domain.practice.policy import NAMES, Policy, policy_of
from tests.area import AREA, COUNCILS


@pytest.mark.parametrize(
    ("name", "value", "policy"),
    [
        ("HomeCouncil", " Milton Keynes ", Policy(home="Milton Keynes")),
        ("UpdateFolder", r"\\server\share", Policy(update_folder=r"\\server\share")),
        ("Hotkey", "Ctrl+Alt+W", Policy(hotkey="Ctrl+Alt+W")),
        ("Hotkey", "", Policy(hotkey="")),
        ("Tray", 1, Policy(tray=True)),
        ("Tray", "off", Policy(tray=False)),
        ("Workshop", 1, Policy(workshop=True)),
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


@pytest.mark.parametrize("name", ["Wallpaper", "homecouncil", "HomeCouncl"])
def test_a_name_the_program_does_not_have_is_told(name: str) -> None:
    (trouble,) = policy_of({name: "luton"}).troubles
    assert name in trouble
    assert "HomeCouncil" in trouble


@pytest.mark.parametrize("council", COUNCILS, ids=lambda council: str(council.slug))
def test_a_council_is_understood_by_name_short_name_and_code(council: Council) -> None:
    bare = council.name.removesuffix(" Borough")
    said = {council.code, council.code.lower(), council.name, str(council.slug), bare}
    said |= {f"{name}{more}" for name in (council.name, bare) for more in (" Council", " council ")}
    said |= {f"{bare} Borough Council", f"{bare} City Council", f"Borough of {bare}"}
    said |= {f"{bare.lower().replace(' ', '-')}-borough", f"{bare.upper().replace(' ', '_')}"}
    for name in said:
        policy = policy_of({"HomeCouncil": name})
        assert not policy.troubles_in(AREA), name
        assert council_called(str(policy.home), COUNCILS) == council, name


@pytest.mark.parametrize(
    "said",
    ["", "Bedfordshire", "Bedford County", "Hertfordshire", "Dacorum", "E07000096", "council"],
)
def test_a_council_that_is_not_ours_is_no_home_and_what_may_be_set_is_told(said: str) -> None:
    (trouble,) = policy_of({"HomeCouncil": said}).troubles_in(AREA)
    assert "bedford, central-bedfordshire, luton, milton-keynes" in trouble


def test_every_value_the_handbook_of_deployment_gives_is_understood() -> None:
    rows = (Path(__file__).parents[3] / "docs" / "deploy.md").read_text("utf-8").splitlines()
    (row,) = [each for each in rows if each.startswith("| `HOMECOUNCIL`")]
    values = [value for value in re.findall(r"`([^`]+)`", row) if value.islower()]
    assert len(values) >= 4
    assert {council_called(value, COUNCILS) for value in values} == set(COUNCILS)


def test_the_names_are_the_ones_it_was_promised() -> None:
    own = ("HomeCouncil", "UpdateFolder", "Hotkey", "Tray", "TextSize", "Theme", "Area")
    assert (*own, "UntouchedMinutes", "Workshop", "PracticeCode") == NAMES


@pytest.mark.parametrize("name", [*NAMES, "Unheard-of", "x" * 70_000, "\ud800\n"])
@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        -1,
        1e999,
        "",
        "\0",
        "\ud800",
        "9" * 5_000,
        "x" * 70_000,
        [],
        [[]],
        {"a": 1},
        "\u202e",
    ],
    ids=lambda value: repr(value)[:12],
)
def test_whatever_it_set_the_sentence_about_it_can_be_shown(name: str, value: object) -> None:
    for sentence in policy_of({name: value}).troubles:
        assert len(sentence) < 700
        assert sentence.isprintable()
