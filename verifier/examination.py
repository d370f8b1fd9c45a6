"""
One badge under examination: what several checks rest on, worked out once.

The proof is verified, the issuer's key is looked up and the hosted copy is asked for
once, here; each check then says in its own words what that means.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from shared.errors import BadgeError, Fact, HostedNotChecked, MalformedToken, UnsafeJson
from shared.fetching import Fetch
from shared.issuer_keys import Issuer, NamedKey
from shared.model import Credential, Json
from shared.proofs import ob2_hosted
from shared.proofs.jws import CompactJws, read_compact
from verifier import securing
from verifier.circumstances import Circumstances
from verifier.verdict import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofResult:
    """How one proof ended: the mathematics, and the key it names."""

    kind: str
    """``eddsa-rdfc-2022``, ``EdDSA``, ``hosted``..."""
    outcome: Outcome
    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    named: NamedKey | None = None
    signed_at: datetime | None = None


class Examination:
    """A credential and the circumstances it is judged in."""

    def __init__(
        self,
        claimed: Credential,
        circumstances: Circumstances,
        fetch: Fetch,
        *,
        purpose: str = "assertionMethod",
    ) -> None:
        """``fetch`` remembers the answers of this examination; ``claimed`` is not believed."""
        self.claimed = claimed
        self.circumstances = circumstances
        self.fetch = fetch
        self.purpose = purpose

    @cached_property
    def proofs(self) -> tuple[ProofResult, ...]:
        """Every proof of the credential, each verified; empty when it has none."""
        if self.claimed.hosted_at is not None:
            return (self._hosted_proof(),)
        if self.claimed.jws is not None:
            return (securing.of_token(self, read_compact(self.claimed.jws)),)
        return tuple(securing.of_document(self, proof) for proof in self.claimed.proofs)

    @cached_property
    def hosted(self) -> ob2_hosted.Confirmation | BadgeError:
        """What the hosts of an OB 1/2 badge say, or why they say nothing."""
        try:
            return ob2_hosted.confirm(self.claimed, fetch=self.fetch)
        except BadgeError as error:
            return error

    @property
    def credential(self) -> Credential:
        """The credential to speak of: of a hosted badge, the host's copy."""
        if self.claimed.hosted_at is not None and isinstance(self.hosted, ob2_hosted.Confirmation):
            return self.hosted.credential
        return self.claimed

    @property
    def good_proof(self) -> ProofResult | None:
        """The proof that the issuer's key stands behind, the best bound first."""
        good = [result for result in self.proofs if result.outcome is Outcome.PASSED]
        bound = [r for r in good if r.named is not None and r.named.code == "key.issuers"]
        return next(iter(bound or good), None)

    def issuer(self, signed_at: datetime | None) -> Issuer:
        """The issuer as named, and how to ask what it publishes."""
        registry = self.circumstances.registry
        return Issuer(
            id=self.claimed.issuer.id,
            fetch=self.fetch,
            known=registry.did_document if registry is not None else _nothing,
            purpose=self.purpose,
            signed_at=signed_at or self.claimed.valid_from,
            now=self.circumstances.now,
        )

    def _hosted_proof(self) -> ProofResult:
        hosted = self.hosted
        if isinstance(hosted, ob2_hosted.Confirmation):
            return ProofResult(kind="hosted", outcome=Outcome.PASSED, code="proof.hosted")
        if isinstance(hosted, ob2_hosted.HostedWithdrawn):
            # The host speaks, and says that the badge was withdrawn: it is its badge.
            return ProofResult(kind="hosted", outcome=Outcome.PASSED, code="proof.hosted")
        failed = not isinstance(hosted, HostedNotChecked)
        return ProofResult(
            kind="hosted",
            outcome=Outcome.FAILED if failed else Outcome.NOT_CHECKED,
            code=hosted.code,
            facts=hosted.facts,
        )

    def for_list(self, document: Json, jws: str | None = None) -> "Examination":
        """The examination of a status list: the same circumstances, nobody in particular."""
        from shared.parsing import ob3

        token = replace(self.claimed.token, rivals=(), notes=())
        credential = ob3.parse(document, token, jws=jws)
        circumstances = replace(self.circumstances, recipients=(), challenge=None, domain=None)
        return Examination(credential, circumstances, self.fetch)


def _nothing(did: str) -> Any:
    return None


__all__ = ["CompactJws", "Examination", "MalformedToken", "ProofResult", "UnsafeJson"]
