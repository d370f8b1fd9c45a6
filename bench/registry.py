"""
How fast the list of partners is read, asked and published: the figures of one machine.

    .venv/bin/python -m bench.registry [--partners 1000] [--many 100000]

Each line gives a measure, what was wanted and the ratio of the two: below one is good.
Processor seconds stand beside those of the clock, for machines that do something else too.
"""

import argparse
import gzip
import hashlib
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from shared.keys import SigningKey
from tests.trust_registry.served import on_loopback
from trust_registry import layout, recognitions
from trust_registry.catalogue import seed
from trust_registry.catalogue.model import achievement_address
from trust_registry.client import open_registry
from trust_registry.client.filling import PIECE, packed
from trust_registry.client.sources import WebSource
from trust_registry.entries import Awarder, Entry
from trust_registry.index import Registry
from trust_registry.index.listing import Listing
from trust_registry.index.storing import keep_tables, kept_tables
from trust_registry.model import Kind, Member, Right, Role
from trust_registry.publishing import Desk, Publication, create
from trust_registry.site.programs import current

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
SINCE = datetime(2025, 3, 1, tzinfo=UTC)
BOOK = seed()
ASKED = 5_000


def key_of(name: str) -> SigningKey:
    """A key that depends on the name only."""
    return SigningKey.from_seed(seed_of(name))


def seed_of(name: str) -> bytes:
    """Thirty-two bytes that depend on the name only."""
    return hashlib.sha256(name.encode()).digest()


def a_member(number: int) -> Member:
    """A partner that awards and recognises."""
    slug = f"partenaire-{number}"
    rights = (Right(role=Role.ISSUER, since=SINCE), Right(role=Role.RECOGNISER, since=SINCE))
    return Member(
        slug=slug,
        name=f"Partenaire {number}",
        kind=Kind.TOWN if number else Kind.HUB,
        siren=f"{100_000_000 + number}",
        ids=(layout.partner_did(BOOK.base, slug),),
        rights=rights,
    )


def awarder_of(member: Member, key: SigningKey) -> Awarder:
    """The key of its one desk."""
    return Awarder(key=key.public.multibase, id=f"{member.id}#desk", since=SINCE)


def an_entry(number: int, member: Member) -> Entry:
    """What it publishes: one key, one recognition."""
    key = key_of(f"partners/{member.slug}")
    subject = achievement_address(BOOK.badges[number % len(BOOK.badges)], base=BOOK.base)
    said = recognitions.compose(
        recognition_id=f"{BOOK.base}/p/{member.slug}/recognitions/1",
        member=member,
        subject=subject,
        since=SINCE,
    )
    return Entry(
        slug=member.slug,
        awarders=(awarder_of(member, key_of(f"desk/{member.slug}")),),
        recognitions=(recognitions.sign(said, key=key, at=SINCE),),
    )


class Counting:
    """A way to the network that counts the questions."""

    def __init__(self, address: str) -> None:
        self._source = WebSource(address)
        self.questions = 0
        self.bodies: list[bytes] = []

    def __call__(self, url: str, **options: object) -> object:
        """Ask, and count."""
        self.questions += 1
        found = self._source._fetch(url, **options)  # noqa: SLF001 - the guarded one of the house
        self.bodies.append(found.body)
        return found


@contextmanager
def measured(name: str, wanted: float, unit: str = "s") -> Iterator[None]:
    """Take the time of a block."""
    clock, processor = time.perf_counter(), time.process_time()
    yield
    said(name, time.perf_counter() - clock, wanted, unit, processor=time.process_time() - processor)


def said(
    name: str, value: float, wanted: float, unit: str, *, processor: float | None = None
) -> None:
    """Write one line."""
    ratio = value / wanted
    more = "" if processor is None else f"  (processor {processor:.6f} s)"
    sys.stdout.write(f"{name:<52}{value:>12.3f} {unit:<3} of {wanted:g}: {ratio:.2f}{more}\n")
    sys.stdout.flush()


def looked_up(registry: Registry, count: int, label: str) -> None:
    """The whole answer for an issuer: membership of one badge, by its key, on one day."""
    achievement = achievement_address(BOOK.badges[0], base=BOOK.base)

    def ask(number: int) -> tuple[float, float]:
        issuer = layout.partner_did(BOOK.base, f"partenaire-{number}")
        question = {"achievement_id": achievement, "key_id": f"{issuer}#desk", "on": AT}
        return spent(lambda: registry.membership(issuer, **question, now=AT))

    def ask_all(what: str, wanted: float, unit: str, scale: float) -> None:
        taken = zip(*(ask(number) for number in some), strict=True)
        clock, processor = (percentile(list(one)) for one in taken)
        said(f"{label}: {what}", clock * scale, wanted, unit, processor=processor)

    said(f"{label}: first look-up", ask(count // 2)[0] * 1e3, 1, "ms")
    some = [number * 7919 % count for number in range(min(count, ASKED))]
    ask_all("look-up of another, 95 of 100 are below", 1, "ms", 1e3)
    ask_all("look-up again, 95 of 100 are below", 50, "us", 1e6)


def percentile(taken: list[float]) -> float:
    """Below which 95 of 100 are."""
    return statistics.quantiles(taken, n=100)[94]


def region(folder: Path, count: int) -> Desk:
    """Make and sign a region."""
    members = [a_member(number) for number in range(count)]
    published = [Publication(entry=an_entry(*pair)) for pair in enumerate(members)]
    desk = create(
        folder, name="Bench", members=members, catalogue=BOOK, publications=published,
        at=AT, seed_of=seed_of,
    )  # fmt: skip
    piece = folder / layout.PUBLIC / PIECE
    piece.parent.mkdir()
    piece.write_bytes(packed(current(folder / layout.PUBLIC)))
    return desk


def one_region(work: Path, count: int) -> None:
    """Read it over http as a verifier does, ask it, publish in it."""
    folder = work / "region"
    desk = Desk(folder) if folder.is_dir() else region(folder, count)
    public, cache = folder / layout.PUBLIC, work / "cache"
    shutil.rmtree(cache, ignore_errors=True)  # a region that was kept is read for the first time
    root = public / layout.METADATA / "1.root.json"
    with on_loopback(public) as address:
        asking = Counting(address)

        def opened(now: datetime = AT) -> Registry:
            asking.questions = 0
            asking.bodies.clear()
            return open_registry(address, now=now, cache=cache, root=root, fetch=asking)

        with measured(f"{count} partners: cold refresh", 2):
            registry = opened()
        size = sum(len(gzip.compress(body)) for body in asking.bodies)
        said(f"{count} partners: bytes of it, gzipped", size / 1e6, 1, "MB")
        said(f"{count} partners: questions of it", asking.questions, 10, "")
        opened().close()
        said(f"{count} partners: questions of an idle refresh", asking.questions, 2, "")
        looked_up(registry, count, f"{count} partners")
        registry.close()
    entry = desk.entry(a_member(1).slug)
    taken = [spent(lambda day=day: published(desk, entry, day)) for day in range(1, 10)]
    clock, processor = (statistics.median(one) for one in zip(*taken, strict=True))
    said(
        f"{count} partners: publishing, the median of 9",
        clock * 1e3, 100, "ms", processor=processor,
    )  # fmt: skip


def published(desk: Desk, entry: Entry, day: int) -> None:
    """Publish a change of one partner."""
    at = AT + timedelta(hours=day)
    changed = replace(entry, url=f"https://partenaire.example/{day}")
    desk.publish_entry(entry.slug, changed, at=at)


def spent(act: Callable[[], object]) -> tuple[float, float]:
    """Seconds that it takes, of the clock and of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - clock, time.process_time() - processor


def many(work: Path, count: int) -> None:
    """The tables alone: a registry holds 5 000 members, a federation of them more."""
    file = work / "many.sqlite"
    key = key_of("one desk")
    members = tuple(a_member(number) for number in range(count))
    entries = {one.slug: Entry(slug=one.slug, awarders=(awarder_of(one, key),)) for one in members}
    listing = Listing(
        name="Bench", version=1, listed_at=AT, expires_at=AT + timedelta(days=14),
        members=members, catalogue=BOOK, entries=entries,
    )  # fmt: skip
    keep_tables(file, listing, mark=None)
    said(f"{count} partners: tables at rest", file.stat().st_size / 1e6, 500, "MB")
    del listing, members, entries
    tables = kept_tables(file)
    if tables is None:
        raise SystemExit(1)

    def none(*_: object) -> tuple[bytes, tuple[str, ...]]:
        raise NotImplementedError

    looked_up(Registry(tables, have=none, now=AT), count, f"{count} partners")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    said(f"{count} partners: memory at its highest, compiling", peak, 500, "MB")


def main() -> None:
    """Measure everything, a line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--partners", type=int, default=1_000)
    parser.add_argument("--many", type=int, default=100_000)
    parser.add_argument("--work", type=Path, help="keep the region here for the next time")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = chosen.work or Path(temporary)
        one_region(work, chosen.partners)
        many(work, chosen.many)


if __name__ == "__main__":
    main()
