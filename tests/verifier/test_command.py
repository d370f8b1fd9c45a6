"""``badge-verify``: one answer an input, in order, and an exit status that programs rely on."""

import json
import socket
import subprocess
import sys

import pytest
from click.testing import CliRunner

from tests.shared import older_badges
from tests.verifier.cases import LISTS, a_badge, a_list, as_bytes, entry, signed, tampered
from tests.verifier.test_report import VALIDATOR
from verifier.cli import main
from verifier.commands.inputs import inputs

AT = "2026-11-22T12:00:00Z"


@pytest.fixture(autouse=True)
def no_socket(monkeypatch):
    """Whatever a test forgets to answer is refused here, at once."""

    def refuse(*args, **kwargs):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


class Ran:
    """What one run of the command gave."""

    def __init__(self, done):
        self.status = done.exit_code
        self.out, self.err = done.stdout, done.stderr
        self.lines = done.stdout.splitlines()

    @property
    def reports(self):
        found = [json.loads(line) for line in self.lines]
        for report in found:
            assert list(VALIDATOR.iter_errors(report)) == []
        return found

    @property
    def levels(self):
        return [report["level"] for report in self.reports]


@pytest.fixture
def ran(monkeypatch):
    monkeypatch.delenv("BADGES_REGISTRY", raising=False)

    def run(*words, given=None, json_lines=True):
        options = ["--at", AT, *(["--json"] if json_lines else [])]
        done = CliRunner().invoke(main, [*options, *map(str, words)], input=given)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return Ran(done)

    return run


@pytest.fixture
def kept(tmp_path):
    """Write files: ``kept(name=content)`` gives their folder."""

    def write(**contents):
        for name, content in contents.items():
            (tmp_path / name).write_bytes(
                as_bytes(content) if not isinstance(content, bytes) else content
            )
        return tmp_path

    return write


def a_bundle(folder, **documents):
    http = {url: {"body": as_bytes(body).decode()} for url, body in documents.items()}
    bundle = {"default_dns": ["203.0.113.10"], "treat_as_public": ["203.0.113.0/24"], "http": http}
    path = folder / "bundle.json"
    path.write_text(json.dumps(bundle))
    return path


@pytest.mark.parametrize(
    ("content", "level", "status"),
    [
        (signed(), "AUTHENTIC", 5),
        (tampered(signed()), "REFUSED", 1),
        (signed(validUntil="2026-11-01T00:00:00Z"), "NOT_VALID_NOW", 1),
        (a_badge(), "UNDETERMINED", 3),
        (b"Bonjour", "UNREADABLE", 4),
    ],
)
def test_one_line_and_one_status(ran, kept, content, level, status):
    done = ran(kept(a=content) / "a", "--registry", "none")

    assert (done.levels, done.status) == ([level], status)


def test_not_theirs(ran, kept):
    done = ran(kept(a=signed()) / "a", "--recipient", "did:example:paul")

    assert (done.levels, done.status) == (["NOT_THEIRS"], 1)


@pytest.mark.parametrize(
    ("files", "status"),
    [
        ({"a": signed(), "b": signed()}, 5),
        ({"a": signed(), "b": a_badge()}, 3),
        ({"a": a_badge(), "b": tampered(signed())}, 1),
        ({"a": tampered(signed()), "b": b"Bonjour"}, 4),
    ],
)
def test_of_several_the_gravest_gives_the_status(ran, kept, files, status):
    assert ran(kept(**files)).status == status


def test_inputs_answer_in_their_order_and_a_folder_by_name(ran, kept):
    folder = kept(b=a_badge(), a=signed(), c=b"x")
    (folder / "below").mkdir()

    done = ran(folder / "c", folder, folder / "missing")

    assert [one["input"] for one in done.reports] == [
        str(folder / name) for name in ("c", "a", "b", "c", "missing")
    ]
    assert done.levels == ["UNREADABLE", "AUTHENTIC", "UNDETERMINED", "UNREADABLE", "UNREADABLE"]
    assert done.reports[-1]["error"]["code"] == "input.no-file"


def test_an_empty_folder_has_no_answer_and_is_not_good(ran, tmp_path):
    done = ran(tmp_path)

    assert (done.lines, done.status) == ([], 4)


def test_stdin(ran):
    done = ran("-", given=as_bytes(signed()))

    assert [(one["input"], one["level"]) for one in done.reports] == [("-", "AUTHENTIC")]


def test_an_address(ran, kept):
    folder = kept()
    url = "https://badges.example/a/1"

    done = ran(url, "--replay", a_bundle(folder, **{url: signed()}))

    assert done.levels == ["AUTHENTIC"]
    assert done.reports[0]["requests"] == [url]


def test_a_name_that_is_no_text_is_still_one_line(ran, tmp_path):
    name = b"badge-\xff.json".decode("utf-8", "surrogateescape")
    (tmp_path / name).write_bytes(as_bytes(signed()))

    assert ran(tmp_path).levels == ["AUTHENTIC"]
    assert "badge-" in ran(tmp_path, tmp_path / name, json_lines=False).out


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_for_people(ran, kept, lang):
    done = ran(kept(a=signed()) / "a", "--lang", lang, json_lines=False)

    assert done.status == 5
    assert {"fr": "Structure pas vérifiée", "en": "not checked"}[lang] in done.out


def test_several_answers_for_people_say_whose_they_are(ran, kept):
    folder = kept(a=signed(), b=a_badge())

    out = ran(folder, json_lines=False).out

    assert out.index(str(folder / "a")) < out.index(str(folder / "b"))


class TestNetwork:
    def test_offline_nothing_is_asked(self, ran, kept):
        folder = kept(a=signed(credentialStatus=entry()), b=older_badges.assertion())

        done = ran(folder / "a", folder / "b", "https://badges.example/a/1", "--offline")

        assert done.levels == ["UNDETERMINED"] * 3
        assert [one["requests"] for one in done.reports] == [[], [], []]

    def test_a_recording_is_judged_as_the_network_was(self, ran, kept):
        folder = kept(a=signed(credentialStatus=entry()))
        first = a_bundle(folder, **{LISTS: a_list(5)})
        kept_for_later = folder / "evidence.json"

        before = ran(folder / "a", "--replay", first, "--record", kept_for_later)
        first.unlink()
        after = ran(folder / "a", "--replay", kept_for_later)

        assert before.levels == ["NOT_VALID_NOW"]
        assert after.reports == before.reports

    @pytest.mark.parametrize("text", ["", "[]", '{"http": 3}', '{"dns": {"a": 3}}'])
    def test_a_recording_that_cannot_be_read_is_wrong_usage(self, ran, kept, text):
        folder = kept(a=signed(), bundle=text.encode() or b" ")

        done = ran(folder / "a", "--replay", folder / "bundle")

        assert (done.status, done.lines) == (2, [])
        assert "fetch.bundle-invalid" in done.err


class TestRegistry:
    def test_a_badge_of_the_region(self, ran, region):
        badge = region.badge("amina-ordinateur.png")
        whose = (word for who in badge.recipients for word in ("--recipient", who))
        file = region.folder / "badges" / badge.file

        done = ran(file, "--registry", region.folder, "--replay", region.bundle, *whose)

        assert (done.levels, done.status) == (["TRUSTED"], 0)
        assert done.reports[0]["registry"]["partners"] == len(region.partners)
        assert done.reports[0]["recognised_by"]

    def test_one_from_the_environment(self, ran, region, monkeypatch):
        monkeypatch.setenv("BADGES_REGISTRY", str(region.folder))

        done = ran(region.folder / "badges/amina-ordinateur.png", "--replay", region.bundle)

        assert done.levels == ["TRUSTED"]

    def test_over_the_network_it_needs_its_first_root(self, ran, region, tmp_path):
        bundle = json.loads(region.bundle.read_bytes())
        bundle["http"] |= {
            f"{region.base}/{path.relative_to(region.public).as_posix()}": {"file": str(path)}
            for path in region.public.rglob("*.json")
        }
        internet = region.folder.parent / f"{tmp_path.name}.json"
        internet.write_text(json.dumps(bundle))
        badge = region.folder / "badges/amina-ordinateur.png"
        asked = (badge, "--replay", internet, "--registry", region.base)

        without = ran(*asked)
        with_root = ran(*asked, "--registry-root", region.public / "metadata/1.root.json")

        assert (without.levels, with_root.levels) == (["UNDETERMINED"], ["TRUSTED"])

    @pytest.mark.parametrize(
        "source", ["nowhere", "http://registre.example/", "https://registre.example/"]
    )
    def test_one_that_cannot_be_read_is_not_checked(self, ran, kept, source):
        done = ran(kept(a=signed()) / "a", "--registry", source, "--offline")

        assert done.levels == ["UNDETERMINED"]
        assert done.reports[0]["registry"] is None


@pytest.mark.slow
def test_several_processes_answer_in_the_same_order(ran, kept):
    folder = kept(**{f"{n}": signed(id=f"urn:uuid:{n}") for n in range(6)}, x=b"x")

    one, four = ran(folder), ran(folder, "--jobs", "4")

    assert four.reports == one.reports
    assert four.status == one.status == 4


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--lang", "de", "x"),
        ("--at", "hier", "x"),
        ("--jobs", "0", "x"),
        ("--replay", "rien", "x"),
    ],
)
def test_wrong_usage_is_click_s_own(ran, words):
    assert ran(*words).status == 2


def test_help_has_an_example_and_the_version_is_told(ran):
    assert "$ badge-verify" in ran("--help").out
    assert "badge-verify, version" in ran("--version").out


def test_a_huge_file_costs_no_more_than_its_limit(kept):
    (given,) = inputs((str(kept(a=b"\0" * (10 * 1024 * 1024 + 500)) / "a"),))

    assert len(given.read()) == 10 * 1024 * 1024 + 1


@pytest.mark.slow
def test_the_command_itself(kept):
    program = "from verifier.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "--json", "--offline", "--at", AT, kept(a=signed()) / "a"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, len(done.stdout.splitlines()), done.stderr) == (5, 1, "")
