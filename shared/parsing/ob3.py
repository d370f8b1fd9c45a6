"""
Open Badges 3.0 and any verifiable credential, VCDM 1.1 and 2.0, lifted into the model.

Sources: 1EdTech OB 3.0 §B (data model); W3C VCDM 2.0 §4; VCDM 1.1 §4.
"""

from datetime import datetime
from typing import Any

from shared.errors import MalformedCredential
from shared.model import (
    Achievement,
    AchievementSubject,
    Alignment,
    Credential,
    Evidence,
    IdentityObject,
    Json,
    Profile,
    StatusEntry,
    Token,
)
from shared.parsing import shapes

VCDM_1 = "https://www.w3.org/2018/credentials/v1"
VCDM_2 = "https://www.w3.org/ns/credentials/v2"
BADGE_TYPES = {"OpenBadgeCredential", "AchievementCredential", "ClrCredential"}
OB3_ADDRESS = "https://purl.imsglobal.org/spec/ob/v3p0/"
CLR_ADDRESS = "https://purl.imsglobal.org/spec/clr/v2p0/"
MAX_PROOFS = 8
"""Real badges carry one or two; each costs a canonicalisation."""


def parse(
    document: Json,
    token: Token,
    *,
    jws: str | None = None,
    dates: tuple[datetime | None, datetime | None] | None = None,
) -> Credential:
    """
    Read a verifiable credential.

    Args:
        document: the credential's JSON; kept untouched.
        token: what it was found in.
        jws: the token that secures it, for a VC-JWT.
        dates: first and last instants already made strict with the claims of a VC-JWT.

    Raises:
        MalformedCredential: a member that must be there is not, or is not of its form.
    """
    types = shapes.types(document, "")
    if "VerifiableCredential" not in types:
        raise shapes.wrong("/type", "not-a-credential")
    if "VerifiablePresentation" in types:
        # Less is asked of a presentation than of a badge: nothing may be both.
        raise shapes.wrong("/type", "presentation")
    model = data_model(document)
    begins, ends = dates or validity(document, model)
    identifier = shapes.optional_url(document, "id", "")
    check_resources(document)
    return Credential(
        token=token,
        document=document,
        open_badges=version(document, types),
        data_model=model,
        id=identifier,
        types=types,
        name=shapes.title(document, "name", ""),
        issuer=profile(document.get("issuer"), "/issuer"),
        subject=subject(document.get("credentialSubject"), "/credentialSubject"),
        valid_from=begins,
        valid_until=ends,
        awarded=shapes.instant(document, "awardedDate", "") or begins,
        evidence=evidence(document.get("evidence"), "/evidence"),
        statuses=statuses(document.get("credentialStatus"), "/credentialStatus"),
        proofs=proofs(document.get("proof")),
        jws=jws,
        endorsements=endorsements(document),
    )


def data_model(document: Json) -> str:
    """``vcdm-2.0`` or ``vcdm-1.1``, told by the first context (VCDM 2.0 §4.3)."""
    contexts = document.get("@context")
    first = contexts[0] if isinstance(contexts, list) and contexts else contexts
    if first == VCDM_2:
        return "vcdm-2.0"
    if first == VCDM_1:
        return "vcdm-1.1"
    raise shapes.wrong("/@context", "first-context")


def version(document: Json, types: tuple[str, ...]) -> str | None:
    """``3.0`` when the credential is an Open Badge (or a CLR of them), else ``None``."""
    contexts = shapes.as_list(document.get("@context"), "/@context")
    named = any(
        isinstance(one, str) and one.startswith((OB3_ADDRESS, CLR_ADDRESS)) for one in contexts
    )
    return "3.0" if named and BADGE_TYPES & set(types) else None


def validity(document: Json, model: str) -> tuple[datetime | None, datetime | None]:
    """
    First and last instants in force: the strictest, under the names of either version.

    A reader who sees an end under its older name, in a badge of today, is told no other.
    """
    begins = _instants(document, "issuanceDate", "validFrom")
    ends = _instants(document, "expirationDate", "validUntil")
    if model == "vcdm-1.1" and not begins:
        raise shapes.wrong("/issuanceDate", "missing")
    return max(begins, default=None), min(ends, default=None)


def _instants(document: Json, *names: str) -> list[datetime]:
    known = (shapes.instant(document, name, "") for name in names)
    return [moment for moment in known if moment is not None]


def check_resources(document: Json) -> None:
    """Schemas, refresh services and terms of use must at least say what they are (VCDM 2.0)."""
    for name in ("credentialSchema", "refreshService", "termsOfUse"):
        for place, entry in enumerate(shapes.as_objects(document.get(name), f"/{name}")):
            shapes.types(entry, f"/{name}/{place}")
            shapes.optional_url(entry, "id", f"/{name}/{place}")
            if name == "credentialSchema" and "id" not in entry:
                raise shapes.wrong(f"/{name}/{place}/id", "missing")


def profile(value: Any, path: str) -> Profile:
    """An issuer or another organisation: an address, or an object that has one."""
    if isinstance(value, str):
        return Profile(id=shapes.url(value, path))
    obj = shapes.as_object(value, path)
    return Profile(
        id=shapes.url(obj.get("id"), f"{path}/id"),
        name=shapes.title(obj, "name", path),
        url=shapes.link(obj.get("url")),
        email=shapes.email(obj.get("email")),
        description=shapes.prose(obj, "description", path),
        image=shapes.image(obj.get("image"), f"{path}/image"),
    )


def subject(value: Any, path: str) -> AchievementSubject:
    """The one person a badge is about."""
    people = shapes.as_objects(value, path)
    if not people or not all(people):
        raise shapes.wrong(path, "missing")
    if len(people) > 1:
        raise shapes.wrong(path, "several-subjects")
    person = people[0]
    source = person.get("source")
    recognised = person.get("achievement")
    if isinstance(recognised, list):
        is_record = "ClrSubject" in shapes.as_list(person.get("type"), f"{path}/type")
        if len(recognised) != 1 and not is_record:
            raise shapes.wrong(f"{path}/achievement", "several-achievements")
        # A whole record (CLR 2.0 §"ClrSubject") lists what its credentials recognise, each there.
        recognised = None if is_record else recognised[0]
    return AchievementSubject(
        id=shapes.optional_url(person, "id", path),
        identifiers=identities(person.get("identifier"), f"{path}/identifier"),
        achievement=None if recognised is None else achievement(recognised, f"{path}/achievement"),
        source=None if source is None else profile(source, f"{path}/source"),
        narrative=shapes.prose(person, "narrative", path),
    )


def achievement(value: Any, path: str) -> Achievement:
    """What is recognised."""
    obj = shapes.as_object(value, path)
    criteria = obj.get("criteria") or {}
    criteria = shapes.as_object(criteria, f"{path}/criteria")
    language = shapes.only(obj.get("inLanguage"))
    return Achievement(
        id=shapes.url(obj.get("id"), f"{path}/id"),
        name=shapes.title(obj, "name", path),
        description=shapes.prose(obj, "description", path),
        criteria_narrative=shapes.prose(criteria, "narrative", f"{path}/criteria"),
        criteria_id=shapes.link(criteria.get("id")),
        image=shapes.image(obj.get("image"), f"{path}/image"),
        language=shapes.clean(language, limit=35) if isinstance(language, str) else None,
        tags=tuple(
            shapes.clean(tag, limit=100) for tag in shapes.as_texts(obj.get("tag"), f"{path}/tag")
        ),
        alignments=tuple(
            _alignment(item, f"{path}/alignment")
            for item in shapes.as_objects(obj.get("alignment"), f"{path}/alignment")
        ),
    )


def _alignment(obj: Json, path: str) -> Alignment:
    return Alignment(
        name=shapes.title(obj, "targetName", path) or "",
        url=shapes.link(obj.get("targetUrl")),
        code=shapes.title(obj, "targetCode", path),
        framework=shapes.title(obj, "targetFramework", path),
    )


def identities(value: Any, path: str) -> tuple[IdentityObject, ...]:
    """Who the badge is about, when not (only) by an address."""
    found = []
    for place, obj in enumerate(shapes.as_objects(value, path)):
        here = f"{path}/{place}"
        text, hashed, salt = obj.get("identityHash"), obj.get("hashed"), obj.get("salt")
        if not isinstance(text, str) or not isinstance(hashed, bool):
            raise shapes.wrong(here, "identity")
        if salt is not None and not isinstance(salt, str):
            raise shapes.wrong(f"{here}/salt", "text")
        kind = shapes.only(obj.get("identityType"))
        found.append(
            IdentityObject(
                type=kind if isinstance(kind, str) else "identifier",
                value=text,
                hashed=hashed,
                salt=salt,
            )
        )
    return tuple(found)


def evidence(value: Any, path: str) -> tuple[Evidence, ...]:
    """Why the badge was awarded."""
    found = []
    for place, item in enumerate(shapes.as_list(value, path)):
        here = f"{path}/{place}"
        obj = {"id": item, "type": "Evidence"} if isinstance(item, str) else item
        obj = shapes.as_object(obj, here)
        shapes.types(obj, here)
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


def statuses(value: Any, path: str) -> tuple[StatusEntry, ...]:
    """Every promise to say later whether the badge still holds; none is left out."""
    entries = shapes.as_objects(value, path)
    return tuple(
        StatusEntry(
            type=shapes.types(obj, f"{path}/{place}")[0],
            id=shapes.optional_url(obj, "id", f"{path}/{place}"),
            entry=obj,
        )
        for place, obj in enumerate(entries)
    )


def endorsements(document: Json) -> tuple[Json | str, ...]:
    """
    The words of support for the credential, its achievement and its issuer, in that order.

    Source: OB 3.0 §"AchievementCredential", ``endorsement`` and ``endorsementJwt``.
    """
    shapes.as_objects(document.get("endorsement"), "/endorsement")
    person = shapes.only(document.get("credentialSubject"))
    recognised = shapes.only(person.get("achievement")) if isinstance(person, dict) else None
    return shapes.supports(document, recognised, document.get("issuer"))


def proofs(value: Any) -> tuple[Json, ...]:
    """Every embedded proof, in order."""
    found = shapes.as_objects(value, "/proof")
    if len(found) > MAX_PROOFS:
        raise MalformedCredential(path="/proof", why="too-many")
    for place, proof in enumerate(found):
        if not isinstance(proof.get("type"), str):
            raise MalformedCredential(path=f"/proof/{place}/type", why="missing")
        if not isinstance(proof.get("proofValue", ""), str):
            raise MalformedCredential(path=f"/proof/{place}/proofValue", why="text")
    return tuple(found)
