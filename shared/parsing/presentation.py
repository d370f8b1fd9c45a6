"""
Presentations: a holder shows credentials; each is read, and judged, on its own.

Source: W3C VCDM 2.0 §"Verifiable Presentations"; VC-JOSE-COSE §"Securing JSON-LD
Verifiable Presentations with JOSE".
"""

import re
from dataclasses import replace
from typing import Any

from shared.errors import ProofInvalid
from shared.model import AchievementSubject, Credential, Json, Profile, Token, TokenKind
from shared.parsing import ob3, shapes
from shared.parsing.clr2 import MAX_PARTS, limited, part, read_each
from shared.proofs.jws import CompactJws

_ENVELOPED = re.compile(
    r"data:application/v[cp](?:[+-]ld)?(?:\+json)?\+jwt(?:;base64url)?,(.*)\Z", re.DOTALL
)
"""A token in an address (VC-JOSE-COSE §"Enveloped"), and its spellings before the standard."""

ENVELOPES = frozenset({"EnvelopedVerifiableCredential", "EnvelopedVerifiablePresentation"})
"""What only carries a token: nothing beside the token is signed, or said."""

NOBODY = Profile(id="urn:holder:unknown")
"""Of a presentation that does not say who presents."""


def parse(document: Json, token: Token, *, jws: str | None = None) -> Credential:
    """
    Read a presentation; its ``issuer`` is the holder who signs it.

    Raises:
        MalformedCredential: the form is not that of a presentation.
    """
    types = shapes.types(document, "")
    if "VerifiableCredential" in types:
        raise shapes.wrong("/type", "presentation")
    model = ob3.data_model(document)
    inside = shapes.as_list(document.get("verifiableCredential"), "/verifiableCredential")
    if len(inside) > MAX_PARTS:
        raise shapes.wrong("/verifiableCredential", "too-many")
    holder = document.get("holder")
    if holder is not None and not isinstance(holder, (str, dict)):
        raise shapes.wrong("/holder", "address")
    parts, unread = read_each(
        inside,
        "/verifiableCredential",
        lambda item, place: _inside(item, token, place, bare=model == "vcdm-1.1"),
    )
    return Credential(
        token=token,
        document=document,
        open_badges=None,
        data_model=model,
        id=shapes.optional_url(document, "id", ""),
        types=types,
        name=None,
        issuer=NOBODY if holder is None else ob3.profile(holder, "/holder"),
        subject=AchievementSubject(),
        valid_from=None,
        proofs=ob3.proofs(document.get("proof")),
        jws=jws,
        parts=limited(parts, "/verifiableCredential"),
        unread=unread,
    )


def parse_jws(jws: CompactJws, token: Token) -> Credential:
    """Read a presentation secured as a compact JWS, in either form."""
    payload = jws.payload
    document = shapes.as_object(payload.get("vp", payload), "/vp")
    holder = document.get("holder")
    if "iss" in payload:
        said = holder.get("id") if isinstance(holder, dict) else holder
        if said is not None and said != payload["iss"]:
            raise ProofInvalid(why="iss")
        document = {**document, "holder": holder or payload["iss"]}
    return parse(document, token, jws=token.text)


def is_presentation(credential: Credential) -> bool:
    """Whether this is a presentation rather than a credential."""
    return "VerifiablePresentation" in credential.types


def _inside(item: Any, token: Token, path: str, *, bare: bool) -> Credential:
    """One credential of a presentation; only VCDM 1.1 may hold a ``bare`` token."""
    if isinstance(item, str):
        if not bare or not item.startswith("ey"):
            raise shapes.wrong(path, "object")
        return part(item, token, path)
    obj = shapes.as_object(item, path)
    if "EnvelopedVerifiableCredential" in shapes.as_list(obj.get("type"), f"{path}/type"):
        return part(_enveloped(obj, path), token, path)
    return part(obj, token, path)


def opened(envelope: Json, token: Token) -> Token:
    """
    The token that an envelope carries, in the place of the envelope.

    Raises:
        MalformedCredential: it carries none, or says something beside it.
    """
    beside = envelope.keys() - {"@context", "type", "id"}
    if beside:
        raise shapes.wrong(f"/{min(beside)}", "enveloped")
    return replace(token, kind=TokenKind.JWS, text=_enveloped(envelope, ""), rivals=(), notes=())


def _enveloped(obj: Json, path: str) -> str:
    """The compact JWS in the address of an envelope."""
    address = obj.get("id")
    found = _ENVELOPED.match(address) if isinstance(address, str) else None
    if found is None:
        raise shapes.wrong(f"{path}/id", "enveloped")
    return found[1]
