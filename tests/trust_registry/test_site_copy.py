"""The small copy of a site from which a partner publishes: what it needs, and no more."""

import shutil

import pytest

from tests.trust_registry.served import on_loopback
from trust_registry.errors import RegistryUntrusted, SiteUnread
from trust_registry.publishing.edition import Edition
from trust_registry.publishing.site_copy import MAX_FILE_BYTES, MAX_ROOTS, copy_of

SLUG = "mediatheque-clairval"


@pytest.fixture
def site(region, tmp_path):
    return shutil.copytree(region.public, tmp_path / "site")


def metadata_in(folder):
    return sorted(path.name for path in folder.rglob("metadata/*"))


def test_a_few_files_are_enough_to_read_what_is_published(region, site):
    slug = Edition.load(region.folder).slugs()[0]
    with on_loopback(site) as address, copy_of(address, slug) as folder:
        names = metadata_in(folder)
        edition = Edition.load(folder)

        assert edition.partner(slug).signed.targets
        assert len(names) == 5
        assert not any(
            other in name for name in names for other in edition.slugs() if other != slug
        )


def test_a_folder_is_itself(region):
    with copy_of(str(region.folder), SLUG) as folder:
        assert folder == region.folder


def test_nothing_stays_on_the_disk(site):
    with on_loopback(site) as address:
        with copy_of(address, SLUG) as folder:
            assert folder.is_dir()
        assert not folder.exists()


@pytest.mark.parametrize(("more", "error"), [(0, RegistryUntrusted), (1, SiteUnread)])
def test_a_file_without_end_is_not_swallowed(site, more, error):
    (site / "metadata" / "timestamp.json").write_bytes(b"x" * (MAX_FILE_BYTES + more))

    with on_loopback(site) as address, pytest.raises(error), copy_of(address, SLUG):
        pass


@pytest.mark.parametrize(("there", "taken"), [(MAX_ROOTS, MAX_ROOTS), (MAX_ROOTS + 1, MAX_ROOTS)])
def test_files_of_trust_without_end_are_not_climbed(site, there, taken):
    for number in range(2, there + 1):
        (site / "metadata" / f"{number}.root.json").write_text("{}")

    with on_loopback(site) as address, copy_of(address, SLUG) as folder:
        assert sum(name.endswith(".root.json") for name in metadata_in(folder)) == taken
