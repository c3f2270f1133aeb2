"""Group Policy templates: none of the policies is missing, and each value is one we understand.

The order of elements and the attributes each needs are those of Microsoft's public schema
(MS-GPREG, ADMX); both files were also checked against the schema itself (docs/release.md).
"""

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from desktop_app.domain.practice import policy
from installers import product
from installers.product import POLICIES, Build, CannotBuild
from installers.windows import msi, policy_templates
from installers.windows.policy_templates import SCHEMA, SETTINGS, Choice, Number, Switch, Text
from tests.any_area.usual_directory import usual_directory
from tests.area import COUNCILS

ORDER = {
    "policyDefinitions": [
        *("policyNamespaces", "supersededAdm", "annotation", "resources"),
        *("supportedOn", "categories", "policies"),
    ],
    "policy": ["parentCategory", "supportedOn", "enabledValue", "disabledValue", "elements"],
    "policyDefinitionResources": ["displayName", "description", "annotation", "resources"],
    "resources": ["stringTable", "presentationTable"],
    "textBox": ["label", "defaultValue"],
}
"""Which elements may stand in which, and in which order."""
NEEDED = {
    "policyDefinitions": {"revision", "schemaVersion"},
    "policyDefinitionResources": {"revision", "schemaVersion"},
    "target": {"prefix", "namespace"},
    "definition": {"name", "displayName"},
    "category": {"name", "displayName"},
    "policy": {"name", "class", "displayName", "key"},
    "enum": {"id", "valueName"},
    "decimal": {"id", "valueName", "minValue", "maxValue"},
    "text": {"id", "valueName"},
    "item": {"displayName"},
    "string": set(),
    "presentation": {"id"},
    "textBox": {"refId"},
    "dropdownList": {"refId"},
    "decimalTextBox": {"refId"},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    policy_templates.put(tmp_path / "PolicyDefinitions")
    return tmp_path / "PolicyDefinitions"


@pytest.fixture
def definitions(folder: Path) -> Element:
    return ElementTree.parse(folder / "WhoToCall.admx").getroot()


@pytest.fixture(params=["en-GB", "en-US"])
def words(folder: Path, request: pytest.FixtureRequest) -> Element:
    return ElementTree.parse(folder / request.param / "WhoToCall.adml").getroot()


def local(element: Element) -> str:
    return element.tag.removeprefix(f"{{{SCHEMA}}}")


def test_every_policy_of_the_program_is_there_and_no_other(definitions: Element) -> None:
    found = [each.attrib["name"] for each in definitions.iter(f"{{{SCHEMA}}}policy")]
    assert found == list(policy.NAMES)
    assert tuple(found) == POLICIES


def test_a_policy_without_words_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy_templates, "POLICIES", (*POLICIES, "Brightness"))
    with pytest.raises(CannotBuild, match="differ: Brightness"):
        policy_templates.definitions()


def test_elements_stand_in_the_order_of_the_schema(definitions: Element, words: Element) -> None:
    for root in (definitions, words):
        for element in root.iter():
            allowed = ORDER.get(local(element))
            inside = [local(child) for child in element]
            if allowed is None or not inside:
                continue
            assert inside == sorted(inside, key=allowed.index), local(element)


def test_each_element_has_what_the_schema_needs(definitions: Element, words: Element) -> None:
    for root in (definitions, words):
        assert root.tag.startswith(f"{{{SCHEMA}}}")
        for element in root.iter():
            assert NEEDED.get(local(element), set()) <= set(element.attrib), local(element)
            for name in ("name", "id", "refId"):
                assert re.fullmatch(r"\w+", element.attrib.get(name, "x"))
            assert re.fullmatch(r"\d+\.\d+", element.attrib.get("revision", "1.0"))


def test_every_text_that_is_referred_to_is_there_and_none_is_left_over(
    definitions: Element, words: Element
) -> None:
    everything = ElementTree.tostring(definitions, "unicode")
    strings = [each.attrib["id"] for each in words.iter(f"{{{SCHEMA}}}string")]
    assert len(strings) == len(set(strings))
    assert set(re.findall(r"\$\(string\.(\w+)\)", everything)) == set(strings)
    presentations = [each.attrib["id"] for each in words.iter(f"{{{SCHEMA}}}presentation")]
    assert set(re.findall(r"\$\(presentation\.(\w+)\)", everything)) == set(presentations)
    assert all(each.text for each in words.iter(f"{{{SCHEMA}}}string"))


def test_each_field_is_shown_by_the_control_that_fits_it(
    definitions: Element, words: Element
) -> None:
    fits = {"text": "textBox", "decimal": "decimalTextBox", "enum": "dropdownList"}
    shown = {
        control.attrib["refId"]: local(control)
        for presentation in words.iter(f"{{{SCHEMA}}}presentation")
        for control in presentation
    }
    fields = [field for group in definitions.iter(f"{{{SCHEMA}}}elements") for field in group]
    assert fields
    assert shown == {field.attrib["id"]: fits[local(field)] for field in fields}


def values_of(field: Switch | Choice | Number | Text) -> list[str]:
    """Every value, or both ends of them, that the template can write."""
    if isinstance(field, Switch):
        return ["1", "0"]
    if isinstance(field, Choice):
        return [value for value, _label in field.items]
    if isinstance(field, Number):
        return [str(field.least), str(field.usual), str(field.most)]
    return ["\\\\server\\share", "Ctrl+Alt+W"]


CODES = ["K83002", "k83002", " ABC "]
"""What may stand in the one field of text that has a form of its own."""


@pytest.mark.parametrize("name", policy.NAMES)
def test_the_program_understands_every_value_that_can_be_set(name: str) -> None:
    for value in CODES if name == "PracticeCode" else values_of(SETTINGS[name].field):
        assert policy.policy_of({name: value}).troubles == ()


def test_choices_and_limits_are_all_that_the_program_knows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(product, "DIRECTORY", usual_directory())
    shown = dict(policy_templates.settings())
    council, theme, size = (shown[each].field for each in ("HomeCouncil", "Theme", "TextSize"))
    assert values_of(council) == [council.slug for council in COUNCILS]
    assert values_of(theme) == list(policy.THEMES)
    assert isinstance(size, Number)
    assert (size.least, size.most) == (policy.SIZES[0], policy.SIZES[-1])
    assert isinstance(SETTINGS["Tray"].field, Switch)


def test_values_lie_where_the_program_and_the_msi_have_them(definitions: Element) -> None:
    for each in definitions.iter(f"{{{SCHEMA}}}policy"):
        name = each.attrib["name"]
        assert (each.attrib["key"], each.attrib["class"]) == (msi.POLICY_KEY, "Machine")
        named = {element.attrib.get("valueName") for element in each.iter()} - {None}
        assert named == {name}


def test_numbers_are_written_as_text_like_the_msi_writes_them(definitions: Element) -> None:
    decimals = list(definitions.iter(f"{{{SCHEMA}}}decimal"))
    assert decimals
    assert {each.attrib["storeAsText"] for each in decimals} == {"true"}


def test_the_zip_is_laid_out_as_administrators_copy_it(tmp_path: Path) -> None:
    work, dist = tmp_path / "work", tmp_path / "dist"
    work.mkdir()
    dist.mkdir()
    made = policy_templates.build(Build("1.2.3", 1_700_000_000, work, dist))
    with zipfile.ZipFile(made) as held:
        assert sorted(held.namelist()) == [
            "PolicyDefinitions/WhoToCall.admx",
            "PolicyDefinitions/en-GB/WhoToCall.adml",
            "PolicyDefinitions/en-US/WhoToCall.adml",
            "README.txt",
        ]
    assert made.name == "WhoToCall-1.2.3-policies.zip"
