"""The boards, panels, schemes and routes of the source documents: all there, no number invented."""

import re
from collections import Counter
from typing import Any

from tests.data.known_sources import (
    DIGITS_READ,
    cited,
    digits_in,
    documents,
    every_service,
    known_files,
    known_services,
    vocabulary,
    words_of,
)

# What the source documents name and a reader may look for, by full name and by letters.
NAMES = """
MARAC | Multi-Agency Risk Assessment Conference | IDVA | Independent Domestic Violence Adviser
ISVA | DASH | Clare's Law | Domestic Violence Disclosure Scheme | DVDS | right to ask
right to know | DHR | Domestic Homicide Review | DARDR | Domestic Abuse Partnership Board | DAPB
Chrysalis Centre | routine enquiry | Emerald Team | DVPN | Stalking Protection Order
victim engagement officers | Right Care Right Person | RCRP | Section 136
National Referral Mechanism | NRM | Operation Make Safe | CASPA
Critical Adult Safeguarding Partnership Arrangements | High-Risk Complex Cases Panel
Luton Hoarding Panel | hoarding panel | Luton Cuckooing Group | Luton Safeguarding Huddle
vulnerable women's group | Rough sleeping complex needs forum | section 42
Provider-led enquiry | Making Safeguarding Personal | MSP | SAR | Safeguarding Adult Review
MAAG | Community Connect | Community Connex | VoiceAbility | MCA | Mental Capacity Act | DoLS
Deprivation of Liberty Safeguards | LPS | Liberty Protection Safeguards | LSAB
Luton Safeguarding Adults Board | Falls Protocol
Bedford Borough and Central Bedfordshire Safeguarding Adults Board | MK Together
Luton Multi-Agency Safeguarding Adults Board | Luton Safeguarding Children Board | LSCB
Central Bedfordshire Safeguarding Children Partnership | MASA
Multi-Agency Safeguarding Arrangements | Luton Safeguarding Children Partnership | SPCSA
Luton Joint Case Review Group | Independent scrutineer | Central Bedfordshire Performance Group
Central Bedfordshire Case Review Group | Performance Group | Bedford Borough Case Review Group
Bedford Borough Performance Group | Lead Safeguarding Partner
Quality Assurance, Learning & Scrutiny | Families First for Children Pathfinder | DSL Forum
Pan Bedfordshire Strategic Leaders of Children's Services | Coordinating Group
Pan Bedfordshire Children's Assurance and Improvement Group | Pan Bedfordshire Neglect Group
Pan Bedfordshire Child Exploitation and Missing Group
Pan Bedfordshire Child Sexual Abuse Group | Pan Bedfordshire Policy and Procedures Group
Pan Bedfordshire Safeguarding Education Group | Pan Bedfordshire Voice of the Child Group
Safeguarding Bedfordshire (training) | Pan Bedfordshire Escalation Process
professional disagreement | Interagency Procedures | Pan Bedfordshire Meeting the Needs Guidance
thresholds | Early help | whistleblowing procedure | Serious Incident Notification
Rapid Review | CSPR | Child Safeguarding Practice Review
Complaints arising from Child Protection Conferences | Seven golden rules of information sharing
Caldicott Guardian and data protection officer | CDOP | Child Death Overview Process | MK CDOP
National Child Safeguarding Practice Review Panel | think family
Learning and Improvement Framework | VERU | Violence and Exploitation Reduction Unit | YIS
Link to Change | CSE Disruption Team | Return home interview
Bedfordshire Youth Offending Service | Youth Justice Service | Prevent | WRAP training
St Giles Trust | ED Navigators | High Intensity Users Panel | ELFT | CCS | Resolutions
Path to Recovery | CHUMS | Mind | LeDeR | Oliver McGowan Training | designated nurse
named doctor | Alzheimer's Society | Home fire safety visit | Probation service | Cafcass
Home-Start Central Bedfordshire | VOCypf | Health and Wellbeing Board
Urgent and Emergency Care Board | Domestic Abuse Commissioner | Care Quality Commission | DWP
NHS England | Crown Prosecution Service | Border Force | National Fire Chiefs Council | Careline
What Works Centre for Children's Social Care | National LPS Clinical Reference Group | SCIE
Corporate Parenting | Looked After Children's Service | BLMK Commissioning Collaborative
Integrated Care System | Continuing Health Care | Engagement Collaborative | Denny Review
Neonatal Maternity Voice Partners | Health Assured helpline | Autism Bedfordshire | DA Matters
Survivors voice | Provider Quality Team | Quality Assurance and Professional Standards Team
Analytical Team | COVID-19 Resource Centre | Pan Bedfordshire Data Analyst Project | Smallsteps
LSCB Business Manager | Strategic Safeguarding Manager | Children's Trust | lay member
"""
ROLES = {"board", "panel", "scheme", "guidance_route", "training"}
A_NUMBER = re.compile(r"\b0\d[\d ]{7,}\d")


def _names(service: dict[str, Any]) -> set[str]:
    return {name.casefold() for name in (service["name"], *service.get("aliases", []))}


def test_everything_the_source_documents_name_can_be_found() -> None:
    wanted = [name.strip() for line in NAMES.strip().splitlines() for name in line.split("|")]
    found = set().union(*(_names(service) for service in known_services()))
    assert [name for name in wanted if name.casefold() not in found] == []


def test_every_file_of_reference_entries_is_named_after_its_organisation() -> None:
    ids = {stem: content["organisation"]["id"] for stem, content in known_files().items()}
    assert ids == {stem: stem for stem in known_files()}


def test_no_two_services_of_the_directory_share_an_id() -> None:
    ids = Counter(service["id"] for service in every_service())
    assert [one for one, times in ids.items() if times > 1] == []


def test_no_two_reference_entries_share_a_name() -> None:
    names = Counter(service["name"].casefold() for service in known_services())
    assert [one for one, times in names.items() if times > 1] == []


def test_a_reference_entry_is_marked_as_one() -> None:
    assert [
        service["id"]
        for service in known_services()
        if not service["id"].startswith("known-") or service["status"] != "reference"
    ] == []


def test_a_reference_entry_plays_no_part_that_a_decision_looks_for() -> None:
    assert [
        service["id"]
        for service in known_services()
        if not service["roles"] or set(service["roles"]) - ROLES
    ] == []


def test_every_entry_is_sorted_by_words_the_directory_knows() -> None:
    for kind, key in (("audiences", "serves"), ("topics", "topics")):
        assert [
            service["id"]
            for service in known_services()
            if not service[key] or set(service[key]) - vocabulary(kind)
        ] == []


def test_every_entry_says_where_it_comes_from() -> None:
    assert [service["id"] for service in known_services() if not service["sources"]] == []
    assert set().union(*(cited(service) for service in known_services())) <= documents()


def test_every_entry_says_how_to_reach_it() -> None:
    assert [
        service["id"]
        for service in known_services()
        if not any(note.startswith("How to reach it:") for note in service["notes"])
    ] == []


def test_every_entry_says_that_it_has_no_number() -> None:
    assert [
        service["id"]
        for service in known_services()
        if not any("No number published" in gap for gap in service["gaps"])
    ] == []


def test_no_entry_offers_a_number_or_an_address_nobody_gave() -> None:
    assert [
        service["id"]
        for service in known_services()
        if {"lines", "emails"} & set(service) or A_NUMBER.search(words_of(service))
    ] == []


def test_every_digit_was_read_in_a_source() -> None:
    assert {
        service["id"]: digits_in(words_of(service)) - DIGITS_READ
        for service in known_services()
        if digits_in(words_of(service)) - DIGITS_READ
    } == {}


def test_an_entry_is_read_in_a_few_seconds() -> None:
    assert [
        service["id"]
        for service in known_services()
        for text in (service["summary"], *service["notes"])
        if len(text.split()) > 50
    ] == []
