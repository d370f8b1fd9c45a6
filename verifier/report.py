"""
A judgement for programs: the JSON of the command line and of the address for programs.

Its form is a contract (``report.schema.json``).  No language is loaded for it: codes only.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from shared.errors import BadgeError
from shared.model import Credential, IdentityObject, Json, Profile
from shared.times import instant_text
from verifier.verdict import Finding, Level, NetworkTold, ProofTold, Support, Verdict
from verifier.verify import Judgement

if TYPE_CHECKING:
    from trust_registry.index import Registry

HIDDEN = frozenset({Level.REFUSED, Level.UNREADABLE})
"""Levels of which nothing that was read is shown."""


def as_json(judgement: Judgement, *, input_name: str) -> Json:
    """
    The whole report on one input.

    Args:
        judgement: what ``judge`` came to.
        input_name: the input as it was named: a file, an address, ``-``.
    """
    verdict = judgement.verdict
    return {
        "input": input_name,
        **_of_a_verdict(verdict, judgement.container),
        "error": _error(judgement.error),
        "requests": list(judgement.requests),
        "registry": _registry(judgement.registry),
        **_parts(judgement),
    }


def _parts(judgement: Judgement) -> Json:
    if judgement.inside:
        told = [as_json(one.judgement, input_name=one.name) for one in judgement.inside]
        return {"parts": told}
    parts = judgement.verdict.parts
    return {"parts": [_part(part, judgement.container) for part in parts]} if parts else {}


def _part(verdict: Verdict, container: str | None) -> Json:
    """One credential inside another."""
    told = {**_of_a_verdict(verdict, container), "error": None}
    if verdict.parts:
        told["parts"] = [_part(part, container) for part in verdict.parts]
    return told


def _of_a_verdict(verdict: Verdict, container: str | None) -> Json:
    hidden = verdict.level in HIDDEN or verdict.credential is None
    return {
        "level": verdict.level.value,
        "reasons": [reason.value for reason in verdict.reasons],
        "format": _format(verdict, container),
        "proofs": [_proof(proof) for proof in verdict.proofs],
        "checks": [_check(finding) for finding in verdict.findings],
        "recognised_by": [
            {"id": one.id, "name": one.name, "kind": one.kind} for one in verdict.recognised_by
        ],
        "registries": [] if hidden else [_network(one) for one in verdict.networks],
        "credential": None if hidden else _credential(verdict),
    }


def _format(verdict: Verdict, container: str | None) -> Json:
    form = verdict.form
    return {
        "open_badges": form.open_badges if form else None,
        "data_model": form.data_model if form else None,
        "container": container,
        "proofs": list(form.proofs) if form else [],
    }


def _proof(proof: ProofTold) -> Json:
    return {
        "suite": proof.suite,
        "outcome": proof.outcome.value,
        "code": proof.code,
        "facts": dict(proof.facts),
        "method": proof.method,
        "bond": proof.bond,
    }


def _check(finding: Finding) -> Json:
    return {
        "id": finding.check,
        "outcome": finding.outcome.value,
        "code": finding.code,
        "facts": dict(finding.facts),
        "problems": [dict(problem) for problem in finding.problems],
    }


def _error(error: BadgeError | None) -> Json | None:
    return None if error is None else {"code": error.code, "facts": dict(error.facts)}


def _registry(registry: Registry | None) -> Json | None:
    if registry is None:
        return None
    return {
        "name": registry.name,
        "date": instant_text(registry.listed_at),
        "partners": registry.partners,
    }


def _network(told: NetworkTold) -> Json:
    """What one of several networks answers by itself; the level is settled from all of them."""
    return {
        "label": told.label,
        "type": told.type,
        "ceiling": told.ceiling.value,
        "name": told.name,
        "date": _instant(told.listed_at),
        "partners": told.partners,
        "answer": told.answer,
        "code": told.finding.code,
        "facts": dict(told.finding.facts),
        "issuer_name": told.issuer_name,
        "recognised_by": [
            {"id": one.id, "name": one.name, "kind": one.kind} for one in told.recognised_by
        ],
    }


def _credential(verdict: Verdict) -> Json:
    """What the badge claims, in plain text; the name that the registry gives beside its own."""
    credential = verdict.credential
    if credential is None:
        raise ValueError("nothing to show")
    achievement = credential.subject.achievement
    return {
        "id": credential.id,
        "types": list(credential.types),
        "name": (achievement.name if achievement else None) or credential.name,
        "issuer": {**_profile(credential.issuer), "registry_name": verdict.issuer_name},
        "subject": _subject(credential),
        "achievement": None
        if achievement is None
        else {
            "id": achievement.id,
            "name": achievement.name,
            "description": achievement.description,
            "criteria": {
                "id": achievement.criteria_id,
                "narrative": achievement.criteria_narrative,
            },
        },
        "awarded": _instant(credential.awarded),
        "valid_from": _instant(credential.valid_from),
        "valid_until": _instant(credential.valid_until),
        "evidence": [
            {"id": one.id, "name": one.name, "narrative": one.narrative}
            for one in credential.evidence
        ],
        "endorsements": [_support(one) for one in verdict.support],
    }


def _support(support: Support) -> Json:
    """One of the words of support; of one that is not proven, only that it is there."""
    by = support.issuer
    return {
        "outcome": support.outcome.value,
        "code": support.code,
        "by": None
        if by is None
        else {"id": by.id, "name": by.name, "registry_name": support.registry_name},
        "about": support.about,
        "comment": support.comment,
        "issued": _instant(support.issued),
    }


def _profile(profile: Profile) -> Json:
    return {"id": profile.id, "name": profile.name, "url": profile.url}


def _subject(credential: Credential) -> Json:
    subject = credential.subject
    source = subject.source
    return {
        "id": subject.id,
        "identifiers": [_identity(one) for one in subject.identifiers],
        "assessed_by": None if source is None else _profile(source),
    }


def _identity(identity: IdentityObject) -> Json:
    """As the badge writes it: a hash stays a hash."""
    return {"type": identity.type, "value": identity.value, "hashed": identity.hashed}


def _instant(moment: datetime | None) -> Any:
    return None if moment is None else instant_text(moment)
