"""
Comprehensive Learner Record 2.0: a credential that holds others, each judged on its own.

Source: 1EdTech CLR 2.0 §"ClrSubject".
"""

from dataclasses import replace

from shared.model import Credential, Json, Token, TokenKind
from shared.parsing import ob3, shapes

MAX_PARTS = 64
"""A schooling has some dozens; each is verified apart."""


def with_parts(credential: Credential) -> Credential:
    """
    The same credential with the ones it holds read too, when it is a CLR.

    Raises:
        MalformedCredential: one inside has not the form of a credential.
    """
    if "ClrCredential" not in credential.types:
        return credential
    subject = shapes.as_objects(credential.document["credentialSubject"], "/credentialSubject")[0]
    path = "/credentialSubject/verifiableCredential"
    inside = shapes.as_list(subject.get("verifiableCredential"), path)
    if len(inside) > MAX_PARTS:
        raise shapes.wrong(path, "too-many")
    parts = tuple(part(item, credential.token, f"{path}/{n}") for n, item in enumerate(inside))
    return replace(credential, parts=limited(parts, path))


def limited(parts: tuple[Credential, ...], path: str) -> tuple[Credential, ...]:
    """
    The same parts, those that they hold in turn counted with them.

    Raises:
        MalformedCredential: together they are more than ``MAX_PARTS``.
    """
    if _count(parts) > MAX_PARTS:
        raise shapes.wrong(path, "too-many")
    return parts


def _count(parts: tuple[Credential, ...]) -> int:
    return sum(1 + _count(one.parts) for one in parts)


def part(item: object, token: Token, path: str) -> Credential:
    """One credential inside another: its JSON, or its compact JWS; the picture is the whole's."""
    import json

    token = replace(token, picture=None)

    if isinstance(item, str):
        from shared.parsing import parse_jws

        return parse_jws(replace(token, kind=TokenKind.JWS, text=item, rivals=(), notes=()))
    document: Json = shapes.as_object(item, path)
    text = json.dumps(document, ensure_ascii=False)
    token = replace(token, kind=TokenKind.JSON, text=text, rivals=(), notes=())
    return with_parts(ob3.parse(document, token))
