"""Names of councils without the words around them: "London Borough of Barnet Council" is Barnet.

Works on folded names (`place_names.fold`).
"""

_BEFORE = (
    "the", "council of", "london borough", "royal borough", "royal london borough",
    "metropolitan borough", "metropolitan district", "county borough", "city and county", "borough",
    "city", "county", "district", "lb", "rb", "of",
)  # fmt: skip
_BEHIND = frozenset(
    (
        "council", "borough", "city", "county", "district", "metropolitan", "unitary", "authority",
        "corporation", "councils", "cncl", "cc", "bc", "dc", "mbc", "mdc", "lbc", "cbc", "kc", "ua",
        "lb", "rb", "of",
    )
)  # fmt: skip
_SAYS_COUNCIL = frozenset(
    (
        "council",
        "councils",
        "cncl",
        "authority",
        "corporation",
        "cc",
        "bc",
        "dc",
        "mbc",
        "mdc",
        "lbc",
        "cbc",
        "lb",
        "rb",
    )
)
_SERVICES = (
    "childrens social services", "adult social services", "social services",
    "childrens social care", "adult social care", "adults social care", "social care",
    "childrens services", "childrens service", "adult services", "adults services",
    "adult safeguarding", "safeguarding team", "safeguarding", "mash", "front door", "offices",
    "office",
)  # fmt: skip
_COUNTRIES = frozenset(("england", "wales", "scotland", "uk"))
_SMALL = frozenset(("town", "parish", "community", "village"))
CITY_OF_LONDON = "city of london"


def without_service(key: str) -> str:
    """The name without the part of a council that is meant, and without the country behind it.

    "norwich council social services", "kent childrens services", "kent county council england".
    """
    left = key
    while cut := next((end for end in _SERVICES if left.endswith(f" {end}")), ""):
        left = left.removesuffix(f" {cut}")
    behind = left.rpartition(" ")
    return behind[0] if behind[2] in _COUNTRIES and says_council(behind[0]) else left


def says_council(key: str) -> bool:
    """Whether a name says that a council is meant: "dacorum borough council", "herts cc"."""
    words = key.split()
    if len(words) < 2:
        return False
    return words[-1] in _SAYS_COUNCIL or words[0] in _SAYS_COUNCIL or " borough of " in f" {key}"


def bare_title(key: str) -> str:
    """The name of a council alone; the City of London keeps its own, for London is more."""
    if CITY_OF_LONDON in key:
        return CITY_OF_LONDON
    left = key.replace(" london borough", " borough").replace(" royal borough", " borough")
    for before in _BEFORE * 3:  # thrice: "council of the royal borough of"
        left = left.removeprefix(f"{before} ")
    words = left.split()
    while len(words) > 1 and words[-1] in _BEHIND:
        words.pop()
    return " ".join(words)


def small_council(key: str) -> str:
    """The place of a town or parish council, which has no social services; empty if it is none."""
    words = key.split()
    if len(words) > 2 and words[-1] == "council" and words[-2] in _SMALL:
        return " ".join(words[:-2])
    return ""
