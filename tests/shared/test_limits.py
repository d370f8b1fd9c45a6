"""Limits of what strangers send: each is tried by its name, just inside and just outside."""

import struct
from datetime import UTC, datetime, timedelta

import pytest

from shared.baking import clean_svg, markup, pdf, png
from shared.baking.cleaning import MAX_USES
from shared.canonical import coverage
from shared.errors import (
    FetchRedirected,
    FetchTimeout,
    FetchTooBig,
    FetchTooMany,
    KeyInvalid,
    KeyUnavailable,
    MalformedCredential,
    ProofExpired,
    ProofInvalid,
    StatusListInvalid,
    TooBig,
    UncoveredText,
)
from shared.fetching import Inquiry, KeepingFetcher, Redirects, ReplayFetcher
from shared.fetching.contract import MAX_DOCUMENT_BYTES
from shared.fetching.guarded import FETCH_SECONDS, MAX_REDIRECTS, Deadline
from shared.fetching.inquiry import INQUIRY_SECONDS, MAX_FETCHES
from shared.fetching.keeping import KEPT_SECONDS
from shared.fetching.line import CONNECT_SECONDS, MAX_TRIED, Line
from shared.identity import MAX_CLAIM_LETTERS, matches
from shared.keys import MAX_PEM_LETTERS, MAX_RSA_BITS, MIN_RSA_BITS, PublicKey
from shared.model import IdentityObject
from shared.multibase import base64url_encode
from shared.parsing import shapes
from shared.proofs import data_integrity, ob2_jws
from shared.status import bits, bitstring, named, signed_list
from shared.status.answer import ListProof
from shared.times import MAX_OFFSET, parse_instant
from tests.shared.hosts import Hosts
from tests.shared.linked_badges import OB3, VC2, a_badge
from tests.shared.signers import ed25519, options_of, pem, rsa_key

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
HOST = "https://a.example"


def an_internet(http):
    bundle = {"default_dns": ["203.0.113.10"], "treat_as_public": ["203.0.113.0/24"], "http": http}
    return ReplayFetcher(bundle, folder=None, now=NOW)


class TestPictures:
    def test_pixels(self):
        header = struct.pack(">IIBBBBB", 1, png.MAX_PIXELS, 8, 6, 0, 0, 0)
        png._check_header(header)

        with pytest.raises(TooBig):
            png._check_header(struct.pack(">IIBBBBB", 1, png.MAX_PIXELS + 1, 8, 6, 0, 0, 0))

    @pytest.mark.parametrize(("given", "drawn"), [(MAX_USES, MAX_USES), (MAX_USES + 1, MAX_USES)])
    def test_copies_of_parts(self, given, drawn):
        uses = '<use href="#p"/>' * given
        clean = clean_svg(f'<svg xmlns="{markup.SVG}"><path id="p"/>{uses}</svg>'.encode())

        assert clean.count(b"<use") == drawn

    @pytest.mark.parametrize(("more", "found"), [(0, True), (1, False)])
    def test_the_packet_of_a_pdf(self, more, found):
        badge = f'<x xmlns="{pdf.svg.OB3}"><credential>{{"a":1}}</credential></x>'
        begin, end = "<x:xmpmeta xmlns:x='adobe:ns:meta/'>", "</x:xmpmeta>"
        room = pdf.MAX_PACKET_BYTES - len(begin + badge + end) + more
        packet = begin + badge + " " * room + end

        told = pdf.unbake(b"%PDF-" + packet.encode(), entries={})

        assert (told is not None) is found


class TestLinkedData:
    def test_contexts_in_one_list(self):
        coverage.check_form(a_badge(**{"@context": [VC2, *[OB3] * (coverage.MAX_CONTEXTS - 1)]}))

        with pytest.raises(UncoveredText):
            coverage.check_form(a_badge(**{"@context": [VC2, *[OB3] * coverage.MAX_CONTEXTS]}))


class TestNetwork:
    def test_bytes_of_one_document(self):
        pages = {f"{HOST}/{size}": {"body": "x" * size} for size in sizes(MAX_DOCUMENT_BYTES)}
        fetch = an_internet(pages)

        assert len(fetch(f"{HOST}/{MAX_DOCUMENT_BYTES}").body) == MAX_DOCUMENT_BYTES
        with pytest.raises(FetchTooBig):
            fetch(f"{HOST}/{MAX_DOCUMENT_BYTES + 1}")

    @pytest.mark.parametrize(("hops", "fine"), [(MAX_REDIRECTS, True), (MAX_REDIRECTS + 1, False)])
    def test_redirects(self, hops, fine):
        moved = {
            f"{HOST}/{n}": {"status": 302, "headers": {"location": f"/{n + 1}"}}
            for n in range(hops)
        }
        fetch = an_internet({**moved, f"{HOST}/{hops}": {"body": "x"}})

        if fine:
            assert fetch(f"{HOST}/0", redirects=Redirects.ANY).body == b"x"
            return
        with pytest.raises(FetchRedirected):
            fetch(f"{HOST}/0", redirects=Redirects.ANY)

    def test_seconds_of_one_question(self):
        fetch = an_internet(
            {
                f"{HOST}/in-time": {"body": "x", "seconds_per_byte": FETCH_SECONDS - 0.1},
                f"{HOST}/late": {"body": "x", "seconds_per_byte": FETCH_SECONDS + 0.1},
            }
        )

        assert fetch(f"{HOST}/in-time").body == b"x"
        with pytest.raises(FetchTimeout):
            fetch(f"{HOST}/late")

    def test_questions_of_one_inquiry(self):
        inquiry = Inquiry(Hosts({f"{HOST}/{n}": "{}" for n in range(MAX_FETCHES + 1)}))
        for number in range(MAX_FETCHES):
            inquiry(f"{HOST}/{number}")

        with pytest.raises(FetchTooMany):
            inquiry(f"{HOST}/{MAX_FETCHES}")

    @pytest.mark.parametrize(
        ("spent", "fine"), [(INQUIRY_SECONDS - 0.1, True), (INQUIRY_SECONDS, False)]
    )
    def test_seconds_of_one_inquiry(self, spent, fine):
        instants = iter((0.0, spent, spent, spent))
        inquiry = Inquiry(
            Hosts({f"{HOST}/1": "{}", f"{HOST}/2": "{}"}), clock=lambda: next(instants)
        )
        inquiry(f"{HOST}/1")

        if fine:
            assert inquiry(f"{HOST}/2").body == b"{}"
            return
        with pytest.raises(FetchTimeout):
            inquiry(f"{HOST}/2")

    @pytest.mark.parametrize(
        ("after", "body"), [(KEPT_SECONDS - 1, b"1"), (KEPT_SECONDS + 1, b"2")]
    )
    def test_seconds_that_a_list_is_kept(self, after, body):
        waiting = {"body": "x" * 100, "seconds_per_byte": after / 100}
        asked = an_internet(
            {f"{HOST}/list": [{"body": "1"}, {"body": "2"}], f"{HOST}/slow": waiting}
        )
        fetch = KeepingFetcher(asked, accepts={"application/vc"})
        fetch.seconds = asked.seconds = after + 10

        fetch(f"{HOST}/list", accept="application/vc")
        fetch(f"{HOST}/slow")

        assert fetch(f"{HOST}/list", accept="application/vc").body == body

    def test_addresses_of_one_host(self, monkeypatch):
        """The one place where a connection is opened is watched, so that none is really opened."""
        tried = []

        def refuse(where, timeout):
            tried.append((where[0], timeout))
            raise OSError

        monkeypatch.setattr("shared.fetching.line.socket.create_connection", refuse)
        deadline = Deadline(clock=lambda: 0.0, until=100.0, host="a.example")
        line = Line(tuple(f"203.0.113.{n}" for n in range(MAX_TRIED + 3)), deadline=deadline)

        with pytest.raises(OSError):
            line.connect(443)
        assert [ip for ip, _ in tried] == [f"203.0.113.{n}" for n in range(MAX_TRIED)]
        assert {timeout for _, timeout in tried} == {CONNECT_SECONDS}


class TestKeys:
    @pytest.mark.parametrize(
        ("size", "fine"),
        [
            (MIN_RSA_BITS - 1, False),
            (MIN_RSA_BITS, True),
            (MAX_RSA_BITS, True),
            (MAX_RSA_BITS + 1, False),
        ],
    )
    def test_bits_of_an_rsa_key(self, size, fine):
        modulus = (1 << (size - 1)) + 1
        jwk = {
            "kty": "RSA",
            "n": base64url_encode(modulus.to_bytes((size + 7) // 8, "big")),
            "e": "AQAB",
        }

        if fine:
            assert PublicKey.from_jwk(jwk).jwk()["n"] == jwk["n"]
            return
        with pytest.raises(KeyInvalid):
            PublicKey.from_jwk(jwk)

    def test_letters_of_a_pem(self):
        text = pem(rsa_key().own)

        assert PublicKey.from_pem(text.ljust(MAX_PEM_LETTERS)) == rsa_key().public
        with pytest.raises(KeyInvalid) as refused:
            PublicKey.from_pem(text.ljust(MAX_PEM_LETTERS + 1))
        assert refused.value.facts["why"] == "length"

    def test_keys_that_a_profile_lists(self):
        most = ob2_jws.MAX_LISTED_KEYS

        assert len(ob2_jws._listed({"publicKey": [f"{HOST}/{n}" for n in range(most)]})) == most
        with pytest.raises(KeyUnavailable):
            ob2_jws._listed({"publicKey": [f"{HOST}/{n}" for n in range(most + 1)]})


class TestProofs:
    @pytest.mark.parametrize(
        ("links", "fine"),
        [(data_integrity.MAX_PROOFS, True), (data_integrity.MAX_PROOFS + 1, False)],
    )
    def test_links_of_a_chain(self, links, fine):
        proofs = [{"id": f"urn:{n}", "previousProof": f"urn:{n + 1}"} for n in range(links)]

        if fine:
            data_integrity._refuse_cycles(proofs[0], proofs)
            return
        with pytest.raises(ProofInvalid):
            data_integrity._refuse_cycles(proofs[0], proofs)


class TestTexts:
    @pytest.mark.parametrize(("limit"), [shapes.MAX_TEXT_LETTERS, shapes.MAX_NAME_LETTERS])
    def test_letters_that_people_read(self, limit):
        assert shapes.clean("x" * limit, limit=limit) == "x" * limit
        assert shapes.clean("x" * (limit + 1), limit=limit) == "x" * (limit - 1) + "…"

    def test_a_text_and_a_name_have_those_limits(self):
        long = {"name": "x" * 30_000}

        assert len(shapes.prose(long, "name", "")) == shapes.MAX_TEXT_LETTERS
        assert len(shapes.title(long, "name", "")) == shapes.MAX_NAME_LETTERS

    def test_letters_that_programs_compare(self):
        assert shapes.word("x" * shapes.MAX_WORD_LETTERS, "/type")
        with pytest.raises(MalformedCredential):
            shapes.word("x" * (shapes.MAX_WORD_LETTERS + 1), "/type")

    def test_items_of_a_list(self):
        assert shapes.as_list([1] * shapes.MAX_ITEMS, "/tag")
        with pytest.raises(MalformedCredential):
            shapes.as_list([1] * (shapes.MAX_ITEMS + 1), "/tag")

    def test_marks_on_one_letter(self):
        marks = "\u0489" * shapes.MAX_MARKS

        assert shapes.clean("x" + marks) == "x" + marks
        assert shapes.clean("x" + marks + "\u0489") == "x" + marks

    def test_letters_of_what_a_person_says_they_are(self):
        longest = "did:example:".ljust(MAX_CLAIM_LETTERS, "x")
        identity = IdentityObject(type="did", value=longest, hashed=False)
        longer = IdentityObject(type="did", value=longest + "x", hashed=False)

        assert matches(identity, longest) is True
        assert matches(longer, longest + "x") is None


class TestTimes:
    def test_hours_from_utc(self):
        hours = MAX_OFFSET // timedelta(hours=1)

        assert parse_instant(f"2026-01-01T00:00:00+{hours}:00")
        assert parse_instant(f"2026-01-01T00:00:00+{hours}:01") is None

    def test_a_proof_from_a_clock_that_is_ahead(self):
        made = NOW + data_integrity.CLOCK_SKEW
        proof = options_of("eddsa-rdfc-2022", ed25519(), proofValue="z1")

        data_integrity.check_form(
            {**proof, "created": text(made)}, purpose="assertionMethod", now=NOW
        )
        with pytest.raises(ProofExpired):
            data_integrity.check_form(
                {**proof, "created": text(made + SECOND)}, purpose="assertionMethod", now=NOW
            )

    @pytest.mark.parametrize(("late", "fine"), [(0, True), (1, False)])
    def test_a_list_from_a_clock_that_is_ahead(self, late, fine):
        begins = NOW + signed_list.CLOCK_SKEW + late * SECOND
        listed = {"type": ["L"], "validFrom": text(begins), "credentialSubject": {"id": "x"}}

        def had():
            return signed_list.read_signed_list(
                f"{HOST}/1",
                types=frozenset({"L"}),
                issuer_id=HOST,
                fetch=Hosts({f"{HOST}/1": listed}),
                now=NOW,
                verify_list=lambda one: ListProof(ok=True, signer_id=HOST),
            )

        if fine:
            assert had().subjects == ({"id": "x"},)
            return
        with pytest.raises(StatusListInvalid) as refused:
            had()
        assert refused.value.facts["why"] == "not-yet"


class TestLists:
    def test_bits_of_one_badge(self):
        assert bitstring._size({"statusSize": bits.MAX_ENTRY_BITS}) == bits.MAX_ENTRY_BITS
        with pytest.raises(StatusListInvalid):
            bitstring._size({"statusSize": bits.MAX_ENTRY_BITS + 1})

    @pytest.mark.parametrize("more", [0, 1])
    def test_letters_of_a_message(self, more):
        said = "x" * (bitstring.MAX_MESSAGE_LETTERS + more)
        entry = {"statusMessage": [{"status": "0x1", "message": said}]}

        assert len(bitstring._message(entry, 1)) == bitstring.MAX_MESSAGE_LETTERS

    @pytest.mark.parametrize("more", [0, 1])
    def test_letters_of_a_reason(self, more):
        said = "x" * (named.MAX_REASON_LETTERS + more)
        answer = named.judge(
            [{"id": "urn:1", "revocationReason": said}],
            ids=frozenset({"urn:1"}),
            document={},
            answer=Hosts({f"{HOST}/1": "{}"})(f"{HOST}/1"),
            url=f"{HOST}/1",
            issuer_id=HOST,
        )

        assert len(answer.reason) == named.MAX_REASON_LETTERS


def sizes(limit):
    return (limit, limit + 1)


def text(moment):
    return moment.isoformat().replace("+00:00", "Z")
