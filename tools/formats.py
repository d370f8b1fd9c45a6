"""
Write ``docs/formats.md``: what is read and verified, as the code has it.

Each line comes from the table the program itself works from, or from a small badge that
the program reads here.  ``tests/shared/test_formats.py`` compares the file with what
this makes.

Example:
    $ python -m tools.formats
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from shared import contexts, dids
from shared.baking import png, svg
from shared.dids import methods
from shared.keys import ALGORITHMS, MIN_RSA_BITS, KeyKind
from shared.model import Credential
from shared.parsing import clr2, ob2, parse
from shared.picture import MAX_MEAN, MAX_PART
from shared.presentations import LIFE
from shared.proofs.data_integrity import SIGNS_WITH
from shared.proofs.suites import SUITES
from shared.schemas import SHIPPED
from shared.several import MAX_LISTED
from shared.status import bitstring, list_2021, one_ed_tech, revocation_2020
from shared.tokens import MAX_TOKEN_BYTES, token_of
from verifier.refreshing import SERVICE
from verifier.supporting import MAX_ENDORSEMENTS

FILE = Path(__file__).resolve().parent.parent / "docs" / "formats.md"
VC1, VC2 = "https://www.w3.org/2018/credentials/v1", "https://www.w3.org/ns/credentials/v2"
OB3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
CLR = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
HERE = "https://x.example/"
PERSON = {"recipient": {"type": "email", "hashed": False, "identity": "x@x.example"}, "badge": HERE}
HOSTED = {**PERSON, "type": "Assertion", "id": HERE, "verification": {"type": "hosted"}}
SUBJECT = {"credentialSubject": {"id": "did:example:x"}, "issuer": HERE}
BADGE = {**SUBJECT, "type": ["VerifiableCredential", "OpenBadgeCredential"]}

SMALL_BADGES = {
    "Open Badges 0.5": {
        "recipient": "x@x.example",
        "badge": {"name": "x", "issuer": {"origin": HERE, "name": "x"}},
    },
    "Open Badges 1.0": {**PERSON, "uid": "1", "verify": {"type": "hosted", "url": HERE}},
    "Open Badges 1.1": {**HOSTED, "@context": min(ob2.OB1_CONTEXTS)},
    "Open Badges 2.0": {**HOSTED, "@context": min(ob2.OB2_CONTEXTS - ob2.OB21_CONTEXTS)},
    "Open Badges 2.1": {**HOSTED, "@context": min(ob2.OB21_CONTEXTS)},
    "Open Badges 3.0, older data model": {
        **BADGE,
        "@context": [VC1, OB3],
        "issuanceDate": "2026-01-01T00:00:00Z",
    },
    "Open Badges 3.0": {**BADGE, "@context": [VC2, OB3]},
    "Comprehensive Learner Record 2.0": {
        **SUBJECT,
        "@context": [VC2, CLR, OB3],
        "type": ["VerifiableCredential", "ClrCredential"],
    },
    "a verifiable credential that is no badge": {
        **SUBJECT,
        "@context": [VC2],
        "type": ["VerifiableCredential"],
    },
}

BEGINNING = """# What is read and verified

Made from the code by `python -m tools.formats`; a test compares the two. A suite, an algorithm,
a method, a context or a list that is not on this page is said to be unknown, never to be false,
and nothing good is concluded from it.
"""


def main() -> None:
    """Write the file again."""
    FILE.write_text(text(), encoding="utf-8")


def text() -> str:
    """The whole page."""
    parts = (
        versions(),
        pictures(),
        proofs(),
        tokens(),
        hosted(),
        keys(),
        statuses(),
        beside(),
        tables(),
    )
    return "\n".join([BEGINNING, *("\n".join(part) + "\n" for part in parts)])


def versions() -> Iterator[str]:
    """One line for each version, read from a small badge of it."""
    yield "## Versions\n"
    yield "A version is told by what the badge says, never by the name of its file.\n"
    yield from header("a badge of", "is shown as", "data model", "how it is proven")
    for name, document in SMALL_BADGES.items():
        credential = parse(token_of(json.dumps(document), container="text"))
        yield row(name, credential.open_badges or "-", credential.data_model, proof_of(credential))
    yield ""
    yield f"A record or a presentation may hold {clr2.MAX_PARTS} credentials, each judged apart."


def proof_of(credential: Credential) -> str:
    """How a badge of this kind can be proven."""
    if credential.data_model.startswith("vcdm"):
        return "embedded proofs, or a token"
    if credential.hosted_at is None:
        return "hosted, when it was had from its address"
    return "hosted, or signed as a token"


def pictures() -> Iterator[str]:
    """Where a badge stands in a picture."""
    yield "## Pictures and files\n"
    yield from header("version baked", "PNG keyword (iTXt)", "SVG namespace")
    for version, keyword in png.KEYWORD_OF_VERSION.items():
        yield row(version, code(keyword.decode()), code(svg.NAMESPACE_OF_VERSION[version]))
    keywords = ", ".join(code(keyword.decode()) for keyword in png.KEYWORDS)
    yield ""
    yield f"Read in PNG: iTXt (packed or not), tEXt and zTXt under the keywords {keywords}."
    yield "A badge is also read from JSON, a compact token, an envelope around one, an https"
    yield "address, a QR code in a picture, the information or XMP of a PDF, a page that carries"
    yield "it along, a `data:` address, a list or a program's answer with up to"
    yield f"{MAX_LISTED} badges, and a zip of any of these."
    yield f"Its text may have {MAX_TOKEN_BYTES} bytes."


def proofs() -> Iterator[str]:
    """One line for each suite of embedded proofs."""
    yield "## Embedded proofs\n"
    yield from header("suite", "keys", "made into bytes by", "signature in", "also signed with")
    for suite in SUITES.values():
        way = "JSON-LD, RDFC-1.0" if suite.uses_json_ld else "JSON, JCS"
        signs = "yes" if suite.name in SIGNS_WITH else "no"
        yield row(code(suite.name), *(joined(suite.kinds), way, code(suite.member), signs))
    yield ""
    yield "Every proof that can be checked must hold. Sets and chains (`previousProof`) are read."


def tokens() -> Iterator[str]:
    """One line for each algorithm of tokens."""
    yield "## Tokens\n"
    yield from header("`alg`", "key")
    for algorithm, kind in ALGORITHMS.items():
        yield row(code(algorithm), kind.value)
    yield ""
    yield "VC-JWT with the credential as payload or under `vc`. `none`, shared secrets, `crit`,"
    yield "`b64`, `zip` and the `typ` of other uses are refused; another `alg` is unknown."
    yield "This program signs with `EdDSA`."


def hosted() -> Iterator[str]:
    """What proves an older badge."""
    yield "## Hosted badges, and signed ones of versions 1 and 2\n"
    yield f"Hosted: `verification.type` {listed(ob2.HOSTED)}, compared without case. The copy at"
    yield "the address is the badge; the issuer's profile says where its badges may stand"
    yield "(`startsWith`, `allowedOrigins`, else its own origin).\n"
    yield f"Signed: `verification.type` {listed(ob2.SIGNED)}. The key names its owner, and the"
    yield "owner's profile lists the key; a bare PEM of version 1 counts on the issuer's origin."


def keys() -> Iterator[str]:
    """Kinds of key, their spellings, and where an issuer publishes them."""
    yield "## Keys\n"
    yield f"Kinds: {joined(KeyKind)}; RSA from {MIN_RSA_BITS} bits. Weak keys and second"
    yield "spellings of one key are refused.\n"
    yield f"Spellings: {listed(methods.SPELLINGS)}.\n"
    found = ", ".join(code(f"did:{method}") for method in dids.METHODS)
    yield f"Issuers named by {found}, or by an https address that publishes a controller"
    yield "document, `jwt-vc-issuer` metadata or `jwks.json` on its own host. A key in a fragment,"
    yield "in a token's header or on another host proves nobody."


def statuses() -> Iterator[str]:
    """One line for each kind of list of withdrawn badges."""
    yield "## Lists of withdrawn badges\n"
    yield from header("kind of entry", "read", "written")
    for module in (bitstring, list_2021, revocation_2020, one_ed_tech):
        yield row(code(module.ENTRY_TYPE), "yes", "yes" if module is bitstring else "no")
    yield row("`revocationList` of an issuer (versions 1 and 2)", "yes", "no")


def beside() -> Iterator[str]:
    """What a badge may name besides, and how far it is followed."""
    yield "## Beside the badge\n"
    yield f"Words of support, {MAX_ENDORSEMENTS} at most and one level deep:"
    yield "`EndorsementCredential` in JSON or as a token, on the badge, its achievement or its"
    yield "issuer; `Endorsement` of version 2, hosted or signed. Each is judged as a badge is, and"
    yield "must speak of this badge.\n"
    yield f"A newer copy: `{SERVICE}`, asked for once.\n"
    yield "Digests of what stands elsewhere: `digestSRI` (SHA-256, SHA-384, SHA-512) and"
    yield "`digestMultibase`.\n"
    yield "The issuer's picture, compared with the one received: a copy differs by"
    yield f"{MAX_MEAN} of 255 at most, and by {MAX_PART} in any of its parts.\n"
    yield "Schemas that are held to, and never asked for:\n"
    yield from (f"- `{address}`" for address in sorted(SHIPPED))
    yield ""
    yield "Presentations are read as JSON or as tokens, and written in both forms, for one question"
    yield f"and {int(LIFE.total_seconds()) // 60} minutes."


def tables() -> Iterator[str]:
    """Every JSON-LD context that ships."""
    yield "## JSON-LD contexts\n"
    yield "These ship with the program, and none is ever fetched.\n"
    yield from (f"- `{url}`" for url in contexts.ids())


def header(*names: str) -> Iterator[str]:
    """The head of a table."""
    yield row(*names)
    yield "|" + "---|" * len(names)


def row(*cells: str) -> str:
    """One line of a table."""
    return "| " + " | ".join(cells) + " |"


def code(name: str) -> str:
    """A name as programs write it."""
    return f"`{name}`"


def listed(names: Iterable[str]) -> str:
    """Names as programs write them, in one order."""
    return ", ".join(code(name) for name in sorted(names))


def joined(kinds: Iterable[KeyKind]) -> str:
    """Kinds of key by name."""
    return ", ".join(kind.value for kind in kinds)


if __name__ == "__main__":
    main()
