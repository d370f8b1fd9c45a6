"""
Names made to be taken for another: letters that look alike, accents, spaces, small slips.

This never decides that a badge is good or bad.  It only lets a screen say
"this name looks like a partner's, and it is not that partner".

Source: Unicode UTS 39 §4 (skeletons), reduced to what is seen in names of organisations.
"""

import unicodedata

MIN_LETTERS = 6
"""Below this, two names that differ by two letters are two names."""
MAX_SLIPS = 2
"""Letters changed, left out or added between a name and its imitation."""
MAX_NAME_LETTERS = 200
"""What is compared of a stranger's name; none of the network's is a third of it."""

_TWINS = str.maketrans(
    # Cyrillic, then Greek, then figures and letters of Latin that are drawn alike.
    "авекмнорстухѕіјԁһӏьгѵԛԝ" + "αβγδεηικνορτυχω" + "013589ıɑɡł",
    "abekmhopctyxsijdhlbrvqw" + "abydenikvoptuxw" + "olesbgiagl",
)


def skeleton(name: str) -> str:
    """Reduce a name to the letters an eye reads: two names that look alike have the same."""
    plain = unicodedata.normalize("NFKC", name[:MAX_NAME_LETTERS]).casefold()
    bare = "".join(c for c in unicodedata.normalize("NFKD", plain) if c.isalnum())
    return bare.translate(_TWINS).replace("rn", "m").replace("vv", "w")


def alike(one: str, other: str) -> bool:
    """Whether two skeletons could be taken for each other."""
    if one == other:
        return bool(one)
    if min(len(one), len(other)) < MIN_LETTERS or abs(len(one) - len(other)) > MAX_SLIPS:
        return False
    return _slips(one, other) <= MAX_SLIPS


def _slips(one: str, other: str) -> int:
    """Edit distance (Levenshtein), left as soon as it is more than ``MAX_SLIPS``."""
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        here = [row]
        for column, there in enumerate(other, 1):
            changed = before[column - 1] + (letter != there)
            here.append(min(changed, before[column] + 1, here[column - 1] + 1))
        if min(here) > MAX_SLIPS:
            return MAX_SLIPS + 1
        before = here
    return before[-1]
