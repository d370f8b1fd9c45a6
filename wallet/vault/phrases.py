"""
The phrase of a space: words that a person can write on paper and type on any keyboard.

Six words drawn from a list of 1 296 are 62 bits: with the cost of each guess
(``locks``), out of reach of whoever copies the file.  The list is our own: words of
everyday life without accents, none of which turns into another by one wrong letter.
"""

import math
import secrets
import unicodedata
from functools import cache
from importlib.resources import files

from wallet.errors import PhraseTooShort

WORDS_SUGGESTED = 6
LEAST_SIGNS = 15
"""Letters and digits of a phrase of one's own (ASVS 5.0, 6.2.1 and 6.2.9)."""
LEAST_DIFFERENT = 6
"""Different signs among them: a key held down is no phrase."""
MOST_SIGNS = 1024


@cache
def words() -> tuple[str, ...]:
    """The words that phrases are made of."""
    return tuple(files(__package__).joinpath("phrase_words.txt").read_text("ascii").split())


def suggested() -> str:
    """A new phrase, drawn from the system's random source."""
    return " ".join(secrets.choice(words()) for _ in range(WORDS_SUGGESTED))


def bits_suggested() -> float:
    """How many yes-or-no questions stand between a guess and a suggested phrase."""
    return WORDS_SUGGESTED * math.log2(len(words()))


def folded(phrase: str) -> str:
    """
    A phrase as it counts: without case, accents, punctuation and spare spaces.

    Forgiving on purpose: the same words on another keyboard, or read aloud, open too.
    """
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", phrase[:MOST_SIGNS]))
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign)).casefold()
    bare = bare.replace("œ", "oe").replace("æ", "ae")
    return " ".join("".join(sign if sign.isalnum() else " " for sign in bare).split())


def chosen(phrase: str) -> str:
    """
    A phrase that is to protect a space, as it counts.

    Raises:
        PhraseTooShort: it could be guessed.
    """
    found = folded(phrase)
    signs = found.replace(" ", "")
    if len(signs) < LEAST_SIGNS or len(set(signs)) < LEAST_DIFFERENT:
        raise PhraseTooShort(least=LEAST_SIGNS)
    return found
