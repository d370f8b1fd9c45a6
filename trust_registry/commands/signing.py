"""Reading a proposal, signing it on a machine of one's own, and putting it into place."""

from datetime import datetime
from pathlib import Path

import click

from shared.times import instant_text
from trust_registry.audit.proposed import changes_of
from trust_registry.commands import keys, talk
from trust_registry.commands.auditing import said
from trust_registry.commands.publishing import AT, DESK, write_pages
from trust_registry.commands.talk import Session
from trust_registry.publishing import proposals, staging
from trust_registry.publishing.keyring import KeySigner
from trust_registry.publishing.proposals import Proposal, registry_of
from trust_registry.publishing.review import review

PROPOSAL = click.argument("proposal", metavar="PROPOSAL", type=keys.FILE)


@click.command("show")
@PROPOSAL
@talk.command
def show(session: Session, /, *, proposal: Path) -> None:
    """
    Say in words all that a proposal would change, and who still has to sign.

    Example:
        $ badge-registry show accueil.json
    """
    _tell(session, proposals.from_bytes(proposal.read_bytes()))


@click.command("cosign")
@PROPOSAL
@click.option("--key", "key_file", required=True, metavar="FILE", type=keys.FILE)
@click.option(
    "--signer",
    metavar="URI",
    help="The key is in a token (hsm:2...): --key is then its public half, FILE.pub.",
)
@keys.PHRASE_FILE
@click.option("--yes", is_flag=True, help="Sign without asking again.")
@talk.command
def cosign(
    session: Session,
    /,
    *,
    proposal: Path,
    key_file: Path,
    signer: str | None,
    phrase_file: Path | None,
    yes: bool,
) -> None:
    """
    Read a proposal and sign it with your own key, on your own machine.

    Example:
        $ badge-registry cosign accueil.json --key anne.key
        $ badge-registry cosign accueil.json --key anne.key.pub --signer hsm:2
    """
    found = proposals.from_bytes(proposal.read_bytes())
    if not session.json:
        _tell(session, found)
    else:
        review(found)
    if not yes:
        talk.confirm(session, "proposal.sure")
    if signer is not None:
        signed = proposals.signed_by(found, keys.token_signer(session, signer, key_file))
    else:
        own = keys.opened(session, key_file, phrase_file, registry=found.registry)
        signed = proposals.signed_by(found, KeySigner(own))
    keys.write_file(proposal, proposals.to_bytes(signed))
    told(session, signed, proposal)


@click.command("apply")
@DESK
@click.argument("copies", metavar="PROPOSAL...", nargs=-1, required=True, type=keys.FILE)
@AT
@talk.command
def apply(
    session: Session, /, *, folder: Path, copies: tuple[Path, ...], at: datetime | None
) -> None:
    """
    Publish a proposal that two administrators have signed, in one copy or in two.

    Example:
        $ badge-registry apply registre accueil.json
    """
    now = at or session.clock()
    found = proposals.joined([proposals.from_bytes(one.read_bytes()) for one in copies])
    desk = staging.apply(folder, found, at=now)
    write_pages(folder, at=now)
    standing = desk.standing(now)
    if session.json:
        talk.answer({"applied": True, "partners": len(standing.members)})
        return
    talk.line(session.say("proposal.applied", {"partners": len(standing.members)}))
    talk.line(session.say("made.served", {"folder": str(folder / "public")}))


def told(session: Session, proposal: Proposal, file: Path) -> None:
    """What is written, and what to do next."""
    missing = max((one.need - one.have for one in proposals.signatures(proposal)), default=0)
    if session.json:
        talk.answer(
            {"proposal": str(file), "registry": proposal.registry, "missing": max(0, missing)}
        )
        return
    code = "proposal.to-sign" if missing > 0 else "proposal.to-apply"
    talk.line(session.say(code, {"file": str(file), "count": missing}))


def _tell(session: Session, proposal: Proposal) -> None:
    checked = review(proposal)
    events = changes_of(proposal, checked)
    if session.json:
        talk.answer(
            {
                "registry": proposal.registry,
                "name": checked.after.name,
                "made": instant_text(proposal.made_at),
                "changes": [
                    {"code": one.code, "facts": {k: str(v) for k, v in one.facts.items()}}
                    for one in events
                ],
                "signatures": [
                    {"role": one.role, "have": one.have, "need": one.need}
                    for one in proposals.signatures(proposal)
                ],
            }
        )
        return
    talk.line(checked.after.name)
    about = {"day": proposal.made_at, "mark": _registry_mark(proposal)}
    talk.line(session.say("proposal.made", about))
    for one in events:
        talk.line("  " + said(session, one.code, one.facts))
    if not events:
        talk.line("  " + session.say("proposal.nothing"))
    for signature in proposals.signatures(proposal):
        facts = {"role": signature.role, "have": signature.have, "need": signature.need}
        talk.line(session.say("proposal.signatures", facts))


def _registry_mark(proposal: Proposal) -> str:
    """The beginning of what tells one registry from another, to be compared on paper."""
    return registry_of(proposal.roots[0] if proposal.roots else proposal.root or b"")[:8]
