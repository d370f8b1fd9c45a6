"""
Comprehensive Learner Record 2.0: a credential that holds others, each judged on its own.

Source: 1EdTech CLR 2.0 §"ClrSubject".
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from shared.errors import Unreadable
from shared.model import Credential, Json, Token, TokenKind
from shared.parsing import ob3, shapes

MAX_PARTS = 64
"""A schooling has some dozens; each is verified apart."""


def with_parts(credential: Credential) -> Credential:
    """
    The same credential with the ones it holds read too, when it is a CLR.

    Raises:
        MalformedCredential: there are too many, or they are no list.
    """
    if "ClrCredential" not in credential.types:
        return credential
    subject = shapes.as_objects(credential.document["credentialSubject"], "/credentialSubject")[0]
    path = "/credentialSubject/verifiableCredential"
    inside = shapes.as_list(subject.get("verifiableCredential"), path)
    if len(inside) > MAX_PARTS:
        raise shapes.wrong(path, "too-many")
    token = credential.token
    parts, unread = read_each(inside, path, lambda item, place: part(item, token, place))
    return replace(credential, parts=limited(parts, path), unread=unread)


def read_each(
    inside: Sequence[Any], path: str, read: Callable[[Any, str], Credential]
) -> tuple[tuple[Credential, ...], tuple[Unreadable, ...]]:
    """
    Read each of the credentials inside another; one that cannot be read stops no other.

    Args:
        inside: as they stand in the document, at ``path``.
        read: reads one, given with its place.

    Returns:
        Those that were read, in order; and why the others were not, each with its ``path``.
    """
    parts: list[Credential] = []
    unread: list[Unreadable] = []
    for number, item in enumerate(inside):
        place = f"{path}/{number}"
        try:
            parts.append(read(item, place))
        except Unreadable as error:
            unread.append(_at(place, error))
    return tuple(parts), tuple(unread)


def _at(place: str, error: Unreadable) -> Unreadable:
    """The same error, saying where in the whole it stands."""
    path = str(error.facts.get("path", "")).rstrip("/")
    whole = path if path.startswith(place) else place + path
    return type(error)(**{**error.facts, "path": whole})


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
