"""The name of who gave a badge is the one of the list; what the badge says of itself is marked."""

from dataclasses import replace

import pytest

from tests.wallet.carnets import ARun, a_document, keep
from tests.wallet.pages import a_hall, an_app, text_of
from tests.wallet.people import typing
from tests.wallet.test_tui_plain import said
from verifier.words import WORDS
from wallet import wording
from wallet.tui.carnet import Carnet

FORGED = "Ministère de l’Ordinateur"
LISTED = "Médiathèque de Clairval"


def forged():
    document = a_document("b01")
    return document | {"issuer": document["issuer"] | {"name": FORGED}}


def test_on_the_terminal_the_name_of_the_list_stands_and_the_other_one_nowhere(tmp_path):
    run = ARun(tmp_path / "space")
    keep(run.wallet, forged())

    told = said(Carnet(run), "2", "Ordinateur")
    run.close()

    assert LISTED in told
    assert FORGED not in told


@pytest.mark.slow
def test_on_the_pages_and_for_programs_too(region, today, tmp_path):
    with a_hall(region, tmp_path, now=today) as hall:
        around = hall.circumstances()
        held = keep(hall.space.wallet(around.registry.catalogue()), forged())
        client = an_app(hall).test_client()

        pages = [text_of(client.get(one)) for one in ("/carnet/", f"/carnet/badges/{held.id}")]

    assert all(LISTED in page for page in pages)
    assert FORGED not in pages[0]
    # On its own page another name in the badge is told, after the list's, as only written.
    before = pages[1].split(FORGED)[0]
    assert before.rindex(WORDS.say("badge.by-written", lang="fr")) > before.index(LISTED)
    listed = typing(tmp_path / "carnet", at=today, registry=region.folder)("list", "--json")
    assert LISTED in [one["issuer"]["name"] for one in listed.answers]
    assert FORGED not in listed.out


def test_a_name_that_no_list_vouches_for_is_said_to_be_only_written(tmp_path):
    run = ARun(tmp_path / "space")
    keep(run.wallet, forged(), ("UNDETERMINED", "NO_REGISTRY"))
    (held,) = run.wallet.holdings()
    held = replace(held, checked=replace(held.checked, issuer_name=None))
    run.close()

    assert wording.issuer(held, lang="fr") == wording.say(
        "badge.given-by-written", {"issuer": FORGED}, lang="fr"
    )
