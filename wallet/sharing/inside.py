"""
What a signed badge tells of its person, whatever the page around it hides.

Nothing can be taken out of a badge: its signature would no longer hold.  So the person is told
before, and chooses.
"""

from enum import StrEnum

from shared.model import Credential, IdentityObject


class Inside(StrEnum):
    """What may stand in a badge and be read by whoever has it."""

    NAME = "name"
    MAIL = "mail"
    EVIDENCE = "evidence"
    WORDS = "words"
    """What the person who gave the badge wrote."""

    @property
    def code(self) -> str:
        """The code of its words."""
        return f"share.inside-{self}"


_KINDS = {"name": Inside.NAME, "emailaddress": Inside.MAIL, "email": Inside.MAIL}


def inside(credential: Credential) -> frozenset[Inside]:
    """Tell what can be read in a badge; a text that was hashed cannot."""
    subject = credential.subject
    found = {_kind(identity) for identity in subject.identifiers if not identity.hashed}
    if subject.id is not None and subject.id.startswith("mailto:"):
        found.add(Inside.MAIL)
    if credential.evidence:
        found.add(Inside.EVIDENCE)
    if subject.narrative:
        found.add(Inside.WORDS)
    return frozenset(one for one in found if one is not None)


def _kind(identity: IdentityObject) -> Inside | None:
    return _KINDS.get(identity.type.lower())
