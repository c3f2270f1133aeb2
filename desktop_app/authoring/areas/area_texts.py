"""The texts of a new area's files: what is known stands there, what is not is a gap."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.authoring.areas.cases import FILE as CASES
from desktop_app.domain.places.councils import Council
from desktop_app.domain.situation.pathway import ADULTS, CHILDREN

GENERAL = "general-knowledge"
"""The document that says nothing but what everybody knows; it stands behind no number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaPart:
    """A part that somebody plays in every area, and the words a new service begins with."""

    role: str
    short: str
    name: str
    summary: str
    topics: str
    ask: str
    states: str


AUTHORITY_PARTS = (
    AreaPart(
        role="children_front_door",
        short="children",
        name="{}: children’s front door",
        summary="Ring when you are worried about a child in {}.",
        topics="child_abuse, neglect",
        ask="number, hours and night number of the children’s front door",
        states="every council takes in worries about children",
    ),
    AreaPart(
        role="adults_front_door",
        short="adults",
        name="{}: adults’ front door",
        summary="Ring when you are worried about an adult with care and support needs in {}.",
        topics="adult_abuse",
        ask="number, hours and night number of adult safeguarding",
        states="every council takes in worries about adults",
    ),
    AreaPart(
        role="lado",
        short="lado",
        name="{}: LADO",
        summary="When someone in {} who works or volunteers with children may have harmed a child.",
        topics="allegation",
        ask="number of the designated officer (LADO)",
        states="every council has a designated officer",
    ),
    AreaPart(
        role="da_local",
        short="domestic-abuse",
        name="{}: local domestic abuse service",
        summary="Support for people in {} who are hurt or controlled by a partner or relative.",
        topics="domestic_abuse",
        ask="name, number and hours of the local domestic abuse service",
        states="councils pay for local support after domestic abuse",
    ),
    AreaPart(
        role="homelessness",
        short="homelessness",
        name="{}: homelessness team",
        summary="For people in {} who have nowhere to stay or have to leave home.",
        topics="housing",
        ask="number of the team for people who are homeless or flee abuse",
        states="councils help people who are homeless",
    ),
)
AREA_PARTS = (
    AreaPart(
        role="sarc",
        short="sarc",
        name="Sexual assault referral centre for {}",
        summary="Care and examination after rape or sexual assault, with or without the police.",
        topics="sexual_violence",
        ask="name, number and hours of the sexual assault referral centre",
        states="every police area has a referral centre",
    ),
    AreaPart(
        role="mental_health_crisis",
        short="mental-health",
        name="Mental health crisis line for {}",
        summary="For someone in a mental health crisis. It is not a way to report abuse.",
        topics="mental_health",
        ask="who answers the mental health option of 111 here, and the trust’s own crisis number",
        states="the NHS has a crisis line for every area",
    ),
    AreaPart(
        role="icb_advice",
        short="icb",
        name="Safeguarding team of the ICB for {}",
        summary="Advice for NHS staff from designated nurses and GPs. Nobody reports harm here.",
        topics="health",
        ask="number of the ICB’s safeguarding team",
        states="every ICB has designated safeguarding professionals",
    ),
)


DOORS = {CHILDREN: "children’s front door", ADULTS: "adults’ front door"}
"""What people call each front door."""


def quoted(text: str) -> str:
    """Words as they may stand in YAML whatever they hold: a colon, a comma, quotation marks."""
    return json.dumps(text, ensure_ascii=False)


def service_text(part: AreaPart, key: str, name: str, areas: Sequence[str]) -> str:
    """A service that plays a part, with its facts as gaps."""
    return f"""\
  - id: {key}-{part.short}
    name: {quoted(part.name.format(name))}
    summary: {quoted(part.summary.format(name))}
    roles: [{part.role}]
    rank: 10
    areas: [{", ".join(areas)}]
    topics: [{part.topics}]
    status: in_use
    lines: []
    # - id: office
    #   kind: office_hours      # out_of_hours: the night number; helpline: one number all day
    #   label: "What to ask for"
    #   number: "01632 960001"  # as it is read aloud
    #   hours: assumed_office   # not_published, {{always: true, document: ID}}, {{outside: office}}
    #   verified: never
    #   sources: [{{document: ID, states: "gives this number"}}]
    gaps: ["Not found yet: {part.ask}."]
    sources: [{{document: {GENERAL}, states: "{part.states}"}}]
"""


def organisation_text(key: str, name: str, services: Iterable[str]) -> str:
    """A file of services, one organisation's."""
    head = f"organisation: {{id: {key}, name: {quoted(name)}}}\nservices:\n"
    return head + "\n".join(services)


def area_text(
    key: str, name: str, councils: Sequence[Council], postcodes: Mapping[str, str]
) -> str:
    """area.yaml: what the directory is for."""
    listed = "".join(f"  - {{code: {each.code}, slug: {each.slug}}}\n" for each in councils)
    examples = ", ".join(f"{postcode}: {slug}" for postcode, slug in postcodes.items())
    return f"""\
# What this directory is for. The id stands in the compiled file, in the signed manifest and in the
# name of every release: it never changes. The authorities stand in the order of every screen.
id: {key}
name: {quoted(name)}
steward: ""
authorities:
{listed}# Words for counties that may end an address here or beside it.
counties: []
# What can be typed. A postcode must lead to the authority beside it.
examples:
  postcodes: {{{examples}}}
  places: [{", ".join(quoted(each.name) for each in councils)}]
  number: "999"
"""


def release_text(today: str, later: str) -> str:
    """release.yaml of an area that is being gathered."""
    return f"""\
# The release that the next compile makes: raise the number and both dates before each release.
number: 1
dated: {today}
next_expected_by: {later}
note: Being gathered. No number in it has been rung.
# Lets the compile pass while a front door is missing. Take it out when every one is there.
unfinished: true
"""


def places_text(slug: str, places: Sequence[tuple[str, int]]) -> str:
    """The places of one authority, from the country's gazetteer."""
    rows = "".join(
        f"  - {{name: {quoted(name)}, basis: [geonames], people: {people}}}\n"
        for name, people in places
    )
    body = f"places:\n{rows}" if rows else "places: []\n"
    return (
        "# Places of 500 people or more. Add villages, spellings (`spelled`), what is misheard\n"
        "# (`misheard`) and the other authorities a place reaches into (`also_in`).\n"
        f"council: {slug}\n{body}"
    )


def cases_text(postcodes: Mapping[str, str]) -> str:
    """cases.yaml, with what the generator knows; numbers are typed a second time by a person."""
    rows = "".join(f"  {postcode}: {slug}\n" for postcode, slug in postcodes.items())
    return (
        f"# {CASES}: what the directory must answer, typed a second time by a second person.\n"
        '#   numbers      every number in use of services/, by service: ["01632 960001"]\n'
        "#   searches     what is typed, and the service that must come first\n"
        "#   first_calls  whom to ring first: {concern: child, place: SLUG or POSTCODE,\n"
        '#                at: "2026-12-01 11:00", first: NUMBER}, at a moment in UK time\n'
        "numbers: {}\n"
        f"postcodes:\n{rows}"
        "searches: {}\n"
        "first_calls: []\n"
    )
