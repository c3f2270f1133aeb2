"""An answer for other programs: `who-to-call now --json`, schema 1 (docs/json.md)."""

from datetime import datetime

from desktop_app.domain.decision.advice import Advice, Call
from desktop_app.domain.places.councils import answering_json
from desktop_app.domain.services.service import Form, Verification
from desktop_app.domain.situation.situation import place_asked

JSON_SCHEMA = 1


def advice_json(advice: Advice) -> dict[str, object]:
    """One answer as one object; keys are only ever added within a schema."""
    situation = advice.situation
    return {
        "schema": JSON_SCHEMA,
        "at": advice.moment.isoformat(),
        "concern": str(situation.concern),
        "title": advice.title,
        "also": sorted(map(str, situation.circumstances)),
        "where": {
            "asked": place_asked(situation.concern).id,
            "status": str(situation.where.status),
            "councils": [council.code for council in situation.where.councils],
            "answering": [
                {"council": there.council, **(answering_json(there) or {})}
                for there in advice.answering
            ],
        },
        "valid_until": _instant(advice.valid_until),
        "warnings": [{"code": str(w.code), "text": w.text} for w in advice.warnings],
        "notes": list(advice.notes),
        "calls": [_call(call) for call in advice.calls],
        "more": [_call(call) for call in advice.more],
    }


def _call(call: Call) -> dict[str, object]:
    return {
        "tier": str(call.tier),
        "purpose": call.purpose,
        "also_for": list(call.also_for),
        "before": call.before,
        "service": {
            "id": call.service.id,
            "name": call.service.name,
            "kept": call.service.kept,
            "note": "" if call.service.kept else call.line.note,
        },
        "line": {
            "kind": str(call.line.kind),
            "label": call.line.label,
            "number": call.line.number,
            "display": call.line.display,
            "menu_option": call.line.menu_option,
            "extension": call.line.extension,
            "standing": str(call.line.standing),
            "state": str(call.reading.state),
            "certainty": str(call.reading.certainty),
            "until": _instant(call.reading.until),
            "basis": str(call.reading.basis),
        },
        "because": call.because,
        "form": _form(call.form),
        "documents": list(call.documents),
        "verified": _verified(call.line.verified),
    }


def _form(form: Form | None) -> dict[str, object] | None:
    if form is None:
        return None
    return {
        "name": form.name,
        "how": form.how,
        "compulsory": form.compulsory,
        "address": form.address,
        "note": form.note,
    }


def _instant(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _verified(verification: Verification | None) -> dict[str, str] | None:
    if verification is None:
        return None
    return {
        "on": verification.on.isoformat(),
        "by": verification.by,
        "how": str(verification.how),
    }
