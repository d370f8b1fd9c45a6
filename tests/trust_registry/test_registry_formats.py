"""docs/registry.md, for developers: the formats it tells are those that the code writes."""

import json
import re
from dataclasses import fields
from fnmatch import fnmatchcase
from importlib.resources import files

import pytest

from shared.times import parse_instant
from tests.house.fluent_words import said
from tests.house.sources import REPO
from tests.trust_registry import network, past
from tests.trust_registry.network import TODAY
from trust_registry import entries, layout, members, places, query
from trust_registry.audit import Outcome, audit
from trust_registry.catalogue import BadgeEntry, Catalogue, EvidenceKind, Pathway, Rule, Status
from trust_registry.client.reading import read_list
from trust_registry.commands.auditing import EXIT_FOR, as_json
from trust_registry.entries import EndReason
from trust_registry.model import Assurance, Kind, Role
from trust_registry.publishing import signed_files
from trust_registry.publishing.edition import Edition

PAGE = (REPO / "docs/registry.md").read_text(encoding="utf-8")
PART = re.split(r"\n## (?!#)", PAGE.partition("\n## Pour les développeurs\n")[2])[0]
BLOCK = re.compile(r"<!-- read by: (\w+) -->\n```json\n(.*?)```", re.DOTALL)
BLOCKS = {name: json.loads(text) for name, text in BLOCK.findall(PART)}


def section(title):
    return PART.partition(f"\n### {title}\n")[2].partition("\n### ")[0]


def rows(text, header):
    """The cells of the table whose first column has this header."""
    lines = text.partition(f"| {header} |")[2].splitlines()[2:]
    found = []
    for line in lines:
        if not line.startswith("|"):
            break
        found.append([cell.strip() for cell in line.strip("|").split(" | ")])
    return found


def named(text, header):
    return [row[0].strip("` ") for row in rows(text, header)]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("formats") / "registry"
    past.make(folder)
    return folder


def pattern(path):
    """A path of the page as a pattern of names."""
    text = path.replace("SLUG", "*").replace("NAME", "*")
    return re.sub(r"(^|/)[NH]\.", r"\1?*.", text)


def test_every_file_that_is_served_stands_in_the_table_and_every_row_is_a_file(made):
    table = rows(section("The folder that is served"), "path")
    patterns = [pattern(one) for row in table for one in re.findall(r"`([^`]+)`", row[0])]
    public = made / layout.PUBLIC
    served = [file.relative_to(public).as_posix() for file in public.rglob("*") if file.is_file()]

    assert [one for one in served if not any(fnmatchcase(one, p) for p in patterns)] == []
    assert [p for p in patterns if not any(fnmatchcase(one, p) for one in served)] == []


def test_who_signs_and_for_how_long(made):
    told = {row[0].strip("`"): [int(one) for one in row[1:]] for row in rows(PART, "role")}
    root = Edition.load(made).root.signed
    days = {
        layout.ROOT: signed_files.ROOT_DAYS,
        layout.HUB: signed_files.HUB_DAYS,
        layout.SNAPSHOT: signed_files.ONLINE_DAYS,
        layout.TIMESTAMP: signed_files.ONLINE_DAYS,
    }

    for role, lasting in days.items():
        known = root.roles[role]
        assert told[role] == [len(known.keyids), known.threshold, lasting]
    assert told["a partner"] == [1, 1, signed_files.PARTNER_DAYS]


def test_the_fields_of_members(made):
    (member, *_) = members.to_json(read_list(made, now=TODAY)[1].members)["members"]
    told = section("members.json")

    assert named(told, "field") == list(member)
    for choices in (Kind, Role, Assurance):
        assert [one for one in choices if f"`{one}`" not in told] == []


def test_the_fields_of_an_entry():
    entry = entries.to_json(network.library_entry())
    told = section("entry.json")

    assert sorted(named(told, "field")) == sorted(set(entry) - {"format"})
    assert [one for one in entry["awarders"][0] if f"`{one}`" not in told] == []
    assert [one for one in EndReason if f"`{one}`" not in told] == []
    assert [one for one in places.FIELDS if f"`{one}`" not in told] == []


def test_the_fields_of_the_catalogue():
    told = section("catalogue.json")

    assert named(told, "field of a badge") == [one.name for one in fields(BadgeEntry)]
    assert named(told, "field of a pathway") == [one.name for one in fields(Pathway)]
    for known in ([one.name for one in fields(Catalogue)], EvidenceKind, Rule, Status):
        assert [one for one in known if f"`{one}`" not in told] == []


def test_the_examples_are_read_by_the_code():
    assert members.to_json(members.from_json(BLOCKS["members"])) == BLOCKS["members"]
    assert entries.to_json(entries.from_json(BLOCKS["entry"])) == BLOCKS["entry"]
    asked = query.read_query(BLOCKS["question"], now=TODAY)
    assert asked.time == parse_instant(BLOCKS["question"]["context"]["time"])


def test_the_questions_are_those_that_are_described():
    source = files("trust_registry.web").joinpath("openapi.json")
    described = set(json.loads(source.read_bytes())["paths"])
    told = section("Questions over http (TRQP v2)")

    assert {
        one.partition("?")[0] for one in re.findall(r"`(?:POST|GET) (/\S+)`", told)
    } >= described
    assert f"`{query.ISSUE}`" in told
    assert f"`{query.RECOGNISE}`" in told


def test_the_answer_of_the_audit(made):
    answer = as_json(audit(made, now=past.LATEST, pages=False))
    told = section("badge-registry audit --json")

    for known in (answer, answer["events"][0], answer["events"][0]["signed_by"]):
        assert [one for one in known if f"`{one}`" not in told] == []
    for outcome in Outcome:
        assert f"`{outcome}`" in told
        assert f"({EXIT_FOR[outcome].value})" in told or f"status {EXIT_FOR[outcome].value}" in told


PIECES = {
    "progress", "editions", "day", "signed", "role", "denied", "kind", "badges", "until", "end",
    "part", "too-large",
}  # fmt: skip
"""Words of the audit that are no event and no remark."""


def test_the_codes_of_the_audit():
    listed = re.findall(r"`(audit\.[\w.-]+)`", section("badge-registry audit --json"))
    words = {one.id for one in said("trust_registry", "fr") if one.id.startswith("audit-")}
    pieces = {f"audit-{one}" for one in PIECES} | {one for one in words if "outcome" in one}

    assert len(listed) == len(set(listed))
    assert {one.replace(".", "-", 1) for one in listed} == words - pieces
