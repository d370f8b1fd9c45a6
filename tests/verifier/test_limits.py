"""Limits of a verification: each is tried by its name, just inside and just outside."""

import io
import zipfile
from dataclasses import replace

import pytest
from click.testing import CliRunner

from shared.fetching import Fetched
from shared.model import Achievement, AchievementSubject, Evidence
from tests.shared import older_badges
from tests.shared.hosts import Hosts
from tests.verifier.cases import NOW, circumstances, entry, found, judged, signed
from tests.verifier.judged import a_badge, a_judgement, a_verdict
from verifier.checks.check import MAX_FACT_LETTERS, as_told
from verifier.checks.content import MAX_ADDRESS_LETTERS
from verifier.checks.revocation import MAX_LISTS
from verifier.cli import MAX_JOBS, main
from verifier.hosting import MAX_PAGE_LETTERS, _beside
from verifier.verdict import Finding, Level, Outcome, Reason
from verifier.verify import INQUIRY_SECONDS, MAX_FETCHES, judge
from verifier.web.received import (
    MAX_AGAIN_BYTES,
    MAX_RECIPIENT,
    MAX_RECIPIENTS,
    Received,
    from_form,
)
from verifier.wording import in_words
from verifier.wording.badge import MAX_LINES, MAX_NAME, MAX_TEXT, cut
from verifier.wording.report import MAX_ALSO, MAX_REQUESTS

HOST = older_badges.HOST


class TestChecks:
    @pytest.mark.parametrize("more", [0, 1])
    def test_letters_that_an_answer_quotes(self, more):
        facts = {"list": "x" * (MAX_FACT_LETTERS + more)}
        finding = Finding(check="x", code="x", outcome=Outcome.PASSED, facts=facts)

        assert len(as_told(finding).facts["list"]) == MAX_FACT_LETTERS

    @pytest.mark.parametrize("more", [0, 1])
    def test_letters_of_the_address_of_a_schema(self, more):
        address = "https://x.example/".ljust(MAX_ADDRESS_LETTERS + more, "x")

        verdict = judged(signed(credentialSchema={"id": address, "type": "JsonSchema"}))
        told = next(one for one in verdict.findings if one.check == "content.schema")

        assert [len(fact) for fact in told.facts.values()] == [MAX_ADDRESS_LETTERS]

    @pytest.mark.parametrize(
        ("count", "code"), [(MAX_LISTS, "status.unreachable"), (MAX_LISTS + 1, "status.unknown")]
    )
    def test_lists_of_one_badge(self, count, code):
        entries = [entry(url=f"https://listes.example/{n}") for n in range(count)]
        internet = {f"https://listes.example/{n}": Hosts.DOWN for n in range(count)}

        verdict = judged(signed(credentialStatus=entries), internet)

        assert found(verdict, "status.revocation")[1] == code
        assert verdict.level is Level.UNDETERMINED


class TestSeveral:
    """A zip of badges shares one inquiry, larger and longer than that of one badge."""

    @staticmethod
    def archive(count):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as files:
            for number in range(count):
                files.writestr(f"{number:02}.txt", f"{HOST}/a/{number}.json")
        return packed.getvalue()

    @pytest.mark.parametrize(("count", "asked"), [(MAX_FETCHES, MAX_FETCHES), (60, MAX_FETCHES)])
    def test_questions(self, count, asked):
        hosts = Hosts({})

        judge(self.archive(count), replace(circumstances(), fetch=hosts))

        assert len(hosts.asked) == asked

    @pytest.mark.parametrize(("before_last", "asked"), [(0.1, 3), (0.0, 2)])
    def test_seconds(self, monkeypatch, before_last, asked):
        hosts, spent = Hosts({}), (INQUIRY_SECONDS - before_last) / 2
        elapsed = [0.0]

        def slow(url, **asking):
            elapsed[0] += spent
            return hosts(url, **asking)

        monkeypatch.setattr("shared.fetching.inquiry.time.monotonic", lambda: elapsed[0])
        judge(self.archive(3), replace(circumstances(), fetch=slow))

        assert len(hosts.asked) == asked


class TestPages:
    @pytest.mark.parametrize(("more", "seen"), [(0, 1), (1, 0)])
    def test_letters_of_a_page_for_people(self, more, seen):
        link = b'<link rel="alternate" type="application/json" href="/badge.json">'
        body = b" " * (MAX_PAGE_LETTERS - len(link) + more) + link
        page = Fetched(
            url=HOST, body=body, content_type="", fetched_at=NOW, location=f"{HOST}/page"
        )

        assert len(_beside(page)) == seen

    @pytest.mark.parametrize(
        ("size", "again"), [(MAX_AGAIN_BYTES, True), (MAX_AGAIN_BYTES + 1, False)]
    )
    def test_bytes_that_go_along_with_an_answer(self, size, again):
        assert bool(Received(content=b"x" * size, name="x").again) is again

    def test_people_who_are_asked_for(self):
        asked = ["x" * (MAX_RECIPIENT + 1), *(str(n) for n in range(MAX_RECIPIENTS))]

        recipients = from_form(a_form(text="{}", recipient=asked)).recipients

        assert recipients == ("x" * MAX_RECIPIENT, "0", "1", "2", "3")

    @pytest.mark.parametrize(("jobs", "status"), [(MAX_JOBS, 4), (MAX_JOBS + 1, 2)])
    def test_processes(self, tmp_path, jobs, status):
        (tmp_path / "x.json").write_text("x")
        asked = ["--registry", "none", "--json", "--jobs", str(jobs), str(tmp_path / "x.json")]

        assert CliRunner().invoke(main, asked).exit_code == status


class TestWords:
    @pytest.mark.parametrize("more", [0, 1])
    def test_letters_of_a_name_and_of_a_text(self, more):
        badge = a_badge(evidence=(Evidence(narrative="t" * (MAX_TEXT + more)),))

        (told,) = worded(a_judgement(a_verdict(credential=badge))).badge.evidence

        assert (len(told), told.endswith("…")) == (MAX_TEXT, bool(more))
        assert len(cut("n" * (MAX_NAME + more))) == MAX_NAME

    @pytest.mark.parametrize("count", [MAX_LINES, MAX_LINES + 1])
    def test_lines_of_a_list(self, count):
        achievement = Achievement(id="urn:x", criteria_narrative="a\n" * count)
        badge = a_badge(
            subject=AchievementSubject(achievement=achievement),
            evidence=tuple(Evidence(narrative="b") for _ in range(count)),
        )

        told = worded(a_judgement(a_verdict(credential=badge))).badge

        assert (len(told.criteria), len(told.evidence)) == (MAX_LINES, MAX_LINES)

    @pytest.mark.parametrize("count", [MAX_ALSO, MAX_ALSO + 1])
    def test_what_else_is_wrong(self, count):
        codes = ("status.unknown", "key.unproven", "recipient.not-comparable")
        reasons = (
            Reason.STATUS_NOT_CHECKED,
            Reason.ISSUER_UNPROVEN,
            Reason.RECIPIENT_NOT_CHECKED,
        )
        first = Finding(
            check="integrity.proof",
            code="proof.none",
            outcome=Outcome.NOT_CHECKED,
            reasons=(Reason.NO_PROOF,),
        )
        others = [
            replace(first, check=f"x.{code}", code=code, reasons=(reason,))
            for code, reason in zip(codes[:count], reasons[:count], strict=True)
        ]
        verdict = a_verdict(
            Level.UNDETERMINED, Reason.NO_PROOF, *reasons[:count], findings=(first, *others)
        )

        assert len(worded(a_judgement(verdict)).also) == MAX_ALSO

    @pytest.mark.parametrize("count", [MAX_REQUESTS, MAX_REQUESTS + 1])
    def test_addresses_that_are_shown(self, count):
        addresses = tuple(f"https://a.example/{n}" for n in range(count))

        told = worded(a_judgement(a_verdict(), requests=addresses))

        assert sum("a.example" in one.value for one in told.specialist) == MAX_REQUESTS


def worded(judgement):
    return in_words(judgement, "fr")


def a_form(**fields):
    from werkzeug.test import EnvironBuilder
    from werkzeug.wrappers import Request

    return Request(EnvironBuilder(method="POST", data=fields).get_environ())
