"""The numbers of the directory that differ from a typed one by a typo."""

import json
import sqlite3

from desktop_app.domain.browse.near_number import (
    SHORTEST,
    NearNumber,
    differs_by_a_typo,
    lengths_near,
    one_each,
)

IN_USE, DISPUTED = 0, 1
"""Weights of search_number that may be rung; a replaced number or a fax weighs more."""
MOST = 3
PLENTY = 400


def near_numbers(connection: sqlite3.Connection, digits: str) -> list[NearNumber]:
    """At most three that may have been meant: those in use first, then those of equal digits."""
    if len(digits) < SHORTEST:
        return []
    asked = {
        "typed": digits,
        "kept": (len(digits) - 1) // 2,
        "lengths": json.dumps(lengths_near(digits)),
    }
    rows = connection.execute(_QUERY, asked).fetchall()
    near = [
        NearNumber(
            number=display,
            owner=owner,
            usable=weight <= DISPUTED,
            swapped=sorted(held[-len(digits) :]) == sorted(digits),
        )
        for held, display, owner, weight in rows
        if differs_by_a_typo(digits, held)
    ]
    return sorted(one_each(near), key=lambda each: (not each.usable, not each.swapped))[:MOST]


# One typo leaves the first or the last half of the digits as they were: the others are not read.
_QUERY = f"""
SELECT found.digits, line.display, service.name, found.weight
FROM search_number AS found
JOIN line ON line.service = found.service AND line.key = found.line
JOIN service ON service.number = found.service
WHERE length(found.digits) IN (SELECT value FROM json_each(:lengths))
  AND (:kept < 2 OR instr(found.digits, substr(:typed, 1, :kept)) > 0
       OR substr(found.digits, -:kept) = substr(:typed, -:kept))
ORDER BY found.weight > {DISPUTED}, found.weight, found.digits, service.number
LIMIT {PLENTY}
"""
