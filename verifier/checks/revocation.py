"""
Does the issuer still stand by this badge?

Silence, damage and a list that cannot be had are never good news; a badge that is on a
list is withdrawn, whoever signed the list.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from shared.errors import BadgeError, HostedNotChecked, StatusUnknown
from shared.model import Credential, Json
from shared.parsing.shapes import only
from shared.proofs.ob2_hosted import Confirmation, HostedWithdrawn
from shared.status import State, StatusAnswer, read_status
from shared.times import instant_text
from verifier.examination import OLD_MODELS, Examination
from verifier.verdict import Finding, Outcome, Reason

CHECK = "status.revocation"
MAX_LISTS = 8
"""Real badges name one or two; each costs a question to a host."""

OF_ANOTHER = ("status.list-by-another", "status.list-other-id")
"""Notes of a list that may not be the issuer's own: decision 0011."""


@dataclass
class _Asked:
    """What the lists answered, and what went wrong."""

    answers: list[StatusAnswer] = field(default_factory=list)
    unknown: list[BadgeError] = field(default_factory=list)


def check_revocation(examination: Examination) -> Finding:
    """Every list that the badge names is asked."""
    claimed = examination.claimed
    if claimed.hosted_at is not None:
        return _of_a_hosted_badge(examination)
    if claimed.data_model in OLD_MODELS:
        return _of_a_signed_old_badge(examination)
    if not claimed.statuses:
        return Finding(check=CHECK, code="status.none-declared", outcome=Outcome.NOT_APPLICABLE)
    if len(claimed.statuses) > MAX_LISTS:
        return _unknown("status.unknown", {})
    return _conclude(_ask(examination))


def _ask(examination: Examination) -> _Asked:
    claimed, asked = examination.claimed, _Asked()
    for entry in claimed.statuses:
        try:
            answer = read_status(
                entry,
                credential_id=claimed.id,
                issuer_id=claimed.issuer.id,
                fetch=examination.ask_for_list,
                now=examination.circumstances.now,
                verify_list=examination.verify_list,
            )
        except StatusUnknown as error:
            asked.unknown.append(error)
        else:
            asked.answers.append(answer)
    return asked


def _conclude(asked: _Asked) -> Finding:
    """The worst that was heard: withdrawn, paused, not heard, heard from another, clear."""
    for state, code, reason in (
        (State.REVOKED, "status.revoked", Reason.REVOKED),
        (State.SUSPENDED, "status.suspended", Reason.SUSPENDED),
    ):
        told = next((one for one in asked.answers if one.state is state), None)
        if told is not None:
            return Finding(
                check=CHECK,
                code=code,
                outcome=Outcome.FAILED,
                facts=_facts(told),
                reasons=(reason,),
            )
    for error in asked.unknown:
        return _unknown(error.code, dict(error.facts))
    notes = list(_notes(asked.answers))
    first = asked.answers[0]
    for note in OF_ANOTHER:
        if note in notes:
            return Finding(
                check=CHECK,
                code=note,
                outcome=Outcome.WARNING,
                facts=_facts(first),
                reasons=(Reason.LIST_BY_ANOTHER,),
            )
    code = next(iter(notes), "status.in-force")
    outcome = Outcome.WARNING if notes else Outcome.PASSED
    return Finding(check=CHECK, code=code, outcome=outcome, facts=_facts(first))


def _notes(answers: Iterable[StatusAnswer]) -> Iterable[str]:
    return dict.fromkeys(note for answer in answers for note in answer.notes)


def _facts(answer: StatusAnswer) -> dict[str, str | int]:
    facts: dict[str, str | int] = {
        "list": answer.list_url[:200],
        "listed": instant_text(answer.fetched_at),
    }
    return facts | ({"reason": answer.reason} if answer.reason else {})


def _unknown(code: str, facts: dict[str, str | int]) -> Finding:
    return Finding(
        check=CHECK,
        code=code,
        outcome=Outcome.NOT_CHECKED,
        facts=facts,
        reasons=(Reason.STATUS_NOT_CHECKED,),
    )


def _of_a_hosted_badge(examination: Examination) -> Finding:
    """The host that keeps the badge is the one that can take it away."""
    told = examination.hosted
    if isinstance(told, Confirmation):
        facts = {"listed": instant_text(told.fetched_at)}
        return Finding(check=CHECK, code="status.hosted", outcome=Outcome.PASSED, facts=facts)
    if isinstance(told, HostedWithdrawn):
        return Finding(
            check=CHECK,
            code="status.revoked",
            outcome=Outcome.FAILED,
            facts={name: value for name, value in told.facts.items() if value},
            reasons=(Reason.REVOKED,),
        )
    if isinstance(told, HostedNotChecked):
        return _unknown("status.unreachable", dict(told.facts))
    return _unknown("status.unknown", {})


def _of_a_signed_old_badge(examination: Examination) -> Finding:
    """A signed Open Badges 1 or 2 badge: the list is named by the issuer's profile."""
    if not examination.claimed.proofs and examination.claimed.jws is None:
        return Finding(check=CHECK, code="status.none-declared", outcome=Outcome.NOT_APPLICABLE)
    told = examination.profile
    if isinstance(told, BadgeError):
        host = told.facts.get("host")
        return _unknown("status.unreachable", {"host": host} if host else {})
    credential, profile = told
    promised = only(profile.get("revocationList"))
    if not promised:
        return Finding(check=CHECK, code="status.none-declared", outcome=Outcome.NOT_APPLICABLE)
    url = promised.get("id") if isinstance(promised, dict) else promised
    if not isinstance(url, str) or not url:
        # It promises a list, in a way that this program cannot follow.
        return _unknown("status.unknown", {})
    return _conclude(_ask_old_list(examination, credential, url))


def _ask_old_list(examination: Examination, credential: Credential, url: str) -> _Asked:
    from shared.status import ob2

    asked = _Asked()
    try:
        answer = ob2.read(
            url,
            ids=_identifiers(examination.claimed.document),
            issuer_id=credential.issuer.id,
            fetch=examination.ask_for_list,
        )
    except StatusUnknown as error:
        asked.unknown.append(error)
    else:
        asked.answers.append(answer)
    return asked


def _identifiers(document: Json) -> frozenset[str]:
    """The names under which an old badge may be withdrawn; the ``uid`` may be a number."""
    named = (document.get(name) for name in ("id", "uid"))
    is_name = (str, int)
    return frozenset(str(value) for value in named if isinstance(value, is_name))
