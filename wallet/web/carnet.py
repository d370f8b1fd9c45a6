"""The space that the pages of one visit show, and what a verification depends on there."""

from collections.abc import Callable
from dataclasses import dataclass

from shared.errors import BadgeError
from shared.model import Credential
from trust_registry.catalogue import Catalogue, seed
from verifier.circumstances import Circumstances
from verifier.verdict import Verdict
from verifier.verify import Judgement
from verifier.wording import WordedReport, in_words
from verifier.wording.badge import MAX_TEXT, cut
from wallet.holding import Holding
from wallet.holdings import Wallet
from wallet.spaces import Space

MakeCircumstances = Callable[[tuple[str, ...]], Circumstances]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carnet:
    """One person's badges, as the pages show them to whoever sits there."""

    space: Space
    make: MakeCircumstances
    """The clock, the network and the list of partners, for whose badge it is said to be."""
    owner: tuple[str, ...] = ()
    """The name, then the addresses, that badges are expected to bear; empty: nobody said."""

    def circumstances(self, recipients: tuple[str, ...] = ()) -> Circumstances:
        """What a verification depends on, now; the owner's badge unless somebody else is named."""
        owner = (*self.owner, *self.space.dids) if self.owner else ()
        return self.make(recipients or owner)

    def catalogue(self) -> Catalogue:
        """The published catalogue, else the one that comes with the program."""
        return catalogue_of(self.make)

    def wallet(self) -> Wallet:
        """The badges, told apart by the catalogue of the day."""
        return self.space.wallet(self.catalogue())

    def worded(self, holding: Holding, lang: str) -> WordedReport:
        """Say what was last found about a badge; nothing is asked again."""
        judgement = Judgement(
            verdict=verdict_of(holding, self._credential(holding)),
            error=None,
            container=holding.container,
            token=None,
            requests=(),
            registry=self.make(()).registry,
            now=holding.checked_at,
        )
        return in_words(judgement, lang)

    def words(self, holding: Holding) -> str:
        """What the person who gave the badge wrote in it; empty when nothing may be believed."""
        credential = self._credential(holding) if holding.proven else None
        return cut(credential.subject.narrative or "", MAX_TEXT) if credential else ""

    def _credential(self, holding: Holding) -> Credential | None:
        try:
            return self.wallet().credential(holding.id)
        except BadgeError:
            return None


def catalogue_of(make: MakeCircumstances) -> Catalogue:
    """The catalogue of the day, whoever sits there."""
    registry = make(()).registry
    return registry.catalogue() if registry is not None else seed()


def verdict_of(holding: Holding, credential: Credential | None = None) -> Verdict:
    """The last verdict on a badge, as it was remembered."""
    checked = holding.checked
    return Verdict(
        level=checked.level,
        findings=checked.findings,
        reasons=checked.reasons,
        credential=credential,
        recognised_by=checked.recognised_by,
        issuer_name=checked.issuer_name,
    )
