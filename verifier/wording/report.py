"""Put a judgement into words, in the order in which a person reads it."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace

from shared.errors import BadgeError
from shared.model import Credential
from verifier.conclusion import HOLDS_NO_BADGE, conclude
from verifier.verdict import Finding, Level, Outcome, Reason, Verdict
from verifier.verify import Judgement
from verifier.wording import answers
from verifier.wording.answers import Answer
from verifier.wording.badge import UNPROVEN, cut, worded_badge, worded_support
from verifier.wording.checks import check_lines, line_of, sentence
from verifier.wording.reaching import address_of, names_alike, reach, whom_to_ask
from verifier.wording.setting import Setting
from verifier.wording.worded import Labelled, ShownPicture, WordedReport

NEXT_STEPS = ("do-1", "do-2")
WHOSE_PICTURE = ("received", "issuers")
MAX_ALSO = 2
"""What else is wrong, beside the first; the rest is in the details."""
MAX_REQUESTS = 20
"""Addresses shown; a verification of one badge asks 12 at most."""
SIGNED = ("integrity.proof", "issuer.key")
"""The checks that make a signature good."""
OF_A_KEY = {"revoked": "answer.key-withdrawn", "expired": "answer.key-ended"}
"""Answers for a key that was the issuer's: nobody else need have signed."""
SPOKEN_OF = frozenset({Level.REFUSED, Level.UNREADABLE})
"""Levels of which nothing but the answer is shown."""


def in_words(judgement: Judgement, lang: str) -> WordedReport:
    """Say a judgement in ``fr`` or ``en``; every part of it is plain text."""
    setting = Setting(lang=lang, now=judgement.now, registry=judgement.registry)
    verdict = judgement.verdict
    report = _worded(verdict, setting, judgement.error)
    specialist = tuple(_specialist(judgement, setting))
    if not verdict.parts or (verdict.level is Level.REFUSED and not _is_level_of_a_part(verdict)):
        return replace(report, specialist=specialist)
    parts = tuple(_worded(part, setting, None) for part in verdict.parts)
    return replace(_several(report, verdict, parts, setting), specialist=specialist)


def _worded(verdict: Verdict, setting: Setting, error: BadgeError | None) -> WordedReport:
    if verdict.level is Level.UNREADABLE:
        return _unreadable(verdict, setting, error)
    answer = answers.answer_for(verdict)
    code = _finer(answer, verdict)
    asked = whom_to_ask(answer, verdict, setting)
    facts = setting.facts_of(verdict) | {"reach": reach(asked)}
    shown, folded = check_lines(verdict, setting)
    lead = [setting.say(code, facts, part="lead"), _why(answer, verdict, setting)]
    if answer.is_about_silence:
        lead.reverse()
    return WordedReport(
        level=verdict.level,
        lang=setting.lang,
        tone=answer.tone,
        icon=answer.icon,
        word=setting.say(code, facts, part="word"),
        title=setting.say(code, facts, part="title"),
        lead=" ".join(part for part in lead if part),
        also=tuple(_also(answer, verdict, setting))[:MAX_ALSO],
        when=setting.when(),
        next_steps=tuple(
            filter(None, (setting.say(code, facts, part=part) for part in NEXT_STEPS))
        ),
        contact=address_of(asked),
        note=setting.say(code, facts, part="note"),
        can_retry=answer.can_retry,
        can_rename=answer.can_rename,
        checks=shown,
        more_checks=folded,
        badge=worded_badge(verdict, setting),
        recognised=_recognised(verdict, setting),
        recognisers=_recognisers(verdict, setting),
        specialist=(),
        sound=_sound(verdict, setting),
        alike=names_alike(verdict, setting),
        support=tuple(worded_support(verdict, setting)),
        pictures=_pictures(verdict, setting),
        networks=_networks(verdict, setting),
    )


def _networks(verdict: Verdict, setting: Setting) -> tuple[Labelled, ...]:
    """Every answer beside the others, in the order of the file that names the networks."""
    if verdict.level in SPOKEN_OF or UNPROVEN & set(verdict.reasons):
        return ()
    return tuple(
        Labelled(label=cut(one.label), value=line_of(one.finding, verdict, setting).title)
        for one in verdict.networks
    )


def _unreadable(verdict: Verdict, setting: Setting, error: BadgeError | None) -> WordedReport:
    """Say what the file is, in the words of the error that reading it ended with."""
    failed = next((finding for finding in verdict.findings if finding.problems), None)
    failed = failed or next(iter(verdict.findings), None)
    code, facts = (error.code, error.facts) if error else _of(failed)
    is_other = code in HOLDS_NO_BADGE
    answer = answers.NO_BADGE if is_other else answers.UNREADABLE
    title = setting.say_part(code, "title", facts) or setting.say("read.not-readable")
    return WordedReport(
        level=verdict.level,
        lang=setting.lang,
        tone=answer.tone,
        icon=None,
        word=setting.say(answer.code, part="word"),
        title=sentence(title),
        lead=setting.say_part(code, "help", facts),
        also=(),
        when=setting.when("report.looked-at"),
        next_steps=tuple(setting.say(answer.code, part=part) for part in NEXT_STEPS),
        contact=None,
        note="",
        can_retry=False,
        can_rename=False,
        checks=(),
        more_checks=(),
        badge=None,
        recognised="",
        recognisers=(),
        specialist=(),
    )


def _of(finding: Finding | None) -> tuple[str, dict[str, str | int]]:
    return (finding.code, dict(finding.facts)) if finding else ("read.not-readable", {})


def _several(
    report: WordedReport, verdict: Verdict, parts: tuple[WordedReport, ...], setting: Setting
) -> WordedReport:
    """Say how many badges there are; each keeps an answer of its own."""
    worst = next((part for part in parts if part.level is verdict.level), None)
    if worst is None:
        return replace(report, parts=parts)
    facts = {"count": len(parts)}
    return replace(
        worst,
        title=setting.say("answer.several", facts),
        lead=setting.say("answer.several", facts, part="lead"),
        also=(),
        next_steps=(),
        contact=None,
        note="",
        can_rename=False,
        checks=(),
        more_checks=(),
        badge=None,
        recognised="",
        recognisers=(),
        sound="",
        alike=(),
        support=(),
        pictures=(),
        networks=(),
        parts=parts,
    )


def _is_level_of_a_part(verdict: Verdict) -> bool:
    return any(part.level is verdict.level for part in verdict.parts)


def _finer(answer: Answer, verdict: Verdict) -> str:
    """Choose between wordings of one answer: is the network still behind it, whose is the key?"""
    if answer.level is Level.TRUSTED:
        left = any(finding.code == "registry.past-member" for finding in verdict.findings)
        return "answer.trusted-then" if left else answer.code
    if answer.reason is Reason.KEY_NOT_ISSUERS:
        ended = {finding.facts.get("why") for finding in verdict.findings}
        return next((code for why, code in OF_A_KEY.items() if why in ended), answer.code)
    if answer.reason is Reason.EXPIRED:
        only = set(verdict.reasons) == {Reason.EXPIRED} and answers.is_vouched_for(verdict)
        return answer.code if only else "answer.expired-unsure"
    return answer.code


def _why(answer: Answer, verdict: Verdict, setting: Setting) -> str:
    if not answer.tells_why:
        return ""
    about = next((f for f in verdict.findings if answer.reason in f.reasons), None)
    return line_of(about, verdict, setting).help if about else ""


def _also(answer: Answer, verdict: Verdict, setting: Setting) -> Iterator[str]:
    """What else stands in the way, said once; of a refused badge, nothing else is said."""
    if verdict.level in SPOKEN_OF:
        return
    said: set[str] = set()
    for finding in verdict.findings:
        if finding.reasons and answer.reason not in finding.reasons:
            title = line_of(finding, verdict, setting).title
            if title not in said:
                said.add(title)
                yield title


def _sound(verdict: Verdict, setting: Setting) -> str:
    """Say what is well beside what is missing, or beside another person's name."""
    outcomes = {finding.check: finding.outcome for finding in verdict.findings}
    if verdict.level is Level.NOT_THEIRS and _otherwise(verdict) is Level.TRUSTED:
        return setting.say("report.sound-otherwise")
    if verdict.level is Level.UNDETERMINED and {outcomes.get(one) for one in SIGNED} == {
        Outcome.PASSED
    }:
        return setting.say("report.sound-signature")
    return ""


def _otherwise(verdict: Verdict) -> Level:
    """The level, had nobody been asked about."""
    return conclude(
        [
            replace(finding, outcome=Outcome.NOT_APPLICABLE, reasons=())
            if finding.check == "recipient.identity"
            else finding
            for finding in verdict.findings
        ]
    )


def _recognised(verdict: Verdict, setting: Setting) -> str:
    if verdict.level in SPOKEN_OF:
        return ""
    if UNPROVEN & set(verdict.reasons):
        return setting.say("report.recognised-unproven")
    unlooked = Reason.REGISTRY_NOT_CHECKED in verdict.reasons
    if unlooked or setting.registry is None or not setting.registry.fresh(setting.now):
        return setting.say("report.recognised-unknown")
    if not verdict.recognised_by:
        alone = "nobody" if answers.is_vouched_for(verdict) else "no-partner"
        return setting.say(f"report.recognised-{alone}")
    now = verdict.level is not Level.NOT_VALID_NOW
    code = "report.recognised" if now else "report.recognised-if-valid"
    return setting.say(code, {"count": len(verdict.recognised_by)})


def _recognisers(verdict: Verdict, setting: Setting) -> tuple[Labelled, ...]:
    if verdict.level in SPOKEN_OF or UNPROVEN & set(verdict.reasons):
        return ()
    return tuple(
        Labelled(
            label=setting.say_part(f"kind.{partner.kind}", "title", {}) or partner.kind,
            value=cut(partner.name),
        )
        for partner in verdict.recognised_by
    )


def _pictures(verdict: Verdict, setting: Setting) -> tuple[ShownPicture, ...]:
    if verdict.pictures is None or verdict.level in SPOKEN_OF:
        return ()
    return tuple(
        ShownPicture(
            label=setting.say("picture.different", part=whose),
            address=f"data:image/png;base64,{b64encode(drawn).decode('ascii')}",
        )
        for whose, drawn in zip(WHOSE_PICTURE, verdict.pictures, strict=True)
    )


def _specialist(judgement: Judgement, setting: Setting) -> Iterator[Labelled]:
    verdict, registry = judgement.verdict, judgement.registry
    yield Labelled(label=setting.say("expert.level"), value=verdict.level)
    for reason in verdict.reasons:
        meaning = setting.say(f"reason.{reason.lower()}")
        yield Labelled(label=setting.say("expert.reasons"), value=f"{reason} – {meaning}")
    credential = verdict.credential
    if credential is not None:
        version = credential.open_badges
        form = f"Open Badges {version}" if version else credential.data_model
        yield Labelled(label=setting.say("expert.format"), value=form)
        for signed in _proofs(verdict, credential, setting):
            yield Labelled(label=setting.say("expert.proofs"), value=cut(signed))
    if judgement.container:
        yield Labelled(label=setting.say("expert.container"), value=judgement.container)
    day = setting.day(registry.listed_at) if registry else ""
    yield Labelled(
        label=setting.say("expert.registry"),
        value=setting.say(
            "expert.registry-of",
            {"name": registry.name, "day": day, "partners": registry.partners},
        )
        if registry
        else setting.say("expert.no-registry"),
    )
    if registry is not None and registry.alarm is not None:
        alarm = setting.say_part(registry.alarm, "title", {}) or registry.alarm
        yield Labelled(label=setting.say("expert.alarm"), value=alarm)
    asked = judgement.requests[:MAX_REQUESTS] or (setting.say("expert.no-requests"),)
    for address in asked:
        yield Labelled(label=setting.say("expert.requests"), value=cut(address))


def _proofs(verdict: Verdict, credential: Credential, setting: Setting) -> Iterator[str]:
    """Each proof with how it ended; of a verdict that was kept, only which they are."""
    for proof in verdict.proofs:
        ended = setting.say_part(proof.code, "title", proof.facts)
        yield f"{proof.suite} – {ended}" if ended else proof.suite
    if not verdict.proofs:
        kinds = [str(proof.get("cryptosuite") or proof.get("type")) for proof in credential.proofs]
        yield from kinds or ["JWT"] * bool(credential.jws)
