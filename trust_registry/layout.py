"""
Where everything stands in the folder of a registry, for its writer and its reader.

``public/`` is all that is served, by any host of files; ``keys/`` never is.  Numbered and
hashed files never change once written (design TRUST-REGISTRY 3.5).
"""

import re

PUBLIC = "public"
KEYS = "keys"
METADATA = "metadata"
TARGETS = "targets"

MEMBERS = "members.json"
CATALOGUE = "catalogue.json"

ROOT = "root"
HUB = "targets"
"""The role that signs the members and the catalogue, and hands a folder to each partner."""
SNAPSHOT = "snapshot"
TIMESTAMP = "timestamp"
RESERVED = frozenset({ROOT, HUB, SNAPSHOT, TIMESTAMP})
"""Names of roles, which no member can bear."""

PUBLISHED_FIELD = "x-published"
"""In each signed file: the instant it was written, as RFC 3339 text."""
NAME_FIELD = "x-registry"
"""In what ``root`` and ``targets`` sign: the name of the registry, for people."""

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""A path in the registry is a pattern, so a name holds nothing that a pattern means."""
LEAST_SLUG, MOST_SLUG = 2, 60


def is_slug(text: str) -> bool:
    """Whether a text can name a folder of the registry: ``[a-z0-9-]``, 2 to 60 of them."""
    fits = LEAST_SLUG <= len(text) <= MOST_SLUG
    return fits and SLUG.fullmatch(text) is not None and text not in RESERVED


def folder_pattern(slug: str) -> str:
    """The paths that a partner signs for, and nobody else does."""
    return f"partners/{slug}/*"


def entry_path(slug: str) -> str:
    """The entry of a partner, as its role names it."""
    return f"partners/{slug}/entry.json"


def list_path(slug: str, name: str) -> str:
    """A status list of a partner, as its role names it."""
    return f"partners/{slug}/{name}.json"


def did_document_file(slug: str) -> str:
    """The plain copy of a partner's keys, below ``public/``."""
    return f"p/{slug}/did.json"


def list_file(slug: str, name: str) -> str:
    """The plain copy of a status list, below ``public/``; also the end of its address."""
    return f"p/{slug}/status/{name}.json"


def list_address(base: str, slug: str, name: str) -> str:
    """The address of a status list, as badges name it."""
    return f"{base.rstrip('/')}/{list_file(slug, name)}"


def pathway_address(base: str, pathway_id: str) -> str:
    """The address of a pathway, as recognitions name it."""
    return f"{base.rstrip('/')}/pathways/{pathway_id}"


def partner_did(base: str, slug: str) -> str:
    """The did:web of a partner whose keys are published on the registry's site."""
    host, _, path = base.rstrip("/").partition("://")[2].partition("/")
    steps = [host.replace(":", "%3A"), *(step for step in path.split("/") if step), "p", slug]
    return "did:web:" + ":".join(steps)
