"""The door, on the public and the hostile corpora, where they are there."""

import hashlib
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from shared import strict_json
from shared.baking import clean_svg
from shared.errors import NoBadgeInImage, ProofInvalid, TwoBadges, Unreadable
from shared.model import TokenKind
from shared.parsing import parse
from shared.reading import read

SHARED = Path(__file__).parents[3] / "shared"
CORPUS = SHARED / "conformance"
HOSTILE = SHARED / "hostile" / "make_hostile.py"
READ_HERE = {"baked-png", "baked-svg", "qr"}


def published(*expectations: str):
    """The cases with a picture and one of these expectations; none without the corpus."""
    manifest = CORPUS / "manifest.json"
    if not manifest.exists():
        return []
    return [
        pytest.param(case, id=case["id"])
        for case in json.loads(manifest.read_text("utf-8"))["cases"]
        if case["kind"] in READ_HERE and case["expect"] in expectations
    ]


def received(case) -> bytes:
    return (CORPUS / case["file"]).read_bytes()


@pytest.mark.parametrize("case", published("valid", "extracts", "decodes"))
def test_a_published_badge_is_taken_out(case):
    token = read(received(case))

    kinds = {"json": TokenKind.JSON, "jwt": TokenKind.JWS, "url": TokenKind.URL}
    assert token.kind is kinds[case["payload_kind"]]
    assert token.container == {"baked-png": "png", "baked-svg": "svg", "qr": "qr"}[case["kind"]]
    if case.get("payload_sha256"):
        assert hashlib.sha256(token.text.encode()).hexdigest() == case["payload_sha256"]
    if token.kind is TokenKind.URL and case.get("payload_url"):
        assert token.text == case["payload_url"].replace("http://", "https://")
    if token.kind is TokenKind.JSON:
        assert strict_json.load_object(token.text)


@pytest.mark.parametrize("case", published("extracts-both"))
def test_of_two_published_badges_the_newer_is_taken(case):
    token = read(received(case))

    assert "OpenBadgeCredential" in token.text
    assert [rival.kind for rival in token.rivals] == [TokenKind.JSON]


@pytest.mark.parametrize("case", published("not-baked"))
def test_a_published_picture_without_a_badge_is_said_to_have_none(case):
    with pytest.raises(NoBadgeInImage):
        read(received(case))


@pytest.mark.parametrize("case", published("ambiguous"))
def test_between_two_published_badges_none_is_chosen(case):
    with pytest.raises(TwoBadges):
        read(received(case))


@pytest.mark.parametrize("case", published("error"))
def test_a_published_fault_is_refused(case):
    with pytest.raises(Unreadable):
        read(received(case))


@pytest.mark.parametrize("case", published("extracts-or-error"))
def test_a_published_doubt_ends_in_a_token_or_a_reason(case):
    try:
        token = read(received(case))
    except Unreadable:
        return
    assert token.kind is TokenKind.URL
    assert token.notes


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    if not HOSTILE.exists():
        pytest.skip("the hostile corpus is not beside this repository")
    folder = tmp_path_factory.mktemp("hostile")
    subprocess.run([sys.executable, HOSTILE, folder], check=True, capture_output=True)
    cases = json.loads((folder / "expected.json").read_text("utf-8"))["cases"]
    return folder, {case["id"]: case for case in cases}


@pytest.mark.parametrize("group", ["control", "img", "svg", "json", "jwt", "upload"])
def test_each_hostile_file_ends_soon_in_a_token_or_a_reason(hostile, group):
    folder, cases = hostile
    for name, case in cases.items():
        if case["group"] != group:
            continue
        given = (folder / case["file"]).read_bytes()
        begin = time.process_time()
        try:
            token = read(given)
            if token.kind is not TokenKind.URL:
                parse(token)
            refused = None
        except (Unreadable, ProofInvalid) as error:
            refused = error
        assert time.process_time() - begin < 1, name
        accepted = {case["outcome"], *case["also_ok"]}
        assert refused is None or accepted & {"rejected", "not-valid"}, (name, refused)


NO_BADGE = {
    "img": {1, 2, 5, 6, *range(8, 18), *range(19, 25), 26, 27, 28, 30, 36, *range(37, 42)},
    "svg": {*range(10, 18), *range(19, 25)},
    "json": {9, 14},
}
"""Numbers of the cases that hold no badge, or one in a form that is refused."""


def test_what_is_no_badge_is_refused_at_the_door(hostile):
    folder, cases = hostile
    for name, case in cases.items():
        group, number = name.split("-")[:2]
        if int(number) in NO_BADGE.get(group, ()):
            with pytest.raises(Unreadable):
                read((folder / case["file"]).read_bytes())


def test_notes_stand_beside_what_is_unusual(hostile):
    folder, cases = hostile
    notes = {
        name[:6]: read((folder / cases[name]["file"]).read_bytes()).notes
        for name in cases
        if name.startswith(("img-04", "img-07", "img-35", "control-04"))
    }

    assert notes == {
        "contro": (),
        "img-04": ("read.after-end",),
        "img-07": ("read.packed",),
        "img-35": ("read.chunk-twice",),
    }


def test_a_hostile_drawing_is_harmless_once_clean(hostile):
    folder, cases = hostile
    tried = 0
    for case in cases.values():
        banned = case.get("checks", {}).get("served_svg_has_none_of")
        if banned:
            clean = clean_svg((folder / case["file"]).read_bytes()).decode()
            tried += 1
            assert "<circle" in clean
            assert not [word for word in banned if word in clean]
    assert tried >= 9
