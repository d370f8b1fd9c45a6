"""A file that names several lists: read strictly, each list opened by itself."""

import json

import pytest

from tests.trust_registry import network
from tests.trust_registry.network import TODAY
from trust_registry.client import names_several, open_networks
from trust_registry.errors import RegistriesInvalid, RegistryUnreachable, RegistryUntrusted
from trust_registry.federation import registries
from trust_registry.federation.registries import (
    MAX_FILE_BYTES,
    MAX_LABEL,
    MAX_REGISTRIES,
    Ceiling,
    ListType,
    read_registries,
)

OWN = {"label": "Clairval", "type": "bfc", "address": "clairval"}
PUBLIC = {"label": "Liste publique", "type": "dcc", "address": "liste.json"}
TOML = """
format = 1
[[registries]]
label = "Clairval"
type = "bfc"
address = "clairval/"
[[registries]]
label = "Liste publique"
type = "dcc"
address = "liste.json"
"""


def read(*entries, **changes):
    document = {"format": 1, "registries": list(entries)} | changes
    return read_registries(json.dumps(document).encode(), is_toml=False)


def test_toml_and_json_say_the_same():
    found = read_registries(TOML.encode(), is_toml=True)

    assert found == read(OWN, PUBLIC)
    assert [(one.type, one.ceiling) for one in found] == [
        (ListType.BFC, Ceiling.TRUSTED),
        (ListType.DCC, Ceiling.AUTHENTIC),
    ]


@pytest.mark.parametrize(
    ("entry", "path", "why"),
    [
        (OWN | {"type": "trqp"}, "/registries/0/type", "choice"),
        (OWN | {"ceiling": "VALID"}, "/registries/0/ceiling", "choice"),
        (PUBLIC | {"ceiling": "TRUSTED"}, "/registries/0/ceiling", "choice"),
        (OWN | {"label": ""}, "/registries/0/label", "empty"),
        (OWN | {"label": "x\u202e"}, "/registries/0/label", "characters"),
        (OWN | {"label": "x" * (MAX_LABEL + 1)}, "/registries/0/label", "too-long"),
        (OWN | {"trust": 1}, "/registries/0/trust", "unknown"),
        ({"label": "x", "type": "bfc"}, "/registries/0/address", "missing"),
    ],
)
def test_another_form_is_refused_at_its_place(entry, path, why):
    with pytest.raises(RegistriesInvalid) as refused:
        read(entry)

    assert refused.value.facts == {"path": path, "why": why}


@pytest.mark.parametrize("entries", [(), (OWN, OWN), (OWN, OWN | {"label": "Autre"})])
def test_one_list_is_not_two_networks(entries):
    with pytest.raises(RegistriesInvalid):
        read(*entries)


def test_as_many_networks_as_may_be_and_no_more():
    many = [OWN | {"label": f"{n}" * MAX_LABEL, "address": f"{n}"} for n in range(9)]

    assert len(read(*many[:MAX_REGISTRIES])) == MAX_REGISTRIES
    with pytest.raises(RegistriesInvalid) as refused:
        read(*many[: MAX_REGISTRIES + 1])
    assert refused.value.facts["why"] == "too-many"


@pytest.mark.parametrize("is_toml", [True, False])
def test_a_file_that_is_none_is_refused(is_toml):
    for raw in (b"\xff", b"x", b"[" * 100, TOML.encode() + b"#" * MAX_FILE_BYTES):
        with pytest.raises(RegistriesInvalid):
            read_registries(raw, is_toml=is_toml)
    inside = TOML.encode() + b"#" * (registries.MAX_FILE_BYTES - len(TOML.encode()))
    assert len(read_registries(inside, is_toml=True)) == 2


# ---------------------------------------------------------------- opening


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("networks")
    network.make(folder / "clairval")
    folder.joinpath("liste.json").write_text('{"meta": {}, "registry": {}}')
    folder.joinpath("networks.toml").write_text(TOML)
    return folder


def opened(file, *entries):
    file.write_text(json.dumps({"format": 1, "registries": list(entries)}))
    return open_networks(str(file), now=TODAY, cache=None, fetch=None)


def test_every_list_is_opened_in_its_order(folder):
    found = open_networks(str(folder / "networks.toml"), now=TODAY, cache=None, fetch=None)

    assert [(one.label, one.problem) for one in found] == [
        ("Clairval", None),
        ("Liste publique", None),
    ]
    assert [one.can_vouch for one in found] == [True, False]
    assert found[0].speaks_for(network.did(network.LIBRARY))
    assert not found[0].speaks_for("did:web:elsewhere.example:p:x")
    assert not found[1].speaks_for(network.did(network.LIBRARY))
    for one in found:
        one.registry.close()


def test_one_that_cannot_be_read_says_why_and_stops_no_other(folder):
    missing, there = opened(
        folder / "some.json", OWN | {"label": "Ailleurs", "address": "nowhere"}, OWN
    )

    assert isinstance(missing.problem, RegistryUnreachable)
    assert missing.registry is None
    assert there.registry.partners == len(network.members())
    there.registry.close()


def test_a_list_nobody_signed_is_never_taken_for_a_signed_one(folder):
    swapped = opened(
        folder / "swapped.json",
        PUBLIC | {"type": "bfc"},
        {"label": "Clairval", "type": "dcc", "address": "clairval"},
    )

    assert [type(one.problem) for one in swapped] == [RegistryUntrusted, RegistryUntrusted]
    assert [one.registry for one in swapped] == [None, None]


def test_a_file_of_networks_is_told_from_a_list(folder):
    opened(folder / "named.json", PUBLIC)

    assert names_several(str(folder / "networks.toml"))
    assert names_several(str(folder / "named.json"))
    for other in ("liste.json", "clairval", "nowhere.toml"):
        assert not names_several(str(folder / other))
    assert not names_several("https://registre.example/networks.toml")
