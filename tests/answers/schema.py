"""Schema 1 of an answer, written from what was promised and not from what the program prints."""

from typing import Any

INSTANT = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[01]:00$"
NUMBER = r"^(\+44[1-9]\d{6,9}|\d{3,8})$"
CIRCUMSTANCES = (
    *("children", "care-needs", "aged-16-17", "sexual-assault", "forced-marriage", "fgm"),
    *("stalking", "modern-slavery", "older-person", "man", "lgbt", "deaf", "using-abuse"),
    *("exploitation", "missing", "mental-health-crisis", "self-neglect", "radicalisation"),
    *("images", "money", "homeless", "no-recourse"),
)


def closed(needed: dict[str, Any], **more: Any) -> dict[str, Any]:
    """An object with exactly these keys."""
    return {
        "type": "object",
        "properties": needed | more,
        "required": list(needed),
        "additionalProperties": False,
    }


def text(least: int = 1) -> dict[str, Any]:
    """Words: no left-over placeholder, no doubled space, nothing at the ends."""
    return {"type": "string", "minLength": least, "pattern": r"^(?!\s)(?!.*[{}])(?!.*  ).*\S$"}


def maybe(schema: dict[str, Any]) -> dict[str, Any]:
    """The same, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def instant() -> dict[str, Any]:
    """UK local time with its offset."""
    return {"type": "string", "pattern": INSTANT}


def some(item: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A list of such items, none twice."""
    return {"type": "array", "items": item, "uniqueItems": True, **more}


LINE = closed(
    {
        "kind": {
            "enum": ["office_hours", "out_of_hours", "helpline", "emergency", "textphone", "text"]
        },
        "label": text(3),
        "number": {"type": "string", "pattern": NUMBER},
        "display": {"type": "string", "pattern": r"^\d[\d ]+\d$"},
        "menu_option": {"type": "string", "pattern": r"^([0-9*#]( [0-9*#])*)?$"},
        "extension": {"type": "string", "pattern": r"^\d*$"},
        "standing": {"enum": ["in_use", "disputed"]},
        "state": {"enum": ["open", "closed", "unknown"]},
        "certainty": {"enum": ["certain", "should_be", "not_certain"]},
        "until": maybe(instant()),
        "basis": {"enum": ["published", "assumed", "always", "derived", "none"]},
    }
)
VERIFIED = closed(
    {
        "on": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
        "by": text(),
        "how": {"enum": ["rang_it", "email", "web_page"]},
    }
)
FORM = closed(
    {
        "name": text(5),
        "how": text(3),
        "compulsory": {"type": "boolean"},
        "address": {"type": "string"},
        "note": {"type": "string"},
    }
)
CALL = closed(
    {
        "tier": {"enum": ["first", "beside", "fallback", "also"]},
        "purpose": text(8),
        "also_for": some(text(8)),
        "before": {"type": "string"},
        "service": closed(
            {
                "id": {"type": "string", "pattern": r"^[a-z0-9-]+$"},
                "name": text(3),
                "kept": {"type": "boolean"},
                "note": {"type": "string"},
            }
        ),
        "line": LINE,
        "because": text(20),
        "form": maybe(FORM),
        "documents": some({"type": "string", "pattern": r"^[a-z0-9-]+$"}, minItems=1),
        "verified": maybe(VERIFIED),
    }
)
BODY = closed(
    {
        "id": {"type": "string", "pattern": r"^([ESW]\d{8}|[a-z-]+)$"},
        "name": text(8),
    }
)
ANSWERING = closed(
    {
        "council": {"type": "string", "pattern": r"^[ESW]\d{8}$"},
        "tier": {
            "enum": [
                "district",
                "county",
                "unitary",
                "metropolitan",
                "london",
                "wales",
                "scotland",
            ],
        },
        "children": BODY,
        "adults": BODY,
        "police": some(BODY),
        "icb": some(BODY),
    }
)
FIRST = {"properties": {"tier": {"const": "first"}}}
ANSWER = closed(
    {
        "schema": {"const": 1},
        "at": instant(),
        "concern": {
            "enum": ["child", "adult", "domestic-abuse", "both", "allegation", "unsure"],
        },
        "title": text(8),
        "also": some({"enum": list(CIRCUMSTANCES)}),
        "where": closed(
            {
                "asked": {"enum": ["happened", "works"]},
                "status": {"enum": ["known", "several", "unknown", "outside"]},
                "councils": some({"type": "string", "pattern": r"^[ESW]\d{8}$"}),
                "answering": some(ANSWERING),
            }
        ),
        "valid_until": maybe(instant()),
        "warnings": some(
            closed({"code": {"type": "string", "pattern": "^[a-z_]+$"}, "text": text(10)})
        ),
        "notes": some(text(10)),
        "calls": some(CALL, minItems=2, contains=FIRST, minContains=1, maxContains=1),
        "more": some(CALL),
    }
)
