"""Everything leaves as it came: the originals byte for byte, a page to read, a list."""

import hashlib
import io
import json
import zipfile
from datetime import UTC, datetime, timedelta

import pytest

from shared import baking, parsing, reading
from tests.wallet.vaults import a_vault
from trust_registry.catalogue import image, seed
from verifier.verdict import Level, Reason, Verdict
from wallet import exporting
from wallet.errors import NoPictureToBake
from wallet.holding import Arrival
from wallet.holdings import Wallet

MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
CATALOGUE = seed()
HOSTILE = '<img src=x onerror="alert(1)">'


@pytest.fixture
def wallet(tmp_path):
    vault = a_vault(tmp_path / "vault.sqlite")
    yield Wallet(vault, catalogue=CATALOGUE)
    vault.close()


def a_text(badge="b04", *, number="1", name=None):
    entry = CATALOGUE.badge(badge)
    document = {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": f"urn:uuid:{number}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": "did:web:registre.example:p:x", "type": ["Profile"], "name": HOSTILE},
        "validFrom": "2026-11-01T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {
                "id": f"{CATALOGUE.base}/badges/{entry.slug}",
                "type": ["Achievement"],
                "name": name or entry.name["fr"],
                "description": entry.summary["fr"],
                "criteria": {"narrative": "Vu."},
            },
        },
    }
    return json.dumps(document, ensure_ascii=False)


def hold(wallet, received, name, level=Level.TRUSTED, *reasons, days=0):
    token = reading.read(received)
    credential = None if level is Level.REFUSED else parsing.parse(token)
    arrival = Arrival(
        received=received,
        name=name,
        container=token.container,
        content=hashlib.sha256(received).hexdigest(),
        part=None,
        recipients=(),
        verdict=Verdict(level=level, findings=(), reasons=reasons, credential=credential),
        now=MONDAY + timedelta(days=days),
    )
    return wallet.hold(arrival)[0]


def unpacked(wallet, lang="fr"):
    archive = exporting.archive(wallet, now=MONDAY, lang=lang)
    with zipfile.ZipFile(io.BytesIO(archive)) as zipped:
        assert zipped.testzip() is None
        return {name: zipped.read(name) for name in zipped.namelist()}


def test_every_original_is_in_the_archive_byte_for_byte(wallet):
    picture = baking.bake(image(CATALOGUE.badge("b04"), "png"), a_text())
    drawing = baking.bake(image(CATALOGUE.badge("b05"), "svg"), a_text("b05", number="2"))
    text = a_text("b06", number="3").encode()
    hold(wallet, picture, "badge.png")
    hold(wallet, drawing, "mon badge (2).PNG", days=1)
    hold(wallet, text, "", days=2)
    broken = text.replace(b"Vu.", b"Lu.")
    aside = hold(wallet, broken, "autre.json", Level.REFUSED, Reason.TAMPERED, days=3)

    files = unpacked(wallet)

    originals = [content for name, content in files.items() if "/" in name]
    assert sorted(originals) == sorted([picture, drawing, text, broken])
    assert files["aside/01-autre.json"] == wallet.original(aside.id)
    assert files["badges/01-badge.png"] == picture
    assert next(name for name in files if name.startswith("badges/02")).endswith(".svg")


def test_the_list_for_programs_says_where_each_badge_is(wallet):
    held = hold(wallet, a_text().encode(), "badge.json")

    listed = json.loads(unpacked(wallet)["badges.json"])

    assert [(one["id"], one["path"]) for one in listed["badges"]] == [
        (held.id, "badges/01-badge.json")
    ]
    assert (listed["history"], listed["aside"]) == ([], [])


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_page_names_each_badge_and_runs_nothing_of_theirs(wallet, lang):
    hold(wallet, a_text(name=HOSTILE).encode(), "a.json", Level.AUTHENTIC, Reason.NOT_IN_REGISTRY)
    hold(wallet, a_text("b05", number="2").encode(), "b.json")

    page = unpacked(wallet, lang)["index.html"].decode()

    assert CATALOGUE.badge("b05").name[lang] in page
    assert HOSTILE not in page
    assert "<script" not in page
    assert f'<html lang="{lang}">' in page


def test_earlier_versions_come_along(wallet):
    old = a_text().replace("2026-11-01", "2025-11-01").encode()
    hold(wallet, old, "badge.json")
    hold(wallet, a_text().encode(), "badge.json", days=1)

    files = unpacked(wallet)

    assert files["history/01-badge.json"] == old
    assert files["badges/01-badge.json"] == a_text().encode()


def test_an_archive_of_nothing_can_still_be_read(wallet):
    assert sorted(unpacked(wallet)) == ["badges.json", "index.html"]


def test_the_archive_holds_no_key(wallet, tmp_path):
    (tmp_path / "space.key").write_bytes(b"k" * 32)

    archive = exporting.archive(wallet, now=MONDAY, lang="fr")

    assert b"k" * 32 not in archive


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_a_badge_that_came_as_text_is_put_into_the_picture_of_the_network(wallet, kind):
    held = hold(wallet, a_text().encode(), "badge.json")

    picture = exporting.rebaked(wallet, held.id, kind=kind)

    (token,) = baking.unbake(picture)
    assert token.text == a_text()


def test_a_badge_that_came_as_a_picture_leaves_as_that_picture(wallet):
    picture = baking.bake(image(CATALOGUE.badge("b04"), "png"), a_text())
    held = hold(wallet, picture, "badge.png")

    assert exporting.rebaked(wallet, held.id, kind="png") == picture


def test_the_archive_may_hold_each_badge_as_a_picture_too(wallet):
    picture = baking.bake(image(CATALOGUE.badge("b04"), "png"), a_text())
    hold(wallet, picture, "badge.png")
    hold(wallet, a_text("b05", number="2").encode(), "b05.json", days=1)
    foreign = a_text("b06", number="3").replace(CATALOGUE.base, "https://ailleurs.example")
    hold(wallet, foreign.encode(), "b06.json", days=2)

    archive = exporting.archive(wallet, now=MONDAY, lang="fr", baked=True)

    with zipfile.ZipFile(io.BytesIO(archive)) as zipped:
        baked = [name for name in zipped.namelist() if name.startswith("pictures/")]
        assert baked == ["pictures/02-b05.png"]
        assert baking.unbake(zipped.read(baked[0]))[0].text == a_text("b05", number="2")


def test_a_badge_of_no_catalogue_has_no_picture_here(wallet):
    foreign = a_text().replace(CATALOGUE.base, "https://ailleurs.example")
    held = hold(wallet, foreign.encode(), "badge.json")

    with pytest.raises(NoPictureToBake):
        exporting.rebaked(wallet, held.id, kind="png")


@pytest.mark.parametrize(
    ("name", "filed"),
    [
        ("badge.png", "badge.json"),
        ("../../etc/passwd", "passwd.json"),
        ("C:\\Users\\me\\badge.json", "badge.json"),
        ("é à ç 😀.json", "é-à-ç.json"),
        ("..", None),
        ("x" * 200 + ".json", "x" * 80 + ".json"),
    ],
)
def test_a_file_name_is_one_that_every_machine_takes(wallet, name, filed):
    held = hold(wallet, a_text().encode(), name)

    found = exporting.file_name(held, wallet.original(held.id))

    assert found == (filed or f"{held.id}.json")
