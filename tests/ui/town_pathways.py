"""Who is rung about what in the made-up town: a route for every concern, and three rules."""

from desktop_app.domain.situation.pathway import Part, Pathway, Pathways, Rule, Step
from desktop_app.domain.situation.situation import Circumstance, Concern

CHILD = Step("children", Part.LEAD, "Report a worry about a child")
ADULT = Step("adults", Part.LEAD, "Report a worry about an adult")
HELPLINE = Step("child-helpline", Part.FALLBACK, "A national helpline for worries about a child")
ABUSE = Step("abuse-helpline", Part.LEAD, "Support for anyone who is abused")
POLICE = Step("police", Part.FALLBACK, "Police, when it cannot wait but is not an emergency")
NOBODY = Step("emergency", Part.FALLBACK, "If you reach nobody and someone may be in danger")
ENDS = (POLICE, NOBODY)


def also(step: Step, *, equal: bool = False) -> Step:
    """The same service as one to involve."""
    return Step(step.role, Part.ALSO, step.purpose, equal)


def pathways() -> Pathways:
    """A route for every concern, and three rules."""
    national = (Step("child-helpline", Part.LEAD, HELPLINE.purpose), *ENDS)
    routes = {
        Concern.CHILD: (CHILD, HELPLINE, *ENDS),
        Concern.ADULT: (ADULT, *ENDS),
        Concern.DOMESTIC_ABUSE: (ABUSE, *ENDS),
        Concern.BOTH: (CHILD, also(ADULT, equal=True), *ENDS),
        Concern.ALLEGATION: (CHILD, *ENDS),
        Concern.UNSURE: (CHILD, also(ADULT, equal=True), also(ABUSE), *ENDS),
    }
    notes = {Concern.CHILD: "You do not need consent to share information when someone is at risk."}
    known = {
        each: Pathway(each, local, national, notes.get(each, "")) for each, local in routes.items()
    }
    rules = (
        Rule(
            circumstance=Circumstance.CARE_NEEDS,
            concerns=frozenset({Concern.DOMESTIC_ABUSE}),
            steps=(also(ADULT),),
        ),
        Rule(
            circumstance=Circumstance.CHILDREN,
            concerns=frozenset({Concern.ADULT, Concern.DOMESTIC_ABUSE}),
            steps=(also(CHILD),),
        ),
        *(
            Rule(
                circumstance=each,
                concerns=frozenset(Concern),
                steps=(also(ABUSE),),
                note="A helpline has been added.",
            )
            for each in (
                Circumstance.AGED_16_17,
                Circumstance.SEXUAL_ASSAULT,
                Circumstance.FGM,
                Circumstance.MODERN_SLAVERY,
                Circumstance.DEAF,
            )
        ),
    )
    return Pathways(known, rules)
