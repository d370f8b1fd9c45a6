"""
A new professional: from an empty space to a badge that an employer trusts.

A colleague recognises them, they bring their key and its first list, the partner publishes
both; from then on they award in its name, and not a minute before.
"""

import json

import pytest
from click.testing import CliRunner

from shared.times import instant_text
from tests.wallet.people import Typed, folder_of, typing
from trust_registry.cli import main as registry_command
from trust_registry.entries import to_json
from trust_registry.publishing import open_desk

pytestmark = pytest.mark.slow
PARTNER = "fablab-la-clavette"
KEY = "k9"


@pytest.fixture
def folder(own_region):
    return own_region.folder


@pytest.fixture
def sandrine(own_region, folder, today, tmp_path):
    space = folder_of(own_region, "sandrine", tmp_path)
    type_ = typing(space, at=today, registry=folder)
    assert type_("import", folder / "badges/pro-sandrine-mediation.png").status == 0
    return type_


@pytest.fixture
def newcomer(folder, today, tmp_path):
    return typing(tmp_path / "newcomer", at=today, registry=folder)


def award(type_, badge, to, folder, *more):
    words = ("--to", to, "--evidence", "Vu à l’atelier de mardi.", "--out", folder)
    return type_("award", badge, *words, *more, "--json")


def publish(folder, today, document, listed, tmp_path):
    entry = tmp_path / "entry.json"
    entry.write_text(json.dumps(document), encoding="utf-8")
    words = ["publish", folder, entry, "--list", listed, "--at", today.isoformat()]
    return Typed(CliRunner().invoke(registry_command, list(map(str, words))))


def with_new_key(folder, key, today):
    """The partner's entry, and one more key that awards."""
    entry = to_json(open_desk(folder).entry(PARTNER))
    (method, multikey) = key
    awarder = {
        "key": multikey,
        "id": method,
        "badges": ["b01", "b02"],
        "from": instant_text(today),
        "until": None,
        "reason": None,
    }
    return {
        "slug": PARTNER,
        "awarders": [*entry["awarders"], awarder],
        "statuses": [*entry["statuses"], KEY],
    }


def test_a_new_professional_awards_once_the_partner_lists_their_key(
    folder, sandrine, newcomer, today, tmp_path
):
    space = newcomer("did", "--json").answer
    authorising = award(
        sandrine, "b15", "Nadia Ferrand", tmp_path / "for-nadia", "--did", space["did"]
    ).answer
    received = newcomer("import", "--json", authorising["files"]["png"]).answer
    assert (received["level"], received["badge"]) == ("TRUSTED", "b15")

    before = award(newcomer, "b01", "Amina Benali", tmp_path / "too-early")
    assert (before.status, before.answer["error"]["code"]) == (1, "award.key-not-listed")

    listed = tmp_path / f"{KEY}.json"
    made = newcomer("new-list", PARTNER, KEY, "--out", listed, "--json").answer
    entry = with_new_key(folder, (made["key"], space["key"]), today)
    published = publish(folder, today, entry, listed, tmp_path)
    assert published.status == 0, published.err

    awarded = award(newcomer, "b01", "Amina Benali", tmp_path / "for-amina")
    assert awarded.status == 0, awarded.out
    assert awarded.answer["level"] == "TRUSTED"
    assert awarded.answer["status"]["list"].endswith(f"/{KEY}.json")

    beyond = award(newcomer, "b03", "Amina Benali", tmp_path / "beyond")
    assert beyond.answer["error"]["facts"]["why"] == "key-not-awarding"


def test_a_list_made_from_an_old_copy_gives_no_badge_back(
    own_region, folder, sandrine, today, tmp_path
):
    one, other = (award(sandrine, "b01", "Amina Benali", tmp_path / "out").answer for _ in "12")
    elsewhere = same_key_elsewhere(own_region, today, tmp_path)
    old = tmp_path / "old.json"
    sandrine("withdraw", one["award"], "--out", old)
    assert sandrine("withdraw", other["award"], "--desk", folder).status == 0

    # The second machine of the same professional: it does not know what the first withdrew.
    third = award(elsewhere, "b02", "Amina Benali", tmp_path / "out").answer
    carried = tmp_path / "carried.json"
    assert elsewhere("withdraw", third["award"], "--out", carried).status == 0

    assert publish(folder, today, {"slug": PARTNER}, old, tmp_path).status == 1
    assert publish(folder, today, {"slug": PARTNER}, carried, tmp_path).status == 0
    for made in (one, other, third):
        told = elsewhere("import", "--json", made["files"]["svg"]).answer
        assert told["reasons"] == ["REVOKED"]


def same_key_elsewhere(own_region, today, tmp_path):
    """The same professional at another machine, with a copy of the space's key."""
    space = folder_of(own_region, "sandrine", tmp_path / "elsewhere")
    type_ = typing(space, at=today, registry=own_region.folder)
    type_("import", own_region.folder / "badges/pro-sandrine-mediation.png")
    return type_


def test_the_partner_publishes_a_withdrawal_that_was_carried_to_it(
    folder, sandrine, newcomer, today, tmp_path
):
    awarded = award(sandrine, "b01", "Amina Benali", tmp_path / "out").answer
    carried = tmp_path / "carried.json"

    sandrine("withdraw", awarded["award"], "--out", carried)
    before = newcomer("import", "--json", awarded["files"]["png"]).answer
    assert publish(folder, today, {"slug": PARTNER}, carried, tmp_path).status == 0
    after = newcomer("recheck", "--json").answer

    assert (before["level"], after["level"]) == ("TRUSTED", "NOT_VALID_NOW")
    assert (after["reasons"], after["changed"]) == (["REVOKED"], True)
    assert newcomer("list", "--json").answer["reasons"] == ["REVOKED"]
    assert newcomer("path", "--json").answers[0]["not_counted"] == [
        {"badge": "b01", "reason": "REVOKED"}
    ]
