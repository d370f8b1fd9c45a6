"""A good answer about a proof may come from memory; only to the very same question."""

import copy

import pytest

from shared.errors import ProofInvalid
from shared.multibase import multibase_encode
from shared.proofs import data_integrity
from shared.proofs.data_integrity import MAX_REMEMBERED
from tests.shared.linked_badges import a_badge
from tests.shared.signers import ed25519, secured


class TestRemembering:
    @pytest.fixture(autouse=True)
    def empty(self):
        data_integrity._GOOD.clear()
        yield
        data_integrity._GOOD.clear()

    def ask(self, document, key=None, **more):
        key = key or ed25519().public
        return data_integrity.verify(document, document["proof"], key, remember=True, **more)

    def test_the_second_answer_is_the_first(self):
        document = secured(a_badge(), ed25519(), "eddsa-rdfc-2022")

        assert self.ask(document) == self.ask(copy.deepcopy(document))
        assert len(data_integrity._GOOD) == 1

    @pytest.mark.parametrize("change", ["text", "proof", "key", "value"])
    def test_any_other_question_is_asked_anew(self, change):
        document = secured(a_badge(), ed25519(), "eddsa-jcs-2022")
        self.ask(document)
        other = copy.deepcopy(document)
        if change == "text":
            other["name"] += " "
        elif change == "proof":
            other["proof"]["created"] = "2026-02-01T10:00:01Z"
        elif change == "value":
            other["proof"]["proofValue"] = multibase_encode(b"5" * 64)

        with pytest.raises(ProofInvalid):
            self.ask(other, ed25519(8).public if change == "key" else None)
        assert len(data_integrity._GOOD) == 1, "what is not good is never remembered"

    def test_what_is_remembered_is_bounded(self, monkeypatch):
        monkeypatch.setattr(data_integrity, "MAX_REMEMBERED", 2)
        for number in range(5):
            self.ask(secured(a_badge(name=str(number)), ed25519(), "eddsa-jcs-2022"))
            assert len(data_integrity._GOOD) <= 2 < MAX_REMEMBERED

    def test_nothing_is_remembered_unasked(self):
        document = secured(a_badge(), ed25519(), "eddsa-jcs-2022")
        data_integrity.verify(document, document["proof"], ed25519().public)

        assert data_integrity._GOOD == {}
