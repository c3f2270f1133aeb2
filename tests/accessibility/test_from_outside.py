"""The real window as a screen reader meets it: names, roles, the answer in words, keys alone.

Everything here is read through the accessibility bus, by another program, while keys are pressed.
"""

import re
from collections.abc import Iterator

import pytest

from tests.outside.desktop import MOST_TABS, Desktop, needed
from tests.outside.tree import Node

pytestmark = [needed, pytest.mark.slow]

CONTROLS = {
    "push button",
    "toggle button",
    "check box",
    "radio button",
    "text",
    "entry",
    "combo box",
    "spin button",
    "list",
    "table",
    "menu item",
    "page tab",
    "document frame",
    "link",
}
RAIL = ("Directory", "Guidance", "Our practice", "Print", "Settings", "About", "Call now")
SPELLED = re.compile(r"(?:\d[ ,]*){3,}")


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """One window for all these tests: each begins with Escape, at the first question."""
    with Desktop(tmp_path_factory.mktemp("desktop")) as opened:
        opened.open()
        yield opened


@pytest.fixture
def home(desktop: Desktop) -> Desktop:
    desktop.press("Escape", "Escape")
    desktop.wait_to_hear("Who are you worried about?")
    return desktop


def shown(tree: Node) -> list[Node]:
    return [each for each in tree.walk() if each.showing]


def nameless(tree: Node) -> list[str]:
    """Controls a screen reader could not name, and those whose role says nothing."""
    controls = [each for each in shown(tree) if each.role in CONTROLS or each.focusable]
    assert controls, "nothing at all was read"
    without_name = [f"no name: {each.role}" for each in controls if not each.name.strip()]
    odd = [
        f"no role: {each.name}"
        for each in controls
        if each.focusable and each.role in {"unknown", "filler", "panel", "invalid", ""}
    ]
    return without_name + odd


def test_the_emergency_number_is_read_on_the_first_page(home: Desktop) -> None:
    said = home.said()
    assert "Immediate danger?" in said
    assert "Ring 999" in said


@pytest.mark.parametrize("page", RAIL)
def test_every_control_of_every_page_has_a_name_and_a_role(home: Desktop, page: str) -> None:
    home.tab_to(page)
    home.press("space")
    home.wait(lambda: any(e.name == page for e in shown(home.tree())), page)
    tree = home.tree()
    assert nameless(tree) == []
    assert "Ring 999" in [each.name for each in shown(tree)]


def test_every_control_of_the_walk_has_a_name_and_a_role(home: Desktop) -> None:
    home.press("1")
    home.wait_to_hear("Where did it happen?")
    assert nameless(home.tree()) == []
    home.press("1")
    home.wait_to_hear("If nobody answers")
    assert nameless(home.tree()) == []
    home.press("ctrl+t")
    home.wait_to_hear("What if it were another time?")
    assert nameless(home.tree()) == []


def test_two_keys_lead_to_a_number_and_its_reason_in_words(home: Desktop) -> None:
    home.press("1", "1")
    home.wait_to_hear("If nobody answers")
    names = [each.name for each in shown(home.tree()) if each.role == "label"]
    first = next(n for n, name in enumerate(names) if SPELLED.fullmatch(name))
    after = names[first + 1 : first + 6]
    assert any(
        re.match(r"Open|Should be open|Assumed|Closed|Not certain", name) for name in after
    ), after
    assert any(re.fullmatch(r"[A-Z]\w+ .+\.", name) for name in after), after


def test_the_digits_of_the_number_are_read_one_by_one(home: Desktop) -> None:
    home.press("1", "1")
    home.wait_to_hear("If nobody answers")
    copy = next(e for e in shown(home.tree()) if e.name.startswith("Copy the number of"))
    assert copy.focused, "the keyboard stands at Copy when the answer comes"
    spelled = [e.name for e in shown(home.tree()) if SPELLED.fullmatch(e.name)]
    assert re.fullmatch(r"\d( \d)*(, \d( \d)*)*", spelled[0])


def test_a_postcode_is_understood_in_words_before_it_is_taken(home: Desktop) -> None:
    home.press("2")
    home.wait_to_hear("Where did it happen?")
    home.type("MK9 3")
    said = home.wait_to_hear("Milton Keynes.")
    assert any("MK9 3" in each for each in said)
    home.press("Return")
    home.wait_to_hear("If nobody answers")


@pytest.mark.parametrize("keys", [("3",), ("1", "1")])
def test_tab_comes_to_everything_that_can_be_pressed(home: Desktop, keys: tuple[str, ...]) -> None:
    home.press(*keys)
    home.wait_to_hear("Start again")
    controls = [e for e in shown(home.tree()) if e.role in CONTROLS and e.focusable]
    wanted = {e.name for e in controls if e.enabled}
    reached: set[str] = set()
    for _ in range(MOST_TABS):
        home.press("Tab")
        now = home.focused()
        assert now is not None, f"the keyboard was lost after {reached}"
        if now.name in reached and wanted <= reached:
            break
        reached.add(now.name)
    assert wanted - reached == set()


def test_the_first_tab_stop_hides_everything(home: Desktop) -> None:
    home.press("1", "1")
    home.wait_to_hear("If nobody answers")
    home.tab_to("Hide this at once (or press Shift three times)")
    home.press("space")
    home.wait(lambda: home.title() == "Notes", "the empty page")
    tree = home.tree()
    assert not [each.name for each in shown(tree) if SPELLED.search(each.name)]
    assert not [each.name for each in shown(tree) if "999" in each.name]
    assert nameless(tree) == []


def test_shift_three_times_leaves_nothing_to_read(home: Desktop) -> None:
    home.press("1", "1")
    home.wait_to_hear("If nobody answers")
    home.press("Shift_L", "Shift_R", "Shift_L")
    home.wait(lambda: home.title() == "Notes", "the empty page")
    assert not [each.name for each in home.tree().walk() if "Front Door" in each.name]


def test_a_failed_number_is_noted_by_keyboard_alone(home: Desktop) -> None:
    home.press("1", "1")
    home.wait_to_hear("If nobody answers")
    fold = next(e for e in shown(home.tree()) if e.name.startswith("Where this number comes from"))
    home.tab_to(fold.name)
    home.press("space")
    home.wait_to_hear("Hide where they come from")
    failed = next(e for e in shown(home.tree()) if e.name.startswith("This number failed"))
    home.tab_to(failed.name)
    home.press("space")

    def at_the_first_choice() -> bool:
        """The button that takes the next number has the same words and stands there before."""
        now = home.focused()
        return now is not None and now.name == "Nobody answered"

    home.wait(at_the_first_choice, "the first of what may have happened")
    home.press("Return")
    home.wait_to_hear("Noted.")


def test_the_practice_card_is_filled_in_by_keyboard_and_read_beside_the_answer(
    home: Desktop,
) -> None:
    home.tab_to("Our practice")
    home.press("space")
    home.wait_to_hear("Whom to tell here")
    home.tab_to("Person 1: name")
    home.type("Amara Okafor")
    home.press("Tab")
    home.type("214")
    home.tab_to("Save")
    home.press("space")
    home.wait_to_hear("Saved.")
    home.press("Escape")
    home.wait_to_hear("Who are you worried about?")
    home.press("1", "1")
    said = home.wait_to_hear("Amara Okafor")
    assert "Then tell your safeguarding lead" in said
    assert "Amara Okafor, ext 214" in said


def test_the_program_ends_as_it_should(desktop: Desktop) -> None:
    assert desktop.close() == 0
