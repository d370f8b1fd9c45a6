"""
Bring the JSON-LD contexts of ``shared/contexts`` from published packages.

Run by a developer, never by the program: ``python tools/contexts.py`` needs npm,
node and pip.  ``contexts.json`` beside this file says which tables, and from which
packages.  Each is written as plain JSON and listed in ``shared/contexts/index.json``
with its source, licence and SHA-256; ``pins.py`` holds the SHA-256 of that index.
Tables that no package publishes are written by hand in the same folder and only
listed.  ``--check`` brings everything again and says whether a byte would change.
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
from importlib.metadata import version
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent / "shared" / "contexts"

PINS = '''"""The SHA-256 of ``index.json``, which holds that of every context. Made by a tool."""

INDEX_SHA256 = "{digest}"
'''

Entry = dict[str, Any]


def unpack(source: Entry, into: Path) -> Path:
    """The folder that holds the unpacked package; each is fetched once."""
    name, release = source["package"], source["version"]
    place = into / f"{name}@{release}".replace("/", "+")
    if place.exists():
        return place
    place.mkdir()
    if source["kind"] == "npm":
        command = ["npm", "pack", "--silent", f"{name}@{release}"]
        subprocess.run(command, cwd=place, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(place.glob("*.tgz"))) as archive:
            archive.extractall(place, filter="data")
        return place
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", f"{name}=={release}"]
    subprocess.run(command, cwd=place, check=True)
    with zipfile.ZipFile(next(place.glob("*.whl"))) as archive:
        archive.extractall(place)  # noqa: S202 - zipfile keeps members inside the folder
    return place


def first_table(values: Any) -> Entry:
    """The table itself, whatever name a module exports it under."""
    if "@context" in values:
        return {"@context": values["@context"]}
    return next({"@context": v["@context"]} for v in values.values() if "@context" in v)


def from_javascript(module: Path) -> Entry:
    """The table that a CommonJS module exports."""
    script = f"process.stdout.write(JSON.stringify(require({json.dumps(str(module))})))"
    out = subprocess.run(["node", "-e", script], check=True, capture_output=True, text=True)
    return first_table(json.loads(out.stdout))


def from_python(module: Path) -> Entry:
    """The first dictionary of a Python module; the module is read, not run."""
    for statement in ast.parse(module.read_text(encoding="utf-8")).body:
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Dict):
            return first_table(ast.literal_eval(statement.value))
    raise SystemExit(f"{module.name}: no table")


def from_json(file: Path) -> Entry:
    """The table of a JSON file."""
    return first_table(json.loads(file.read_text(encoding="utf-8")))


def from_pyld(source: Entry) -> Entry:
    """A table bundled with PyLD, which must be the version that is named."""
    from pyld import BUNDLED_CONTEXTS

    if version("PyLD") != source["version"]:
        raise SystemExit(f"PyLD {version('PyLD')} is installed, {source['version']} is named")
    return from_json(BUNDLED_CONTEXTS[source["path"]])


def bring(entry: Entry, into: Path) -> str:
    """The text of one context file, as it must stand in the project."""
    source = entry["source"]
    if source["kind"] == "written":
        table = from_json(FOLDER / "files" / entry["file"])
    elif source["package"] == "PyLD":
        table = from_pyld(source)
    else:
        root = unpack(source, into) / ("package" if source["kind"] == "npm" else "")
        read = {".js": from_javascript, ".py": from_python}.get(Path(source["path"]).suffix)
        table = (read or from_json)(root / source["path"])
    if "amended" in entry:
        table["@context"].update(entry["amended"])
    return json.dumps(table, indent=1, ensure_ascii=False) + "\n"


def listed(entry: Entry, text: str) -> Entry:
    """One item of the index."""
    return {
        "urls": entry["urls"],
        "edition": entry.get("edition", "current"),
        "file": entry["file"],
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "source": entry["source"],
        "amended": sorted(entry.get("amended", ())),
        "licence": entry["licence"],
    }


def everything() -> dict[Path, str]:
    """Every file that this script writes, by path."""
    files: dict[Path, str] = {}
    index = []
    with tempfile.TemporaryDirectory() as folder:
        for entry in json.loads((HERE / "contexts.json").read_text(encoding="utf-8"))["contexts"]:
            text = bring(entry, Path(folder))
            files[FOLDER / "files" / entry["file"]] = text
            index.append(listed(entry, text))
    text = json.dumps({"contexts": index}, indent=1, ensure_ascii=False) + "\n"
    files[FOLDER / "index.json"] = text
    files[FOLDER / "pins.py"] = PINS.format(digest=hashlib.sha256(text.encode()).hexdigest())
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
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    print("changed:", ", ".join(changed) or "nothing")
    raise SystemExit(1 if check and changed else 0)


if __name__ == "__main__":
    main()
