"""Whom to ask about a badge, and how: out of the registry, never out of the badge."""

from trust_registry.index import Partner
from verifier.verdict import Reason, Verdict
from verifier.wording.answers import Answer
from verifier.wording.badge import cut
from verifier.wording.setting import NONE, Setting
from verifier.wording.worded import Labelled

MAIL, PAGE = "mail", "page"
"""What an entry may hold (``trust_registry.entries``): there is no telephone in it."""


def whom_to_ask(answer: Answer, verdict: Verdict, setting: Setting) -> Partner | None:
    """Give the issuer, or the partner whose name was borrowed; ``None``: nobody we can reach."""
    if answer.reason is Reason.LOOK_ALIKE:
        partner = imitated(verdict, setting)
    elif answer.calls and verdict.credential is not None and setting.registry is not None:
        partner = setting.registry.partner(verdict.credential.issuer.id)
    else:
        return None
    return partner if partner is not None and partner.contact else None


def reach(partner: Partner | None) -> str:
    """Say by what means a partner can be asked: the ``$reach`` of a sentence."""
    if partner is None or not partner.contact:
        return NONE
    return MAIL if "@" in partner.contact else PAGE


def address_of(partner: Partner | None) -> Labelled | None:
    """Give a partner's name and the address it gave the network."""
    if partner is None or not partner.contact:
        return None
    return Labelled(label=partner.name, value=partner.contact)


def imitated(verdict: Verdict, setting: Setting) -> Partner | None:
    """Give the partner whose name the badge's own is close to."""
    credential = verdict.credential
    if Reason.LOOK_ALIKE not in verdict.reasons or credential is None or setting.registry is None:
        return None
    return setting.registry.look_alike(credential.issuer.id, credential.issuer.name or "")


def names_alike(verdict: Verdict, setting: Setting) -> tuple[Labelled, ...]:
    """Give the name in the badge and the partner's, to be read one above the other."""
    partner, credential = imitated(verdict, setting), verdict.credential
    if partner is None or credential is None:
        return ()
    return (
        Labelled(label=setting.say("alike.written"), value=cut(credential.issuer.name or "")),
        Labelled(label=setting.say("alike.partner"), value=cut(partner.name)),
    )
