"""Status: a badge the issuer withdrew must never look like one it stands by."""

import base64
import gzip
import json
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shared.errors import (
    FetchFailed,
    FetchRefused,
    FetchStatus,
    KeyUnavailable,
    StatusKindUnknown,
    StatusListInvalid,
    StatusUnreachable,
)
from shared.fetching import Fetched, Offline
from shared.keys import SigningKey
from shared.model import StatusEntry, TokenKind
from shared.proofs import vc_jwt
from shared.status import ListProof, State, read_status
from shared.status.bitstring import StatusList, list_credential, status_entry

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ISSUER = "did:web:missionlocale-dole.example"
URL = "https://missionlocale-dole.example/status/1"
CONFORMANCE = Path(__file__).parents[3] / "shared" / "conformance"


def a_list(*indexes, purpose="revocation", size=131_072, url=URL, **members):
    bits = StatusList(size)
    for index in indexes:
        bits.set(index)
    document = list_credential(
        url=url,
        issuer=ISSUER,
        purpose=purpose,
        bits=bits,
        valid_from=NOW - timedelta(days=1),
        valid_until=NOW + timedelta(days=1),
    )
    return document | members


def published(document):
    """A host that publishes a document at any address asked."""
    body = document if isinstance(document, bytes) else json.dumps(document).encode()

    def fetch(url, **options):
        return Fetched(url=url, body=body, content_type="", fetched_at=NOW, location=url)

    return fetch


def out_of_reach(url, **options):
    raise FetchFailed(host="missionlocale-dole.example")


def signed_by(signer):
    return lambda listed: ListProof(ok=True, signer_id=signer)


def an_entry(document):
    return StatusEntry(type=document.get("type", ""), id=document.get("id"), entry=document)


def ask(entry=None, fetch=out_of_reach, **options):
    defaults = {
        "credential_id": "urn:uuid:badge-1",
        "issuer_id": ISSUER,
        "now": NOW,
        "verify_list": signed_by(ISSUER),
    }
    if entry is None:
        entry = status_entry(url=URL, index=94_567)
    return read_status(an_entry(entry), fetch=fetch, **(defaults | options))


def why(error=StatusListInvalid, **options):
    with pytest.raises(error) as unknown:
        ask(**options)
    assert type(unknown.value) is error
    return unknown.value.facts.get("why")


class TestBitstring:
    @pytest.mark.parametrize(
        ("indexes", "state"),
        [
            pytest.param([], State.CLEAR, id="nobody withdrawn"),
            pytest.param([94_566, 94_568], State.CLEAR, id="neighbours withdrawn"),
            pytest.param([94_567], State.REVOKED, id="withdrawn"),
        ],
    )
    def test_it_follows_what_the_issuer_publishes(self, indexes, state):
        answer = ask(fetch=published(a_list(*indexes)))

        assert (answer.state, answer.purpose, answer.notes) == (state, "revocation", ())
        assert (answer.list_url, answer.list_issuer) == (URL, ISSUER)
        assert (answer.fetched_at, answer.valid_from) == (NOW, NOW - timedelta(days=1))

    def test_a_list_may_speak_for_several_purposes(self):
        for purpose, state in (("revocation", State.REVOKED), ("suspension", State.SUSPENDED)):
            entry = status_entry(url=URL, index=7, purpose=purpose)
            listed = a_list(7, purpose=["revocation", "suspension"])

            assert ask(entry, published(listed)).state is state

    @pytest.mark.parametrize("index", [7, "7"])
    def test_a_place_is_a_text_or_a_number(self, index):
        entry = status_entry(url=URL, index=7) | {"statusListIndex": index}

        assert ask(entry, published(a_list(7))).state is State.REVOKED

    @pytest.mark.parametrize(
        ("index", "expected"),
        [
            ("131072", "index-range"),
            ("-131067", "index-form"),
            ("5e0", "index-form"),
            (None, "index-form"),
        ],
    )
    def test_a_place_outside_the_list_proves_nothing(self, index, expected):
        entry = status_entry(url=URL, index=5) | {"statusListIndex": index}

        assert why(entry=entry, fetch=published(a_list())) == expected

    def test_the_last_place_is_inside(self):
        assert ask(status_entry(url=URL, index=131_071), published(a_list())).state is State.CLEAR

    @pytest.mark.parametrize(("size", "notes"), [(131_072, ()), (131_064, ("status.list-short",))])
    def test_a_short_list_is_read_with_a_note(self, size, notes):
        answer = ask(status_entry(url=URL, index=5), published(a_list(size=size)))

        assert (answer.state, answer.notes) == (State.CLEAR, notes)

    @pytest.mark.parametrize("signer", ["did:web:evil.example", None])
    @pytest.mark.parametrize(("indexes", "state"), [([], State.CLEAR), ([5], State.REVOKED)])
    def test_a_list_by_another_is_noted_and_a_set_bit_counts(self, signer, indexes, state):
        entry, listed = status_entry(url=URL, index=5), a_list(*indexes)

        answer = ask(entry, published(listed), verify_list=signed_by(signer))

        assert (answer.state, answer.list_issuer) == (state, signer)
        assert answer.notes == ("status.list-by-another",)

    def test_a_list_that_says_it_is_another_is_noted(self):
        listed = a_list(id="https://missionlocale-dole.example/status/2")

        assert ask(fetch=published(listed)).notes == ("status.list-other-id",)

    @pytest.mark.parametrize("said", [None, URL, URL + "#list", URL.replace("https", "http")])
    def test_a_list_without_a_name_or_with_its_own_is_fine(self, said):
        listed = a_list()
        del listed["id"]

        assert ask(fetch=published(listed | ({"id": said} if said else {}))).notes == ()

    def test_the_wrong_purpose_proves_nothing(self):
        assert why(fetch=published(a_list(purpose="suspension"))) == "purpose"
        assert why(fetch=published(a_list(purpose=["message", 4]))) == "purpose"

    @pytest.mark.parametrize("member", ["statusListIndex", "statusListCredential", "statusPurpose"])
    def test_an_entry_without_a_member_proves_nothing(self, member):
        entry = status_entry(url=URL, index=5)
        del entry[member]

        assert why(entry=entry, fetch=published(a_list())) in ("form", "index-form")

    def test_an_unknown_purpose_is_unknown_once_its_bit_is_set(self):
        entry = status_entry(url=URL, index=5, purpose="archived")

        assert ask(entry, published(a_list(purpose="archived"))).state is State.CLEAR
        why(StatusKindUnknown, entry=entry, fetch=published(a_list(5, purpose="archived")))

    def test_a_newer_version_withdraws_nothing(self):
        entry = status_entry(url=URL, index=5, purpose="refresh")

        answer = ask(entry, published(a_list(5, purpose="refresh")))

        assert (answer.state, answer.notes) == (State.CLEAR, ("status.newer-exists",))


class TestMessages:
    ENTRY = status_entry(url=URL, index=1, purpose="message") | {
        "statusSize": 2,
        "statusMessage": [
            {"status": "0x0", "message": "en attente"},
            {"status": "0x1", "message": "accepté\u202e"},
            {"status": 2, "message": "pas un texte"},
            {"status": "zz", "message": "pas un nombre"},
            "rien",
        ],
    }

    @pytest.mark.parametrize(
        ("indexes", "state", "text"),
        [
            ((), State.CLEAR, "en attente"),
            ((3,), State.MESSAGE, "accepté"),
            ((2, 3), State.MESSAGE, ""),
        ],
    )
    def test_a_value_has_the_text_of_the_issuer_made_plain(self, indexes, state, text):
        answer = ask(self.ENTRY, published(a_list(*indexes, purpose="message", size=262_144)))

        assert (answer.state, answer.reason, answer.notes) == (state, text, ())

    def test_a_list_is_measured_in_badges_not_in_bits(self):
        answer = ask(self.ENTRY, published(a_list(purpose="message")))

        assert answer.notes == ("status.list-short",)

    @pytest.mark.parametrize("size", [0, 33, -1, "x", 1.5, True, None])
    def test_a_size_outside_one_to_thirty_two_is_refused(self, size):
        assert why(entry=self.ENTRY | {"statusSize": size}, fetch=published(a_list())) == "size"

    def test_a_list_that_says_another_size_is_refused(self):
        listed = a_list(purpose="message")
        listed["credentialSubject"]["statusSize"] = 4

        assert why(entry=self.ENTRY, fetch=published(listed)) == "size"


class TestTheListItself:
    def test_silence_is_not_good_news(self):
        assert why(StatusUnreachable) == "fetch.unreachable"
        assert why(StatusUnreachable, fetch=Offline()) == "fetch.offline"

    @pytest.mark.parametrize("error", [FetchRefused(host="x"), FetchStatus(host="x", status=404)])
    def test_any_failure_of_the_network_names_the_host(self, error):
        def fails(url, **options):
            raise error

        with pytest.raises(StatusUnreachable) as unknown:
            ask(fetch=fails)
        assert unknown.value.facts == {
            "host": "missionlocale-dole.example",
            "why": error.code,
        }

    @pytest.mark.parametrize(
        "body",
        [b"", b"{", b"<html>404</html>", b"[]", b"null", b"\xff\xfe{}", b"a.b.c", b"\xff.a.b"],
    )
    def test_garbage_is_not_good_news(self, body):
        assert why(fetch=published(body)) == "form"

    def test_a_byte_order_mark_is_tolerated(self):
        body = b"\xef\xbb\xbf" + json.dumps(a_list()).encode()

        assert ask(fetch=published(body)).state is State.CLEAR

    @pytest.mark.parametrize(
        "types",
        [["VerifiableCredential"], "VerifiableCredential", None, [], ["StatusList2021Credential"]],
    )
    def test_a_document_of_another_type_is_no_list(self, types):
        assert why(fetch=published(a_list(type=types))) == "type"

    @pytest.mark.parametrize(
        ("members", "expected"),
        [
            ({"validUntil": "2026-11-22T11:59:59Z"}, "expired"),
            ({"validFrom": "2026-11-22T12:05:01Z"}, "not-yet"),
            ({"validFrom": "yesterday"}, "dates"),
            ({"validUntil": None}, "dates"),
            ({"expirationDate": "2026-02-30T00:00:00Z"}, "dates"),
        ],
    )
    def test_a_list_out_of_its_dates_proves_nothing(self, members, expected):
        assert why(fetch=published(a_list(5, **members))) == expected

    @pytest.mark.parametrize(
        "members",
        [
            {"validUntil": "2026-11-22T12:00:00Z"},
            {"validFrom": "2026-11-22T12:05:00Z"},
            {"validUntil": "2026-11-22T01:00:00-12:00"},
        ],
    )
    def test_a_list_just_inside_its_dates_is_read(self, members):
        assert ask(fetch=published(a_list(**members))).state is State.CLEAR

    def test_dates_of_the_older_model_count_too(self):
        listed = a_list(issuanceDate="2026-11-01T00:00:00Z", expirationDate="2026-11-02T00:00:00Z")
        del listed["validFrom"], listed["validUntil"]

        assert why(fetch=published(listed)) == "expired"

    def test_a_proof_that_does_not_hold_proves_nothing_set_bit_or_not(self):
        for document in (a_list(), a_list(94_567)):
            forged = {"fetch": published(document), "verify_list": lambda _: ListProof(ok=False)}

            assert why(**forged) == "proof"

    def test_a_key_that_cannot_be_had_proves_nothing(self):
        def no_key(listed):
            raise KeyUnavailable(host="x")

        assert why(fetch=published(a_list()), verify_list=no_key) == "key.unavailable"

    def test_the_verifier_of_proofs_is_given_the_text_as_received(self):
        body, seen = json.dumps(a_list(), indent=3), []

        def look(listed):
            seen.append(listed)
            return ListProof(ok=True, signer_id=ISSUER)

        ask(fetch=published(body.encode()), verify_list=look)
        assert (seen[0].token.kind, seen[0].token.text) == (TokenKind.JSON, body)
        assert seen[0].document == json.loads(body)

    def test_a_list_may_be_a_token(self):
        key, seen = SigningKey.from_seed(b"s" * 32), []
        token = vc_jwt.sign(a_list(94_567, issuer=key.did), key=key, method=key.method)

        def look(listed):
            seen.append(listed)
            return ListProof(ok=True, signer_id=key.did)

        answer = ask(fetch=published(token.encode() + b"\n"), issuer_id=key.did, verify_list=look)
        assert (answer.state, answer.notes) == (State.REVOKED, ())
        assert (seen[0].token.kind, seen[0].token.text) == (TokenKind.JWS, token)

    @pytest.mark.parametrize(
        ("subject", "expected"),
        [
            ({"encodedList": 4}, "form"),
            ({"encodedList": ""}, "form"),
            ({"encodedList": "uAAAA"}, "damaged"),
            (
                {"encodedList": base64.b64encode(gzip.compress(bytes(16_384), mtime=0)).decode()},
                "encoding",
            ),
            ({"statusPurpose": None}, "purpose"),
        ],
    )
    def test_bits_that_cannot_be_unpacked_prove_nothing(self, subject, expected):
        listed = a_list()
        listed["credentialSubject"] |= subject

        assert why(fetch=published(listed)) == expected

    def test_a_bomb_is_not_unpacked(self):
        bomb = zlib.compressobj(9, zlib.DEFLATED, 31)
        packed = b"".join(bomb.compress(bytes(8_000_000)) for _ in range(32)) + bomb.flush()
        listed = a_list()
        text = base64.urlsafe_b64encode(packed).decode().rstrip("=")
        listed["credentialSubject"]["encodedList"] = "u" + text

        assert why(fetch=published(listed)) == "too-long"

    @pytest.mark.parametrize("subject", [None, [], "x", [4]])
    def test_a_list_without_a_subject_proves_nothing(self, subject):
        assert why(fetch=published(a_list(credentialSubject=subject))) == "purpose"


@pytest.mark.parametrize("kind", ["MagicStatus", "", "bitstringstatuslistentry"])
def test_an_unknown_kind_of_entry_asks_nobody(kind):
    assert why(StatusKindUnknown, entry={"type": kind}) is None


class TestOlderLists:
    def entry_2021(self, index="5"):
        return {
            "id": URL + "#5",
            "type": "StatusList2021Entry",
            "statusPurpose": "revocation",
            "statusListIndex": index,
            "statusListCredential": URL,
        }

    def list_2021(self, raw, pack=base64.urlsafe_b64encode, types="StatusList2021Credential"):
        listed = a_list(type=["VerifiableCredential", types])
        listed["credentialSubject"]["encodedList"] = pack(gzip.compress(raw)).decode()
        return listed

    @pytest.mark.parametrize(
        "pack",
        [
            base64.b64encode,
            base64.urlsafe_b64encode,
            lambda raw: base64.urlsafe_b64encode(raw).rstrip(b"="),
            lambda raw: b"u" + base64.urlsafe_b64encode(raw).rstrip(b"="),
        ],
    )
    @pytest.mark.parametrize(("first", "state"), [(4, State.REVOKED), (2, State.CLEAR)])
    def test_status_list_2021(self, pack, first, state):
        listed = self.list_2021(bytes([first]) + bytes(16_383), pack)

        assert ask(self.entry_2021(), published(listed)).state is state

    def test_status_list_2021_in_a_list_of_today(self):
        listed = self.list_2021(bytes([4]) + bytes(16_383), types="BitstringStatusListCredential")

        assert ask(self.entry_2021(), published(listed)).state is State.REVOKED

    def test_status_list_2021_too_short_for_the_place(self):
        listed = self.list_2021(bytes(1))

        assert why(entry=self.entry_2021("8"), fetch=published(listed)) == "index-range"

    @pytest.mark.parametrize("pack", [zlib.compress, gzip.compress])
    @pytest.mark.parametrize(("first", "state"), [(4, State.REVOKED), (2, State.CLEAR)])
    def test_revocation_list_2020(self, pack, first, state):
        entry = {
            "type": "RevocationList2020Status",
            "revocationListIndex": "5",
            "revocationListCredential": URL,
        }
        listed = a_list(type=["VerifiableCredential", "RevocationList2020Credential"])
        packed = base64.b64encode(pack(bytes([first]) + bytes(16_383))).decode()
        listed["credentialSubject"] = {"type": "RevocationList2020", "encodedList": packed}

        assert ask(entry, published(listed)).state is state


PUBLIC_LISTS = "dcc-vc-test-fixtures/statusLists/didkey-ed25519Signature2020/"


@pytest.mark.skipif(not CONFORMANCE.exists(), reason="the public cases are not here")
class TestPublicLists:
    """Bits of real lists; whether their proofs hold is the verifier's question."""

    @pytest.mark.parametrize(
        ("file", "withdrawn"),
        [
            (PUBLIC_LISTS + "e5WK8CbZ1GjycuPombrj.json", {2, 6, 8}),
            ("1edtech-validator/ob30/bit-string-list/testlist.json", {23}),
        ],
    )
    def test_the_bits_that_are_set_are_found(self, file, withdrawn):
        document = json.loads((CONFORMANCE / file).read_text(encoding="utf-8"))
        fetch, url = published(document), document["id"]

        found = {
            n
            for n in range(64)
            if ask(status_entry(url=url, index=n), fetch).state is State.REVOKED
        }

        assert found == withdrawn

    @pytest.mark.parametrize(
        ("file", "expected"),
        [("tampered.json", "encoding"), ("missingBitStringType.json", "type")],
    )
    def test_the_damaged_ones_prove_nothing(self, file, expected):
        body = (CONFORMANCE / PUBLIC_LISTS / file).read_bytes()

        assert why(fetch=published(body)) == expected
