"""Text that somebody else wrote, made harmless for a terminal: here and nowhere else."""

import unicodedata

UNWANTED = frozenset(
    "\u00ad\u061c\u200b\u200e\u200f\u2028\u2029\u2060\u2061\u2062\u2063\u2064\ufeff\ufe0f"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Turn or hide what follows, or are drawn in one cell here and in two there."""
HARMFUL = ("Cc", "Cs", "Co", "Cn")


def bare(text: str) -> str:
    """One line of plain letters: nothing in it commands a terminal or turns its line."""
    spaced = text.replace("\n", " ").replace("\t", " ")
    return "".join(
        letter
        for letter in spaced
        if letter not in UNWANTED and unicodedata.category(letter) not in HARMFUL
    )


def paragraphs(text: str) -> list[str]:
    """The lines that somebody wrote, each bare; empty ones are left out."""
    return [line for line in (bare(one).strip() for one in text.splitlines()) if line]


def folded(text: str) -> str:
    """Letters as people type them in a hurry: no accents, no capitals."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(one for one in apart if not unicodedata.combining(one)).casefold().strip()
