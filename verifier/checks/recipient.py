"""Is the badge about the person who is said to hold it? What was typed is never kept."""

from collections.abc import Iterator

from shared.identity import is_weak, matches
from shared.issuer_keys import Bond
from shared.model import Credential, IdentityObject
from verifier.examination import Examination
from verifier.verdict import Finding, Outcome, Reason

CHECK = "recipient.identity"


def check_recipient(examination: Examination) -> Finding:
    """One match passes; values of a kind that the badge does not carry say nothing."""
    asked = examination.circumstances.recipients
    if not asked:
        return Finding(check=CHECK, code="recipient.not-asked", outcome=Outcome.NOT_APPLICABLE)
    carried = _identities(examination.credential)
    compared = [matches(identity, one) for identity in carried for one in asked]
    if True in compared:
        same = [one for one in carried if any(matches(one, typed) for typed in asked)]
        if all(is_weak(one) for one in same):
            return Finding(check=CHECK, code="recipient.match-weak", outcome=Outcome.WARNING)
        return Finding(check=CHECK, code="recipient.match", outcome=Outcome.PASSED)
    if False in compared:
        return Finding(
            check=CHECK,
            code="recipient.other",
            outcome=Outcome.FAILED,
            reasons=(Reason.OTHER_PERSON,),
        )
    return Finding(
        check=CHECK,
        code="recipient.not-comparable",
        outcome=Outcome.NOT_CHECKED,
        reasons=(Reason.RECIPIENT_NOT_CHECKED,),
    )


def check_holder(examination: Examination) -> Finding:
    """Of a presentation that answers a question: is the one who answers the badges' person?"""
    proof = examination.good_proof
    if examination.circumstances.challenge is None or proof is None:
        return Finding(check=CHECK, code="recipient.not-asked", outcome=Outcome.NOT_APPLICABLE)
    holder = examination.claimed.issuer.id
    parts = examination.claimed.parts
    people = set(_people(parts))
    if proof.bond is Bond.ISSUERS and people - {holder}:
        return Finding(
            check=CHECK,
            code="recipient.shown-by-another",
            outcome=Outcome.FAILED,
            reasons=(Reason.OTHER_PERSON,),
        )
    # A badge that gives a name only may be anybody's, but for the one who was asked for.
    by_name_only = any(part.subject.id is None for part in parts)
    anybodys = by_name_only and not examination.circumstances.recipients
    if proof.bond is not Bond.ISSUERS or not people or anybodys:
        return Finding(
            check=CHECK,
            code="recipient.not-comparable",
            outcome=Outcome.NOT_CHECKED,
            reasons=(Reason.RECIPIENT_NOT_CHECKED,),
        )
    return Finding(check=CHECK, code="recipient.match", outcome=Outcome.PASSED)


def _people(parts: tuple[Credential, ...]) -> Iterator[str]:
    """The addresses of those whom the badges are about, those within a record too."""
    for part in parts:
        if part.subject.id is not None:
            yield part.subject.id
        yield from _people(part.parts)


def _identities(credential: Credential) -> tuple[IdentityObject, ...]:
    """Everything that says who the badge is about; an identifier is compared as what it is."""
    subject = credential.subject
    if subject.id is None:
        return subject.identifiers
    kind = "did" if subject.id.startswith("did:") else "identifier"
    address = subject.id
    if address.startswith("mailto:"):
        kind, address = "emailAddress", address.removeprefix("mailto:")
    elif address.startswith(("https://", "http://")):
        kind = "url"
    return (IdentityObject(type=kind, value=address, hashed=False), *subject.identifiers)
