"""A network with a past: a year of joining, leaving, withdrawing and renewing, really signed."""

import json
from dataclasses import replace
from datetime import timedelta

from shared.status.bits import StatusList
from tests.trust_registry import network
from tests.trust_registry.network import LIBRARY, TODAY
from trust_registry import layout
from trust_registry.catalogue import Status
from trust_registry.entries import EndReason
from trust_registry.model import Kind
from trust_registry.publishing import create
from trust_registry.site import write_site

LATEST = TODAY + timedelta(days=30)
NEWCOMER = "relais"


def a_list(*withdrawn):
    """A status list in its real form; its signature is not this room's business."""
    bits = StatusList()
    for index in withdrawn:
        bits.set(index)
    document = {
        "id": layout.list_address(network.BASE, LIBRARY, "accueil"),
        "issuer": network.did(LIBRARY),
        "credentialSubject": {"statusPurpose": "revocation", "encodedList": bits.encode()},
    }
    return json.dumps(document).encode()


def make(folder):
    """Give the desk of a network of eight editions, the last a month after the first."""
    desk = begin(folder)
    for step in STEPS:
        step(desk)
    write_site(folder, now=LATEST)
    return desk


def begin(folder):
    lists = {LIBRARY: {"accueil": a_list()}}
    return create(
        folder,
        name="Réseau de Clairval",
        members=network.members(),
        catalogue=network.catalogue(),
        publications=[
            replace(one, lists=lists.get(one.entry.slug, {})) for one in network.publications()
        ],
        at=TODAY,
        seed_of=network.seed_of,
    )


def _welcome(desk):
    newcomer = network.a_member(NEWCOMER, "Le Relais", Kind.INSERTION, network.recognising())
    desk.add_member(newcomer, at=TODAY + timedelta(days=10), seed_of=network.seed_of)


def _change_the_catalogue(desk):
    book = desk.catalogue()
    renamed = replace(book.badge("b07"), name={"fr": "Le tableur", "en": "Spreadsheets"})
    badges = tuple(renamed if one.id == "b07" else one for one in book.badges)
    changed = replace(book, badges=badges, status=Status.PUBLISHED)
    desk.publish_catalogue(changed, at=TODAY + timedelta(days=20))


def _change_an_entry(desk, *, at):
    """A key is stolen, one recognition is taken back, another comes."""
    entry = desk.entry(LIBRARY)
    first, *others = entry.awarders
    ended = replace(first, until=at, reason=EndReason.COMPROMISED)
    mail = network.a_recognition(LIBRARY, network.MAIL)
    changed = replace(entry, awarders=(ended, *others), recognitions=(mail, entry.recognitions[1]))
    desk.publish_entry(LIBRARY, changed, at=at)


STEPS = (
    lambda desk: desk.publish_list(LIBRARY, "accueil", a_list(4), at=TODAY + timedelta(days=1)),
    lambda desk: desk.renew(at=TODAY + timedelta(days=2)),
    lambda desk: desk.publish_list(LIBRARY, "accueil", a_list(4, 7), at=TODAY + timedelta(days=3)),
    _welcome,
    lambda desk: _change_an_entry(desk, at=TODAY + timedelta(days=15)),
    _change_the_catalogue,
    lambda desk: desk.close_member(LIBRARY, until=LATEST, at=LATEST),
)
"""What happens after the first edition, in order."""
