"""
What belongs to a person, and so has no place in a published list of organisations.

Sources: design TRUST-REGISTRY R7 and check 38; GDPR art. 5 (1) c.
"""

import re

HOUSE_WORDS = frozenset(
    {
        "accueil",
        "administration",
        "association",
        "atelier",
        "ateliers",
        "badge",
        "badges",
        "bibliotheque",
        "bonjour",
        "centre",
        "communication",
        "conseil",
        "contact",
        "coordination",
        "emploi",
        "equipe",
        "espace",
        "fablab",
        "formation",
        "formations",
        "hello",
        "help",
        "hub",
        "inclusion",
        "info",
        "infos",
        "insertion",
        "mairie",
        "maison",
        "mediatheque",
        "mediation",
        "mission",
        "numerique",
        "office",
        "partenaires",
        "recrutement",
        "reseau",
        "rh",
        "secretariat",
        "service",
        "services",
        "support",
        "team",
        "ville",
    }
)
"""Words that name a desk of an organisation; a mailbox of the house bears one of them."""

_MAILBOX = re.compile(r"([a-z0-9]+(?:[._-][a-z0-9]+)*)@((?:[a-z0-9-]+\.)+[a-z]{2,24})", re.ASCII)
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_TELEPHONE = re.compile(r"(?:\+|\b00)\d[\d .()-]{7,}\d|\b0\d(?:[ .-]?\d\d){4}\b")


def is_house_mailbox(address: str, *, slug: str) -> bool:
    """
    Tell whether a mail address is that of an organisation, not of somebody in it.

    What cannot be told is taken for a person's.  ``slug`` is the organisation's short name,
    whose words may name its mailbox too.
    """
    found = _MAILBOX.fullmatch(address)
    if found is None:
        return False
    own = set(slug.split("-")) | set(re.split(r"[.-]", found[2])[:-1])
    words = set(re.split(r"[._-]", found[1]))
    return bool(words & HOUSE_WORDS) or words <= own


def is_mail_address(text: str) -> bool:
    """Tell whether a text has the form of a mail address, its ending included."""
    return _MAIL.fullmatch(text) is not None


def holds_personal(text: str) -> bool:
    """Tell whether a text holds a telephone number or a mail address."""
    return bool(_MAIL.search(text) or _TELEPHONE.search(text))
