"""From bytes to a verdict: whatever is given gets one answer, and nothing is asked in vain."""

import io
import json
import logging
import zipfile

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as some

from shared.errors import FetchFailed, FetchRedirected
from shared.fetching import Offline, Redirects, ReplayFetcher
from tests.shared import older_badges
from tests.shared.hosts import Hosts
from tests.shared.pictures import itxt, png, text_chunk
from tests.shared.signers import did_key
from tests.verifier.cases import (
    NOW,
    OURS,
    Network,
    a_badge,
    as_bytes,
    circumstances,
    signed,
    tampered,
)
from verifier.verdict import Level, Reason
from verifier.verify import judge

PAGE = "https://badges.example/a/1"


def packed(**files):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as zipped:
        for name, body in files.items():
            zipped.writestr(name, body)
    return archive.getvalue()


def trusted(received, internet=None):
    return judge(received, circumstances(internet, registry=Network()))


class TestSeveral:
    def test_a_zip_is_one_answer_with_one_for_each_badge(self):
        judgement = trusted(packed(a=as_bytes(signed()), b=as_bytes(tampered(signed()))))

        assert judgement.verdict.level is Level.REFUSED
        assert [one.level for one in judgement.verdict.parts] == [Level.TRUSTED, Level.REFUSED]
        assert [one.name for one in judgement.inside] == ["a", "b"]
        assert (judgement.container, judgement.token) == ("zip", None)

    def test_a_piece_is_judged_as_if_it_had_come_alone(self):
        badge = png(itxt(json.dumps(signed())))
        (piece,) = trusted(packed(badge=badge)).inside

        alone = trusted(badge)

        assert piece.received == badge
        assert piece.judgement.verdict == alone.verdict
        assert piece.judgement.token == alone.token

    def test_what_is_no_badge_is_listed(self):
        judgement = trusted(packed(a=as_bytes(signed()), photo=png(), lettre=b"Bonjour"))

        assert judgement.verdict.level is Level.TRUSTED
        assert [one.level for one in judgement.verdict.parts] == [
            Level.TRUSTED, Level.UNREADABLE, Level.UNREADABLE,
        ]  # fmt: skip

    @pytest.mark.parametrize("files", [{"a": png(), "b": b"x"}, {}])
    def test_a_zip_without_a_badge_holds_none(self, files):
        judgement = trusted(packed(**files))

        assert judgement.verdict.level is Level.UNREADABLE
        assert judgement.error is not None

    def test_a_damaged_zip(self):
        judgement = trusted(packed(a=as_bytes(signed()))[:-40])

        assert (judgement.verdict.level, judgement.error.code) == (
            Level.UNREADABLE, "read.damaged-image",
        )  # fmt: skip

    @pytest.mark.slow
    def test_a_picture_of_several_codes(self):
        first, second = (segno.make(url, error="m") for url in (PAGE, "https://badges.example/a/2"))
        image = beside(first, second)

        judgement = trusted(image, {PAGE: signed()})

        assert sorted(one.level for one in judgement.verdict.parts) == [
            Level.TRUSTED, Level.UNDETERMINED,
        ]  # fmt: skip
        assert judgement.verdict.level is Level.UNDETERMINED
        assert {one.received for one in judgement.inside} == {
            PAGE.encode(), b"https://badges.example/a/2",
        }  # fmt: skip

    def test_a_record_is_as_good_as_the_worst_in_it(self):
        inside = [signed(), tampered(signed())]
        subject = {
            "id": "did:example:camille",
            "type": ["ClrSubject"],
            "verifiableCredential": inside,
        }
        record = signed(type=["VerifiableCredential", "ClrCredential"], credentialSubject=subject)

        verdict = trusted(as_bytes(record)).verdict

        assert verdict.level is Level.REFUSED
        assert [one.level for one in verdict.parts] == [Level.TRUSTED, Level.REFUSED]


def beside(*codes):
    """Two QR codes in one picture."""
    from PIL import Image

    pictures = []
    for code in codes:
        out = io.BytesIO()
        code.save(out, kind="png", scale=6, border=6)
        pictures.append(Image.open(out).convert("L"))
    whole = Image.new(
        "L", (sum(one.width for one in pictures), max(p.height for p in pictures)), 255
    )
    left = 0
    for one in pictures:
        whole.paste(one, (left, 0))
        left += one.width
    out = io.BytesIO()
    whole.save(out, "PNG")
    return out.getvalue()


class TestAddresses:
    @pytest.mark.parametrize(
        "received",
        [PAGE.encode(), png(text_chunk(PAGE.encode())), as_bytes({"verify": {"url": PAGE}})],
        ids=["pasted", "in a picture", "all that a badge holds"],
    )
    def test_a_badge_is_had_from_its_address(self, received):
        judgement = trusted(received, {PAGE: signed()})

        assert judgement.verdict.level is Level.TRUSTED
        assert judgement.requests == (PAGE,)
        assert judgement.verdict.credential.token.container == judgement.container

    def test_an_older_badge_is_asked_for_once(self):
        hosts = Hosts(older_badges.site())

        judgement = judge(older_badges.BADGE.encode(), circumstances(fetch=hosts))

        assert judgement.verdict.level is Level.AUTHENTIC
        assert len(set(judgement.requests)) == len(judgement.requests) == 3

    def test_the_page_for_people_leads_to_the_badge(self):
        judgement = trusted(f"{PAGE}.html".encode(), {f"{PAGE}.html": "<html>", PAGE: signed()})

        assert judgement.verdict.level is Level.TRUSTED

    def test_a_page_may_say_where_the_badge_is(self):
        link = '<link type="application/json" rel="alternate" href="/a/1?v=3&amp;x">'
        page = f"<!doctype html><head>{link}</head>"

        judgement = trusted(b"https://badges.example/p", {
            "https://badges.example/p": page, PAGE + "?v=3&x": signed(),
        })  # fmt: skip

        assert judgement.verdict.level is Level.TRUSTED

    @pytest.mark.parametrize(
        "answer",
        [Hosts.DOWN, 404, 500, "<html>", "{", "https://badges.example/a/2", png()],
        ids=["down", "404", "500", "a page", "damage", "another address", "a picture"],
    )
    def test_what_is_not_had_proves_nothing(self, answer):
        judgement = trusted(PAGE.encode(), {PAGE: answer})

        assert judgement.verdict.level is Level.UNDETERMINED
        assert judgement.verdict.reasons == (Reason.HOSTED_NOT_CHECKED,)
        assert (judgement.verdict.credential, judgement.error) == (None, None)

    def test_what_is_gone_was_withdrawn(self):
        judgement = trusted(PAGE.encode(), {PAGE: 410})

        assert judgement.verdict.level is Level.NOT_VALID_NOW
        assert Reason.REVOKED in judgement.verdict.reasons

    @pytest.mark.parametrize("address", [b"https://10.0.0.5/a", b"https://localhost/a"])
    def test_an_address_inside_the_machine_is_no_badge(self, address, tmp_path):
        fetch = ReplayFetcher(
            {"default_dns": ["203.0.113.1"], "http": {}}, folder=tmp_path, now=NOW
        )

        judgement = judge(address, circumstances(fetch=fetch))

        assert judgement.verdict.level is Level.UNREADABLE
        assert (judgement.error.code, judgement.requests) == ("read.forbidden-address", ())

    def test_a_short_address_is_followed(self):
        asked = []

        def fetch(url, *, accept="", limit=0, redirects=Redirects.SAME_ORIGIN):
            asked.append(redirects)
            if redirects is not Redirects.ANY:
                raise FetchRedirected(host="court.example", why="elsewhere")
            return Hosts({PAGE: signed()})(PAGE)

        judgement = judge(b"https://court.example/x", circumstances(fetch=fetch))

        assert judgement.verdict.level is Level.AUTHENTIC
        assert asked == [Redirects.SAME_ORIGIN, Redirects.ANY]


VALUES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=9),
    lambda inner: (
        some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=6,
)
MEMBERS = [*signed(), "evidence", "credentialStatus", "endorsement", "holder"]


class TestNothingIsRaised:
    @given(received=some.binary(max_size=300))
    def test_whatever_the_bytes(self, received):
        judgement = judge(received, circumstances(fetch=Offline()))

        assert judgement.verdict.level in (Level.UNREADABLE, Level.UNDETERMINED)

    @given(member=some.sampled_from(MEMBERS), value=VALUES)
    def test_whatever_stands_in_the_place_of_a_member(self, member, value):
        judgement = judge(as_bytes({**signed(), member: value}), circumstances(fetch=Offline()))

        assert judgement.verdict.level is not Level.TRUSTED
        changed = value != signed().get(member)
        assert judgement.verdict.level is not Level.AUTHENTIC or not changed

    @given(place=some.sampled_from(["subject", "achievement", "issuer", "proof"]), data=some.data())
    def test_whatever_stands_deeper(self, place, data):
        document = json.loads(json.dumps(signed()))
        inner = {
            "subject": document["credentialSubject"],
            "achievement": document["credentialSubject"]["achievement"],
            "issuer": document["issuer"],
            "proof": document["proof"],
        }[place]
        name = data.draw(some.sampled_from(sorted(inner)))
        before, inner[name] = inner[name], data.draw(VALUES)

        judgement = judge(as_bytes(document), circumstances(fetch=Offline()))

        assert judgement.verdict.level is not Level.AUTHENTIC or inner[name] == before

    def test_a_network_that_breaks_down(self, caplog):
        def broken(url, **asked):
            raise RuntimeError(url)

        with caplog.at_level(logging.DEBUG):
            judgement = judge(older_badges.BADGE.encode(), circumstances(fetch=broken))

        assert judgement.verdict.level is Level.UNREADABLE
        assert "badges.fablab.example" not in caplog.text

    def test_a_registry_that_breaks_down(self):
        class Broken(Network):
            def membership(self, issuer_id, **asked):
                raise RuntimeError(issuer_id)

        verdict = judge(as_bytes(signed()), circumstances(registry=Broken())).verdict

        assert verdict.level is Level.UNDETERMINED
        assert Reason.REGISTRY_NOT_CHECKED in verdict.reasons

    @pytest.mark.parametrize("method", ["partner", "recognisers"])
    def test_a_registry_that_cannot_name_anybody(self, method):
        class Broken(Network):
            pass

        def fails(self, *args, **named):
            raise FetchFailed(host="x")

        setattr(Broken, method, fails)

        judgement = judge(as_bytes(signed()), circumstances(registry=Broken()))

        assert judgement.verdict.level is not Level.UNREADABLE
        assert judgement.verdict.recognised_by == ()


def test_offline_nothing_is_asked():
    for badge in (
        signed(credentialStatus={"id": "https://x.example/1", "type": "1EdTechRevocationList"}),
        older_badges.assertion(),
    ):
        judgement = judge(as_bytes(badge), circumstances(fetch=Offline()))

        assert (judgement.verdict.level, judgement.requests) == (Level.UNDETERMINED, ())


def test_of_a_badge_that_nobody_signed_nobody_is_asked():
    hosts = Hosts(older_badges.site())
    unsigned = older_badges.assertion(verification=None)

    judgement = judge(as_bytes(unsigned), circumstances(fetch=hosts))

    assert (judgement.verdict.level, hosts.asked) == (Level.UNDETERMINED, [])


def test_what_others_wrote_is_told_as_plain_text():
    suite = "bbs\u001b[2J\u202e2023" + "x" * 900
    document = {**a_badge(), "proof": {**signed()["proof"], "cryptosuite": suite}}

    verdict = judge(as_bytes(document), circumstances()).verdict

    quoted = [value for one in verdict.findings for value in one.facts.values()]
    quoted += verdict.form.proofs
    assert all(len(str(text)) <= 500 for text in quoted)
    assert not any(letter in str(text) for text in quoted for letter in "\u001b\u202e")


def test_one_badge_asks_each_address_once():
    status = {"id": "https://x.example/1", "type": "1EdTechRevocationList"}
    hosts = Hosts(
        {
            "https://x.example/1": {
                "id": "https://x.example/1",
                "issuer": did_key(OURS),
                "revokedCredential": [],
            }
        }
    )

    judgement = judge(
        as_bytes(signed(credentialStatus=[status, status])), circumstances(fetch=hosts)
    )

    assert judgement.verdict.level is Level.AUTHENTIC
    assert (hosts.asked, judgement.requests) == (["https://x.example/1"], ("https://x.example/1",))


def test_nothing_is_shown_of_what_is_not_authentic():
    for document in (tampered(signed()), signed(by=None) | {"niveau": 1}, a_badge()):
        verdict = judge(as_bytes(document), circumstances(registry=Network())).verdict
        if verdict.level is Level.REFUSED:
            assert (verdict.credential, verdict.issuer_name, verdict.recognised_by) == (
                None,
                None,
                (),
            )
            assert {one.check for one in verdict.findings} <= {
                "integrity.format", "integrity.proof", "integrity.coverage", "issuer.key",
            }  # fmt: skip
