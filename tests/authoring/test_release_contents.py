"""Each mistake people make in the YAML, the line it is told at, and the sentence."""

from pathlib import Path

import pytest

from desktop_app.authoring.read.errors import Mistake, MistakesFound
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.release_contents import read_release_contents
from tests.small_sources import EMERGENCY, FILES, TOWN, write_sources

NIGHT = 'number: "01632 960102"'
SUMMARY = "    summary: Ring when a child may be at risk.\n"
FAX = "        standing: superseded\n"
MAIN_SOURCE = "        sources: [{document: page-2024, states: gives this number for nights}]\n"
CASES = [
    ("areas: [luton]", "areas: [leeds]", "“leeds” is not one of the words for areas"),
    ("areas: [luton]", "areas: [national, luton]", "“national” already means everywhere"),
    ("areas: [luton]", "areas: []", "“areas” needs at least one entry."),
    ("roles: [children_front_door]", "roles: [chief]", "“chief” is not one of the words for ro"),
    ("serves: [everyone]", "serves: [all]", "“all” is not one of the words for serves"),
    ("topics: [child_abuse]", "topics: [x]", "“x” is not one of the words for topics"),
    (
        "topics: [child_abuse]",
        "topics: [child_abuse, child_abuse]",
        "“child_abuse” is given twice; keep one.",
    ),
    ("status: in_use", "status: open", "“open” is not possible for “status”; it may be"),
    ("rank: 10", "rank: ten", "“rank” must be a whole number, such as 12."),
    ("staff_only: true", "staff_only: on", "“staff_only” must be true or false."),
    (
        "    summary: Ring when a child may be at risk.\n",
        "",
        "“summary” is missing.",
        "- id: town-mash",
    ),
    ("name: Town MASH (children)", "name:", "“name” is empty."),
    ("id: town-mash", "id: Town MASH", "“Town MASH” is not an id"),
    ("id: town-mash", "id: police-999", "Another service already has the id “police-999”"),
    ("    rank: 10", "    color: red", "“color” is not a key that may stand here."),
    ('"01632 960101"', "999", "“number” must be text; if it looks like a number"),
    ('"01632 960101"', '"01632-960101"', "must be digits with single spaces"),
    (NIGHT, 'number: "01582 5476531"', "01582 5476531 is not a number that can exist"),
    (NIGHT, 'number: "01582 54765"', "01582 54765 is not a number that can exist"),
    (NIGHT, 'number: "+44 1582 547653"', "must be digits with single spaces"),
    (NIGHT, 'number: "01632960102"', "01632960102 must have spaces where a voice"),
    (NIGHT, 'number: "102"', "102 is not a number that can exist"),
    (NIGHT, 'number: "0500 700 700"', "was switched off for good"),
    (NIGHT, 'number: "01632 960101"', "01632 960101 already stands in the line “office”."),
    ("id: out-of-hours", "id: office", "Another line of this service already has the id"),
    ("{outside: office}", "{outside: day}", "This service has no line “day”."),
    ("{outside: office}", "{outside: out-of-hours}", "waits for another line itself"),
    ("{outside: office}", "sometimes", "“sometimes” is not possible for “"),
    ("kind: out_of_hours", "kind: pager", "“pager” is not possible for “kind”"),
    ('fri: "08:45-16:20"', 'fryday: "08:45-16:20"', "“fryday” is not a day; write mon, tue"),
    ('fri: "08:45-16:20"', 'thu: "08:45-16:20"', "thu is given twice; keep one."),
    ('fri: "08:45-16:20"', 'fri: "8:45-16:20"', "“8:45-16:20” is not a time of day"),
    ('fri: "08:45-16:20"', 'fri: "08:45-25:20"', "“08:45-25:20” has an impossible time"),
    ('fri: "08:45-16:20"', 'fri: "08:45-08:45"', "“08:45-08:45” is no time at all"),
    ('fri: "08:45-16:20"', 'fri: "09:00-13:00, 12:00-16:00"', "overlaps itself"),
    ("bank_holidays: closed", "bank_holidays: maybe", "“maybe” is not possible for “bank_hol"),
    (
        "document: page-2024\n        e",
        "document: nope\n        e",
        "“nope” is not in docum",
    ),
    ("2026-12-31, closed: true", "2026-12-24, closed: true", "2026-12-24 is given twice"),
    ("2026-12-31, closed: true", "2026-12-31", "An exception says either `open` with times"),
    ("2026-12-31, closed: true", "2026-12-32, closed: true", "is not a day of the calendar"),
    ("on: 2026-11-01", "on: 2026-12-01", "this release: raise `dated` in release.yaml"),
    ("how: rang_it", "how: guessed", "“guessed” is not possible for “how”"),
    (FAX, "", "A fax is never in use here", "- id: fax"),
    ("label: MASH", "label: MASH (press 2)", "“MASH (press 2)” hides what is pressed or asked"),
    ("label: MASH", "label: MASH, option 3", "“MASH, option 3” hides what is pressed or asked"),
    ("label: MASH", "label: MASH ext. 214", "“MASH ext. 214” hides what is pressed or asked"),
    ("label: MASH", "label: MASH, extn 214", "“MASH, extn 214” hides what is pressed or asked"),
    ("label: MASH", "label: MASH option two", "“MASH option two” hides what is pressed or"),
    ("label: MASH", "label: Choose 1 for MASH", "“Choose 1 for MASH” hides what is pressed"),
    ('extension: "214"', "extension: 214", "“extension” must be text"),
    ('extension: "214"', 'extension: "21A"', "“21A” is not an extension: two to six digits"),
    ('menu_option: "1 4"', 'menu_option: "14"', "“14” must be single keys with spaces between"),
    (
        "kind: out_of_hours",
        "kind: text",
        "Nobody answers a text line, so it has no `extension`.",
        'extension: "214"',
    ),
    (MAIN_SOURCE, "", "01632 960102 is in use and has no source", "- id: out-of-hours"),
    ("compulsory: true", "compulsory: very", "“compulsory” must be true or false."),
    (
        "  - id: town-mash",
        "  - id: town-mash\n    id: other",
        "“id” is given twice here",
        "    id: other",
    ),
    (
        "notes: [Ask for the duty worker.]",
        "notes: [Ring 01632 960199 instead.]",
        "01632 960199 is named here, but no line in use has this number.",
    ),
    (
        SUMMARY,
        "    summary: Ring 01632 960103 about a child.\n",  # the fax
        "01632 960103 is named here, but no line in use has this number.",
    ),
    ("organisation:", "organization:", "must have the keys “organisation” and “services”"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[2])
def test_a_mistake_is_told_at_its_line(tmp_path: Path, case: tuple[str, ...]) -> None:
    right, wrong, sentence, *elsewhere = case
    town = TOWN.replace(right, wrong, 1)
    assert town != TOWN
    at = town.index(elsewhere[0]) if elsewhere else TOWN.index(right)
    mistakes = mistakes_in(write_sources(tmp_path, town=town))
    mine = [mistake for mistake in mistakes if sentence in mistake.sentence]
    assert mine, mistakes
    assert (mine[0].file, mine[0].line) == ("services/town.yaml", line_at(town, at))


def line_at(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def test_unreadable_yaml_is_told_with_a_line(tmp_path: Path) -> None:
    town = TOWN.replace("    aliases: [", "    aliases: [[", 1)
    (mistake,) = mistakes_in(write_sources(tmp_path, town=town))
    assert mistake.line >= line_at(town, town.index("[["))
    assert "not readable YAML" in mistake.sentence


def mistakes_in(folder: Path) -> tuple[Mistake, ...]:
    with pytest.raises(MistakesFound) as found:
        read_release_contents(SourceTree.of_folder(folder))
    return found.value.mistakes


def changed(tmp_path: Path, name: str, right: str, wrong: str) -> Path:
    folder = write_sources(tmp_path)
    assert right in FILES[name]
    (folder / name).write_text(FILES[name].replace(right, wrong, 1), encoding="utf-8")
    return folder


def test_every_mistake_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    town = TOWN.replace("rank: 10", "rank: ten").replace('"01632 960103"', '"1"')
    emergency = EMERGENCY.replace("areas: [national]", "areas: [mars]")
    mistakes = mistakes_in(write_sources(tmp_path, town=town, emergency=emergency))
    assert {mistake.file for mistake in mistakes} == {
        "services/town.yaml",
        "services/emergency.yaml",
    }


def test_a_made_up_number_is_refused_outside_tests(tmp_path: Path) -> None:
    folder = changed(tmp_path, "release.yaml", "made_up_numbers: true\n", "")
    told = [mistake.sentence for mistake in mistakes_in(folder)]
    assert any(
        "is made up and nobody answers it: put the real number" in sentence for sentence in told
    )


def test_a_missing_file_is_told_by_name(tmp_path: Path) -> None:
    folder = write_sources(tmp_path)
    (folder / "vocabulary.yaml").unlink()
    assert [str(mistake) for mistake in mistakes_in(folder)] == [
        "vocabulary.yaml: This file is missing."
    ]


def test_a_service_nobody_names_has_no_source(tmp_path: Path) -> None:
    bare = """\
  - id: rumour
    name: A rumour
    summary: Somebody said so.
    areas: [luton]
    status: reference
"""
    mistakes = mistakes_in(write_sources(tmp_path, town=TOWN + bare))
    assert [(m.line, m.sentence) for m in mistakes] == [
        (line_at(TOWN, len(TOWN)), "“A rumour” has no source; say which document names it.")
    ]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("roles: [da_national]", "roles: [da_national, da_perpetrator]"),
        ("serves: [women]", "serves: [women, people_using_abuse]"),
    ],
)
def test_a_line_for_abusers_never_stands_among_those_for_victims(
    tmp_path: Path, right: str, wrong: str
) -> None:
    folder = changed(tmp_path, "services/other-towns.yaml", right, wrong)
    assert "cannot also play “da_national”" in mistakes_in(folder)[0].sentence


def test_a_role_that_nobody_plays_is_told_at_the_pathway(tmp_path: Path) -> None:
    folder = changed(tmp_path, "services/other-towns.yaml", "roles: [da_national]", "roles: []")
    (mistake,) = mistakes_in(folder)
    assert str(mistake) == "pathways.yaml:8: No service in use plays “da_national”."


def test_a_council_without_anybody_to_lead_is_told(tmp_path: Path) -> None:
    folder = changed(tmp_path, "services/other-towns.yaml", "bedford, ", "")
    sentences = [mistake.sentence for mistake in mistakes_in(folder)]
    assert "In Bedford Borough nobody with a number leads on “child”." in sentences


def test_an_emergency_line_that_may_not_answer_is_refused(tmp_path: Path) -> None:
    folder = changed(tmp_path, "services/emergency.yaml", "hours: always", "hours: not_published")
    assert "with a line that is always open" in mistakes_in(folder)[0].sentence


def test_our_own_notes_are_no_source_of_hours(tmp_path: Path) -> None:
    ours = "publisher: Who to Call contributors"
    folder = changed(tmp_path, "documents.yaml", "publisher: Somebody,", f"{ours},")
    sentences = [mistake.sentence for mistake in mistakes_in(folder)]
    assert any("“page-2024” is our own and no source of hours" in each for each in sentences)


def test_an_emergency_number_in_dispute_is_no_last_resort(tmp_path: Path) -> None:
    disputed = "hours: always\n        standing: disputed"
    folder = changed(tmp_path, "services/emergency.yaml", "hours: always", disputed)
    assert "with a line that is always open" in mistakes_in(folder)[0].sentence


TEXTPHONE = """      - id: textphone
        kind: textphone
        label: By textphone
        number: "18000"
        hours: always
        sources: [{document: page-2024, states: gives this number}]
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hours: always", "hours: not_published"),
        ("hours: always", "hours: always\n        standing: disputed"),
        ("hours: always", "hours: always\n        standing: superseded"),
        ("kind: emergency", "kind: helpline"),
        ('number: "999"', 'number: "112"'),
    ],
)
def test_a_textphone_is_no_999(tmp_path: Path, old: str, new: str) -> None:
    lines = EMERGENCY.rstrip("\n") + "\n" + TEXTPHONE
    folder = changed(tmp_path, "services/emergency.yaml", EMERGENCY, lines.replace(old, new, 1))
    sentences = [mistake.sentence for mistake in mistakes_in(folder)]
    assert any("with a line that is always open: 999" in each for each in sentences), sentences


def test_two_documents_with_one_id_are_told(tmp_path: Path) -> None:
    folder = changed(tmp_path, "documents.yaml", "id: old-paper", "id: page-2024")
    assert "Another document already has the id" in mistakes_in(folder)[0].sentence


@pytest.mark.parametrize(
    ("right", "wrong", "line", "sentence"),
    [
        ("---\nid", "id", 1, "A page begins with ---"),
        ("summary: What they will ask.\n", "", 2, "“summary” is missing."),
        ("concerns: [child]", "concerns: [baby]", 5, "“baby” is not possible"),
        ("topics: [child_abuse]", "topics: [x]", 6, "“x” is not one of the topics"),
        ("document: page-2024", "document: gone", 7, "“gone” is not in documents.yaml."),
        ("Say what you saw.\n\n- who\n- where\n", "", 2, "This page has no text."),
    ],
)
def test_a_mistake_in_a_page_is_told_at_its_line(
    tmp_path: Path, right: str, wrong: str, line: int, sentence: str
) -> None:
    folder = changed(tmp_path, "guidance/what-to-say.md", right, wrong)
    (mistake,) = mistakes_in(folder)
    assert mistake.line == line
    assert sentence in mistake.sentence
