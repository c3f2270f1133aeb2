"""Two numbers that differ as typos do: one digit, or two exchanged."""


def typo_apart(one: str, other: str) -> bool:
    """Whether one digit differs, is missing or doubled, or two neighbours are exchanged."""
    if one == other:
        return False
    if len(one) == len(other):
        at = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(at) == 1:
            return True
        exchanged = len(at) == 2 and at[1] == at[0] + 1
        return exchanged and one[at[0]] == other[at[1]] and one[at[1]] == other[at[0]]
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) != 1:
        return False
    return any(longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer)))
