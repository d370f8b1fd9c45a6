"""What judging costs at most: memory, in a process of its own, and time of the processor."""

import gc
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from pathlib import Path

from tests.workshop import circumstances
from verifier.verify import judge

CPU_SECONDS = 1.0
MEMORY_BYTES = 200 * 1024 * 1024
_PEAK = "VmHWM:"
"""Linux counts it from the start of the program; ``ru_maxrss`` also counts its parent's."""


def is_slow(received, known):
    """
    Whether judging really takes too long, asked of what took too long once.

    A test session that holds much pauses now and then to tidy its memory: that is not ours.
    """
    gc.collect()
    spent = []
    for _ in range(3):
        started = time.process_time()
        judge(received, known)
        spent.append(time.process_time() - started)
    return min(spent) > CPU_SECONDS


@contextmanager
def little_memory():
    """
    Fail when anything done meanwhile made this process grow by more than ``MEMORY_BYTES``.

    One growth for all that is judged meanwhile: no single one of them took more.
    """
    gc.collect()
    # Linux forgets the peak of before; elsewhere a higher one of before would hide ours.
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")
    before = _peak()
    yield
    assert _peak() - before < MEMORY_BYTES


def growth(region, warm, received):
    """
    The bytes by which the peak of a new process grows while it judges what was received.

    Args:
        region: the demo region on the disk.
        warm: what is judged before the measure, so that all code and tables are loaded.
        received: what is judged during the measure.
    """
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_growth, region, tuple(warm), tuple(received)).result()


def _growth(region, warm, received):
    known = circumstances(region)
    for one in warm:
        judge(one, known)
    before = _peak()
    for one in received:
        judge(one, known)
    return _peak() - before


def _peak():
    status = Path("/proc/self/status")
    if status.is_file():
        lines = status.read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(_PEAK)) * 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
