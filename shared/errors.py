"""
Every failure of this floor raised on purpose, each under a stable code.

A code never changes meaning: logs, tests, the JSON answer and the sentences of
``words/`` all meet on it.
An error carries the facts of one failure and never a sentence, because the
words depend on who is reading.  The floors above keep their own ``errors.py``
and derive from ``BadgeError``.
"""

from typing import ClassVar

Fact = str | int


class BadgeError(Exception):
    """The root: ``except BadgeError`` catches everything raised on purpose."""

    code: ClassVar[str] = "error.unexpected"

    def __init__(self, **facts: Fact) -> None:
        self.facts: dict[str, Fact] = facts
        super().__init__(f"{self.code} {facts}")


# ---------------------------------------------------------------- reading


class Unreadable(BadgeError):
    """No badge could be read out of what was given, or its form is refused."""

    code = "read.not-readable"


class EmptyInput(Unreadable):
    """Zero bytes."""

    code = "read.empty"


class TooBig(Unreadable):
    """Larger than a limit. Facts: ``limit`` (bytes or items), ``what``."""

    code = "read.too-big"


class UnknownKind(Unreadable):
    """Neither an image, an SVG, JSON, a token nor an address."""

    code = "read.unknown-kind"


class WebPage(UnknownKind):
    """The file of a web page, where the badge or its address was wanted."""

    code = "read.web-page"


class PackedFiles(UnknownKind):
    """An archive (zip, gzip...): what is inside was not looked at."""

    code = "read.packed-files"


class ImageKindNotTaken(UnknownKind):
    """A picture of a kind that is not opened here. Facts: ``kind``."""

    code = "read.image-kind"


class NoBadgeInImage(Unreadable):
    """A sound image without badge data and without a readable QR code."""

    code = "read.no-badge"


class NoBadgeInPdf(Unreadable):
    """A PDF without badge data and without a readable QR code."""

    code = "read.no-badge-in-pdf"


class LockedPdf(Unreadable):
    """A PDF that asks for a password."""

    code = "read.locked-pdf"


class ScannerMissing(Unreadable):
    """This computer lacks the program that opens such pictures. Facts: ``what``."""

    code = "read.scanner-missing"


class QrIsNoBadge(Unreadable):
    """A QR code was read, and what it holds is no badge and no web address."""

    code = "read.qr-other"


class DamagedImage(Unreadable):
    """The image is cut or damaged. Facts: ``part``."""

    code = "read.damaged-image"


class TwoBadges(Unreadable):
    """One picture holds two different badges; neither is chosen silently."""

    code = "read.two-badges"


class UnsafeSvg(Unreadable):
    """
    The SVG is built to mislead or to exhaust. Facts: ``why``.

    (``entities``, ``encoding``, ``depth``, ``size``, ``inside``: markup within the badge.)
    """

    code = "read.unsafe-svg"


class UnsafeJson(Unreadable):
    """
    Not strict JSON. Facts: ``why``.

    (``duplicate-key``, ``depth``, ``size``, ``number``, ``text``, ``syntax``, ``object``.)
    """

    code = "read.unsafe-json"


class ForbiddenAddress(Unreadable):
    """Not a web address (``file:``, ``javascript:``...). Facts: ``scheme``."""

    code = "read.forbidden-address"


class MalformedToken(Unreadable):
    """Not a strict compact JWS. Facts: ``why``."""

    code = "read.malformed-token"


class MalformedCredential(Unreadable):
    """JSON, but not the form of a credential. Facts: ``path`` (JSON Pointer), ``why``."""

    code = "parse.malformed"


class NotACredential(Unreadable):
    """JSON that is neither a badge nor a verifiable credential."""

    code = "parse.not-a-credential"


# ---------------------------------------------------------------- network


class FetchFailed(BadgeError):
    """A document could not be had. Facts: ``host``."""

    code = "fetch.unreachable"
    asked: tuple[str, ...] | None = None
    """Every address a connection was opened to before it failed; ``None``: not told."""


class FetchRefused(FetchFailed):
    """The address is not one we ask (not https, not public, a literal address)."""

    code = "fetch.refused-address"


class FetchOffline(FetchFailed):
    """The network is off by choice (``--offline``)."""

    code = "fetch.offline"


class FetchStatus(FetchFailed):
    """The host answered with another status than 200. Facts: ``host``, ``status``."""

    code = "fetch.status"


class FetchTooBig(FetchFailed):
    """The answer is larger than the limit."""

    code = "fetch.too-big"


class FetchTimeout(FetchFailed):
    """The total deadline has passed."""

    code = "fetch.timeout"


class FetchRedirected(FetchFailed):
    """The host sends elsewhere than allowed, or too many times. Facts: ``host``, ``why``."""

    code = "fetch.redirected"


class FetchTooMany(FetchFailed):
    """One verification asks for more documents than a badge needs. Facts: ``host``, ``limit``."""

    code = "fetch.too-many"


class FetchDiffers(FetchFailed):
    """What was had is not what the badge gives the digest of. Facts: ``host``, ``why``."""

    code = "fetch.other-bytes"


class BundleInvalid(BadgeError):
    """A ``--replay`` bundle that cannot be read. Facts: ``why``, ``where``."""

    code = "fetch.bundle-invalid"


# ---------------------------------------------------------------- keys, identifiers


class KeyInvalid(BadgeError):
    """Not a key: wrong length, off the curve, weak, of an unknown kind. Facts: ``why``."""

    code = "key.invalid"


class KeyUnavailable(BadgeError):
    """The key could not be had (host down, method unknown): nothing is proven either way."""

    code = "key.unavailable"


class DidMethodUnknown(KeyUnavailable):
    """A DID method that this program does not resolve. Facts: ``method``."""

    code = "key.did-method-unknown"


class DidDocumentInvalid(KeyUnavailable):
    """A DID document was had and is not one for this DID. Facts: ``why``."""

    code = "key.did-document-invalid"


class KeyNotIssuers(BadgeError):
    """The key was had, and the issuer does not publish it for this purpose. Facts: ``why``."""

    code = "key.not-issuers"


# ---------------------------------------------------------------- proofs


class ProofInvalid(BadgeError):
    """The mathematics does not hold: changed after signing, or signed by another key."""

    code = "proof.invalid"


class ProofMalformed(ProofInvalid):
    """A proof that lacks a part or has one of the wrong form. Facts: ``why``."""

    code = "proof.malformed"


class ProofPurposeWrong(ProofInvalid):
    """The proof was made for another purpose. Facts: ``purpose``."""

    code = "proof.wrong-purpose"


class ProofExpired(ProofInvalid):
    """The proof itself says that it ends before now, or begins after."""

    code = "proof.out-of-dates"


class ChallengeMismatch(ProofInvalid):
    """A presentation made for another question or another place."""

    code = "proof.challenge-mismatch"


class ProofUnsupported(BadgeError):
    """A kind of proof that this program does not know. Facts: ``suite``."""

    code = "proof.unsupported"


class UncoveredText(BadgeError):
    """The document holds text that the signature does not cover. Facts: ``path``."""

    code = "coverage.uncovered"


class ContextUnknown(BadgeError):
    """A JSON-LD context that is not shipped; never fetched. Facts: ``url``."""

    code = "coverage.context-unknown"


class CanonicalizationRefused(BadgeError):
    """The graph asks for more work than a badge needs (poison graph)."""

    code = "proof.too-complex"


# ---------------------------------------------------------------- status


class StatusUnknown(BadgeError):
    """Revocation could not be read: unknown, which is not the same as absent."""

    code = "status.unknown"


class StatusUnreachable(StatusUnknown):
    """The host of the status list does not answer. Facts: ``host``."""

    code = "status.unreachable"


class StatusListInvalid(StatusUnknown):
    """A list was had and cannot be used. Facts: ``why``."""

    code = "status.list-invalid"


class StatusKindUnknown(StatusUnknown):
    """A kind of status entry that this program does not know. Facts: ``kind``."""

    code = "status.kind-unknown"


class HostedNotChecked(BadgeError):
    """The hosted copy of a badge could not be had. Facts: ``host``."""

    code = "hosted.not-checked"


class HostedDiffers(BadgeError):
    """The hosted copy says something else, or is not where the issuer hosts. Facts: ``why``."""

    code = "hosted.differs"


class NotOurShared(BadgeError):
    """Another package called ``shared`` stands in place of ours. Facts: ``path``."""

    code = "install.not-our-shared"


class ContextsDamaged(BadgeError):
    """A shipped JSON-LD context is not the pinned one: the program stops. Facts: ``file``."""

    code = "install.contexts-damaged"
