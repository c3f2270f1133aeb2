"""One answer for a time that may mean two moments: nothing of either reading is lost."""

from desktop_app.domain.decision.advice import Advice, Call, Caution, Tier
from desktop_app.domain.decision.folding import refolded
from desktop_app.domain.hours.typed_moment import earliest

FRONT = (Tier.FIRST, Tier.BESIDE)


def both_readings(answer: Advice, other: Advice, caution: Caution) -> Advice:
    """The first reading's answer, with whatever the other would put in front beside it."""
    front = {call.line.number for call in answer.every if call.tier in FRONT}
    added = [
        call._replace(tier=Tier.BESIDE)
        for call in other.every
        if call.tier in FRONT and call.line.number not in front
    ]
    numbers = {call.line.number for call in added}
    kept = [call for call in answer.calls if call.line.number not in numbers]
    until = earliest((answer.valid_until, other.valid_until))
    warnings = (caution, *answer.warnings)
    more = tuple(call for call in answer.more if call.line.number not in numbers)
    calls = _in_tiers(kept + added)
    both = answer._replace(calls=calls, more=more, warnings=warnings, valid_until=until)
    return refolded(both)


def _in_tiers(calls: list[Call]) -> tuple[Call, ...]:
    order = list(Tier)
    return tuple(sorted(calls, key=lambda call: order.index(call.tier)))
