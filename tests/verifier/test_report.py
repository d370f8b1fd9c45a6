"""The report for programs: every one has the form of the schema, and shows no more than it may."""

import io
import json
import subprocess
import sys
import zipfile
from dataclasses import replace
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from tests.shared import older_badges
from tests.shared.hosts import Hosts
from tests.shared.pictures import itxt, png
from tests.shared.signers import did_key
from tests.verifier import judged
from tests.verifier.cases import (
    HOLDER,
    LISTS,
    Network,
    a_badge,
    a_list,
    as_bytes,
    circumstances,
    entry,
    presented,
    signed,
    tampered,
)
from tests.workshop import circumstances as in_the_region
from trust_registry.demo.told import story
from verifier.checks import CHECKS
from verifier.report import as_json
from verifier.verdict import Level, Outcome, Reason
from verifier.verify import judge

SCHEMA = json.loads(files("verifier").joinpath("report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
BY_THE_WALLET = {Reason.DUPLICATE, Reason.NEWER}


def told(received, internet=None, **more):
    """The report on something, as a program gets it: through the text of JSON."""
    judgement = judge(received, circumstances(internet, **more))
    report = json.loads(json.dumps(as_json(judgement, input_name="badge.png")))
    assert list(VALIDATOR.iter_errors(report)) == []
    return report


def packed(*bodies):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as zipped:
        for number, body in enumerate(bodies):
            zipped.writestr(f"{number}", body)
    return archive.getvalue()


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


def test_its_closed_lists_are_those_of_the_program():
    report, check = SCHEMA["$defs"]["report"]["properties"], SCHEMA["$defs"]["check"]["properties"]

    assert report["level"]["enum"] == list(Level)
    assert set(report["reasons"]["items"]["enum"]) == set(Reason) - BY_THE_WALLET
    assert check["outcome"]["enum"] == list(Outcome)
    assert set(check["id"]["enum"]) == {one.id for one in CHECKS}


@pytest.mark.parametrize(
    ("received", "internet", "level"),
    [
        (as_bytes(signed()), {}, "TRUSTED"),
        (png(itxt(json.dumps(signed(credentialStatus=entry())))), {LISTS: a_list()}, "TRUSTED"),
        (as_bytes(tampered(signed())), {}, "REFUSED"),
        (as_bytes(a_badge()), {}, "UNDETERMINED"),
        (as_bytes(older_badges.assertion()), older_badges.site(), "TRUSTED"),
        (as_bytes(older_badges.assertion()), {}, "UNDETERMINED"),
        (as_bytes(presented(signed(), signed())), {}, "TRUSTED"),
        (packed(as_bytes(signed()), b"x", as_bytes(presented(signed()))), {}, "TRUSTED"),
        (b"https://badges.example/a/1", {}, "UNDETERMINED"),
        (b"", {}, "UNREADABLE"),
        (packed(), {}, "UNREADABLE"),
        (as_bytes({"a": 1}), {}, "UNREADABLE"),
    ],
    ids=["a badge", "in a picture", "changed", "unsigned", "hosted", "not had",
         "shown by its holder", "a zip", "an address", "nothing", "an empty zip", "something else"],
)  # fmt: skip
def test_every_report_has_the_form_of_the_schema(received, internet, level):
    report = told(received, internet, registry=Network())

    assert report["level"] == level
    assert report["input"] == "badge.png"
    ids = [check["id"] for check in report["checks"]]
    assert ids
    assert len(ids) == len(set(ids))


def test_every_badge_of_the_region_has_a_report_of_that_form(region):
    for one in story().badges:
        judgement = judge(region.badge(one.file).content, in_the_region(region))
        report = json.loads(json.dumps(as_json(judgement, input_name=one.file)))
        assert list(VALIDATOR.iter_errors(report)) == []


def test_a_report_says_what_was_read_and_how():
    report = told(png(itxt(json.dumps(signed()))), registry=Network())

    assert report["format"] == {
        "open_badges": "3.0",
        "data_model": "vcdm-2.0",
        "container": "png",
        "proofs": ["eddsa-jcs-2022"],
    }
    assert report["registry"] == {
        "name": "Réseau", "date": "2026-11-20T00:00:00Z", "partners": 3,
    }  # fmt: skip
    assert [one["name"] for one in report["recognised_by"]] == ["Fablab"]
    assert [one["id"] for one in report["checks"]] == [check.id for check in CHECKS]


def test_the_name_of_the_registry_stands_beside_the_one_in_the_badge():
    issuer = told(as_bytes(signed()), registry=Network())["credential"]["issuer"]

    assert (issuer["name"], issuer["registry_name"]) == (
        "Mission locale", "Mission locale de l’Ornaize",
    )  # fmt: skip


def test_nothing_that_was_typed_comes_back():
    asked = "quelquun.dautre@example.org"

    for document in (signed(), older_badges.assertion()):
        report = told(as_bytes(document), older_badges.site(), recipients=(asked, "Amina"))
        assert asked not in json.dumps(report)


def test_a_refused_badge_shows_nothing_of_itself():
    report = told(as_bytes(tampered(signed())), registry=Network())

    text = json.dumps(report, ensure_ascii=False)
    assert "Ingénieur" not in text
    assert report["credential"] is None
    assert report["format"]["open_badges"] == "3.0"
    assert did_key(HOLDER) not in text
    assert "camille" not in text
    assert "2026-02-01" not in text


def test_what_is_missing_is_told_as_a_problem_that_programs_know():
    report = told(as_bytes(signed(credentialStatus=entry())), {LISTS: Hosts.DOWN})

    (check,) = [one for one in report["checks"] if one["id"] == "status.revocation"]
    assert check["problems"] == [
        {
            "type": "https://www.w3.org/ns/credentials/status-list#STATUS_RETRIEVAL_ERROR",
            "title": "status.unreachable",
            "detail": "fetch.unreachable",
        }
    ]
    assert report["requests"] == [LISTS]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_what_passed_has_no_problem(check):
    report = told(as_bytes(signed()), registry=Network())

    (found,) = [one for one in report["checks"] if one["id"] == check.id]
    assert (found["outcome"] in ("passed", "not_applicable")) == (found["problems"] == [])


def test_no_language_is_loaded_for_it():
    program = (
        "import sys, verifier.report, verifier.cli;"
        "print(sorted({'fluent', 'babel', 'flask', 'PIL', 'tuf', 'sqlite3'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("level", [Level.REFUSED, Level.UNREADABLE])
def test_nothing_of_a_bad_badge_is_told_even_if_a_verdict_held_it(level):
    verdict = replace(judged.a_verdict(), level=level)

    assert as_json(judged.a_judgement(verdict), input_name="x")["credential"] is None
