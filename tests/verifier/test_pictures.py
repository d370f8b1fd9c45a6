"""Is it the issuer's picture?  Every ending, none of which decides; and digests, which may."""

import base64
import hashlib
import io
import json

import pytest
from PIL import Image

from shared.baking import bake
from shared.errors import FetchOffline
from shared.fetching import Offline
from tests.shared import linked_badges
from tests.shared.hosts import Hosts
from tests.shared.signers import method_of
from tests.verifier.cases import (
    JCS,
    LISTS,
    OURS,
    Network,
    a_badge,
    a_document,
    a_list,
    circumstances,
    entry,
    found,
    judged,
    secured,
    signed,
    tampered,
)
from tests.workshop import circumstances as in_the_region
from trust_registry.catalogue import image, seed
from verifier.report import as_json
from verifier.verdict import Level, Outcome, Reason
from verifier.verify import judge
from verifier.wording import in_words

BADGES = {one.id: one for one in seed().badges}
MAIL, OTHER = image(BADGES["b10"]), image(BADGES["b11"])
ADDRESS = "https://badges.example/messagerie.png"
CHECK = "integrity.picture"


def resized(picture, side=90):
    made = io.BytesIO()
    Image.open(io.BytesIO(picture)).resize((side, side)).save(made, "PNG")
    return made.getvalue()


def naming(named=ADDRESS, **more):
    """A signed badge that names a picture."""
    picture = {"id": named, "type": "Image", **more}
    subject = linked_badges.with_achievement(image=picture)["credentialSubject"]
    return signed(credentialSubject=subject)


def in_a(picture, document=None):
    return bake(picture, json.dumps(document or naming()))


def digest(body):
    return f"sha256-{base64.b64encode(hashlib.sha256(body).digest()).decode()}"


def packed(picture):
    return f"data:image/png;base64,{base64.b64encode(picture).decode()}"


@pytest.mark.parametrize(
    ("received", "internet", "ending"),
    [
        (in_a(MAIL), {ADDRESS: MAIL}, (Outcome.PASSED, "picture.same", ())),
        (in_a(resized(MAIL)), {ADDRESS: MAIL}, (Outcome.PASSED, "picture.alike", ())),
        (in_a(OTHER), {ADDRESS: MAIL}, (Outcome.WARNING, "picture.different", ())),
        (in_a(MAIL), {}, (Outcome.NOT_CHECKED, "picture.not-compared", ())),
        (in_a(MAIL), {ADDRESS: Hosts.DOWN}, (Outcome.NOT_CHECKED, "picture.not-compared", ())),
        (in_a(MAIL), {ADDRESS: b"<html>"}, (Outcome.NOT_CHECKED, "picture.not-compared", ())),
        (in_a(MAIL, naming(packed(MAIL))), {}, (Outcome.PASSED, "picture.same", ())),
        (in_a(MAIL, naming(packed(OTHER))), {}, (Outcome.WARNING, "picture.different", ())),
        (
            in_a(MAIL, naming("data:text/html,b")),
            {},
            (Outcome.NOT_CHECKED, "picture.not-compared", ()),
        ),
        (in_a(MAIL, signed()), {}, (Outcome.NOT_APPLICABLE, "picture.unnamed", ())),
        (
            in_a(MAIL, naming(digestSRI=digest(MAIL))),
            {ADDRESS: MAIL},
            (Outcome.PASSED, "picture.same", ()),
        ),
        (
            in_a(OTHER, naming(digestSRI=digest(MAIL))),
            {ADDRESS: OTHER},
            (Outcome.FAILED, "picture.changed-since", ()),
        ),
        (
            in_a(MAIL, naming(digestSRI="md5-x")),
            {ADDRESS: MAIL},
            (Outcome.NOT_CHECKED, "picture.not-compared", ()),
        ),
        (
            in_a(MAIL, naming(packed(MAIL), digestSRI=digest(OTHER))),
            {},
            (Outcome.FAILED, "picture.changed-since", ()),
        ),
    ],
    ids=[
        "the issuer's", "the issuer's, resized", "a prettier one", "no longer there",
        "host down", "a page instead", "inside the badge", "another inside the badge",
        "a page inside the badge", "none named", "the one signed for", "changed since",
        "a digest of an unknown kind", "a digest of another",
    ],
)  # fmt: skip
def test_each_ending_and_none_decides(received, internet, ending):
    verdict = judged(received, internet, registry=Network())

    assert found(verdict, CHECK) == ending
    assert verdict.level is Level.TRUSTED
    assert (verdict.pictures is not None) is (ending[1] == "picture.different")


@pytest.mark.parametrize("document", [a_badge(), tampered(naming())], ids=["unsigned", "changed"])
def test_of_a_badge_that_the_issuer_did_not_sign_no_picture_is_asked_for(document):
    fetch = Hosts({ADDRESS: MAIL})
    verdict = judge(in_a(OTHER, document), circumstances(fetch=fetch)).verdict

    assert ADDRESS not in fetch.asked
    assert verdict.pictures is None


def test_offline_nothing_is_asked_and_nothing_is_worse():
    verdict = judged(in_a(OTHER), fetch=Offline(), registry=Network())

    finding = next(one for one in verdict.findings if one.check == CHECK)
    assert finding.facts == {"why": FetchOffline.code}
    assert verdict.level is Level.TRUSTED


def test_both_are_shown_drawn_again():
    judgement = judge(in_a(OTHER), circumstances({ADDRESS: MAIL}, registry=Network()))

    worded = in_words(judgement, "fr")
    report = as_json(judgement, input_name="x")

    assert [one.label for one in worded.pictures] == ["L’image reçue", "L’image de la structure"]
    for shown, original in zip(worded.pictures, (OTHER, MAIL), strict=True):
        drawn = base64.b64decode(shown.address.removeprefix("data:image/png;base64,"))
        assert drawn != original
        assert Image.open(io.BytesIO(drawn)).size == (192, 192)
    assert "data:" not in json.dumps(report)


class TestOfTheNetwork:
    """The pictures of the network's own badges come with the program."""

    def test_they_are_known_without_asking(self, region):
        asked = []
        for one in region.badges:
            if not one.file.endswith((".png", ".svg")):
                continue
            judgement = judge(one.content, in_the_region(region))
            ends = {f.check: f.code for f in judgement.verdict.findings}
            asked += [url for url in judgement.requests if url.endswith((".png", ".svg"))]
            if judgement.verdict.level is not Level.REFUSED and CHECK in ends:
                assert ends[CHECK] in ("picture.same", "picture.none"), one.file

        assert asked == []


class TestDigestsOfLists:
    def with_digest(self, body):
        return signed(
            credentialStatus=entry(), relatedResource=[{"id": LISTS, "digestSRI": digest(body)}]
        )

    def body(self, *revoked):
        return json.dumps(a_list(*revoked), ensure_ascii=False).encode()

    def test_the_list_that_was_signed_for_is_read(self):
        verdict = judged(self.with_digest(self.body()), {LISTS: self.body()}, registry=Network())

        assert verdict.level is Level.TRUSTED

    @pytest.mark.parametrize("lists", [{}, {LISTS: a_list(6)}], ids=["its host", "the network"])
    def test_another_is_not_used(self, lists):
        document = self.with_digest(self.body(6))
        network = Network(lists={LISTS: a_list()} if lists else {})

        verdict = judged(document, {LISTS: self.body()}, registry=network)

        assert found(verdict, "status.revocation") == (
            Outcome.NOT_CHECKED, "status.list-invalid", (Reason.STATUS_NOT_CHECKED,),
        )  # fmt: skip
        assert verdict.level is Level.UNDETERMINED


def test_a_key_document_that_differs_from_its_digest_proves_nobody():
    did, page = "did:web:mission.example", "https://mission.example/.well-known/did.json"
    document = a_badge(
        issuer={"id": did, "type": ["Profile"]},
        relatedResource=[{"id": page, "digestSRI": digest(b"another")}],
    )
    received = secured(document, OURS, JCS, verificationMethod=f"{did}#k1")

    verdict = judged(received, {page: a_document(did, OURS)}, registry=Network())

    assert method_of(OURS)
    assert found(verdict, "issuer.key")[0] is Outcome.NOT_CHECKED
    assert verdict.level is Level.UNDETERMINED
