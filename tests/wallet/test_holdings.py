"""The wallet: each badge once, in the version that counts, and nothing is ever lost."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from shared import parsing, reading
from tests.wallet.vaults import a_vault
from trust_registry.catalogue import Equivalent, seed
from verifier.verdict import Level, Reason, Verdict
from wallet.errors import HoldingAmbiguous, HoldingUnknown
from wallet.holding import Arrival
from wallet.holdings import Wallet, leaves

MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
CATALOGUE = seed()
ISSUER = "did:web:registre.example:p:mediatheque"


@pytest.fixture
def wallet(tmp_path):
    vault = a_vault(tmp_path / "vault.sqlite")
    yield Wallet(vault, catalogue=CATALOGUE)
    vault.close()


def a_document(badge="b04", *, number="1", begins="2026-11-01T00:00:00Z", issuer=ISSUER):
    entry = CATALOGUE.badge(badge)
    return {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": f"urn:uuid:{number}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": entry.name["fr"],
        "issuer": {"id": issuer, "type": ["Profile"], "name": "Médiathèque"},
        "validFrom": begins,
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {
                "id": f"{CATALOGUE.base}/badges/{entry.slug}",
                "type": ["Achievement"],
                "name": entry.name["fr"],
                "description": entry.summary["fr"],
                "criteria": {"narrative": "Vu."},
            },
        },
    }


def arriving(document, level=Level.TRUSTED, *reasons, days=0, content=None, part=None, **asked):
    """A badge received some days after Monday, and found to be so."""
    text = json.dumps(document)
    credential = parsing.parse(reading.read(text.encode()))
    shown = None if level is Level.REFUSED else leaves(credential)[part or 0]
    return Arrival(
        received=text.encode(),
        name="badge.json",
        container="json",
        content=content or hashlib.sha256(text.encode()).hexdigest(),
        part=part,
        recipients=asked.get("recipients", ()),
        verdict=Verdict(level=level, findings=(), reasons=reasons, credential=shown),
        now=MONDAY + timedelta(days=days),
    )


def test_a_badge_is_held_as_it_came_and_known_by_the_catalogue(wallet):
    arrival = arriving(a_document())

    held, is_new = wallet.hold(arrival)

    assert is_new
    assert wallet.holdings() == (held,)
    assert wallet.original(held.id) == arrival.received
    assert (held.badge_id, held.counts, held.earned_at) == ("b04", True, MONDAY)
    assert wallet.credential(held.id).id == "urn:uuid:1"


def test_the_same_badge_twice_is_one_badge_looked_at_twice(wallet):
    first, _ = wallet.hold(arriving(a_document()))

    again, is_new = wallet.hold(arriving(a_document(), Level.NOT_VALID_NOW, Reason.REVOKED, days=1))

    assert (again.id, is_new) == (first.id, False)
    assert wallet.holdings() == (again,)
    assert again.reasons == (Reason.REVOKED,)
    assert again.received_at == MONDAY


def test_badges_that_came_at_one_instant_stay_in_the_order_they_were_given(wallet):
    for number in range(12):
        wallet.hold(arriving(a_document(number=str(number))))

    numbers = [one.summary.credential_id for one in wallet.holdings()]

    assert numbers == [f"urn:uuid:{number}" for number in range(12)]


def test_a_later_version_counts_and_the_earlier_one_is_its_history(wallet):
    old, _ = wallet.hold(arriving(a_document(begins="2025-11-01T00:00:00Z")))
    new, _ = wallet.hold(arriving(a_document(begins="2026-11-01T00:00:00Z"), days=1))

    assert wallet.holdings() == (new,)
    assert wallet.history(new.id) == (old,)
    assert wallet.versions(new) == (new, True)
    assert wallet.current(old) == new


def test_an_earlier_version_that_comes_late_does_not_take_the_place(wallet):
    new, _ = wallet.hold(arriving(a_document(begins="2026-11-01T00:00:00Z")))
    old, _ = wallet.hold(arriving(a_document(begins="2025-11-01T00:00:00Z"), days=1))

    assert wallet.holdings() == (new,)
    assert wallet.current(old) == new


def test_a_version_that_has_not_begun_waits_behind_the_one_in_force(wallet):
    now, _ = wallet.hold(arriving(a_document(begins="2026-11-01T00:00:00Z")))
    later = arriving(
        a_document(begins="2027-01-01T00:00:00Z"),
        Level.NOT_VALID_NOW,
        Reason.NOT_YET_VALID,
        days=1,
    )
    wallet.hold(later)

    assert wallet.holdings() == (now,)


def test_nobody_replaces_a_badge_by_a_newer_one_that_is_not_proven(wallet):
    good, _ = wallet.hold(arriving(a_document()))
    forged = a_document(begins="2026-11-20T00:00:00Z")
    other, _ = wallet.hold(arriving(forged, Level.UNDETERMINED, Reason.KEY_NOT_CHECKED, days=1))

    assert wallet.holdings() == (good, other)
    assert wallet.history(good.id) == ()


def test_what_is_refused_is_kept_aside_and_says_nothing(wallet):
    held, _ = wallet.hold(arriving(a_document(), Level.REFUSED, Reason.TAMPERED))

    assert wallet.holdings() == ()
    assert wallet.aside() == (held,)
    assert (held.title, held.issuer_id, held.badge_id) == (None, None, None)
    assert wallet.credential(held.id) is None


def test_what_was_kept_aside_is_held_once_it_proves_good(wallet):
    wallet.hold(arriving(a_document(), Level.REFUSED, Reason.KEY_NOT_ISSUERS, content="a" * 64))

    held, _ = wallet.hold(arriving(a_document(), content="a" * 64, days=1))

    assert wallet.aside() == ()
    assert wallet.holdings() == (held,)
    assert held.title == CATALOGUE.badge("b04").name["fr"]


def test_a_badge_refused_later_stays_among_the_badges_and_says_nothing(wallet):
    held, _ = wallet.hold(arriving(a_document()))

    changed = wallet.record(
        held.id,
        Verdict(level=Level.REFUSED, findings=(), reasons=(Reason.KEY_NOT_ISSUERS,)),
        now=MONDAY + timedelta(days=1),
    )

    assert wallet.holdings() == (changed,)
    assert (changed.title, changed.counts) == (None, False)
    assert wallet.credential(held.id) is None


def test_a_badge_put_away_comes_back_with_its_earlier_versions(wallet):
    old, _ = wallet.hold(arriving(a_document(begins="2025-11-01T00:00:00Z")))
    new, _ = wallet.hold(arriving(a_document(), days=1))

    wallet.remove(new.id, now=MONDAY + timedelta(days=2))
    gone = (wallet.holdings(), [one.id for one in wallet.removed()])
    wallet.restore(new.id)

    assert gone == ((), [new.id])
    assert [one.id for one in wallet.holdings()] == [new.id]
    assert [one.id for one in wallet.history(new.id)] == [old.id]


def test_a_badge_put_away_comes_back_when_it_is_imported_again(wallet):
    held, _ = wallet.hold(arriving(a_document()))
    wallet.remove(held.id, now=MONDAY)

    again, is_new = wallet.hold(arriving(a_document(), days=1))

    assert (again.id, is_new) == (held.id, True)
    assert wallet.removed() == ()


def test_what_was_put_away_last_is_listed_first(wallet):
    one, _ = wallet.hold(arriving(a_document("b01", number="1")))
    two, _ = wallet.hold(arriving(a_document("b02", number="2")))
    wallet.remove(two.id, now=MONDAY + timedelta(days=1))
    wallet.remove(one.id, now=MONDAY + timedelta(days=2))

    assert [gone.id for gone in wallet.removed()] == [one.id, two.id]


def test_a_badge_is_new_to_its_owner_once(wallet):
    held, _ = wallet.hold(arriving(a_document()))
    before = wallet.unseen()
    wallet.see(held.id, now=MONDAY + timedelta(hours=1))
    seen = wallet.see(held.id, now=MONDAY + timedelta(hours=5))

    assert [one.id for one in before] == [held.id]
    assert wallet.unseen() == ()
    assert seen.seen_at == MONDAY + timedelta(hours=1)


@pytest.mark.parametrize("letters", [1, 5, 12])
def test_the_beginning_of_a_number_is_enough(wallet, letters):
    held, _ = wallet.hold(arriving(a_document()))

    assert wallet.get(held.id[:letters].upper()).id == held.id


def test_a_number_that_fits_nothing_or_several_is_refused(wallet):
    for number in range(17):  # two of seventeen begin with the same of sixteen signs
        wallet.hold(arriving(a_document(number=str(number))))
    starts = [one.id[0] for one in wallet.holdings()]
    shared = max(starts, key=starts.count)

    with pytest.raises(HoldingAmbiguous) as several:
        wallet.get(shared)
    for typed in ("", "zz"):
        with pytest.raises(HoldingUnknown):
            wallet.get(typed)

    assert several.value.facts["count"] == starts.count(shared)


def test_who_it_was_said_to_be_for_stays_until_somebody_says_otherwise(wallet):
    wallet.hold(arriving(a_document(), recipients=("Amina Benali",)))
    again, _ = wallet.hold(arriving(a_document(), days=1))
    other, _ = wallet.hold(arriving(a_document(), days=2, recipients=("amina@exemple.fr",)))

    assert again.recipients == ("Amina Benali",)
    assert other.recipients == ("amina@exemple.fr",)


def test_the_badges_of_one_file_are_held_apart_and_read_apart(wallet):
    together = {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiablePresentation"],
        "verifiableCredential": [a_document("b01", number="1"), a_document("b02", number="2")],
    }
    wallet.hold(arriving(together, content="1" * 64, part=0))
    wallet.hold(arriving(together, content="2" * 64, part=1))

    held = wallet.holdings()

    assert sorted(one.badge_id for one in held) == ["b01", "b02"]
    read = {one.badge_id: wallet.credential(one.id).id for one in held}
    assert read == {"b01": "urn:uuid:1", "b02": "urn:uuid:2"}


def test_which_badge_it_is_follows_the_catalogue_of_the_day(wallet):
    foreign = a_document(issuer="https://fabrique.example/o/1")
    foreign["credentialSubject"]["achievement"]["id"] = "https://fabrique.example/b/7"
    held, _ = wallet.hold(arriving(foreign))
    granted = Equivalent(
        issuer="https://fabrique.example/o/1", achievement="https://fabrique.example/b/7"
    )
    badges = tuple(
        replace(entry, equivalents=(granted,)) if entry.id == "b04" else entry
        for entry in CATALOGUE.badges
    )

    later = Wallet(wallet.vault, catalogue=replace(CATALOGUE, badges=badges))

    assert held.badge_id is None
    assert later.get(held.id).badge_id == "b04"
