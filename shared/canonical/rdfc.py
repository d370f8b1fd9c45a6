"""
RDFC-1.0: one text for one RDF dataset, whatever its blank nodes are called.

Most badges need the first step only (each blank node differs from the others by
its own statements).  Where nodes look alike, permutations are tried, and a small
hostile graph can ask for years of work: a budget of elementary steps refuses it.

Canonicalisers in use disagree on one point of the standard: whether a neighbour
met twice counts twice (``related="list"``: rdf-canonize and PyLD, with which most
badges are signed) or once (``related="set"``: rdfcanon, oxrdf).  It shows only on
graphs that hold the same anonymous node several times over; a verifier tries the
first, then the other.

Source: W3C RDF Dataset Canonicalization (RDFC-1.0) §4.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from shared.canonical.quads import Quad, is_blank, line
from shared.errors import CanonicalizationRefused

Related = Literal["list", "set"]
Labels = dict[str, str]
"""Blank node as given -> label issued, in the order of issue."""

WORK_BUDGET = 20_000
"""Elementary steps; real badges need under 2 000, and this many take some 50 ms."""

MAX_DEPTH = 96
"""Neighbours of neighbours followed; a ring of look-alikes is as deep as it is long."""

_HASHING = 3
"""What a hash costs, in elementary steps."""

_CANONICAL = "_:c14n"
_TEMPORARY = "_:b"


def canonicalize(
    quads: Iterable[Quad],
    *,
    algorithm: str = "sha256",
    budget: int = WORK_BUDGET,
    related: Related = "list",
) -> str:
    """
    The canonical N-Quads document of a dataset.

    Args:
        quads: the statements, in any order; one given twice counts once.
        algorithm: the hash inside the algorithm; ECDSA P-384 asks for ``sha384``.
        budget: elementary steps granted to nodes that look alike.
        related: how a neighbour met twice counts; see the module.

    Raises:
        CanonicalizationRefused: the dataset asks for more work than the budget.
    """
    statements = list(dict.fromkeys(quads))
    labels = issue_labels(statements, algorithm=algorithm, budget=budget, related=related)
    return "".join(sorted(line(relabel(quad, labels)) for quad in statements))


def relabel(quad: Quad, labels: Labels) -> Quad:
    """The same statement with other names for its blank nodes."""
    subject, predicate, target, graph = quad
    named = labels.get
    return Quad(named(subject, subject), predicate, named(target, target), named(graph, graph))


def issue_labels(
    quads: Iterable[Quad],
    *,
    algorithm: str = "sha256",
    budget: int = WORK_BUDGET,
    related: Related = "list",
) -> Labels:
    """
    The canonical label (``_:c14n0``...) of every blank node of a dataset.

    Raises:
        CanonicalizationRefused: the dataset asks for more work than the budget.
    """
    return _Labelling(dict.fromkeys(quads), algorithm, budget=budget, related=related).run()


def _issue(issued: Labels, node: str, prefix: str) -> str:
    return issued.setdefault(node, f"{prefix}{len(issued)}")


class _Labelling:
    """The state of one canonicalisation (§4.2)."""

    def __init__(
        self, quads: Iterable[Quad], algorithm: str, *, budget: int, related: Related
    ) -> None:
        self.hash_of: Callable[[str], str] = _HASHES[algorithm]
        self.counts_repeats = related == "list"
        self.budget = budget
        self.canonical: Labels = {}
        self.first_degree: Labels = {}
        self.quads_of: dict[str, list[Quad]] = defaultdict(list)
        for quad in quads:
            for node in {quad.subject: 0, quad.object: 0, quad.graph: 0}:
                if is_blank(node):
                    self.quads_of[node].append(quad)

    def run(self) -> Labels:
        """§4.4.3, steps 3 to 5."""
        alike: dict[str, list[str]] = defaultdict(list)
        for node in self.quads_of:
            self.first_degree[node] = self.hash_first_degree(node)
            alike[self.first_degree[node]].append(node)
        for _, nodes in sorted(alike.items()):
            if len(nodes) == 1:
                _issue(self.canonical, nodes[0], _CANONICAL)
        for _, nodes in sorted(alike.items()):
            if len(nodes) > 1:
                self.tell_apart(nodes)
        return self.canonical

    def tell_apart(self, nodes: Sequence[str]) -> None:
        """§4.4.3, step 5: label the nodes that look alike by themselves."""
        results = []
        for node in nodes:
            if node not in self.canonical:
                issued: Labels = {}
                _issue(issued, node, _TEMPORARY)
                results.append(self.hash_n_degree(node, issued, depth=0))
        for _, issued in sorted(results, key=lambda result: result[0]):
            for node in issued:
                _issue(self.canonical, node, _CANONICAL)

    def hash_first_degree(self, node: str) -> str:
        """§4.6: the hash of a node's own statements."""
        special = {node: "_:a"}
        lines = []
        for subject, predicate, target, graph in self.quads_of[node]:
            quad = Quad(
                special.get(subject, "_:z") if is_blank(subject) else subject,
                predicate,
                special.get(target, "_:z") if is_blank(target) else target,
                special.get(graph, "_:z") if is_blank(graph) else graph,
            )
            lines.append(line(quad))
        return self.hash_of("".join(sorted(lines)))

    def hash_n_degree(self, node: str, issued: Labels, *, depth: int) -> tuple[str, Labels]:
        """§4.8: the hash of a node seen with its neighbours, and the labels that gave it."""
        if depth > MAX_DEPTH:
            raise CanonicalizationRefused
        self.spend(_HASHING)
        parts = []
        for related_hash, nodes in sorted(self.neighbours(node, issued).items()):
            path, issued = self.shortest_path(nodes, issued, depth=depth)
            parts += [related_hash, path]
        return self.hash_of("".join(parts)), issued

    def neighbours(self, node: str, issued: Labels) -> dict[str, list[str]]:
        """§4.8, step 3, with §4.7: the blank neighbours, by how they are related."""
        found: dict[str, list[str]] = defaultdict(list)
        for quad in self.quads_of[node]:
            for position, other in (("s", quad.subject), ("o", quad.object), ("g", quad.graph)):
                if other == node or not is_blank(other):
                    continue
                self.spend(_HASHING)
                name = self.canonical.get(other) or issued.get(other) or self.first_degree[other]
                predicate = "" if position == "g" else quad.predicate
                found[self.hash_of(position + predicate + name)].append(other)
        if self.counts_repeats:
            return found
        return {how: list(dict.fromkeys(others)) for how, others in found.items()}

    def shortest_path(
        self, nodes: Sequence[str], issued: Labels, *, depth: int
    ) -> tuple[str, Labels]:
        """§4.8, steps 5.4: try every order of look-alike neighbours, keep the least path."""
        chosen: tuple[str, Labels] | None = None
        for order in orders(nodes):
            path = self.walk(order, issued.copy(), chosen[0] if chosen else "", depth=depth)
            if path is not None and (chosen is None or path[0] < chosen[0]):
                chosen = path
        if chosen is None:  # pragma: no cover - the first order is never cut short
            raise CanonicalizationRefused
        return chosen

    def walk(
        self, order: Sequence[str], issued: Labels, least: str, *, depth: int
    ) -> tuple[str, Labels] | None:
        """§4.8, steps 5.4.4 and 5.4.5; ``None``: this order cannot beat ``least``."""
        path = ""
        unseen = []
        for node in order:
            self.spend(1)
            if node in self.canonical:
                path += self.canonical[node]
            else:
                if node not in issued:
                    unseen.append(node)
                path += _issue(issued, node, _TEMPORARY)
            if _is_beaten(path, least):
                return None
        for node in unseen:
            digest, result = self.hash_n_degree(node, issued, depth=depth + 1)
            path += f"{_issue(issued, node, _TEMPORARY)}<{digest}>"
            issued = result
            if _is_beaten(path, least):
                return None
        return path, issued

    def spend(self, steps: int) -> None:
        """So many elementary steps less."""
        self.budget -= steps
        if self.budget < 0:
            raise CanonicalizationRefused


def _is_beaten(path: str, least: str) -> bool:
    return bool(least) and len(path) >= len(least) and path > least


def orders(nodes: Sequence[str]) -> Iterator[list[str]]:
    """
    The orders of ``nodes``, from the sorted one, by neighbouring exchanges.

    With repeats, not every order comes: the exchanges compare names, as in
    rdf-canonize, and the paths must be those that it tries.

    Source: the Steinhaus-Johnson-Trotter algorithm.
    """
    current = sorted(nodes)
    looks_left = dict.fromkeys(current, True)
    while True:
        yield list(current)
        place = _largest_mobile(current, looks_left)
        if place is None:
            return
        moved = current[place]
        other = place - 1 if looks_left[moved] else place + 1
        current[place], current[other] = current[other], moved
        for node in current:
            if node > moved:
                looks_left[node] = not looks_left[node]


def _largest_mobile(current: Sequence[str], looks_left: dict[str, bool]) -> int | None:
    best: int | None = None
    for place, node in enumerate(current):
        beside = place - 1 if looks_left[node] else place + 1
        if not 0 <= beside < len(current) or node <= current[beside]:
            continue
        if best is None or node > current[best]:
            best = place
    return best


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _sha384(text: str) -> str:
    return hashlib.sha384(text.encode()).hexdigest()


_HASHES: dict[str, Callable[[str], str]] = {"sha256": _sha256, "sha384": _sha384}
