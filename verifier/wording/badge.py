"""What may be shown of the badge itself, and how sure we are of each name in it."""

from collections.abc import Iterator

from shared.model import AchievementSubject, Credential, Evidence
from trust_registry.catalogue import BadgeEntry
from verifier.verdict import Level, Outcome, Reason, Verdict
from verifier.wording.answers import is_vouched_for
from verifier.wording.setting import Setting
from verifier.wording.worded import Labelled, WordedBadge, WordedSupport

MAX_NAME = 200
"""Letters of a name on a page."""
MAX_TEXT = 2_000
"""Letters of a text on a page; the whole stands in the file."""
MAX_LINES = 20
"""Lines of a list: the rest is in the full report."""

UNPROVEN = frozenset(
    {
        Reason.NO_PROOF,
        Reason.PROOF_NOT_CHECKED,
        Reason.KEY_NOT_CHECKED,
        Reason.ISSUER_UNPROVEN,
        Reason.HOSTED_NOT_CHECKED,
    }
)
"""Reasons for which the named issuer may not be the one that made the badge."""

OVER = frozenset({Reason.REVOKED, Reason.SUSPENDED, Reason.EXPIRED})
"""Reasons for which the badge is spoken of in the past."""


def worded_badge(verdict: Verdict, setting: Setting) -> WordedBadge | None:
    """Give what may be shown; ``None`` for a badge that is not authentic, or not read."""
    credential = verdict.credential
    if credential is None or verdict.level in (Level.REFUSED, Level.UNREADABLE):
        return None
    entry = _entry(verdict, credential, setting)
    achievement = credential.subject.achievement
    named = (achievement.name if achievement else None) or credential.name
    private = verdict.level is Level.NOT_THEIRS
    return WordedBadge(
        name=entry.name[setting.lang]
        if entry
        else cut(named or "") or setting.say("badge.unnamed"),
        opening=setting.say(_opening(verdict)),
        can_do=tuple(entry.can_do[setting.lang]) if entry else (),
        about="" if entry or achievement is None else cut(achievement.description or "", MAX_TEXT),
        facts=tuple(_facts(verdict, credential, setting)),
        to_write=setting.say("badge.to-write") if _is_theirs(verdict) else "",
        criteria=tuple(_criteria(credential, entry, setting)),
        evidence=() if private else tuple(_evidence(credential)),
        picture=entry.id if entry else None,
        alt=entry.alt[setting.lang] if entry else "",
    )


def worded_support(verdict: Verdict, setting: Setting) -> Iterator[WordedSupport]:
    """Give the words of support that their signer stands behind; never to another person."""
    hidden = verdict.level in (Level.REFUSED, Level.UNREADABLE, Level.NOT_THEIRS)
    for one in () if hidden else verdict.support:
        if one.issuer is None:
            continue
        written = cut(one.issuer.name or one.issuer.id)
        kind = setting.say_part(f"kind.{one.kind}", "title", {}) if one.kind else ""
        yield WordedSupport(
            name=one.registry_name or setting.say("badge.quoted", {"text": written}),
            label=kind if one.registry_name else setting.say("report.support-unknown"),
            comment=cut(one.comment or "", MAX_TEXT),
        )


def cut(text: str, most: int = MAX_NAME) -> str:
    """Shorten a text that somebody else wrote."""
    text = text.strip()
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _opening(verdict: Verdict) -> str:
    """Give the code of what comes before the list: what is over is said so, and whose it is not."""
    if OVER & set(verdict.reasons):
        return "badge.could-do"
    return "badge.others-can-do" if verdict.level is Level.NOT_THEIRS else "badge.can-do"


def _entry(verdict: Verdict, credential: Credential, setting: Setting) -> BadgeEntry | None:
    """Give the network's own words for this badge, when the network stands behind it."""
    achievement = credential.subject.achievement
    if setting.registry is None or achievement is None or not is_vouched_for(verdict):
        return None
    return setting.registry.catalogue().find(credential.issuer.id, achievement.id)


def _facts(verdict: Verdict, credential: Credential, setting: Setting) -> Iterator[Labelled]:
    yield from _by(verdict, credential, setting)
    to = _to(verdict, credential.subject, setting)
    if to:
        yield Labelled(label=setting.say("badge.to"), value=to)
    awarded = credential.awarded or credential.valid_from
    day = setting.day(awarded) if awarded else setting.say("badge.day-unknown")
    yield Labelled(label=setting.say("badge.on"), value=day)
    until = credential.valid_until
    end = setting.day(until) if until else setting.say("badge.no-end")
    yield Labelled(label=setting.say("badge.until"), value=end)
    source = credential.subject.source
    if source is not None and source.name and is_vouched_for(verdict):
        yield Labelled(label=setting.say("badge.seen-by"), value=cut(source.name))


def _by(verdict: Verdict, credential: Credential, setting: Setting) -> Iterator[Labelled]:
    written = cut(credential.issuer.name or credential.issuer.id)
    quoted = setting.say("badge.quoted", {"text": written})
    if verdict.issuer_name is None or UNPROVEN & set(verdict.reasons):
        yield Labelled(label=setting.say("badge.by-claimed"), value=quoted)
        unchecked = setting.say("badge.not-checked-name")
        yield Labelled(label=setting.say("badge.this-name"), value=unchecked)
        return
    yield Labelled(label=setting.say("badge.by"), value=verdict.issuer_name)
    if credential.issuer.name and written.casefold() != verdict.issuer_name.casefold():
        yield Labelled(label=setting.say("badge.by-written"), value=quoted)


def _to(verdict: Verdict, subject: AchievementSubject, setting: Setting) -> str:
    """Say whose it is; never the name of the other person."""
    if verdict.level is Level.NOT_THEIRS:
        return ""
    if _is_theirs(verdict):
        return setting.say("badge.to-asked")
    plain = [identity.value for identity in subject.identifiers if not identity.hashed]
    if plain:
        return cut(plain[0])
    if subject.identifiers:
        return setting.say("badge.to-hidden")
    return setting.say("badge.to-space") if subject.id else ""


def _is_theirs(verdict: Verdict) -> bool:
    """Whether it is the badge of the person who was asked about."""
    return any(
        finding.check == "recipient.identity" and finding.outcome is Outcome.PASSED
        for finding in verdict.findings
    )


def _criteria(credential: Credential, entry: BadgeEntry | None, setting: Setting) -> Iterator[str]:
    achievement = credential.subject.achievement
    if entry is not None:
        yield from entry.criteria[setting.lang]
    elif achievement is not None and achievement.criteria_narrative:
        lines = achievement.criteria_narrative[:MAX_TEXT].splitlines()
        yield from [cut(line, MAX_TEXT) for line in lines if line.strip()][:MAX_LINES]


def _evidence(credential: Credential) -> Iterator[str]:
    if credential.subject.narrative:
        yield cut(credential.subject.narrative, MAX_TEXT)
    for evidence in credential.evidence[:MAX_LINES]:
        text = _told(evidence)
        if text:
            yield text


def _told(evidence: Evidence) -> str:
    told = [evidence.name, evidence.narrative or evidence.description or evidence.id]
    return cut(". ".join(part.strip().rstrip(".") for part in told if part), MAX_TEXT)
