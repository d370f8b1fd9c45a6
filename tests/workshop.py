"""The demo region, made once for every room of the tests, and its internet with holes in it."""

import json
import shutil
from dataclasses import replace

import pytest

from shared.errors import BadgeError
from shared.fetching import ReplayFetcher
from trust_registry.client import open_registry
from trust_registry.demo import make_region
from verifier.circumstances import Circumstances

FIRST_ROOT = "metadata/1.root.json"


@pytest.fixture(scope="session")
def region(tmp_path_factory, today):
    """The region on the day of the tests; it is not to be written in (see ``own_region``)."""
    return make_region(tmp_path_factory.mktemp("demo") / "region", today)


@pytest.fixture
def own_region(region, tmp_path):
    """A copy of the region, to publish in."""
    folder = tmp_path / "region"
    shutil.copytree(region.folder, folder)
    return replace(region, folder=folder, bundle=folder / region.bundle.name)


def internet(region, *, without=()):
    """
    The recorded internet of the region, with some addresses that do not answer.

    The registry's site is answered as it now stands on the disk, also after a publication.
    """
    bundle = json.loads(region.bundle.read_bytes())
    served = {
        f"{region.base}/{path.relative_to(region.public).as_posix()}": {
            "file": path.relative_to(region.folder).as_posix()
        }
        for path in region.public.rglob("*.json")
    }
    everything = {**bundle["http"], **served}
    pages = {url: page for url, page in everything.items() if url not in set(without)}
    return ReplayFetcher({**bundle, "http": pages}, folder=region.folder, now=region.at)


def circumstances(region, *, without=(), recipients=(), now=None):
    """
    How a badge of the region is judged by somebody far away.

    Everything comes from the recorded internet, the list of partners too, so that any of it
    can be taken away.
    """
    fetch, now = internet(region, without=without), now or region.at
    known = {"now": now, "fetch": fetch, "recipients": tuple(recipients)}
    try:
        root = region.public / FIRST_ROOT
        registry = open_registry(region.base, now=now, root=root, fetch=fetch)
    except BadgeError as error:
        return Circumstances(registry_problem=error, **known)
    return Circumstances(registry=registry, **known)
