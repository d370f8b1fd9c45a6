"""
JSON-LD to RDF with nothing lost: what is not in the quads is not signed.

A JSON-LD reader silently drops what no context defines, and addresses that are
not absolute; a person reading the JSON still sees them.  So this door is narrow:
only shipped contexts, named by their exact address, and an error with its place
for every member that would not reach the signature.

PyLD expands; it is called with ``base: None`` (else it completes relative
addresses with an invented one) and can fetch nothing.

Sources: W3C JSON-LD 1.1 API §5 (Expansion); W3C VC Data Integrity §"Context
Validation"; VCDM 2.0 §"Contexts".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any

from shared import contexts
from shared.canonical.coverage import (
    check_expanded,
    check_form,
    member_names,
    named_contexts,
    path_of_member,
)
from shared.canonical.quads import Quad
from shared.canonical.rdfc import WORK_BUDGET, Related, canonicalize
from shared.canonical.statements import statements
from shared.errors import BadgeError, CanonicalizationRefused, ContextUnknown, UncoveredText

Json = Mapping[str, Any]

_PYLD = Lock()
"""PyLD's memory of prepared contexts is not made for several threads."""

_READINGS: tuple[Related, ...] = ("list", "set")

_FAULTS = (TypeError, ValueError, AttributeError, LookupError, RecursionError)
"""What PyLD raises, besides its own error, on documents of an odd form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CanonicalForm:
    """The canonical N-Quads of documents that are signed together, and how they were read."""

    texts: tuple[str, ...]
    """One a document, in the order given."""
    edition: str
    """Which contents the contexts had, where one address had several."""
    related: Related
    """Which of the two readings of RDFC-1.0 (``shared.canonical.rdfc``)."""


def expand_to_quads(document: Json, *, edition: str = contexts.CURRENT) -> list[Quad]:
    """
    Every statement that a document makes.

    Args:
        document: a JSON object with its ``@context``: a credential, a presentation,
            or the options of a proof with the contexts of its document.
        edition: which contents to give contexts that changed under one address.

    Raises:
        ContextUnknown: a context that is not shipped.
        UncoveredText: a member that a signature would not cover, a context that is
            not plainly one of ours, or a document that is not JSON-LD. Facts:
            ``path`` (JSON Pointer), ``why``.
        CanonicalizationRefused: deeper than any badge.
    """
    check_form(document)
    dropped: list[str] = []
    expanded = _expand(document, edition, dropped)
    for term in dropped:
        raise UncoveredText(path=path_of_member(document, term), why="undefined-term")
    check_expanded(expanded, document)
    quads = statements(expanded)
    if not quads:
        raise UncoveredText(path="", why="empty")
    return quads


def canonical_hash_input(
    document: Json,
    *,
    edition: str = contexts.CURRENT,
    algorithm: str = "sha256",
    related: Related = "list",
    budget: int = WORK_BUDGET,
) -> str:
    """
    The canonical N-Quads of a document: what a proof suite hashes.

    Raises:
        ContextUnknown, UncoveredText, CanonicalizationRefused: see ``expand_to_quads``
            and ``rdfc.canonicalize``.
    """
    quads = expand_to_quads(document, edition=edition)
    return canonicalize(quads, algorithm=algorithm, related=related, budget=budget)


def canonical_forms(
    documents: Sequence[Json], *, algorithm: str = "sha256"
) -> Iterator[CanonicalForm]:
    """
    The canonical N-Quads of documents that are signed together, the likeliest first.

    More than one form only where signers differ: a context published with two
    contents under one address, and the two readings of RDFC-1.0.  A form is made
    when it is asked for, and none comes twice.

    Args:
        documents: e.g. the options of a proof, and its document.

    Raises:
        ContextUnknown, UncoveredText, CanonicalizationRefused: no form can be made;
            the likeliest one says why.
    """
    refusal: BadgeError | None = None
    given: set[tuple[str, ...]] = set()
    for edition in _editions(documents):
        try:
            quads = [expand_to_quads(document, edition=edition) for document in documents]
            for related in _READINGS:
                texts = tuple(canonicalize(q, algorithm=algorithm, related=related) for q in quads)
                if texts not in given:
                    given.add(texts)
                    yield CanonicalForm(texts=texts, edition=edition, related=related)
        except (UncoveredText, CanonicalizationRefused) as error:
            refusal = refusal or error
    if refusal is not None and not given:
        raise refusal


def _editions(documents: Sequence[Json]) -> Iterator[str]:
    """The editions that could read these documents differently, newest first."""
    named = named_contexts(documents)
    members = member_names(documents)
    for edition in contexts.editions(named):
        if edition == contexts.CURRENT or contexts.changed_terms(edition) & members:
            yield edition


def _expand(document: Json, edition: str, dropped: list[str]) -> list[Any]:
    from shared.canonical.remembering import RememberingProcessor

    with _PYLD:
        jsonld, resolver, memory = _pyld(edition)
        options = {
            "base": None,
            "processingMode": "json-ld-1.1",
            "documentLoader": resolver.document_loader,
            "contextResolver": resolver,
        }
        try:
            processor = RememberingProcessor(
                memory, on_property_dropped=lambda term: dropped.append(term or "")
            )
            expanded: list[Any] = processor.expand(document, options)
        except jsonld.JsonLdError as error:
            _raise_context_unknown(error)
            raise UncoveredText(path="", why=str(error.code or "json-ld")) from error
        except _FAULTS as error:
            raise UncoveredText(path="", why="json-ld") from error
    return expanded


def _raise_context_unknown(error: BaseException) -> None:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ContextUnknown):
            raise cause from error
        cause = cause.__cause__


@cache
def _pyld(edition: str) -> tuple[Any, Any, dict[Any, Any]]:
    """
    PyLD, unable to fetch, and the two memories of prepared contexts of one edition.

    Each edition has its own memory: PyLD's is keyed by address, and one address
    has several contents.
    """
    from pyld import ContextResolver, jsonld

    jsonld.set_document_loader(_refuse)

    def give(url: str, _options: Any) -> dict[str, Any]:
        document = contexts.load(url, edition=edition)
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": url,
            "document": document,
        }

    return jsonld, ContextResolver({}, give), {}


def _refuse(url: str, _options: Any) -> dict[str, Any]:
    raise ContextUnknown(url=url[:200])
