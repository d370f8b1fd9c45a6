"""A badge waits in a signed file under a short code: code and file together are the badge."""

import io
import json
import string
from pathlib import Path

import pytest

from shared.keys import SigningKey
from shared.scanning import codes as squares
from tests.wallet.pages import a_hall, an_app, text_of, token_of
from tests.wallet.people import AUTHORISING, badge_of, folder_of, typing
from wallet import claiming
from wallet.claiming import (
    MAX_BUNDLE_BADGES,
    MAX_BUNDLE_BYTES,
    claim,
    new_bundle,
    read_bundle,
    with_badge,
    written,
)
from wallet.errors import BundleFull, BundleNotOurs, BundleUnreadable, CodeUnknown
from wallet.vault import codes
from wallet.vault.codes import ALPHABET, CODE_LETTERS, SALT_BYTES, Locked
from wallet.vault.locks import CEILING, FLOOR, Cost

KEY = SigningKey.from_seed(b"k" * 32)
SALT = b"s" * SALT_BYTES
CONTENT = b"a badge, as a picture"


@pytest.fixture
def made(today):
    """A bundle of one badge, and its code."""
    bundle = new_bundle(KEY, salt=SALT, now=today, cost=FLOOR)
    return with_badge(bundle, CONTENT, name="fichiers.png", key=KEY, now=today)


@pytest.fixture
def document(made):
    return json.loads(written(made[0], KEY))


def test_the_code_opens_the_badge_byte_for_byte(made):
    bundle, code = made

    found = claim(read_bundle(written(bundle, KEY)), code)

    assert (found.name, found.content) == ("fichiers.png", CONTENT)


def test_a_code_is_fifty_bits_from_the_alphabet_that_is_read_without_doubt():
    drawn = {codes.new_code() for _ in range(200)}

    assert len(drawn) == 200
    assert CODE_LETTERS * (len(ALPHABET).bit_length() - 1) == 50
    assert {len(one) for one in drawn} == {CODE_LETTERS + 1}
    assert not set("ILOU") & set("".join(drawn))


@pytest.mark.parametrize(
    "way",
    [
        str.lower,
        lambda code: code.replace("-", ""),
        lambda code: f"  {code.replace('-', ' ')} ",
        lambda code: code.replace("0", "O").replace("1", "l"),
        lambda code: "-".join(code.replace("-", "")),
    ],
)
def test_a_code_counts_as_people_type_it(made, way):
    bundle, code = made

    assert claim(bundle, way(code)).content == CONTENT


@pytest.mark.parametrize("typed", ["", "7QK3M", "7QK3M-X9P4DD", "7QK3M-X9P4U", "?????-?????"])
def test_what_is_no_code_is_refused_before_any_work(typed):
    with pytest.raises(CodeUnknown):
        codes.folded(typed)


def test_another_code_opens_nothing(made):
    bundle, code = made
    letters = code.replace("-", "")
    other = ("Z" if letters[0] != "Z" else "Y") + letters[1:]

    with pytest.raises(CodeUnknown):
        claim(bundle, other)


def test_nothing_in_the_file_says_whose_badge_or_which(made):
    bundle, code = made
    raw = written(bundle, KEY)

    assert b"fichiers" not in raw
    assert CONTENT not in raw
    assert code.encode() not in raw


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"kind": "other"}, "kind"),
        ({"version": 2}, "version"),
        ({"more": 1}, "damaged"),
        ({"made_at": "2020-01-01T00:00:00Z"}, "damaged"),
        ({"passes": 1}, "damaged"),
        ({"badges": []}, "damaged"),
        ({"signature": "AAAA"}, "damaged"),
        ({"signature": None}, "damaged"),
        ({"signer": SigningKey.from_seed(b"o" * 32).did}, "damaged"),
        ({"signer": "did:web:x.example"}, "damaged"),
    ],
)
def test_a_bundle_that_was_changed_is_refused(document, change, why):
    with pytest.raises(BundleUnreadable) as refused:
        read_bundle(json.dumps({**document, **change}).encode())

    assert refused.value.facts["why"] == why


@pytest.mark.parametrize("raw", [b"", b"[]", b"\x89PNG", b"{", b'{"kind": 1}'])
def test_what_is_no_bundle_says_so(raw):
    with pytest.raises(BundleUnreadable) as refused:
        read_bundle(raw)

    assert refused.value.facts["why"] == "kind"


def test_a_file_is_read_up_to_its_limit_and_no_further(made):
    raw = written(made[0], KEY)

    assert read_bundle(raw + b" " * (MAX_BUNDLE_BYTES - len(raw))).badges == made[0].badges
    with pytest.raises(BundleUnreadable) as refused:
        read_bundle(raw + b" " * (MAX_BUNDLE_BYTES + 1 - len(raw)))
    assert refused.value.facts["why"] == "too-large"


@pytest.mark.parametrize(
    "cost",
    [
        Cost(passes=FLOOR.passes - 1, memory_kib=FLOOR.memory_kib),
        Cost(passes=FLOOR.passes, memory_kib=FLOOR.memory_kib - 1),
        Cost(passes=CEILING.passes + 1, memory_kib=FLOOR.memory_kib),
        Cost(passes=FLOOR.passes, memory_kib=CEILING.memory_kib + 1),
    ],
)
def test_a_bundle_neither_exhausts_the_machine_nor_makes_guessing_cheap(made, today, cost):
    crafted = written(new_bundle(KEY, salt=SALT, now=today, cost=cost), KEY)

    with pytest.raises(BundleUnreadable) as refused:
        claim(read_bundle(crafted), made[1])

    assert refused.value.facts["why"] == "cost"


def test_nobody_adds_to_the_bundle_of_another(made, today):
    other = SigningKey.from_seed(b"o" * 32)

    with pytest.raises(BundleNotOurs):
        with_badge(made[0], CONTENT, name="x.png", key=other, now=today)
    with pytest.raises(BundleNotOurs):
        written(made[0], other)


def test_a_bundle_is_full_at_its_limit(made, today):
    bundle, _ = made
    filler = Locked(mark=b"m" * 16, sealed=b"x")
    nearly = type(bundle)(
        **{name: getattr(bundle, name) for name in ("signer", "made_at", "salt", "cost")},
        badges=(filler,) * (MAX_BUNDLE_BADGES - 1),
    )

    full, _ = with_badge(nearly, CONTENT, name="x.png", key=KEY, now=today)

    assert len(read_bundle(written(full, KEY)).badges) == MAX_BUNDLE_BADGES
    with pytest.raises(BundleFull):
        with_badge(full, CONTENT, name="x.png", key=KEY, now=today)


def test_a_badge_in_the_place_of_another_does_not_open(made, today):
    bundle, code = made
    two, other = with_badge(bundle, b"another", name="x.png", key=KEY, now=today)
    first, second = two.badges
    swapped = type(two)(
        signer=two.signer, made_at=two.made_at, salt=two.salt, cost=two.cost,
        badges=(
            Locked(mark=first.mark, sealed=second.sealed),
            Locked(mark=second.mark, sealed=first.sealed),
        ),
    )  # fmt: skip

    for one in (code, other):
        with pytest.raises(BundleUnreadable):
            claim(swapped, one)


# ---------------------------------------------------------------- from the desk to the learner


@pytest.fixture
def sandrine(region, today, tmp_path):
    space = folder_of(region, "sandrine", tmp_path)
    type_ = typing(space, at=today, registry=region.folder, replay=region.bundle)
    file = tmp_path / "pro.png"
    file.write_bytes(badge_of(region, AUTHORISING["sandrine"]))
    type_("import", file)
    return type_


def award(type_, folder, to, badge="b04"):
    return type_(
        "award", badge, "--to", to, "--evidence", "A rangé ses photos.",
        "--out", folder, "--to-claim", folder / "mardi.badges", "--json",
    ).answer  # fmt: skip


def test_two_learners_take_their_own_badge_without_a_network(region, today, tmp_path, sandrine):
    amina = award(sandrine, tmp_path, "Amina Benali")
    rose = award(sandrine, tmp_path, "Rose Cuenot", "b05")
    assert not list(tmp_path.glob("*.jwt"))
    bundle = tmp_path / "mardi.badges"
    type_ = typing(tmp_path / "rose", at=today, registry=region.folder)

    answer = type_(
        "--offline", "claim", rose["code"].lower(), "--bundle", bundle,
        "--recipient", "Rose Cuenot", "--json",
    ).answer  # fmt: skip

    assert (answer["outcome"], answer["level"], answer["badge"]) == ("added", "TRUSTED", "b05")
    assert amina["code"] != rose["code"]
    other = type_("--offline", "claim", amina["code"], "--bundle", bundle,
                  "--recipient", "Rose Cuenot", "--json").answer  # fmt: skip
    assert (other["level"], other["asks"]) == ("NOT_THEIRS", "mine")


def test_the_square_says_the_code(tmp_path, sandrine):
    made = award(sandrine, tmp_path, "Amina Benali")

    (found,) = squares(Path(made["files"]["square"]).read_bytes())

    assert codes.folded(found) == codes.folded(made["code"])
    assert set(found) <= set(string.ascii_uppercase + string.digits + "-")


def test_a_wrong_code_and_a_wrong_file_say_so(region, today, tmp_path, sandrine):
    award(sandrine, tmp_path, "Amina Benali")
    type_ = typing(tmp_path / "rose", at=today, registry=region.folder)
    other = tmp_path / "x.badges"
    other.write_bytes(b"no bundle")

    wrong = type_("claim", "00000-00000", "--bundle", tmp_path / "mardi.badges", "--json")
    unread = type_("claim", "00000-00000", "--bundle", other, "--json")

    assert wrong.answer["error"]["code"] == "claim.code-unknown"
    assert unread.answer["error"]["code"] == "claim.bundle-unreadable"
    assert (wrong.status, unread.status) == (1, 1)


def test_the_bundle_of_another_desk_is_left_alone_and_nothing_is_awarded(tmp_path, sandrine, made):
    other = tmp_path / "mardi.badges"
    other.write_bytes(written(made[0], KEY))

    refused = award(sandrine, tmp_path, "Amina Benali")

    assert refused["error"]["code"] == "claim.bundle-not-ours"
    assert other.read_bytes() == written(made[0], KEY)
    assert sandrine("awards", "--json").answers == []
    assert claiming.read_bundle(other.read_bytes()).badges == made[0].badges


# ---------------------------------------------------------------- on the pages


@pytest.fixture
def client(region, today, tmp_path):
    with a_hall(region, tmp_path / "pages", now=today) as hall:
        yield an_app(hall).test_client()


def take(client, code, bundle):
    form = {"csrf_token": token_of(client, "/carnet/claim"), "code": code}
    if bundle is not None:
        form["bundle"] = (io.BytesIO(bundle), "mardi.badges")
    return client.post("/carnet/claim", data=form, content_type="multipart/form-data")


def test_the_page_takes_the_badge_of_a_code(client, tmp_path, sandrine):
    made = award(sandrine, tmp_path, "Amina Benali")

    page = text_of(take(client, made["code"].lower(), (tmp_path / "mardi.badges").read_bytes()))

    assert "Gestion des fichiers" in page
    assert "tone-ok" in page


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_page_says_what_is_wrong(client, made, lang):
    raw = written(made[0], KEY)

    for code, bundle in (("", raw), (made[1], None), ("00000-00000", raw), (made[1], b"no")):
        answer = take(client, code, bundle)
        assert answer.status_code == 422
        assert text_of(answer).count('role="alert"') == 1

    assert text_of(client.get(f"/carnet/claim?lang={lang}")).count("<h1") == 1
