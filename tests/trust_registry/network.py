"""A small network that is really signed: a hub, a library, an employer, a shared platform."""

from dataclasses import replace
from datetime import UTC, datetime

from shared.keys import SigningKey
from trust_registry import layout, recognitions
from trust_registry.catalogue import Equivalent, seed
from trust_registry.entries import Awarder, EndReason, Entry
from trust_registry.index.compiling import pathway_address
from trust_registry.model import Assurance, Kind, Member, Right, Role
from trust_registry.publishing import Publication, create

TODAY = datetime(2026, 11, 22, 12, tzinfo=UTC)
OPENED = datetime(2025, 3, 1, tzinfo=UTC)
LEFT = datetime(2026, 6, 30, tzinfo=UTC)

BASE = seed().base
LIBRARY, HUB, EMPLOYER, LEAVER, PLATFORM, TWIN = (
    "mediatheque-clairval", "hub", "atelier-beaumont", "ancien-fablab", "ecole-dehors", "twin",
)  # fmt: skip
PLATFORM_ID = "https://openbadgefactory.example/v1/client/ABC"
PLATFORM_BADGE = "https://openbadgefactory.example/v1/badge/XYZ"
STRANGER_ID = "https://openbadgefactory.example/v1/client/ABCD"
COMPUTER = f"{BASE}/badges/ordinateur"
MAIL = f"{BASE}/badges/messagerie"
SPREADSHEET = f"{BASE}/badges/tableur"


def did(slug):
    return layout.partner_did(BASE, slug)


def seed_of(name):
    """Thirty-two bytes that depend on the name only."""
    return name.encode().ljust(32, b".")[:32]


def publication_key(slug):
    return SigningKey.from_seed(seed_of(f"partners/{slug}"))


def awarding_key(name):
    return SigningKey.from_seed(seed_of(f"desk-{name}"))


def issuing(*badges, since=OPENED, until=None):
    return Right(role=Role.ISSUER, badges=badges or ("*",), since=since, until=until)


def recognising(since=OPENED, until=None):
    return Right(role=Role.RECOGNISER, since=since, until=until)


def a_member(slug, name, kind, *rights, **changes):
    known = {"slug": slug, "name": name, "kind": kind, "ids": (did(slug),), "rights": rights}
    return Member(**(known | changes))


def members():
    return (
        a_member(HUB, "Hub MedNum BFC", Kind.HUB, issuing(), recognising(), siren="111111111"),
        a_member(
            LIBRARY,
            "Médiathèque de Clairval",
            Kind.LIBRARY,
            issuing("b01", "b10"),
            recognising(),
            siren="222222222",
        ),
        a_member(
            EMPLOYER,
            "Atelier Beaumont",
            Kind.EMPLOYER,
            recognising(),
            siren="333333333",
            assurance=Assurance.HUB_ATTESTED,
        ),
        a_member(LEAVER, "Fablab du Vieux-Pont", Kind.OTHER, issuing(until=LEFT)),
        a_member(
            PLATFORM,
            "École du dehors",
            Kind.EDUCATION,
            issuing("b07"),
            ids=(PLATFORM_ID,),
        ),
        a_member(
            TWIN, "Atelier Beaumont, site nord", Kind.EMPLOYER, recognising(), siren="333333333"
        ),
    )


def member(slug):
    return next(one for one in members() if one.slug == slug)


def catalogue():
    book = seed()
    equivalent = Equivalent(issuer=PLATFORM_ID, achievement=PLATFORM_BADGE)
    badges = tuple(
        replace(one, equivalents=(equivalent,)) if one.id == "b07" else one for one in book.badges
    )
    return replace(book, badges=badges)


def a_recognition(slug, subject, *, key=None, since=OPENED, until=None):
    document = recognitions.compose(
        recognition_id=f"{BASE}/p/{slug}/recognitions/{abs(hash((subject, since))) % 10**9}",
        member=member(slug),
        subject=subject,
        since=since,
        until=until,
    )
    signed_by = key or (attesting_key() if slug == EMPLOYER else publication_key(slug))
    return recognitions.sign(document, key=signed_by, at=since)


def attesting_key():
    return SigningKey.from_seed(seed_of("attesting"))


def an_awarder(name, slug=LIBRARY, **changes):
    key = awarding_key(name)
    known = {"key": key.public.multibase, "id": f"{did(slug)}#{name}", "since": OPENED}
    return Awarder(**(known | changes))


def a_list(slug=LIBRARY, name="accueil", *, bits=""):
    """Something that stands for a status list: its form is not this room's business."""
    address = layout.list_address(BASE, slug, name)
    text = f'{{"id": "{address}", "issuer": "{did(slug)}", "bits": "{bits}"}}'
    return text.encode()


def library_entry(*more, **changes):
    known = {
        "slug": LIBRARY,
        "contact": "accueil@mediatheque-clairval.example",
        "url": "https://mediatheque-clairval.example/",
        "awarders": (
            an_awarder("accueil"),
            an_awarder("atelier", until=LEFT, reason=EndReason.SUPERSEDED),
            an_awarder("perdue", until=LEFT, reason=EndReason.COMPROMISED),
            an_awarder("ordinateur", badges=("b01",)),
        ),
        "recognitions": (
            a_recognition(LIBRARY, COMPUTER),
            a_recognition(LIBRARY, SPREADSHEET),
            *more,
        ),
        "statuses": ("accueil",),
    }
    return Entry(**(known | changes))


def publications():
    pathway = pathway_address(BASE, seed().pathways_of("b01")[0].id)
    entries = (
        library_entry(),
        Entry(slug=HUB, recognitions=(a_recognition(HUB, did(LIBRARY)),)),
        Entry(slug=EMPLOYER, recognitions=(a_recognition(EMPLOYER, pathway),)),
        Entry(slug=TWIN, recognitions=(a_recognition(TWIN, COMPUTER),)),
    )
    lists = {LIBRARY: {"accueil": a_list()}}
    return [Publication(entry=one, lists=lists.get(one.slug, {})) for one in entries]


def make(folder, at=TODAY):
    return create(
        folder,
        name="Réseau de Clairval",
        members=members(),
        catalogue=catalogue(),
        publications=publications(),
        at=at,
        seed_of=seed_of,
    )
