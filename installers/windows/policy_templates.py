"""Group Policy templates: every setting IT may fix, as administrators' tools show it.

One `.admx` says which values are written where, one `.adml` a language says it in words. Made from
the list of policies, so that a new one cannot be forgotten: a policy without words stops the build.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from installers import archives, product
from installers.product import NAME, OLDEST_WINDOWS, POLICIES, WINDOWS_NAME, Build, CannotBuild

SCHEMA = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
REVISION = "1.1"
"""Goes up when a policy is added, so that an older `.adml` is not put beside a newer `.admx`."""
KEY = f"Software\\Policies\\{WINDOWS_NAME}"
LANGUAGES = ("en-GB", "en-US")
"""The same words twice: tools that run in American English, and Intune's import, look there."""
README = Path(__file__).with_name("policies-readme.txt")


@dataclass(frozen=True, slots=True)
class Switch:
    """On writes 1, off writes 0."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of these: the value that is written, and what it is called."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number from `least` to `most`, written as text."""

    least: int
    most: int
    usual: int
    step: int


@dataclass(frozen=True, slots=True)
class Text:
    """Words that IT writes, so many letters at most."""

    longest: int


@dataclass(frozen=True, slots=True)
class Setting:
    """One policy in words: its name in the list, what it does, and the label of its field."""

    title: str
    explains: str
    field: Switch | Choice | Number | Text
    label: str = ""


THEMES = (
    ("system", "As Windows is set"),
    ("light", "Light"),
    ("dark", "Dark"),
    ("contrast", "High contrast"),
)
SETTINGS = {  # the councils to choose from are those of the directory that is packed
    "HomeCouncil": Setting(
        "Council offered first",
        "The council where this practice is. It is offered first when the program asks where it "
        "happened, so that Enter takes it. Every other place can still be chosen.",
        Choice(()),
        "Council:",
    ),
    "UpdateFolder": Setting(
        "Folder with newer lists of numbers",
        "A folder or share in which this computer looks for newer signed lists of numbers, for "
        "example \\\\server\\share\\who-to-call. People need to read it, and nobody but the one "
        "who publishes needs to write to it. A list whose signature does not hold is never used.",
        Text(1023),
        "Folder or share:",
    ),
    "Hotkey": Setting(
        "Keys that bring the window up",
        "A combination of keys that brings the window up from any program, for example Ctrl+Alt+W. "
        "If another program has it already, Settings says so.",
        Text(64),
        "Keys:",
    ),
    "Tray": Setting(
        "Icon in the notification area",
        "Enabled: the program keeps an icon beside the clock, and closing the window hides it "
        "there. Disabled: there is never an icon.",
        Switch(),
    ),
    "TextSize": Setting(
        "Size of the text",
        "How large the text of the window is, in percent of the usual size.",
        Number(100, 200, usual=100, step=25),
        "Percent:",
    ),
    "Theme": Setting(
        "Colours of the window",
        "Which colours the window has.",
        Choice(THEMES),
        "Colours:",
    ),
    "Area": Setting(
        "Area this computer is for",
        "The id or the name of the area whose list of numbers this computer must have, as About "
        "shows it. A list for any other area is refused by name and none of its numbers is shown.",
        Text(120),
        "Area:",
    ),
    "UntouchedMinutes": Setting(
        "Minutes before an untouched answer asks",
        "An answer that nobody has touched for so long asks whether somebody is still on the call. "
        "After five more minutes it goes, and nothing of it stays.",
        Number(5, 120, usual=30, step=5),
        "Minutes:",
    ),
    "Workshop": Setting(
        "Workshop for those who keep the numbers",
        "Enabled: Settings offers the workshop, in which the stewards of the directory change, "
        "check and publish it. Disabled: it is never offered. Desks that only look numbers up do "
        "not need it.",
        Switch(),
    ),
    "PracticeCode": Setting(
        "Code of the practice",
        "The code of the practice in NHS England's list of organisations, such as K83002. It "
        "stands in the file of slips about numbers that failed, so that whoever keeps the "
        "directory sees which practice they come from. It is shown nowhere else.",
        Text(12),
        "Code:",
    ),
}
PERSONS_OWN = "Not configured{}: each person chooses in Settings."
FIXED = "What is set here beats a person’s own choice, and Settings shows it as fixed."


def build(build: Build) -> Path:
    """Pack the templates as a zip, laid out as a folder PolicyDefinitions."""
    folder = build.work / "policies"
    put(folder / "PolicyDefinitions")
    (folder / "README.txt").write_text(README.read_text("utf-8"), "utf-8", newline="\r\n")
    target = build.dist / f"{WINDOWS_NAME}-{build.version}-policies.zip"
    archives.write_zip(target, folder, "", build.epoch)
    return target


def put(folder: Path) -> None:
    """Write the templates into a folder, the words of each language in one of their own."""
    for language in LANGUAGES:
        (folder / language).mkdir(parents=True)
        _write(folder / language / f"{WINDOWS_NAME}.adml", words())
    _write(folder / f"{WINDOWS_NAME}.admx", definitions())


def _write(file: Path, root: Element) -> None:
    ElementTree.indent(root)
    text = ElementTree.tostring(root, "unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n', "utf-8", newline="\r\n")


def settings() -> list[tuple[str, Setting]]:
    """Every policy of the program with its words; stops the build when one has none."""
    if set(SETTINGS) != set(POLICIES):
        unlike = ", ".join(sorted(set(SETTINGS) ^ set(POLICIES)))
        raise CannotBuild(f"The Group Policy templates and the list of policies differ: {unlike}.")
    councils = Choice(product.area_of(product.DIRECTORY).councils)
    named = SETTINGS | {"HomeCouncil": replace(SETTINGS["HomeCouncil"], field=councils)}
    return [(name, named[name]) for name in POLICIES]


def definitions() -> Element:
    """The `.admx`: which values each policy writes, in no language."""
    root = _root("policyDefinitions")
    namespaces = SubElement(root, "policyNamespaces")
    SubElement(namespaces, "target", prefix="whotocall", namespace=f"{WINDOWS_NAME}.Policies")
    SubElement(root, "resources", minRequiredRevision=REVISION, fallbackCulture=LANGUAGES[0])
    table = SubElement(SubElement(root, "supportedOn"), "definitions")
    SubElement(table, "definition", name="OldestWindows", displayName=_string("OldestWindows"))
    groups = SubElement(root, "categories")
    SubElement(groups, "category", name=WINDOWS_NAME, displayName=_string(WINDOWS_NAME))
    policies = SubElement(root, "policies")
    for name, setting in settings():
        _policy(policies, name, setting)
    return root


def _policy(policies: Element, name: str, setting: Setting) -> None:
    policy = SubElement(policies, "policy", name=name)
    policy.attrib |= {
        "class": "Machine",
        "displayName": _string(name),
        "explainText": _string(f"{name}_Explain"),
        "key": KEY,
    }
    if not isinstance(setting.field, Switch):
        policy.set("presentation", f"$(presentation.{name})")
    SubElement(policy, "parentCategory", ref=WINDOWS_NAME)
    SubElement(policy, "supportedOn", ref="OldestWindows")
    if isinstance(setting.field, Switch):
        policy.set("valueName", name)
        for outcome, value in (("enabledValue", "1"), ("disabledValue", "0")):
            SubElement(SubElement(policy, outcome), "string").text = value
        return
    _field(SubElement(policy, "elements"), name, setting.field)


def _field(elements: Element, name: str, field: Choice | Number | Text) -> None:
    here = {"id": name, "valueName": name, "required": "true"}
    if isinstance(field, Text):
        SubElement(elements, "text", here, maxLength=str(field.longest))
    elif isinstance(field, Number):
        limits = {"minValue": str(field.least), "maxValue": str(field.most)}
        SubElement(elements, "decimal", here | limits, storeAsText="true")
    else:
        choice = SubElement(elements, "enum", here)
        for value, _label in field.items:
            item = SubElement(choice, "item", displayName=_string(_item(name, value)))
            SubElement(SubElement(item, "value"), "string").text = value


def words() -> Element:
    """The `.adml`: what administrators read."""
    root = _root("policyDefinitionResources")
    SubElement(root, "displayName").text = NAME
    SubElement(root, "description").text = f"What IT may fix for every user of {NAME}."
    resources = SubElement(root, "resources")
    strings = SubElement(resources, "stringTable")
    for name, text in _texts():
        SubElement(strings, "string", id=name).text = text
    presentations = SubElement(resources, "presentationTable")
    for name, setting in settings():
        _shown(presentations, name, setting)
    return root


def _texts() -> Iterator[tuple[str, str]]:
    yield WINDOWS_NAME, NAME
    yield "OldestWindows", f"{NAME} on {OLDEST_WINDOWS}"
    for name, setting in settings():
        free = PERSONS_OWN.format("" if isinstance(setting.field, Switch) else " or disabled")
        yield name, setting.title
        yield f"{name}_Explain", f"{setting.explains}\n\n{free}\n\n{FIXED}"
        if isinstance(setting.field, Choice):
            for value, label in setting.field.items:
                yield _item(name, value), label


def _shown(table: Element, name: str, setting: Setting) -> None:
    if isinstance(setting.field, Switch):
        return
    shown = SubElement(table, "presentation", id=name)
    if isinstance(setting.field, Text):
        SubElement(SubElement(shown, "textBox", refId=name), "label").text = setting.label
    elif isinstance(setting.field, Number):
        usual, step = str(setting.field.usual), str(setting.field.step)
        box = SubElement(shown, "decimalTextBox", refId=name, defaultValue=usual, spinStep=step)
        box.text = setting.label
    else:
        listed = SubElement(shown, "dropdownList", refId=name, noSort="true", defaultItem="0")
        listed.text = setting.label


def _root(kind: str) -> Element:
    return Element(kind, xmlns=SCHEMA, revision=REVISION, schemaVersion="1.0")


def _string(name: str) -> str:
    return f"$(string.{name})"


def _item(name: str, value: str) -> str:
    return f"{name}_{value.replace('-', '_')}"
