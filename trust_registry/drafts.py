"""
What people write by hand, read strictly: a plain list of members, a partner's draft.

A draft says only what changes; the rest of the entry stays as it was published.  What a
partner recognises is written in one line, and signed here with the key that signs the entry.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from shared.keys import SigningKey
from shared.model import Json
from trust_registry import entries, reading
from trust_registry.catalogue import Catalogue, shapes
from trust_registry.catalogue.model import BadgeUnknown, achievement_address
from trust_registry.entries import Entry
from trust_registry.errors import EntryInvalid, MembersInvalid
from trust_registry.layout import MOST_SLUG, is_slug, pathway_address
from trust_registry.members import MAX_MEMBERS
from trust_registry.model import ANY_BADGE, Kind, Member, Right, Role
from trust_registry.recognitions import compose, sign

OF_THIS_MACHINE = ("127.0.0.1", "localhost")
_LISTED = ("id", "name", "kind", "badges", "from", "until")
_DRAFTED = ("subject", "comment", "from", "until")


def members_of_list(document: Any, *, at: datetime) -> tuple[Member, ...]:
    """
    Read a plain list of issuers: ``[{"id", "name", "kind"?, "badges"?, "from"?, "until"?}]``.

    Each may award what it says, from what it says, else everything from ``at`` on; the keys
    are looked up by the method of its own identifier.

    Raises:
        MembersInvalid: facts ``path`` and ``why``.
    """
    taken: set[str] = set()

    def member(value: Any, path: str) -> Member:
        found = shapes.an_object(value, path, fields=_LISTED, optional=_LISTED[2:])
        since = reading.an_instant(found["from"], f"{path}/from") if "from" in found else at
        until = reading.an_instant_or_none(found.get("until"), f"{path}/until")
        if until is not None and until < since:
            raise shapes.refuse(f"{path}/until", "out-of-range")
        name = shapes.a_text(found["name"], f"{path}/name")
        slug = slug_of(name, taken)
        taken.add(slug)
        badges = found.get("badges", [ANY_BADGE])
        return Member(
            slug=slug,
            name=name,
            kind=reading.choice(found.get("kind", Kind.OTHER.value), f"{path}/kind", Kind),
            ids=(reading.an_identifier(found["id"], f"{path}/id"),),
            rights=(
                Right(
                    role=Role.ISSUER,
                    badges=reading.badges(badges, f"{path}/badges"),
                    since=since,
                    until=until,
                ),
            ),
        )

    with reading.refusing(MembersInvalid):
        listed = shapes.a_list(document, "", member, most=MAX_MEMBERS)
        shapes.all_different({f"/{at}/id": one.id for at, one in enumerate(listed)})
        return listed


def slug_of(name: str, taken: set[str]) -> str:
    """Make a short name out of a name, that nobody bears yet."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall("[a-z0-9]+", plain))[: MOST_SLUG - 6].strip("-")
    if is_slug(words) and words not in taken:
        return words
    number = 2
    while f"{words or 'partenaire'}-{number}" in taken:
        number += 1
    return f"{words or 'partenaire'}-{number}"


def complete(
    draft: Any,
    *,
    member: Member,
    before: Entry,
    catalogue: Catalogue,
    key: SigningKey,
    at: datetime,
) -> Entry:
    """
    Make an entry out of a draft.

    Args:
        draft: any fields of an entry; in ``recognitions`` stand signed ones, or drafts
            ``{"subject", "comment"?, "from"?, "until"?}`` whose subject is a badge, a pathway
            or an issuer.
        before: the entry as it is published.
        key: the publication key of the member.

    Raises:
        EntryInvalid: facts ``path`` and ``why``.
    """
    written: Json = entries.to_json(replace(before, slug=member.slug))
    with reading.refusing(EntryInvalid):
        found = shapes.an_object(draft, "", fields=tuple(written), optional=tuple(written))

        def recognition(value: Any, path: str) -> Json:
            if isinstance(value, dict) and "proof" in value:
                return value
            return _recognition(value, path, member=member, catalogue=catalogue, at=at, key=key)

        given = dict(found)
        if "recognitions" in given:
            listed = shapes.a_list(
                given["recognitions"],
                "/recognitions",
                recognition,
                most=entries.MAX_RECOGNITIONS,
            )
            given["recognitions"] = list(listed)
    return entries.from_json({**written, **given, "publication_key": key.public.multibase})


def without(draft: Json, path: str) -> Json | None:
    """
    The draft without what stands at a JSON Pointer; ``None``: nothing stands there.

    Of a list the whole item goes, so that the next fault of another item is found.
    """
    names = path.split("/")[1:]
    if not names or names[0] not in draft:
        return None
    held = draft[names[0]]
    if len(names) > 1 and isinstance(held, list) and names[1].isdigit():
        place = int(names[1])
        kept = [one for at, one in enumerate(held) if at != place]
        return None if len(kept) == len(held) else {**draft, names[0]: kept}
    if len(names) > 1 and isinstance(held, dict) and names[1] in held:
        return {**draft, names[0]: {name: one for name, one in held.items() if name != names[1]}}
    return {name: one for name, one in draft.items() if name != names[0]}


def signed_anew(before: Entry, *, key: SigningKey, at: datetime) -> Entry:
    """The entry of a partner whose key has changed: its recognitions, signed with the new one."""
    if before.publication_key in (None, key.public.multibase):
        return before
    bare = [{k: v for k, v in one.items() if k != "proof"} for one in before.recognitions]
    return replace(before, recognitions=tuple(sign(one, key=key, at=at) for one in bare))


def _recognition(
    value: Any, path: str, *, member: Member, catalogue: Catalogue, at: datetime, key: SigningKey
) -> Json:
    found = shapes.an_object(value, path, fields=_DRAFTED, optional=_DRAFTED[1:])
    since = reading.an_instant(found["from"], f"{path}/from") if "from" in found else at
    subject = address_of(shapes.a_text(found["subject"], f"{path}/subject"), catalogue)
    if not _may_be_recognised(subject, catalogue):
        raise shapes.refuse(f"{path}/subject", "no-such-badge")
    comment = reading.text_or_none(found.get("comment"), f"{path}/comment")
    number = hashlib.sha256(f"{member.id} {subject} {since}".encode()).hexdigest()[:16]
    document = compose(
        recognition_id=f"{catalogue.base}/p/{member.slug}/recognitions/{number}",
        member=member,
        subject=reading.an_identifier(subject, f"{path}/subject"),
        since=since,
        until=reading.an_instant_or_none(found.get("until"), f"{path}/until"),
        comment=comment,
    )
    return sign(document, key=key, at=at)


def address_of(subject: str, catalogue: Catalogue) -> str:
    """
    The address of a badge or a pathway said by its short name, or as a browser shows its page.

    Anything else stays as it is.
    """
    try:
        return achievement_address(catalogue.badge(subject), base=catalogue.base)
    except BadgeUnknown:
        known = {pathway.id for pathway in catalogue.pathways}
        if subject in known:
            return pathway_address(catalogue.base, subject)
    page = subject.partition("#")[0].partition("?")[0].rstrip("/").removesuffix("/index.html")
    here = _pages_of(catalogue)
    if urlsplit(page).hostname in OF_THIS_MACHINE:
        # A copy of the site, looked at where it was made.
        page = next((one for one in here if _end_of(one) == _end_of(page)), page)
    return page if page in here else subject


def _pages_of(catalogue: Catalogue) -> set[str]:
    """The addresses of all that the catalogue holds."""
    badges = {achievement_address(one, base=catalogue.base) for one in catalogue.badges}
    return badges | {pathway_address(catalogue.base, one.id) for one in catalogue.pathways}


def names_in(catalogue: Catalogue) -> dict[str, Mapping[str, str]]:
    """What each badge and each pathway is called, by its address, in each language."""
    badges = {achievement_address(one, base=catalogue.base): one.name for one in catalogue.badges}
    paths = {pathway_address(catalogue.base, one.id): one.name for one in catalogue.pathways}
    return {**badges, **paths}


def _end_of(address: str) -> list[str]:
    return address.split("/")[-2:]


def _may_be_recognised(subject: str, catalogue: Catalogue) -> bool:
    """Whether it is an address, and below our own one that of a badge or a pathway."""
    base = catalogue.base.rstrip("/")
    ours = subject.startswith((f"{base}/badges", f"{base}/pathways"))
    return ":" in subject and (not ours or subject in _pages_of(catalogue))
