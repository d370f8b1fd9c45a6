"""
Every partner of the demo region in every situation: the page says the right sentence for each.

A badge is signed with a real key of the partner, the list is the signed one of the region with
one date or one right moved, and the verifier's page is asked in both languages.
"""

import io
import json
import re
from dataclasses import dataclass, replace

import pytest

from shared.proofs import data_integrity
from shared.web import Protection
from tests.workshop import internet
from trust_registry.catalogue import seed
from trust_registry.client.reading import read_list
from trust_registry.demo import composing, partnership
from trust_registry.demo.keys import key_of
from trust_registry.demo.told import BadgeTold, day, story
from trust_registry.demo.world import Signer, World
from trust_registry.entries import Awarder, EndReason
from trust_registry.index import Registry
from trust_registry.index.storing import tables_of
from trust_registry.layout import list_address, partner_did
from verifier.circumstances import Circumstances
from verifier.verdict import Level
from verifier.web import create_app
from verifier.words import WORDS

LANGUAGES = ("fr", "en")
TOLD = story()
BASE = seed().base
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
LEVEL = re.compile(r'data-level="(\w+)"')
TAG = re.compile(r"<[^>]*>")
UNSEEN = dict.fromkeys((0x2060, 0x2068, 0x2069))
AWARDED = -20
"""Days before the day of the region."""
BEFORE, AFTER = -30, -10
"""A month before the award, and a while after it."""
LONG_AGO = -2_000


@dataclass(frozen=True)
class Hand:
    """One way in which a partner awards: who, how, with which key, which badge of its own."""

    by: str
    made: str
    badge: str
    key: str = "k1"

    def __str__(self):
        return f"{self.by} {self.key if self.made == 'network' else self.made}"

    @property
    def partner(self):
        return TOLD.partner(self.by)

    @property
    def did(self):
        return partner_did(BASE, self.by)

    @property
    def is_listed(self):
        """Whether the network lists the key, and can say that it ended."""
        return self.made == "network"


HANDS = [
    Hand("hub-mednum-bfc", "network", "b15"),
    Hand("mediatheque-clairval", "network", "b15"),
    Hand("mediatheque-clairval", "network", "b01", "k3"),
    Hand("fablab-la-clavette", "network", "b15"),
    Hand("fablab-la-clavette", "network", "b07", "k2"),
    Hand("fablab-la-clavette", "network", "b04", "k3"),
    Hand("passerelle-insertion", "network", "b01", "k2"),
    Hand("mission-locale-ornaize", "site", "b09"),
    Hand("formation-bresseval", "shared", "b07"),
]
"""Each partner that awards: with listed keys, with a site of its own, on the shared host."""


class KEEPER:
    """The key that keeps the lists of withdrawals of every partner here: theirs may have ended."""

    name = "k9"
    key = key_of("situations/keeper")

    @classmethod
    def line(cls, hand, at):
        """How the partner lists it."""
        return Awarder(
            key=cls.key.public.multibase, id=f"{hand.did}#{cls.name}", since=day(at, LONG_AGO)
        )


@dataclass(frozen=True)
class Situation:
    """What is so on the day when the page is asked."""

    level: Level
    code: str
    """Of the sentence: how ``issuer.registry`` ends, or the answer when nothing is shown."""
    since: int = LONG_AGO
    until: int | None = None
    other_badge: bool = False
    key_until: int | None = None
    reason: EndReason | None = None
    for_listed_keys: bool = False

    def listing(self, listing, hand, at):
        """The list of the region, as it is in this situation."""
        members = [self._member(one, at, hand) for one in listing.members]
        entries = dict(listing.entries)
        if hand.is_listed:
            entry = entries[hand.by]
            lines = [self._key(one, hand, at) for one in entry.awarders]
            entries[hand.by] = replace(entry, awarders=(*lines, KEEPER.line(hand, at)))
        return replace(listing, members=tuple(members), entries=entries)

    def _member(self, member, at, hand):
        if member.slug != hand.by:
            return member
        end = None if self.until is None else day(at, self.until)
        badges = ("b99",) if self.other_badge else None
        rights = [
            replace(
                right,
                since=day(at, self.since),
                until=end,
                badges=badges or right.badges,
            )
            for right in member.rights
        ]
        return replace(member, rights=tuple(rights))

    def _key(self, line, hand, at):
        if not line.id.endswith(f"#{hand.key}"):
            return line
        end = None if self.key_until is None else day(at, self.key_until)
        return replace(line, since=day(at, LONG_AGO), until=end, reason=self.reason)


SITUATIONS = {
    "as a member": Situation(Level.TRUSTED, "registry.member"),
    "before joining": Situation(Level.AUTHENTIC, "registry.not-member-then", since=AFTER),
    "after leaving": Situation(Level.AUTHENTIC, "registry.not-member-then", until=BEFORE),
    "awarded, then left": Situation(Level.TRUSTED, "registry.past-member", until=AFTER),
    "for a badge not granted": Situation(
        Level.AUTHENTIC, "registry.not-for-this-badge", other_badge=True
    ),
    "with a key retired since": Situation(
        Level.TRUSTED,
        "registry.member",
        key_until=AFTER,
        reason=EndReason.SUPERSEDED,
        for_listed_keys=True,
    ),
    "with a retired key": Situation(
        Level.REFUSED,
        "answer.key-ended",
        key_until=BEFORE,
        reason=EndReason.SUPERSEDED,
        for_listed_keys=True,
    ),
    "with a stolen key": Situation(
        Level.REFUSED,
        "answer.key-withdrawn",
        key_until=AFTER,
        reason=EndReason.COMPROMISED,
        for_listed_keys=True,
    ),
}
CASES = [
    pytest.param(hand, name, id=f"{hand}: {name}")
    for hand in HANDS
    for name, situation in SITUATIONS.items()
    if hand.is_listed or not situation.for_listed_keys
]


class Counter:
    """The counter of an employer: a badge is handed over, a page is read."""

    def __init__(self, region):
        self.region = region
        self.world = World(told=TOLD, at=region.at)
        _, whole = read_list(region.public, now=region.at)
        # Who recognises what is told elsewhere, and takes most of the time to read.
        said = {slug: replace(one, recognitions=()) for slug, one in whole.entries.items()}
        self.listing = replace(whole, entries=said)
        self.fetch = internet(region)
        self.lists = {}
        app = create_app(
            lambda names: replace(self.around, recipients=names),
            secret_key=b"k" * 32,
            protection=Protection(rate="90 per second"),
            rate="90 per second",
        )
        self.client = app.test_client()

    def badge(self, hand):
        """A badge as the partner's own hand gives it."""
        told = BadgeTold(
            file=f"{hand.by}-{hand.badge}-{hand.key}.json",
            to="amina",
            badge=hand.badge,
            by=hand.by,
            day=AWARDED,
            evidence=({"kind": "task", "narrative": "Amina a fait."},),
            level="",
            says={},
            made=hand.made,
            key=hand.key,
        )
        return json.dumps(composing.secured(told, self.world), ensure_ascii=False).encode()

    def have(self, path, sha256, length):
        ours = {str(hand): body for hand, body in self.lists.items()}
        body = ours.get(path) or (self.region.public / "targets" / path).read_bytes()
        assert len(body) == length, sha256
        return body, ()

    def with_list(self, listing, hand):
        """The list of partners, with a list of withdrawals that the keeper signed."""
        if not hand.is_listed:
            return listing
        keeper = Signer(
            issuer_id=hand.did, name="", key=KEEPER.key, method=f"{hand.did}#{KEEPER.name}"
        )
        body = partnership.signed_list(
            url=list_address(BASE, hand.by, hand.key), signer=keeper, world=self.world,
            badges=[], purpose="revocation",
        )  # fmt: skip
        self.lists[hand] = body
        listed = tuple(
            replace(one, path=str(hand), length=len(body))
            if (one.slug, one.name) == (hand.by, hand.key)
            else one
            for one in listing.files
        )
        return replace(listing, files=listed)

    def pages(self, content, listing, *, name="badge.json"):
        """What the page says in each language, given this list."""
        registry = Registry(tables_of(listing), have=self.have, now=self.region.at)
        self.around = Circumstances(now=self.region.at, fetch=self.fetch, registry=registry)
        found = []
        for lang in LANGUAGES:
            token = TOKEN.search(self.client.get("/").get_data(as_text=True))[1]
            form = {"csrf_token": token, "badge": (io.BytesIO(content), name)}
            answer = self.client.post(
                f"/?lang={lang}", data=form, content_type="multipart/form-data"
            )
            found.append(answer.get_data(as_text=True))
        registry.close()
        return found


@pytest.fixture(scope="module")
def counter(region):
    return Counter(region)


def said(page):
    """The sentences of a page, before the part for specialists."""
    bare = TAG.sub(" ", page.partition('<details class="specialists"')[0]).translate(UNSEEN)
    return " ".join(bare.replace("\u00a0", " ").replace("&#39;", "'").split())


def sentence(code, lang):
    return " ".join(
        WORDS.say(code, {"partner": "none"}, lang=lang, part="title").translate(UNSEEN).split()
    )


def asked(pages, level, code):
    """Make sure that the page gives this answer, in these words, in both languages."""
    for lang, page in zip(LANGUAGES, pages, strict=True):
        assert LEVEL.findall(page)[0] == level
        assert sentence(code, lang) in said(page)


@pytest.mark.parametrize(("hand", "name"), CASES)
def test_the_page_says_the_right_sentence(counter, hand, name):
    situation = SITUATIONS[name]
    listing = situation.listing(counter.listing, hand, counter.region.at)

    pages = counter.pages(counter.badge(hand), counter.with_list(listing, hand))

    asked(pages, situation.level, situation.code)


@pytest.mark.parametrize(
    ("file", "level", "code"),
    [
        pytest.param("marie-therese-tableur.png", "TRUSTED", "registry.member", id="an equivalent"),
        pytest.param(
            "marie-therese-texte.png", "TRUSTED", "registry.member", id="an equivalent of before"
        ),
        pytest.param(
            "kevin-tableur-meme-site.json",
            "AUTHENTIC",
            "registry.look-alike",
            id="a stranger on the same host",
        ),
        pytest.param(
            "kevin-texte-nom-ressemblant.png",
            "AUTHENTIC",
            "registry.look-alike",
            id="a stranger on the same host, of before",
        ),
        pytest.param(
            "olena-demarche-hautes-roches.png",
            "AUTHENTIC",
            "registry.not-listed",
            id="a stranger with its own site",
        ),
        pytest.param(
            "ousmane-sites-cle-pas-prevue.png",
            "AUTHENTIC",
            "registry.key-not-awarding",
            id="a key not meant for this badge",
        ),
    ],
)
def test_whoever_else_gives_badges_gets_its_sentence(counter, region, file, level, code):
    pages = counter.pages(region.badge(file).content, counter.listing, name=file)

    asked(pages, level, code)


def test_a_stranger_on_the_same_host_with_a_name_of_its_own_is_outside(counter, region):
    """The host of a partner vouches for nobody else on it."""
    badge = json.loads(region.badge("kevin-tableur-meme-site.json").content)
    renamed = {**badge, "issuer": {**badge["issuer"], "name": "Académie du Lac"}}
    told = next(one for one in TOLD.badges if one.file == "kevin-tableur-meme-site.json")
    signer = counter.world.signer(told)
    del renamed["proof"]
    signed = data_integrity.sign(
        renamed, key=signer.key, method=signer.method, created=day(region.at, told.day)
    )

    pages = counter.pages(json.dumps(signed).encode(), counter.listing)

    asked(pages, "AUTHENTIC", "registry.not-listed")


@pytest.mark.parametrize("slug", ["ville-montferroux", "fruitiere-trois-combes"])
def test_a_partner_that_only_recognises_is_told_so(counter, region, slug):
    """Signed with the key with which it recognises: really its own, and not meant to award."""
    partner, did = TOLD.partner(slug), partner_did(BASE, slug)
    badge = json.loads(counter.badge(HANDS[5]))
    given = {**badge, "issuer": {**badge["issuer"], "id": did, "name": partner.name["fr"]}}
    del given["proof"], given["credentialStatus"]
    signed = data_integrity.sign(
        given,
        key=partnership.publication_key(partner, counter.world),
        method=f"{did}#publication",
        created=day(region.at, AWARDED),
    )

    pages = counter.pages(json.dumps(signed).encode(), counter.listing)

    asked(pages, "AUTHENTIC", "registry.recogniser-only")
