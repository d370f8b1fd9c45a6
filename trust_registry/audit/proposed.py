"""What a proposal would change, in the words in which the past is told."""

from tuf.api.metadata import Root, Targets

from trust_registry.audit.hub import tell_catalogue, tell_member
from trust_registry.audit.model import Event, Signers
from trust_registry.audit.noting import Notebook, Page
from trust_registry.audit.roots import tell_keys
from trust_registry.audit.signed import shortened
from trust_registry.layout import HUB
from trust_registry.publishing.proposals import Proposal
from trust_registry.publishing.review import Moment, Review

NOBODY = Signers(role=HUB, keys=(), of=0, needed=0)
"""A proposal is told before it is signed."""


def changes_of(proposal: Proposal, review: Review) -> tuple[Event, ...]:
    """
    Everything that a proposal changes, in order: nothing that is signed is left out.

    Args:
        review: the same proposal, read and checked.
    """
    notebook = Notebook()
    page = Page(notebook, edition=0, on=proposal.made_at, signers=NOBODY)
    _tell_root(review, page)
    before, after = review.before, review.after
    tell_catalogue(None if before is None else before.catalogue, after.catalogue, page)
    known = {} if before is None else {one.slug: one for one in before.members}
    for member in after.members:
        tell_member(known.get(member.slug), member, page)
    _tell_holders(review, page)
    for slug, since in proposal.stolen.items():
        page.tell("proposal.stolen", name=_name(after, slug), since=since)
    for bundle in proposal.bundles:
        page.tell("proposal.brings", name=_name(after, bundle.slug))
    return tuple(notebook.events)


def _tell_root(review: Review, page: Page) -> None:
    root: Root = review.after.root
    if review.before is None:
        role = root.roles["root"]
        page.tell("audit.opened", count=len(role.keyids), needed=role.threshold)
    else:
        tell_keys(review.before.root, root, page)


def _tell_holders(review: Review, page: Page) -> None:
    before = {} if review.before is None else _holders(review.before.hub)
    for slug, keys in _holders(review.after.hub).items():
        if before.get(slug) != keys:
            code = "audit.folder" if slug not in before else "audit.folder-key"
            page.tell(code, name=_name(review.after, slug), slug=slug, key=shortened(keys))


def _holders(hub: Targets) -> dict[str, list[str]]:
    roles = (hub.delegations.roles or {}) if hub.delegations else {}
    return {slug: role.keyids for slug, role in roles.items()}


def _name(moment: Moment, slug: str) -> str:
    return next((one.name for one in moment.members if one.slug == slug), slug)
