"""``docs/formats.md`` says what the code does, and the code does what it says."""

import pytest

from shared.baking import bake, unbake
from shared.baking.png import KEYWORD_OF_VERSION
from shared.dids import METHODS, resolve
from shared.errors import BadgeError, DidMethodUnknown
from shared.keys import ALGORITHMS, KeyKind
from shared.proofs.suites import SUITES
from tests.shared.hosts import Hosts
from tests.shared.pictures import png
from tests.shared.test_proof_suites import BY_SUITE
from tools.formats import FILE, text


def test_the_page_is_the_one_the_code_makes():
    assert FILE.read_text(encoding="utf-8") == text(), "run: python -m tools.formats"


def test_every_suite_of_the_page_is_tried():
    tried = {(suite, make().public.kind) for suite, make in BY_SUITE}

    assert tried == {(suite.name, kind) for suite in SUITES.values() for kind in suite.kinds}


def test_every_algorithm_of_the_page_goes_with_a_kind_of_key():
    assert set(ALGORITHMS.values()) == set(KeyKind)


@pytest.mark.parametrize("version", KEYWORD_OF_VERSION)
def test_every_version_of_the_page_is_baked(version):
    assert unbake(bake(png(), '{"a": 1}', version=version))[0].text == '{"a": 1}'


@pytest.mark.parametrize("method", METHODS)
def test_every_method_of_the_page_is_known(method):
    with pytest.raises(BadgeError) as refused:
        resolve(f"did:{method}:x", fetch=Hosts())
    assert not isinstance(refused.value, DidMethodUnknown)
