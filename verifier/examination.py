"""
One badge under examination: what several checks rest on, worked out once.

The proofs are verified, the issuer's keys are looked up and the hosted copy is asked for
once, here; each check then says in its own words what that means.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from shared.digests import Pinned, pins_of
from shared.errors import (
    BadgeError,
    FetchDiffers,
    FetchFailed,
    HostedNotChecked,
    StatusListInvalid,
)
from shared.fetching import MAX_DOCUMENT_BYTES, Fetch, Fetched, Inquiry, Redirects
from shared.issuer_keys import Bond
from shared.model import Credential, Json, TokenKind
from shared.picture import Comparison
from shared.proofs import ob2_hosted
from shared.status.answer import ListDocument, ListProof
from verifier.circumstances import Circumstances
from verifier.depicting import comparison_of
from verifier.securing import ISSUING, PRESENTING, Claim, ProofResult, proofs_of
from verifier.verdict import Outcome, Support

OLD_MODELS = ("ob-2.0", "ob-1")


class Examination:
    """A credential and the circumstances in which it is judged."""

    def __init__(
        self,
        claimed: Credential,
        circumstances: Circumstances,
        fetch: Fetch,
        *,
        is_list: bool = False,
    ) -> None:
        """``fetch`` remembers what was answered; nothing of ``claimed`` is believed."""
        self._is_list = is_list
        self.claimed = claimed
        self.circumstances = circumstances
        self.inquiry = fetch
        """What is really asked, and keeps the account; for credentials beside this one."""
        self.fetch = Pinned(fetch, pins_of(claimed.document))
        """The same, and no other bytes than those of which the credential gives the digest."""

    @property
    def is_presentation(self) -> bool:
        """Whether a holder shows credentials, rather than an issuer awards one."""
        return "VerifiablePresentation" in self.claimed.types

    @cached_property
    def proofs(self) -> tuple[ProofResult, ...]:
        """Every proof of the credential, each verified; empty when it has none."""
        if self.claimed.hosted_at is not None:
            return (self._hosted_proof(),)
        return proofs_of(
            Claim(
                credential=self.claimed,
                circumstances=self.circumstances,
                fetch=self.fetch,
                purpose=PRESENTING if self.is_presentation else ISSUING,
                is_list=self._is_list,
            )
        )

    @cached_property
    def hosted(self) -> ob2_hosted.Confirmation | BadgeError:
        """What the hosts of an Open Badges 1 or 2 badge say, or why they say nothing."""
        try:
            return ob2_hosted.confirm(self.claimed, fetch=self.fetch)
        except BadgeError as error:
            return error

    @cached_property
    def profile(self) -> tuple[Credential, Json] | BadgeError:
        """A signed Open Badges 1 or 2 badge with its BadgeClass, and its issuer's profile."""
        try:
            return ob2_hosted.with_badge_and_issuer(self.claimed, fetch=self.fetch)
        except BadgeError as error:
            return error

    @property
    def credential(self) -> Credential:
        """The credential to speak of: of an old badge, as its hosts tell it."""
        if self.claimed.hosted_at is not None:
            told = self.hosted
            return told.credential if isinstance(told, ob2_hosted.Confirmation) else self.claimed
        if self.claimed.data_model not in OLD_MODELS or self.claimed.jws is None:
            # Of a badge that nobody signed, nobody is asked about the rest.
            return self.claimed
        told_by_pages = self.profile
        return self.claimed if isinstance(told_by_pages, BadgeError) else told_by_pages[0]

    @cached_property
    def picture(self) -> Comparison | BadgeError | None:
        """
        The picture in which the badge came, beside the one that its issuer gave it.

        ``None``: it came in none, it has none, or its issuer does not stand behind it; of a
        badge that nobody signed nobody is asked.
        """
        received = self.claimed.token.picture
        if received is None or not self.is_proven:
            return None
        registry = self.circumstances.registry
        try:
            return comparison_of(received, self.credential, fetch=self.fetch, registry=registry)
        except BadgeError as error:
            return error

    @cached_property
    def support(self) -> tuple[Support, ...]:
        """What each of the words of support comes to; see ``verifier.supporting``."""
        from verifier.supporting import support_of

        return support_of(self)

    @property
    def good_proof(self) -> ProofResult | None:
        """A proof that holds, the best bound to the issuer first."""
        good = [result for result in self.proofs if result.outcome is Outcome.PASSED]
        return next((one for one in good if one.bond is Bond.ISSUERS), next(iter(good), None))

    @property
    def is_proven(self) -> bool:
        """Whether the named issuer stands behind the badge, and no proof of it is false."""
        bad = any(one.outcome is Outcome.FAILED for one in self.proofs)
        good = self.good_proof
        return good is not None and not bad and (good.bond is Bond.ISSUERS or self._is_confirmed)

    @property
    def _is_confirmed(self) -> bool:
        told = self.claimed.hosted_at is not None
        return told and isinstance(self.hosted, ob2_hosted.Confirmation)

    def _hosted_proof(self) -> ProofResult:
        hosted = self.hosted
        if isinstance(hosted, ob2_hosted.Confirmation):
            return ProofResult(kind="hosted", outcome=Outcome.PASSED, code="proof.hosted")
        if isinstance(hosted, ob2_hosted.HostedWithdrawn):
            # The host took its copy away: what was received can be compared with nothing.
            hosted = HostedNotChecked()
        cannot = isinstance(hosted, HostedNotChecked)
        return ProofResult(
            kind="hosted",
            outcome=Outcome.NOT_CHECKED if cannot else Outcome.FAILED,
            code=hosted.code,
            facts=hosted.facts,
        )

    def ask_for_list(
        self,
        url: str,
        *,
        accept: str = "application/json",
        limit: int = MAX_DOCUMENT_BYTES,
        redirects: Redirects = Redirects.SAME_ORIGIN,
    ) -> Fetched:
        """A ``Fetch`` for status lists: those of the network of trust come with its registry."""
        try:
            published = self._published(url)
            if published is not None:
                self.fetch.check(url, published.body)
                return published
            return self.fetch(url, accept=accept, limit=limit, redirects=redirects)
        except FetchDiffers as error:
            raise StatusListInvalid(why="digest") from error

    def _published(self, url: str) -> Fetched | None:
        """A list of the network of trust; ``None``: none of its lists stands there."""
        try:
            published = self.circumstances.listed_document(url)
        except FetchFailed as error:
            self._note(error.asked)
            raise
        if published is not None:
            self._note(published.asked)
        return published

    def _note(self, asked: tuple[str, ...] | None) -> None:
        """Keep the account of what the registry itself had to ask for."""
        if isinstance(self.inquiry, Inquiry):
            self.inquiry.requests += asked or ()

    def verify_list(self, listed: ListDocument) -> ListProof:
        """Check the proofs of a status list by the rules that hold for badges."""
        from shared.parsing import ob3

        is_token = listed.token.kind is TokenKind.JWS
        jws = listed.token.text if is_token else None
        credential = ob3.parse(listed.document, listed.token, jws=jws)
        examination = Examination(credential, self.of_nobody(), self.inquiry, is_list=True)
        return examination.as_list_proof()

    def as_list_proof(self) -> ListProof:
        """What the proofs of this credential are worth when it is a status list."""
        wrong = [one.code for one in self.proofs if one.outcome is Outcome.FAILED]
        bonds = {one.bond for one in self.proofs}
        if wrong or self.good_proof is None:
            return ListProof(ok=False, why=next(iter(wrong), "unsigned"))
        if Bond.NOT_ISSUERS in bonds or Bond.NOT_CHECKED in bonds:
            return ListProof(ok=False, why="key")
        signer = self.claimed.issuer.id if self.good_proof.bond is Bond.ISSUERS else None
        return ListProof(ok=True, signer_id=signer)

    def of_nobody(self) -> Circumstances:
        """The same circumstances for what is no badge of the person asked for."""
        return replace(self.circumstances, recipients=(), challenge=None, domain=None)
