"""The made-up town with everything the directory's page has to show."""

from dataclasses import replace

from desktop_app.domain.hours.status import Hours
from desktop_app.domain.services.directory import Attribution, Guidance, Term
from desktop_app.domain.services.service import (
    Address,
    Citation,
    Dispute,
    LineKind,
    Service,
    ServiceStatus,
    Standing,
)
from tests.area import COUNCILS, LUTON
from tests.fakes import ListDirectory
from tests.ui.town import ALWAYS, DOCUMENTS, OFFICE, SERVICES, line

MEN = replace(
    line(LineKind.HELPLINE, "01632 960801", OFFICE, "Helpline"),
    id="now",
)
MEN_OLD = replace(
    line(LineKind.HELPLINE, "01632 960800", ALWAYS, "Older number"),
    id="old",
    standing=Standing.SUPERSEDED,
)
NATION = frozenset(council.code for council in COUNCILS)
MENS_LINE = Service(
    id="mens-line",
    name="Men’s Line",
    organisation="A charity",
    summary="For men who are abused.",
    areas=NATION,
    national=True,
    serves=("men",),
    topics=("domestic_abuse",),
    aliases=("Mankind of Old",),
    lines=(MEN_OLD, MEN),
    web=(Address("mens.example"),),
    gaps=("No source gives the cost.",),
    disputes=(Dispute("The hours", "Two sources differ.", (Citation("council-2024", "one"),)),),
)
RESPECT = Service(
    id="respect",
    name="Phoneline for people using abuse",
    organisation="A charity",
    summary="For people who want to stop.",
    areas=NATION,
    national=True,
    roles=("da_perpetrator",),
    serves=("people_using_abuse",),
    lines=(line(LineKind.HELPLINE, "01632 960802", ALWAYS),),
)
UNKNOWN = Service(
    id="unknown-hours",
    name="Refuge with unpublished hours",
    organisation="A charity",
    summary="A place to stay.",
    areas=frozenset({LUTON.code}),
    lines=(line(LineKind.HELPLINE, "01632 960803", Hours(())),),
)
PANEL = Service(
    id="panel",
    name="Case panel",
    organisation="The council",
    summary="A meeting.",
    areas=frozenset({LUTON.code}),
    status=ServiceStatus.REFERENCE,
)
PAGES = (
    Guidance(
        id="ringing",
        title="What to say",
        summary="Ring with what you have.",
        body="Ring **999** first.\n\n## Start with\n\n- Who you are\n- **Why** you ring\n\n"
        "See **Whistleblowing**.",
        sources=(Citation("council-2024", "the order"),),
    ),
    Guidance(
        id="whistle",
        title="Whistleblowing",
        summary="When it is your manager.",
        body="Tell somebody else.",
    ),
)


def town() -> ListDirectory:
    """The town, its panel and its pages of guidance."""
    return ListDirectory(
        (*SERVICES, MENS_LINE, RESPECT, UNKNOWN, PANEL),
        read=DOCUMENTS,
        pages=PAGES,
        terms={
            "audiences": (Term("men", "Men"), Term("everyone", "Everyone")),
            "topics": (Term("domestic_abuse", "Domestic abuse"),),
        },
        credits=(Attribution("A list of places", "Contains somebody’s data.", "An open licence"),),
    )
