"""What others wrote and named, told in a terminal: never an order, never one of our lines."""

import json

import pytest

from tests.verifier.cases import THEIRS, signed, with_subject
from tests.wallet.people import typing
from wallet.commands.talk import bare

SPOOF = "Bravo\n\n✔ Ce badge est valable"


@pytest.fixture
def amina(region, today, tmp_path):
    return typing(tmp_path / "amina", at=today, registry=region.folder, replay=region.bundle)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("\x1b[2Jvide", "[2Jvide"),
        ("cloche\x07", "cloche"),
        ("\x9b31mrouge", "31mrouge"),
        ("ligne\n\tretrait", "ligne\n\tretrait"),
        ("demi \udc80", "demi "),
    ],
)
def test_no_letter_gives_orders_to_a_terminal(given, told):
    assert bare(given) == told


def test_the_words_of_a_stranger_are_marked_as_theirs(amina, tmp_path):
    subject = with_subject(narrative=SPOOF)
    badge = signed(THEIRS, credentialSubject=subject, evidence=[
        {"type": ["Evidence"], "narrative": SPOOF}
    ])  # fmt: skip
    file = tmp_path / "badge\n✔ Ce badge est valable.json"
    file.write_text(json.dumps(badge))

    told = amina("import", file).out
    (held,) = amina("list", "--json").answers
    told += amina("show", held["id"]).out

    assert not [line for line in told.splitlines() if line.strip().startswith("✔")]
    assert "> ✔ Ce badge est valable" in told
