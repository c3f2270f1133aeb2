"""A small set of source files, whole enough to compile: one service of each sort."""

import shutil
import sqlite3
from pathlib import Path

from desktop_app.authoring.read.councils import read_councils, write_councils
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.paths import national_sources

RELEASE = """\
number: 7
dated: 2026-11-22
next_expected_by: 2027-02-28
note: Made for tests.
made_up_numbers: true
"""
VOCABULARY = """\
roles:
  - {id: emergency, name: Emergency}
  - {id: children_front_door, name: Children’s front door, words: [MASH]}
  - {id: da_national, name: National domestic abuse helpline}
  - {id: da_perpetrator, name: For people using abuse}
audiences:
  - {id: everyone, name: Everyone}
  - {id: women, name: Women}
  - {id: people_using_abuse, name: People who use abuse}
topics:
  - {id: child_abuse, name: Child abuse, leads: [children_front_door]}
  - {id: domestic_abuse, name: Domestic abuse, words: [DV, domestic violence], leads: [da_national]}
"""
ASSUMPTIONS = """\
assumed_office:
  - {name: narrow, basis: assumed, weekly: {mon-fri: "09:00-16:30"}}
  - {name: wide, basis: assumed, weekly: {mon-fri: "08:00-18:00"}}
"""
DOCUMENTS = """\
- {id: page-2024, title: A page, publisher: Somebody, dated: about 2024, year: 2024}
- {id: old-paper, title: An old paper, publisher: Somebody else, dated: undated, year: null}
"""
ATTRIBUTIONS = """\
- {name: A list, text: Contains a list., licence: Open Government Licence v3.0}
"""
EMERGENCY = """\
organisation: {id: emergency-services, name: Emergency services}
services:
  - id: police-999
    name: Emergency services, 999
    summary: For anyone in danger right now.
    roles: [emergency]
    areas: [national]
    serves: [everyone]
    status: in_use
    lines:
      - id: emergency
        kind: emergency
        label: Emergency
        number: "999"
        hours: always
        sources: [{document: page-2024, states: gives 999}]
"""
TOWN = """\
organisation: {id: town-council, name: Town Council, other_names: [Town Borough Council]}
services:
  - id: town-mash
    name: Town MASH (children)
    summary: Ring when a child may be at risk.
    aliases: [Multi-Agency Safeguarding Hub, Town Children’s Hub]
    roles: [children_front_door]
    rank: 10
    areas: [luton]
    serves: [everyone]
    topics: [child_abuse]
    status: in_use
    staff_only: true
    lines:
      - id: office
        kind: office_hours
        label: MASH
        number: "01632 960101"
        hours:
          - basis: published
            weekly: {mon-thu: "08:45-17:20", fri: "08:45-16:20"}
            bank_holidays: closed
            document: page-2024
        exceptions:
          - {date: 2026-12-24, open: "09:00-12:00", document: page-2024, note: Christmas Eve}
          - {date: 2026-12-31, closed: true}
        verified: {on: 2026-11-01, by: A. Steward, how: rang_it}
        sources: [{document: page-2024, states: gives this number for office hours}]
      - id: out-of-hours
        kind: out_of_hours
        label: Emergency Duty Team
        number: "01632 960102"
        menu_option: "1 4"
        extension: "214"
        hours: {outside: office}
        sources: [{document: page-2024, states: gives this number for nights}]
      - id: fax
        kind: fax
        label: Fax
        number: "01632 960103"
        hours: not_published
        standing: superseded
        sources: [{document: old-paper, states: gives a fax}]
    forms:
      - name: Referral form
        how: online
        compulsory: true
        sources: [{document: page-2024, states: asks for it}]
    emails: [{address: mash@example.org, sources: [{document: page-2024, states: gives it}]}]
    web: [{address: www.example.org, note: old site}]
    languages: Interpreters on request.
    notes: [Ask for the duty worker.]
    gaps: [No source says who answers at night.]
    disputes:
      - about: the fax
        text: One paper gives another.
        sources: [{document: old-paper, states: differs}]
    sources: [{document: page-2024, states: names it}]
"""
OTHER_TOWNS = """\
organisation: {id: other-towns, name: Other towns}
services:
  - id: other-front-doors
    name: Front doors of the other towns
    summary: Ring when a child may be at risk.
    aliases: [MASH]
    roles: [children_front_door]
    areas: [bedford, central-bedfordshire, milton-keynes]
    status: in_use
    lines:
      - id: office
        kind: office_hours
        label: Front door
        number: "01632 960301"
        hours: assumed_office
        sources: [{document: page-2024, states: gives it}]
  - id: women-helpline
    name: Women’s Helpline
    summary: For women who are being hurt at home.
    roles: [da_national]
    areas: [national]
    serves: [women]
    topics: [domestic_abuse]
    status: in_use
    lines:
      - id: helpline
        kind: helpline
        label: Helpline
        number: "0808 157 0123"
        hours: {always: true, document: page-2024}
        sources: [{document: page-2024, states: gives it}]
"""
PATHWAY = """\
  - concern: {concern}
    sources: [page-2024]
    local:
      - {{role: children_front_door, part: lead, purpose: Tell them}}
      - {{role: emergency, part: fallback, purpose: If nobody answers}}
    elsewhere:
      - {{role: da_national, part: lead, purpose: Tell them}}
      - {{role: emergency, part: fallback, purpose: If nobody answers}}
"""
CONCERNS = ("child", "adult", "domestic-abuse", "both", "allegation", "unsure")
GUIDANCE = """\
---
id: what-to-say
title: What to say
summary: What they will ask.
concerns: [child]
topics: [child_abuse]
sources: [{document: page-2024, states: lists it}]
---
Say what you saw.

- who
- where
"""
AREA = """\
id: bedfordshire-luton-milton-keynes
name: Bedfordshire, Luton and Milton Keynes
counties: [beds, bedfordshire]
authorities:
  - {code: E06000055, slug: bedford}
  - {code: E06000056, slug: central-bedfordshire}
  - {code: E06000032, slug: luton}
  - {code: E06000042, slug: milton-keynes}
examples:
  postcodes: {LU1 2BQ: luton}
  places: [Luton, Cranfield]
  number: "01632 96"
"""
FILES = {
    "area.yaml": AREA,
    "release.yaml": RELEASE,
    "vocabulary.yaml": VOCABULARY,
    "assumptions.yaml": ASSUMPTIONS,
    "documents.yaml": DOCUMENTS,
    "attributions.yaml": ATTRIBUTIONS,
    "bank_holidays.yaml": "extra: []\nremoved: []\n",
    "services/emergency.yaml": EMERGENCY,
    "services/town.yaml": TOWN,
    "services/other-towns.yaml": OTHER_TOWNS,
    "guidance/what-to-say.md": GUIDANCE,
    "pathways.yaml": "pathways:\n"
    + "".join(PATHWAY.format(concern=concern) for concern in CONCERNS)
    + "circumstances: []\n",
}


def write_sources(folder: Path, **changed: str) -> Path:
    """Write the files below a folder; `changed` replaces text by file name up to the first dot."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name in ("councils.csv", "bank_holidays.csv"):
        shutil.copy(national_sources() / name, folder / name)
    _write_bodies(folder)
    for name, text in changed.items():
        (folder / "services" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def small_tree(folder: Path, **changed: str) -> SourceTree:
    """The same files as a tree of texts."""
    return SourceTree.of_folder(write_sources(folder, **changed))


FORCES = "town-police,Town Police\ncounty-police,County Police\n"


def _write_bodies(folder: Path) -> None:
    """Every council answers for itself; the one door known elsewhere is Dacorum's."""
    codes = [code for code, _ in read_councils(SourceTree.of_folder(folder)) if code[0] in "EWS"]
    bodies = "".join(f"{code},Body of {code}\n" for code in codes)
    (folder / "bodies.csv").write_text(f"id,name\n{bodies}{FORCES}", encoding="utf-8")
    rows = "".join(f"{code},unitary,,{code},{code},,,page-2024\n" for code in codes)
    head = "council,tier,county,children,adults,from,until,document\n"
    (folder / "answering.csv").write_text(head + rows, encoding="utf-8")
    (folder / "serving.csv").write_text(
        "council,part,body,from,until,document\n"
        "E07000096,police,town-police,,2027-04-01,page-2024\n"
        "E07000096,police,county-police,2027-04-01,,page-2024\n",
        encoding="utf-8",
    )
    door = "E07000096,children_front_door,office_hours,01632 960700,in_use,,page-2024,gives it,\n"
    columns = "body,role,kind,number,standing,hours,document,states,note\n"
    (folder / "front_doors.csv").write_text(columns + door, encoding="utf-8")


def councils_only(connection: sqlite3.Connection, sources: SourceTree) -> None:
    """Write no postcodes and two places, for tests that are not about them."""
    write_councils(connection, sources)
    numbers = dict(connection.execute("SELECT slug, number FROM council WHERE slug IS NOT NULL"))
    for at, (name, slug) in enumerate((("Luton", "luton"), ("Cranfield", "central-bedfordshire"))):
        connection.execute("INSERT INTO place VALUES (?, ?, ?, 0, '')", (at, name, numbers[slug]))
        connection.execute("INSERT INTO place_name VALUES (?, ?)", (name.lower(), at))
