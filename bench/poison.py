"""
How long a graph made to keep a verifier busy does so, before it is refused.

    .venv/bin/python -m bench.poison

Each line gives milliseconds of processor time, the best of five, and the ratio to what is
wanted: below one is good.  The tests count steps instead, which are the same everywhere.
"""

import argparse
import sys
import time
from collections.abc import Sequence

from shared.canonical.quads import Quad
from shared.canonical.rdfc import Related, canonicalize
from shared.errors import CanonicalizationRefused
from tests.shared.test_rdfc import P, a_clique, a_ring

WANTED_MS = 100.0
TIMES = 5

GRAPHS = {
    "seven nodes, all linked": a_clique(7),
    "ten nodes, all linked": a_clique(10),
    "a ring of ninety": a_ring(90),
    "a ring of four hundred": a_ring(400),
    "two crowds that all know each other": [
        Quad(f"_:a{i}", P, f"_:b{j}", "") for i in range(16) for j in range(16)
    ],
    "two families of twelve twins": [
        Quad(f"_:s{k}", P, f"_:e{k}_{i}", "") for i in range(12) for k in (0, 1)
    ],
}


def refused_in(graph: Sequence[Quad], related: Related) -> float:
    """Milliseconds until a graph is refused. Raises ValueError: it is not."""
    best = float("inf")
    for _ in range(TIMES):
        started = time.process_time()
        try:
            canonicalize(graph, related=related)
        except CanonicalizationRefused:
            best = min(best, time.process_time() - started)
        else:
            raise ValueError("this graph is no poison")
    return best * 1000


def main() -> int:
    """Measure every graph in both readings; 1 when one takes longer than wanted."""
    argparse.ArgumentParser(description=__doc__.strip().splitlines()[0]).parse_args()
    readings: tuple[Related, ...] = ("list", "set")
    worst = 0.0
    for name, graph in GRAPHS.items():
        took = max(refused_in(graph, related) for related in readings)
        worst = max(worst, took)
        sys.stdout.write(f"{name:40} {took:7.1f} ms   {took / WANTED_MS:.2f}\n")
    return int(worst > WANTED_MS)


if __name__ == "__main__":
    sys.exit(main())
