"""Importing: one way in; held unless it is no badge, counted only when it may be."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest

from shared import baking, reading
from shared.proofs import data_integrity
from tests.verifier.genuine import HOSTED, hosted_page
from tests.wallet.people import badge_of, circumstances, desk_of
from tests.wallet.vaults import a_vault
from trust_registry.catalogue import image
from verifier.verdict import Level, Reason
from wallet.awarding.compose import Award, Observation, compose
from wallet.awarding.desk import right_to_award
from wallet.awarding.lists import free_place, list_of
from wallet.holdings import Wallet
from wallet.importing import ImportOutcome, import_badge
from wallet.pathways import progress
from wallet.rechecking import recheck


@pytest.fixture
def online(region, today):
    found = circumstances(region, today, online=True)
    yield found
    found.registry.close()


@pytest.fixture
def wallet(online, tmp_path):
    vault = a_vault(tmp_path / "vault.sqlite")
    yield Wallet(vault, catalogue=online.registry.catalogue())
    vault.close()


def receive(wallet, received, around, *, name="badge", asked=()):
    return import_badge(received, wallet, replace(around, recipients=asked), name=name)


@pytest.mark.parametrize(
    ("file", "asked", "outcome", "level", "counts"),
    [
        ("amina-ordinateur.png", (), "added", "TRUSTED", True),
        ("amina-messagerie.svg", ("Amina Benali",), "added", "TRUSTED", True),
        ("jean-marc-fichiers.jwt", (), "added", "TRUSTED", True),
        ("rose-comptes-date-passee.png", (), "added", "NOT_VALID_NOW", True),
        ("kevin-tablette-retire.png", (), "added", "NOT_VALID_NOW", False),
        ("kevin-smartphone-en-pause.svg", (), "added", "NOT_VALID_NOW", False),
        ("olena-sites-pas-encore.json", (), "added", "NOT_VALID_NOW", False),
        (
            "olena-navigation-autre-personne.png",
            ("Jean-Marc Petitjean",),
            "added",
            "NOT_THEIRS",
            False,
        ),
        ("kevin-navigation-inconnue.png", (), "added", "AUTHENTIC", False),
        ("ousmane-ordinateur-sans-signature.json", (), "added", "UNDETERMINED", False),
        ("mehmet-ordinateur-modifie.png", (), "kept-aside", "REFUSED", False),
        ("mehmet-fichiers-autre-cle.png", (), "kept-aside", "REFUSED", False),
        ("capture-d-ecran.png", (), "unreadable", "UNREADABLE", None),
    ],
)
def test_what_becomes_of_a_file(region, wallet, online, file, asked, outcome, level, counts):
    found = receive(wallet, badge_of(region, file), online, name=file, asked=asked)

    assert (found.outcome, found.level) == (ImportOutcome(outcome), Level(level))
    held = wallet.holdings() + wallet.aside()
    assert [one.counts for one in held] == ([] if counts is None else [counts])
    if held:
        assert wallet.original(held[0].id) == badge_of(region, file)


def test_what_a_file_adds_to_a_badge_of_the_web_is_not_shown(region, wallet, online):
    page = json.loads(hosted_page(region))
    page["badge"] = {
        "id": page["badge"],
        "type": "BadgeClass",
        "name": "Ingénieur",
        "description": "Un diplôme",
        "criteria": {"narrative": "A construit trois ponts."},
        "issuer": "https://ailleurs.example/issuer",
    }

    found = receive(wallet, json.dumps(page).encode(), online)

    assert (found.outcome, found.level) == (ImportOutcome.ADDED, Level.TRUSTED)
    shown = wallet.credential(found.holding.id)
    assert (shown.name, shown.issuer.id) == ("Traitement de texte", found.holding.issuer_id)
    assert shown.subject.achievement.name == "Traitement de texte"
    assert shown.subject.achievement.description is None
    assert shown.subject.achievement.criteria_narrative is None
    assert shown.evidence


def test_of_a_file_that_holds_only_an_address_nothing_more_is_read(region, wallet, online):
    address = reading.read(badge_of(region, HOSTED)).text
    bare = json.dumps({"verify": {"url": address}}).encode()

    found = receive(wallet, bare, online)

    assert (found.outcome, found.level) == (ImportOutcome.ADDED, Level.TRUSTED)
    assert wallet.credential(found.holding.id) is None


def test_a_second_time_is_told_and_changes_nothing(region, wallet, online):
    received = badge_of(region, "amina-ordinateur.png")
    first = receive(wallet, received, online)

    again = receive(wallet, received, online)

    assert again.outcome is ImportOutcome.ALREADY_HELD
    assert again.reasons == (Reason.DUPLICATE,)
    assert again.holding.id == first.holding.id
    assert len(wallet.holdings()) == 1


def test_the_same_badge_in_another_picture_is_the_same_badge(region, wallet, online):
    received = badge_of(region, "amina-ordinateur.png")
    (token,) = baking.unbake(received)
    entry = wallet.catalogue.badge("b01")
    forms = [token.text.encode(), baking.bake(image(entry, "svg"), token.text)]
    forms.append(json.dumps(json.loads(token.text), indent=2).encode())
    receive(wallet, received, online)

    outcomes = [receive(wallet, form, online).outcome for form in forms]

    assert outcomes == [ImportOutcome.ALREADY_HELD] * 3
    assert wallet.original(wallet.holdings()[0].id) == received


def test_a_withdrawn_badge_does_not_come_back_good_in_another_picture(region, wallet, online):
    received = badge_of(region, "kevin-tablette-retire.png")
    (token,) = baking.unbake(received)
    receive(wallet, received, online)

    again = receive(wallet, token.text.encode(), online)

    assert again.outcome is ImportOutcome.ALREADY_HELD
    assert again.holding.reasons == (Reason.REVOKED,)


def test_a_newer_version_takes_the_place_and_keeps_the_older_one(
    region, wallet, online, tmp_path, today
):
    sandrine = desk_of(region, "sandrine", tmp_path, online)
    right = right_to_award("b04", sandrine, online)
    listed = list_of(right.method, sandrine.key.public, right.partner, online.registry)
    place = (listed.url, free_place(listed, ()))
    old, new = (
        a_version(right, place, sandrine.key, today - timedelta(days=days)) for days in (300, 3)
    )

    first = receive(wallet, old, online)
    second = receive(wallet, new, online)
    late = receive(wallet, old, online)

    assert (second.outcome, second.reasons) == (ImportOutcome.NEWER, (Reason.NEWER,))
    assert wallet.history(second.holding.id) == (wallet.get(first.holding.id),)
    assert late.outcome is ImportOutcome.ALREADY_HELD
    assert wallet.holdings() == (wallet.get(second.holding.id),)
    sandrine.close()


def a_version(right, place, key, day):
    """A badge that bears the same identifier on every day."""
    award = Award(badge="b04", to="Amina Benali", evidence=(Observation(narrative="Vu."),))
    document = compose(
        award, right, credential_id="urn:uuid:1", place=place, salt="00" * 16, now=day
    )
    signed = data_integrity.sign(document, key=key, method=right.method, created=day)
    return json.dumps(signed).encode()


def test_what_is_no_badge_leaves_nothing_behind(wallet, online):
    found = receive(wallet, b"Bonjour", online)

    assert (found.outcome, found.holding) == (ImportOutcome.UNREADABLE, None)
    assert found.error.code == "read.unknown-kind"
    assert wallet.holdings() + wallet.aside() == ()


def test_a_zip_of_badges_is_one_answer_for_each(region, wallet, online):
    packed = io.BytesIO()
    files = ("amina-ordinateur.png", "kevin-tablette-retire.png", "mehmet-ordinateur-modifie.png")
    with zipfile.ZipFile(packed, "w") as zipped:
        for file in files:
            zipped.writestr(file, badge_of(region, file))

    found = receive(wallet, packed.getvalue(), online, name="badges.zip")

    assert sorted(part.outcome for part in found.parts) == ["added", "added", "kept-aside"]
    assert sorted(one.badge_id for one in wallet.holdings()) == ["b01", "b02"]
    assert len(wallet.aside()) == 1


def test_without_a_network_a_badge_is_held_and_checked_later(region, wallet, online, today):
    received = badge_of(region, "marie-therese-tableur.png")
    asked = ("mt.grandjean@courrier.example",)
    offline = circumstances(region, today)

    first = receive(wallet, received, offline, asked=asked)
    (later,) = recheck(wallet, online)

    assert first.outcome is ImportOutcome.ADDED
    assert first.level is Level.UNDETERMINED
    assert (later.after.level, later.after.counts, later.changed) == (Level.TRUSTED, True, True)
    offline.registry.close()


def test_good_news_outlive_an_outage(region, wallet, online, today):
    received = badge_of(region, "marie-therese-tableur.png")
    receive(wallet, received, online, asked=("mt.grandjean@courrier.example",))
    offline = circumstances(region, today)

    (found,) = recheck(wallet, offline)

    assert (found.after.level, found.after.counts) == (Level.UNDETERMINED, True)
    assert found.after.to_recheck
    offline.registry.close()


def test_who_it_is_for_is_asked_again_at_each_check(region, wallet, online):
    received = badge_of(region, "olena-navigation-autre-personne.png")
    receive(wallet, received, online, asked=("Jean-Marc Petitjean",))

    (found,) = recheck(wallet, online)

    assert found.after.reasons == (Reason.OTHER_PERSON,)


def test_badges_of_a_shared_host_fill_a_pathway_once_the_hub_granted_them(region, wallet, online):
    asked = ("mt.grandjean@courrier.example",)
    for file in ("marie-therese-texte.png", "marie-therese-tableur.png"):
        receive(wallet, badge_of(region, file), online, asked=asked)

    (found,) = [
        one
        for one in progress(wallet.holdings(), wallet.catalogue)
        if one.pathway.id == "bureautique"
    ]

    assert (found.done, found.next) == (("b06", "b07"), "b08")


def test_the_namesake_on_the_same_host_fills_nothing(region, wallet, online):
    for file in ("kevin-texte-nom-ressemblant.png", "kevin-tableur-meme-site.json"):
        receive(wallet, badge_of(region, file), online)

    assert [one.badge_id for one in wallet.holdings()] == [None, None]
    assert all(found.done == () for found in progress(wallet.holdings(), wallet.catalogue))


def test_a_damaged_badge_beside_a_sound_one_does_not_keep_it_out(region, wallet, online, today):
    sound = json.loads(reading.read(badge_of(region, "amina-ordinateur.png")).text)
    shown = {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiablePresentation"],
        "verifiableCredential": [{"type": ["VerifiableCredential"]}, sound],
    }

    found = receive(wallet, json.dumps(shown).encode(), online)
    recheck(wallet, online)

    (held,) = wallet.holdings()
    assert (found.outcome, found.level) == (ImportOutcome.ADDED, Level.UNREADABLE)
    assert (held.checked.level, held.counts) == (Level.TRUSTED, True)
    assert wallet.credential(held.id).id == sound["id"]
