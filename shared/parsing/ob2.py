"""
Open Badges 2.0 and the 1.x assertions it grew from, lifted into the model.

A hosted assertion is a claim until its host confirms it; what it says about its
BadgeClass and issuer may stand inside it or at addresses of their own.

Sources: OB 2.0 §"Data" and §"Verification"; OB 1.1; OB 1.0.
"""

from typing import Any

from shared.model import (
    Achievement,
    AchievementSubject,
    Alignment,
    Credential,
    Evidence,
    IdentityObject,
    Json,
    Profile,
    Token,
)
from shared.parsing import ob05, shapes
from shared.parsing.addresses import WEB
from shared.times import parse_day_or_instant

OB21_CONTEXTS = {"https://purl.imsglobal.org/spec/ob/v2p1/ob_v2p1.jsonld"}
OB2_CONTEXTS = {
    "https://w3id.org/openbadges/v2",
    "https://openbadgespec.org/v2/context.json",
    "https://purl.imsglobal.org/spec/ob/v2p0/context.json",
    *OB21_CONTEXTS,
}
OB1_CONTEXTS = {"https://w3id.org/openbadges/v1", "https://openbadgespec.org/v1/context.json"}
HOSTED = {"hosted", "hostedbadge"}
SIGNED = {"signed", "signedbadge"}
IDENTITY_KINDS = {"email": "emailAddress", "telephone": "telephone", "url": "url", "id": "did"}


def looks_like_assertion(document: Json) -> bool:
    """Whether a JSON object may be an OB 0.5 to 2.1 assertion."""
    named = _contexts(document) & (OB1_CONTEXTS | OB2_CONTEXTS)
    return bool(named) or ("badge" in document and "recipient" in document)


def parse(document: Json, token: Token, *, jws: str | None = None) -> Credential:
    """
    Read an assertion; ``badge`` and ``issuer`` may be addresses still to be asked for.

    Raises:
        MalformedCredential: not the form of an assertion of any version.
    """
    if "type" in document and "Assertion" not in shapes.types(document, ""):
        raise shapes.wrong("/type", "not-an-assertion")
    hosted_at = None if jws else hosted_address(document)
    badge = document.get("badge")
    if version(document) == "0.5":
        badge = ob05.completed(badge)
    embedded = badge if isinstance(badge, dict) else None
    issuer = embedded.get("issuer") if embedded else None
    begins = _date(document, "issuedOn", "issued_on")
    return Credential(
        token=token,
        document=document,
        open_badges=version(document),
        data_model="ob-2.0" if _contexts(document) & OB2_CONTEXTS else "ob-1",
        id=_identifier(document),
        types=("Assertion",),
        name=shapes.title(embedded, "name", "/badge") if embedded else None,
        issuer=issuer_profile(issuer, embedded),
        subject=AchievementSubject(
            identifiers=recipient(document),
            achievement=badge_class(badge, "/badge"),
            narrative=shapes.prose(document, "narrative", ""),
        ),
        valid_from=begins,
        valid_until=_date(document, "expires"),
        awarded=begins,
        evidence=evidence(document.get("evidence")),
        endorsements=shapes.supports(document, embedded, issuer),
        jws=jws,
        hosted_at=hosted_at,
    )


def version(document: Json) -> str:
    """``2.1``, ``2.0``, ``1.1``, ``1.0`` or ``0.5``; a mixed document is of its newest."""
    contexts = _contexts(document)
    if contexts & OB21_CONTEXTS:
        return "2.1"
    if contexts & OB2_CONTEXTS:
        return "2.0"
    if contexts & OB1_CONTEXTS:
        return "1.1"
    return "1.0" if "verify" in document or "uid" in document else "0.5"


def hosted_address(document: Json) -> str | None:
    """
    Where the issuer hosts this assertion, as the assertion itself says.

    ``None``: it is signed, or it does not say how it is to be verified.
    """
    proof = verification(document)
    kinds = {str(kind).lower() for kind in shapes.as_list(proof.get("type"), "/verification/type")}
    if kinds & SIGNED or not kinds & HOSTED:
        return None
    for value in (proof.get("url"), document.get("id")):
        if isinstance(value, str) and value.startswith(WEB):
            return value
    return None


def verification(document: Json) -> Json:
    """The ``verification`` (OB 2) or ``verify`` (OB 1) object; empty without one."""
    value = document.get("verification") or document.get("verify") or {}
    return shapes.as_object(value, "/verification")


def recipient(document: Json) -> tuple[IdentityObject, ...]:
    """Who the badge is about: an object, or the bare text of OB 0.5."""
    value = document.get("recipient")
    if isinstance(value, str) and version(document) == "0.5":
        return (ob05.recipient(document),)
    obj = shapes.as_object(value, "/recipient")
    identity, salt = obj.get("identity"), obj.get("salt")
    if not isinstance(identity, str):
        raise shapes.wrong("/recipient/identity", "text")
    kind = obj.get("type")
    return (
        IdentityObject(
            type=IDENTITY_KINDS.get(kind, kind) if isinstance(kind, str) else "emailAddress",
            value=identity,
            hashed=obj.get("hashed") is True,
            salt=salt if isinstance(salt, str) else None,
        ),
    )


def badge_class(value: Any, path: str) -> Achievement:
    """A BadgeClass, embedded or only named by its address."""
    if isinstance(value, str):
        return Achievement(id=shapes.url(value, path))
    obj = shapes.as_object(value, path)
    narrative, address = _criteria(obj.get("criteria"), f"{path}/criteria")
    language = obj.get("@language")
    return Achievement(
        id=shapes.link(obj.get("id")) or "urn:badge:embedded",
        name=shapes.title(obj, "name", path),
        description=shapes.prose(obj, "description", path),
        criteria_narrative=narrative,
        criteria_id=address,
        image=shapes.image(obj.get("image"), f"{path}/image"),
        language=shapes.clean(language, limit=35) if isinstance(language, str) else None,
        tags=tuple(
            shapes.clean(tag, limit=100)
            for tag in shapes.as_list(obj.get("tags"), f"{path}/tags")
            if isinstance(tag, str)
        ),
        alignments=_alignments(obj.get("alignment", obj.get("alignments")), f"{path}/alignment"),
    )


def _criteria(value: Any, path: str) -> tuple[str | None, str | None]:
    """Criteria as text and as address: an object, an address, or the text itself."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        return shapes.prose(value, "narrative", path), shapes.link(value.get("id"))
    if isinstance(value, str) and shapes.link(value) is None:
        return shapes.clean(value) or None, None
    return None, shapes.link(value)


def issuer_profile(value: Any, badge: Json | None) -> Profile:
    """The issuer's Profile, embedded or only named; unnamed until its address is asked for."""
    if isinstance(value, str):
        return Profile(id=shapes.url(value, "/badge/issuer"))
    if isinstance(value, dict):
        named = (shapes.link(value.get(name)) for name in ("id", "url", "origin"))
        return Profile(
            id=next(filter(None, named), "urn:issuer:unknown"),
            name=shapes.title(value, "name", "/badge/issuer"),
            url=shapes.link(value.get("url")),
            email=shapes.email(value.get("email")),
            description=shapes.prose(value, "description", "/badge/issuer"),
            image=shapes.image(value.get("image"), "/badge/issuer/image"),
        )
    if badge is not None:
        raise shapes.wrong("/badge/issuer", "missing")
    return Profile(id="urn:issuer:unknown")


def evidence(value: Any) -> tuple[Evidence, ...]:
    """Evidence as an address, an object, or a list of either."""
    found = []
    for place, item in enumerate(shapes.as_list(value, "/evidence")):
        here = f"/evidence/{place}"
        if isinstance(item, str):
            # An address, or what people typed where an address was wanted.
            address = shapes.link(item)
            text = None if address else shapes.clean(item) or None
            found.append(Evidence(id=address, narrative=text))
            continue
        obj = shapes.as_object(item, here)
        found.append(
            Evidence(
                id=shapes.link(obj.get("id")),
                name=shapes.title(obj, "name", here),
                narrative=shapes.prose(obj, "narrative", here),
                description=shapes.prose(obj, "description", here),
                genre=shapes.title(obj, "genre", here),
            )
        )
    return tuple(found)


def _alignments(value: Any, path: str) -> tuple[Alignment, ...]:
    found = []
    for obj in shapes.as_list(value, path):
        if not isinstance(obj, dict):
            continue
        name = shapes.title(obj, "targetName", path) or shapes.title(obj, "name", path)
        found.append(
            Alignment(
                name=name or "",
                url=shapes.link(obj.get("targetUrl", obj.get("url"))),
                code=shapes.title(obj, "targetCode", path),
                framework=shapes.title(obj, "targetFramework", path),
            )
        )
    return tuple(found)


def _contexts(document: Json) -> set[str]:
    return {
        one for one in shapes.as_list(document.get("@context"), "/@context") if isinstance(one, str)
    }


def _identifier(document: Json) -> str | None:
    """The name of an assertion: its address, or the ``uid`` of OB 1, a text or a number."""
    for name in ("id", "uid"):
        value = document.get(name)
        if isinstance(value, (str, int)) and not isinstance(value, bool):
            return shapes.word(str(value), f"/{name}")
    return None


def _date(document: Json, *names: str) -> Any:
    for name in names:
        if document.get(name) is not None:
            moment = parse_day_or_instant(document[name])
            if moment is None:
                raise shapes.wrong(f"/{name}", "date")
            return moment
    return None
