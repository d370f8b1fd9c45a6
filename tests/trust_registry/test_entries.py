"""A partner's entry: read strictly, no person in it, and never another's word."""

import copy
from dataclasses import replace

import pytest

from shared.dids.methods import find_method
from shared.keys import SigningKey
from tests.trust_registry import network
from tests.trust_registry.network import HUB, LEFT, LIBRARY, did
from trust_registry import personal
from trust_registry.catalogue import Spoken
from trust_registry.did_documents import did_document, did_documents, publication_method
from trust_registry.entries import EndReason, from_json, refuse_foreign, to_json
from trust_registry.errors import EntryInvalid

ENTRY = network.library_entry(
    about=Spoken({"fr": "Une médiathèque, au bord de l’eau."}),
    publication_key=network.publication_key(LIBRARY).public.multibase,
)
DOCUMENT = to_json(ENTRY)
KEY = DOCUMENT["awarders"][0]["key"]


def changed(path, value):
    """The document with one value put at a path; ``...`` takes it away."""
    document = copy.deepcopy(DOCUMENT)
    *steps, last = [int(s) if s.isdigit() else s for s in path.strip("/").split("/")]
    place = document
    for step in steps:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return document


def test_an_entry_is_written_and_read_back_equal():
    assert from_json(DOCUMENT) == ENTRY


@pytest.mark.parametrize(
    ("path", "value", "why"),
    [
        ("/format", 0, "out-of-range"),
        ("/awarders", ..., "missing"),
        ("/phone", "03 80 00 00 00", "unknown"),
        ("/director", "Amina Benali", "unknown"),
        ("/slug", "root", "form"),
        ("/contact", "http://clairval.example/", "form"),
        ("/contact", "03 80 00 00 00", "form"),
        ("/contact", "amina.benali@clairval.example", "personal"),
        ("/contact", "abenali@clairval.example", "personal"),
        ("/contact", "benali.amina@mail.example", "personal"),
        ("/url", "ftp://clairval.example/", "form"),
        ("/about", {"en": "A library."}, "missing"),
        ("/about/fr", "Appelez le 03 80 00 00 00.", "personal"),
        ("/about/fr", "Appelez le +33 3 80 00 00 00.", "personal"),
        ("/about/fr", "Écrivez à amina@clairval.example.", "personal"),
        ("/about/fr", "Une médiathèque\u202e", "characters"),
        ("/awarders/0/holder", "Amina Benali", "unknown"),
        ("/awarders/0/key", KEY[:-1], "form"),
        ("/awarders/0/key", "did:key:" + KEY, "form"),
        ("/awarders/0/id", did(LIBRARY), "form"),
        ("/awarders/0/id", "https://clairval.example/#k1", "form"),
        ("/awarders/0/badges", ["*", "b01"], "form"),
        ("/awarders/0/from", "2025-03-01", "form"),
        ("/awarders/1/until", "2025-02-28T00:00:00Z", "out-of-range"),
        ("/awarders/1/until", None, "missing"),
        ("/awarders/1/reason", "stolen", "choice"),
        ("/awarders/1/id", f"{did(LIBRARY)}#accueil", "duplicate"),
        ("/publication_key", "z6Mk", "form"),
        ("/recognitions/0", "b01", "not-object"),
        ("/statuses/0", "entry", "form"),
        ("/statuses/0", "A", "form"),
        ("/statuses", ["accueil", "accueil"], "duplicate"),
    ],
)
def test_another_form_is_refused_at_its_place(path, value, why):
    with pytest.raises(EntryInvalid) as refused:
        from_json(changed(path, value))

    assert refused.value.facts["why"] == why
    assert str(refused.value.facts["path"]).startswith(path.removesuffix("s/0").rstrip("s"))


@pytest.mark.parametrize(
    ("address", "of_the_house"),
    [
        ("contact@clairval.example", True),
        ("accueil.numerique@clairval.example", True),
        ("mediatheque@clairval.example", True),
        ("clairval@mairie.example", True),
        ("amina@clairval.example", False),
        ("a.benali@clairval.example", False),
        ("amina-benali@clairval.example", False),
        ("Contact@clairval.example", False),
        ("contact@clairval", False),
        ("contact@clairval.example ", False),
        ("contact@clairval.example\n", False),
        ("contact", False),
    ],
)
def test_a_mailbox_of_the_house_is_told_from_a_persons(address, of_the_house):
    assert personal.is_house_mailbox(address, slug="mediatheque-clairval") is of_the_house


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Ouvert depuis 1998, 12 ordinateurs.", False),
        ("Au 25, rue des Lilas, 21000 Dijon.", False),
        ("0380000000", True),
        ("03.80.00.00.00", True),
        ("+33380000000", True),
        ("0033 3 80 00 00 00", True),
        ("amina@clairval.example", True),
    ],
)
def test_a_telephone_number_or_mail_address_in_a_text_is_seen(text, holds):
    assert personal.holds_personal(text) is holds


def test_an_entry_speaks_for_its_own_member_only():
    refuse_foreign(ENTRY, network.member(LIBRARY))

    with pytest.raises(EntryInvalid):
        refuse_foreign(ENTRY, network.member(HUB))
    stolen = replace(ENTRY.awarders[0], id=f"{did(HUB)}#accueil")
    with pytest.raises(EntryInvalid) as refused:
        refuse_foreign(replace(ENTRY, awarders=(stolen,)), network.member(LIBRARY))
    assert refused.value.facts == {"path": "/awarders/0/id", "why": "foreign"}


def test_the_keys_of_a_partner_are_found_by_any_standard_verifier():
    (document,) = did_documents(network.member(LIBRARY), ENTRY).values()

    found = find_method(document, f"{did(LIBRARY)}#accueil", purpose="assertionMethod")
    assert found.key == network.awarding_key("accueil").public
    assert (found.expires, found.revoked) == (None, None)
    own = find_method(document, publication_method(did(LIBRARY)), purpose="assertionMethod")
    assert own.key == network.publication_key(LIBRARY).public


def test_a_key_that_ended_stays_and_one_that_was_stolen_says_so():
    document = did_document(did(LIBRARY), ENTRY)

    ended = find_method(document, f"{did(LIBRARY)}#atelier", purpose="assertionMethod")
    assert (ended.expires, ended.revoked) == (LEFT, None)
    stolen = find_method(document, f"{did(LIBRARY)}#perdue", purpose="assertionMethod")
    assert (stolen.expires, stolen.revoked) == (None, LEFT)


def test_a_key_with_several_lines_ends_with_the_last_of_them():
    first = network.an_awarder("accueil", badges=("b01",), until=LEFT)
    open_ = network.an_awarder("accueil", badges=("b10",))

    (still,) = did_document(did(LIBRARY), network.library_entry(awarders=(first, open_)))[
        "verificationMethod"
    ]
    assert "expires" not in still
    gone = replace(open_, until=LEFT, reason=EndReason.UNSPECIFIED)
    (over,) = did_document(did(LIBRARY), network.library_entry(awarders=(first, gone)))[
        "verificationMethod"
    ]
    assert over["expires"] == "2026-06-30T00:00:00Z"


def test_one_address_is_one_key_for_ever():
    other = SigningKey.from_seed(b"o" * 32).public.multibase
    twice = [DOCUMENT["awarders"][0], DOCUMENT["awarders"][0] | {"key": other}]

    with pytest.raises(EntryInvalid):
        from_json(DOCUMENT | {"awarders": twice})
