"""
The public and the hostile corpora, judged by the rules of the script that stands beside them.

That script starts a process for each case; here the same cases are judged in this one, by
its own reading of what was wanted.  No genuine badge is refused, nothing false is called good.
"""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from shared.fetching import ReplayFetcher
from shared.times import parse_instant
from tests.verifier.test_report import VALIDATOR
from trust_registry.client import open_registry
from verifier.circumstances import Circumstances
from verifier.report import as_json
from verifier.verify import judge

HERE = Path(__file__).parents[3] / "shared"
PUBLIC = {"default_dns": ["203.0.113.10"], "dns": {}, "treat_as_public": ["203.0.113.0/24"]}

WANTED_OTHERWISE = {
    "img-18-text-chunk": "no proof at all is undetermined, also in an unusual chunk",
    "jsonld-06-remote-context": "words that we do not know are not checked; many issuers have some",
}
"""Where the design says another thing than the corpus; each is no good news all the same."""


@pytest.fixture(scope="module")
def score(corpora):
    """The script that says what is right."""
    spec = importlib.util.spec_from_file_location("score", corpora / "score.py")
    script = importlib.util.module_from_spec(spec)
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    spec.loader.exec_module(script)
    sys.dont_write_bytecode = before
    return script


@pytest.fixture(scope="module")
def hostile(corpora, tmp_path_factory):
    """The hostile corpus, made here."""
    folder = tmp_path_factory.mktemp("hostile")
    script = corpora / "hostile" / "make_hostile.py"
    quiet = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, script, folder], check=True, capture_output=True, env=quiet)
    return folder


@pytest.fixture(scope="module")
def network(hostile):
    """The list of partners that the hostile corpus is judged with."""
    expected = json.loads((hostile / "expected.json").read_text("utf-8"))
    members = hostile / "members.json"
    since = {"badges": ["*"], "from": "2020-01-01T00:00:00Z"}
    members.write_text(json.dumps([one | since for one in expected["trusted_issuers"]]))
    command = [
        Path(sys.executable).parent / "badge-registry", "demo", hostile / "registry",
        "--members", members, "--at", expected["clock"],
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    return hostile / "registry"


def reported(received, known):
    report = json.loads(json.dumps(as_json(judge(received, known), input_name="case")))
    assert list(VALIDATOR.iter_errors(report)) == []
    return report


def published_cases(score, corpora):
    manifest = json.loads((corpora / "conformance/manifest.json").read_text("utf-8"))
    for case in manifest["cases"]:
        inputs = case.get("inputs") or {}
        lonely = case["kind"] == "bitstring-status" and not inputs.get("documents")
        if case["kind"] in score.UNIT_ONLY or inputs.get("public_key_jwk") or lonely:
            continue
        advice = ("data-image", "extension-node-invalid")
        if case["id"].startswith("1edtech-ob20-assertion-with-") and case["id"].endswith(advice):
            case["expect"] = "warning"
        yield case


def documents_of(case, score, root, file):
    inputs = case.get("inputs") or {}
    http = {
        url: {"file": str(root / path)} for url, path in (inputs.get("documents") or {}).items()
    }
    http |= score.hosted_at(file, http)
    named = inputs.get("did_documents") or []
    for path in named.values() if isinstance(named, dict) else named:
        did = json.loads((root / path).read_text("utf-8"))["id"]
        http[score.did_url(did)] = {"file": str(root / path)}
    return http


@pytest.mark.slow
def test_the_public_cases(score, corpora, portion, today, tmp_path):
    root, wrong = corpora / "conformance", []
    for case in portion(published_cases(score, corpora)):
        file = root / case["file"]
        if case.get("mutate"):
            changed = tmp_path / file.name
            document = score.patch(json.loads(file.read_text("utf-8")), case["mutate"])
            changed.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
            file = changed
        bundle = {**PUBLIC, "http": documents_of(case, score, root, file)}
        fetch = ReplayFetcher(bundle, folder=root, now=today)
        report = reported(file.read_bytes(), Circumstances(now=today, fetch=fetch))
        if why := score.judge_conformance(case, report):
            wrong.append(f"{case['id']}: {why}")
    assert wrong == []


@pytest.mark.slow
def test_the_hostile_cases(score, hostile, network, portion):
    expected = json.loads((hostile / "expected.json").read_text("utf-8"))
    internet = json.loads((hostile / "network.json").read_text("utf-8"))
    internet["treat_as_public"] = expected["treat_as_public"]
    now = parse_instant(expected["clock"])
    registry = open_registry(str(network), now=now)
    wrong = []
    controls = [case for case in expected["cases"] if case["id"].startswith("control-")]
    drawn = {case["id"]: case for case in [*controls, *portion(expected["cases"])]}
    for case in drawn.values():
        asked = case.get("checks") or {}
        known = Circumstances(
            now=now,
            fetch=ReplayFetcher(internet, folder=hostile, now=now),
            registry=registry,
            recipients=tuple(expected["recipient"].values()),
            challenge=asked.get("challenge"),
            domain=asked.get("domain"),
        )
        report = reported((hostile / case["file"]).read_bytes(), known)
        if not is_right(case, report, score):
            wrong.append(f"{case['id']}: {report['level']} {report['reasons']}, {case['outcome']}")
        assert not set(asked.get("no_request", [])) & set(report["requests"]), case["id"]
    assert wrong == []


def is_right(case, report, score):
    """What the script asks of a hostile case."""
    levels = {
        "rejected": {"UNREADABLE", "REFUSED"},
        "not-valid": {"REFUSED", "NOT_VALID_NOW", "NOT_THEIRS", "UNREADABLE"},
        "valid-but-warned": {"AUTHENTIC", "UNDETERMINED", "NOT_VALID_NOW"},
        "valid": {"TRUSTED"},
    }
    classes = [case["outcome"], *case.get("also_ok", [])]
    level = report["level"]
    if level in set().union(*(levels[one] for one in classes)):
        return True
    if level == "TRUSTED":
        warned = any(one["outcome"] in ("warning", "not_checked") for one in report["checks"])
        return warned and "valid-but-warned" in classes
    cannot = case["id"].startswith((*score.CANNOT_BE_HAD, *WANTED_OTHERWISE))
    return level == "UNDETERMINED" and cannot
