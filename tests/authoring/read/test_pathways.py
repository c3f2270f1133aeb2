"""Mistakes in pathways.yaml stop the compile at their line; what is right survives the round."""

import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.authoring.read.pathways import read_rulebook
from desktop_app.authoring.read.source_folders import checkout_tree
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.write.pathway_rows import write_pathways
from desktop_app.domain.situation.situation import Concern
from desktop_app.paths import schema_folder
from desktop_app.store.directory.pathway_rows import read_pathways
from tests.area import COUNCILS

ROLES = {"front_door", "emergency"}
DOCUMENTS = {"a-page"}
STEPS = """
      - {role: front_door, part: lead, purpose: "Ring it"}
      - {role: emergency, part: fallback, purpose: "Last"}"""


def written(folder: Path, concerns: tuple[str, ...], steps: str = STEPS, rule: str = "") -> Path:
    """A pathways.yaml with the same steps for these concerns."""
    lines = ["pathways:"]
    for concern in concerns:
        lines.append(f"  - concern: {concern}")
        lines.append("    sources: [a-page]")
        lines.append(f"    local:{steps}")
        lines.append(f"    elsewhere:{STEPS}")
    lines.append(f"circumstances: [{rule}]")
    (folder / "pathways.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


SLUGS = frozenset(str(council.slug) for council in COUNCILS)


class Words(NamedTuple):
    """What pathways may name."""

    roles: Collection[str]
    documents: Collection[str]
    slugs: Collection[str] = SLUGS


KNOWN = Words(ROLES, DOCUMENTS)
ALL = tuple(map(str, Concern))


def mistakes(folder: Path) -> list[str]:
    book = read_rulebook(SourceTree.of_folder(folder), KNOWN)
    with pytest.raises(MistakesFound) as found:
        book.ready()
    return str(found.value).splitlines()


def test_a_sound_file_has_no_mistake(tmp_path: Path) -> None:
    assert set(
        read_rulebook(SourceTree.of_folder(written(tmp_path, ALL)), KNOWN).ready().pathways
    ) == set(Concern)


def test_a_concern_without_a_pathway_is_told(tmp_path: Path) -> None:
    [mistake] = mistakes(written(tmp_path, ALL[1:]))
    assert mistake.endswith("There must be exactly one pathway for “child”; there are 0.")


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ('\n      - {role: front_door, part: lead, purpose: "Ring it"}', "The last step must be"),
        ('\n      - {role: emergency, part: fallback, purpose: "Last"}', "must be a lead"),
        (STEPS.replace("front_door", "nobody"), "“nobody” is not a role"),
        (STEPS.replace("part: lead", "part: leader"), "“leader” is not possible for “part”"),
        (STEPS.replace('"Ring it"', '""'), "“purpose” is empty"),
        (STEPS.replace("part: lead", "part: lead, loud: true"), "“loud” is not a key"),
    ],
)
def test_a_mistake_in_a_step_names_its_line(tmp_path: Path, steps: str, told: str) -> None:
    told_lines = mistakes(written(tmp_path, ALL, steps=steps))
    assert any(told in line for line in told_lines)
    assert all(line.startswith("pathways.yaml:") for line in told_lines)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("{circumstance: fgm, sources: [a-page], without: [emergency]}", "999 can never be left"),
        ("{circumstance: fgm, sources: [no-page]}", "No document is called “no-page”"),
        ("{circumstance: dancing, sources: [a-page]}", "“dancing” is not possible"),
        ("{circumstance: fgm, sources: []}", "“sources” needs at least one entry"),
        ("{circumstance: fgm, unless: [fgm], sources: [a-page]}", "it can never count"),
        ("{together: [man], unless: [man], sources: [a-page]}", "it can never count"),
        ("{places: [leeds], sources: [a-page]}", "“leeds” is not a council of this area"),
        ("{before: {nobody: Read this}, sources: [a-page]}", "“nobody” is not a role"),
        ("{without: [nobody], sources: [a-page]}", "“nobody” is not a role"),
        ('{before: {emergency: ""}, sources: [a-page]}', "is empty"),
        ("{circumstance: fgm, sources: [a-page, a-page]}", "“a-page” is given twice; keep one."),
        ("{together: [fgm, fgm], sources: [a-page]}", "“fgm” is given twice; keep one."),
        ("{circumstance: fgm, unless: [man, man], sources: [a-page]}", "“man” is given twice"),
        ("{concerns: [child, child], sources: [a-page]}", "“child” is given twice"),
        ("{places: [luton, luton], sources: [a-page]}", "“luton” is given twice"),
        ("{without: [front_door, front_door], sources: [a-page]}", "“front_door” is given twice"),
    ],
)
def test_a_mistake_in_a_rule_is_told(tmp_path: Path, rule: str, told: str) -> None:
    assert any(told in line for line in mistakes(written(tmp_path, ALL, rule=rule)))


def test_the_real_pathways_survive_the_tables() -> None:
    everything: set[str] = AnyWord()
    book = read_rulebook(checkout_tree(), Words(everything, everything, everything))
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript((schema_folder() / "schema.sql").read_text(encoding="utf-8"))
        write_pathways(connection, book)
        assert read_pathways(connection) == book.ready()


class AnyWord(set[str]):
    """Holds every word: for reading pathways without the rest of the sources."""

    def __contains__(self, _: object) -> bool:
        return True


OWN_RULE = "{circumstance: fgm, note: Ours., sources: [a-page], reason: They say so.}"


def with_own(folder: Path, own: str, rule: str = "") -> SourceTree:
    tree = SourceTree.of_folder(written(folder, ALL, rule=rule))
    return tree.with_area(SourceTree.of_bytes({"pathways.yaml": own.encode()}, "area"))


def test_an_area_s_rule_stands_behind_the_country_s_of_the_same_circumstance(
    tmp_path: Path,
) -> None:
    first = "{circumstance: fgm, note: First., sources: [a-page]}"
    rules = f"{first}, {{circumstance: man, sources: [a-page]}}"
    tree = with_own(tmp_path, f"circumstances: [{OWN_RULE}]\n", rules)
    notes = [(rule.circumstance, rule.note) for rule in read_rulebook(tree, KNOWN).ready().rules]
    assert notes == [("fgm", "First."), ("fgm", "Ours."), ("man", "")]


def test_an_area_s_pathway_takes_the_place_of_the_country_s(tmp_path: Path) -> None:
    own = (
        "pathways:\n  - concern: adult\n    note: Ours.\n    sources: [a-page]\n"
        f"    reason: They say so.\n    local:{STEPS}\n    elsewhere:{STEPS}\n"
    )
    found = read_rulebook(with_own(tmp_path, own), KNOWN).ready().pathways
    assert {concern: pathway.note for concern, pathway in found.items() if pathway.note} == {
        Concern.ADULT: "Ours."
    }
    assert set(found) == set(Concern)


@pytest.mark.parametrize(
    ("own", "told"),
    [
        (OWN_RULE.replace(", reason: They say so.", ""), "Say in `reason` why this holds here"),
        (OWN_RULE.replace("a-page", "no-page"), "No document is called “no-page”"),
        (OWN_RULE.replace("fgm", "dancing"), "“dancing” is not possible"),
    ],
)
def test_a_mistake_in_an_area_s_file_is_told_there(tmp_path: Path, own: str, told: str) -> None:
    book = read_rulebook(with_own(tmp_path, f"circumstances: [{own}]\n"), KNOWN)
    assert any(m.file == "area/pathways.yaml" and told in m.sentence for m in book.mistakes)
