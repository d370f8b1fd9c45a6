"""
All that the badges of the region ask of the network, as a bundle to replay.

With it every badge is judged with no network at all; what is not in it does not answer,
like any page that is down.  Form: ``shared/fetching/replay.py``.
"""

import json
import re
from pathlib import Path
from typing import Any

from shared.model import Json
from trust_registry import layout
from trust_registry.demo import composing, hosting
from trust_registry.demo.composing import site_list
from trust_registry.demo.partnership import as_bytes, signed_list
from trust_registry.demo.told import BadgeTold, OrganisationTold
from trust_registry.demo.world import World

PUBLIC_HOST = "203.0.113.10"
"""An address of documentation (RFC 5737), which nobody has."""
PUBLIC_NETWORK = "203.0.113.0/24"
BUNDLE = "internet.json"
"""Beside the public folder of the region."""
ROOT_NAME = re.compile(rf"[0-9]+\.{layout.ROOT}\.json")

Pages = dict[str, Any]


def bundle(world: World, *, folder: Path) -> Json:
    """
    Write the bundle.

    Args:
        folder: the working folder of the registry, whose files answer for its site; they are
            named and not copied, and ``follow`` names those of a later publication.
    """
    pages = registry_pages(folder, base=world.base)
    for organisation in world.told.organisations:
        if organisation.host:
            pages |= _site(organisation, world)
        elif organisation.client:
            pages |= _shared_pages(organisation, world)
    for badge in world.told.badges:
        if badge.made == "hosted":
            pages[world.shared_address(badge)] = _page(hosting.page(badge, world))
        elif badge.made == "shared":
            pages[world.shared_address(badge)] = _page(composing.secured(badge, world))
    return {
        "default_dns": [PUBLIC_HOST],
        "treat_as_public": [PUBLIC_NETWORK],
        "http": dict(sorted(pages.items())),
    }


def follow(folder: Path, *, base: str) -> bool:
    """
    Have the internet of a demo region answer with what its registry publishes now.

    Args:
        folder: the working folder of the registry, in which the internet may stand.
        base: the address of the registry's site.

    Returns:
        Whether there was one to bring up to date.
    """
    file = folder / BUNDLE
    if not file.is_file():
        return False
    told = json.loads(file.read_bytes())
    elsewhere = {url: page for url, page in told["http"].items() if not url.startswith(f"{base}/")}
    told["http"] = dict(sorted((elsewhere | registry_pages(folder, base=base)).items()))
    file.write_bytes(written(told))
    return True


def registry_pages(folder: Path, *, base: str) -> Pages:
    """The registry's own site: each address with the file beside the bundle that answers it."""
    public = folder / layout.PUBLIC
    files = sorted(path for path in public.rglob("*") if path.is_file())
    pages: Pages = {
        f"{base}/{path.relative_to(public).as_posix()}": {
            "file": path.relative_to(folder).as_posix()
        }
        for path in files
        if not any(part.startswith(".") for part in path.relative_to(public).parts)
    }
    # Who reads the list asks first whether its root was changed since.
    roots = len([one for one in files if ROOT_NAME.fullmatch(one.name)])
    return pages | {f"{base}/{layout.METADATA}/{roots + 1}.{layout.ROOT}.json": {"status": 404}}


def written(told: Json) -> bytes:
    """A bundle as it stands in its file."""
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def _site(organisation: OrganisationTold, world: World) -> Pages:
    """The key and the list of an organisation that publishes them itself."""
    signer = world.site_signer(organisation)
    method = {
        "id": signer.method,
        "type": "Multikey",
        "controller": signer.issuer_id,
        "publicKeyMultibase": signer.key.public.multibase,
    }
    document = {
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": signer.issuer_id,
        "verificationMethod": [method],
        "assertionMethod": [signer.method],
    }
    url = site_list(organisation.host)
    given = _given(organisation, "site", world)
    withdrawn = [badge for badge in given if badge.state == "revoked"]
    listed = signed_list(
        url=url, signer=signer, world=world, badges=withdrawn, purpose="revocation"
    )
    return {
        f"https://{organisation.host}/.well-known/did.json": _page(document),
        url: {"body": listed.decode("utf-8"), "headers": {"content-type": "application/vc"}},
    }


def _shared_pages(organisation: OrganisationTold, world: World) -> Pages:
    """What the shared host says of one organisation, its badges, and what it withdrew."""
    profile = hosting.profile(organisation, world)
    pages: Pages = {profile["id"]: _page(profile)}
    for badge_id in organisation.publishes:
        kind = hosting.badge_class(organisation, badge_id, world)
        pages[kind["id"]] = _page(kind)
        if badge_id != organisation.lost_list_for:
            listed = _withdrawals(organisation, badge_id, world)
            pages[listed["id"]] = _page(listed)
    return pages


def _withdrawals(organisation: OrganisationTold, badge_id: str, world: World) -> Json:
    """The unsigned list of one kind of badge (``1EdTechRevocationList``)."""
    gone = [
        world.shared_address(badge)
        for badge in _given(organisation, "shared", world)
        if badge.badge == badge_id and badge.state == "revoked"
    ]
    return {
        "id": world.shared_list(organisation, badge_id),
        "issuer": world.shared_did(organisation),
        "revokedCredential": [{"id": one, "revoked": True} for one in gone],
    }


def _given(organisation: OrganisationTold, made: str, world: World) -> list[BadgeTold]:
    return [one for one in world.told.badges if one.by == organisation.slug and one.made == made]


def _page(document: Json) -> Json:
    body = as_bytes(document).decode("utf-8")
    return {"body": body, "headers": {"content-type": "application/json"}}
