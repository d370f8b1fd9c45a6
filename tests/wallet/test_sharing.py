"""Badges are shown to whom their owner says, for as long, with what was chosen, and signed."""

import json
import re
import shutil
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner

from shared import page_to_show, reading
from tests.wallet.people import folder_of, typing
from verifier.cli import main as verify
from wallet.sharing.diary import MAX_SHOWN_LINES, Form, Shown, clear, diary, note
from wallet.sharing.presenting import MAX_AUDIENCE_LETTERS, MAX_DAYS
from wallet.spaces import open_space

pytestmark = pytest.mark.slow
FILES = ("amina-ordinateur.png", "amina-tablette.png", "amina-messagerie.svg")
OFFICE = "Mairie de Clairval"
HOSTILE = '<img src=x onerror="alert(1)">'


@pytest.fixture(scope="module")
def kept(region, today, tmp_path_factory):
    """A space with three badges of Amina, to be copied."""
    folder = tmp_path_factory.mktemp("kept") / "amina"
    type_ = typing(folder, at=today, registry=region.folder, replay=region.bundle)
    assert type_("import", *(region.folder / "badges" / name for name in FILES)).status == 0
    return folder


@pytest.fixture
def amina(region, today, tmp_path, kept):
    """Amina's wallet, with three badges in it."""
    shutil.copytree(kept, tmp_path / "amina")
    return typing(tmp_path / "amina", at=today, registry=region.folder, replay=region.bundle)


def ids(amina):
    return [one["id"] for one in amina("list", "--json").answers]


def verified(region, today, file, *more):
    """What the verifier's command answers, far from the wallet."""
    words = ["--json", "--at", today.isoformat(), "--registry", str(region.folder)]
    words += ["--replay", str(region.bundle), *map(str, more), str(file)]
    return json.loads(CliRunner().invoke(verify, words).stdout)


def test_what_is_shared_is_verified_and_each_badge_is_there(region, today, tmp_path, amina):
    out = tmp_path / "badges.json"

    done = amina("share", *ids(amina), "--for", OFFICE, out, "--json")

    report = verified(region, today, out)
    assert (done.status, done.answer["badges"]) == (0, ids(amina))
    assert done.answer["until"] == "2026-12-22T12:00:00Z"
    assert (report["level"], [part["level"] for part in report["parts"]]) == (
        "TRUSTED", ["TRUSTED"] * 3,
    )  # fmt: skip


def test_the_badges_travel_letter_for_letter(region, tmp_path, amina):
    out = tmp_path / "badges.json"

    amina("share", *ids(amina), "--for", OFFICE, out)

    written = out.read_text(encoding="utf-8")
    for name in FILES:
        assert reading.read((region.folder / "badges" / name).read_bytes()).text in written


def test_a_badge_given_to_the_space_answers_a_question_and_no_other(
    own_region, today, tmp_path, amina
):
    did = amina("did", "--json").answer["did"]
    folder = folder_of(own_region, "sandrine", tmp_path)
    known = {"at": today, "registry": own_region.folder, "replay": own_region.bundle}
    sandrine = typing(folder, **known)
    sandrine("import", own_region.folder / "badges" / "pro-sandrine-mediation.png")
    given = sandrine(
        "award", "b04", "--to", "Amina", "--did", did, "--evidence", "A classé ses photos.",
        "--out", tmp_path, "--json",
    ).answer  # fmt: skip
    mine = amina("import", given["files"]["svg"], "--json").answer["id"]
    out = tmp_path / "answer.json"

    done = amina("share", mine, "--for", OFFICE, "--challenge", "q-17", out, "--json")

    assert done.answer["bound"] is True
    asked = verified(own_region, today, out, "--challenge", "q-17", "--domain", OFFICE)
    other = verified(own_region, today, out, "--challenge", "q-18", "--domain", OFFICE)
    elsewhere = verified(own_region, today, out, "--challenge", "q-17", "--domain", "Ailleurs")
    assert (asked["level"], asked["reasons"]) == ("TRUSTED", [])
    assert (other["level"], other["reasons"]) == ("REFUSED", ["PROOF_MISUSED"])
    assert elsewhere["level"] == "REFUSED"


def test_a_badge_given_to_a_former_key_is_shown_with_that_key(own_region, today, tmp_path, amina):
    did = amina("did", "--json").answer["did"]
    folder = folder_of(own_region, "sandrine", tmp_path)
    known = {"at": today, "registry": own_region.folder, "replay": own_region.bundle}
    sandrine = typing(folder, **known)
    sandrine("import", own_region.folder / "badges" / "pro-sandrine-mediation.png")
    given = sandrine(
        "award", "b04", "--to", "Amina", "--did", did, "--evidence", "A classé ses photos.",
        "--out", tmp_path, "--json",
    ).answer  # fmt: skip
    mine = amina("import", given["files"]["svg"], "--json").answer["id"]

    changed = amina("rotate-key", "--json").answer
    amina("share", mine, "--for", OFFICE, "--challenge", "q-17", tmp_path / "answer.json")

    out = tmp_path / "answer.json"
    asked = verified(own_region, today, out, "--challenge", "q-17", "--domain", OFFICE)
    assert changed["did"] != did
    assert json.loads(out.read_text(encoding="utf-8"))["holder"] == did
    assert (asked["level"], asked["reasons"]) == ("TRUSTED", [])


def test_a_badge_that_gives_a_name_only_does_not_prove_whose_it_is(region, today, tmp_path, amina):
    out = tmp_path / "answer.json"

    done = amina("share", ids(amina)[0], "--for", OFFICE, "--challenge", "q-17", out, "--json")

    report = verified(region, today, out, "--challenge", "q-17", "--domain", OFFICE)
    assert done.answer["bound"] is False
    assert (report["level"], report["reasons"]) == ("UNDETERMINED", ["RECIPIENT_NOT_CHECKED"])


@pytest.mark.parametrize(("days", "level"), [(3, "TRUSTED"), (2, "REFUSED")])
def test_after_its_end_nobody_takes_it(region, today, tmp_path, amina, days, level):
    out = tmp_path / "badges.json"

    amina("share", ids(amina)[0], "--for", OFFICE, "--days", days, out)

    later = today.replace(day=today.day + 2, minute=1)
    assert verified(region, later, out)["level"] == level


def test_a_page_carries_the_badges_and_the_verifier_reads_them(region, today, tmp_path, amina):
    out = tmp_path / "badges.html"

    amina("share", *ids(amina), "--for", OFFICE, out)

    report = verified(region, today, out)
    assert (report["level"], report["format"]["container"]) == ("TRUSTED", "html")
    assert len(report["parts"]) == 3


def test_a_page_that_was_touched_inside_is_refused(region, today, tmp_path, amina):
    out = tmp_path / "badges.html"
    amina("share", ids(amina)[0], "--for", OFFICE, out)
    signed = page_to_show.carried(out.read_bytes()).text

    forged = page_to_show.carry(signed.replace("Ordinateur", "Ordinatrice"))
    out.write_text(f'<!doctype html><a href="{forged}">x</a>', encoding="utf-8")

    assert verified(region, today, out)["level"] == "REFUSED"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_page_runs_nothing_and_asks_nothing_of_the_network(tmp_path, amina, lang):
    out = tmp_path / "badges.html"

    amina("--lang", lang, "share", *ids(amina), "--for", HOSTILE, out)

    page = out.read_text(encoding="utf-8")
    assert f'<html lang="{lang}">' in page
    assert "<script" not in page
    assert HOSTILE not in page
    assert not re.search(r'(?:src|href)="(?!data:)', page)
    assert "default-src 'none'" in page


CHOICES = {
    "--name": "Amina Benali",
    "--mail": "amina@courrier.example",
    "--evidence": "remis en route un ordinateur",
    "--words": "montré à votre voisine",
}
"""What can be let be seen: the option, and what then stands on the page."""


@pytest.mark.parametrize("chosen", [None, *CHOICES])
def test_only_what_was_chosen_can_be_seen(tmp_path, amina, chosen):
    out = tmp_path / "badges.html"
    words = () if chosen is None else (chosen,)
    if chosen in ("--name", "--mail"):
        words = (chosen, CHOICES[chosen])

    amina("share", ids(amina)[0], "--for", OFFICE, *words, out)

    body = re.sub(r'href="data:[^"]*"', "", out.read_text(encoding="utf-8"))
    seen = {option for option, text in CHOICES.items() if text in body}
    assert seen == ({chosen} - {None})


def test_what_a_badge_holds_all_the_same_is_said_before(tmp_path, amina):
    out = tmp_path / "badges.html"

    done = amina("share", ids(amina)[0], "--for", OFFICE, "--words", out, "--json")

    assert done.answer["inside"] == ["evidence"]


def test_each_share_adds_one_line_to_the_diary(tmp_path, amina):
    amina("share", ids(amina)[0], "--for", OFFICE, tmp_path / "a.json")
    amina("share", *ids(amina)[1:], "--for", "Une amie", "--days", 7, tmp_path / "b.html")

    lines = amina("shared", "--json").answers

    assert [(one["audience"], one["form"], len(one["badges"])) for one in lines] == [
        ("Une amie", "page", 2),
        (OFFICE, "file", 1),
    ]
    assert lines[0]["until"] == "2026-11-29T12:00:00Z"
    assert "Une amie" in amina("shared").out


def test_the_diary_is_sealed_forgotten_and_copied(tmp_path, amina):
    phrase = tmp_path / "phrase"
    phrase.write_text("canard bougie violon tartine nuage falaise")
    amina("share", ids(amina)[0], "--for", "CANARI", tmp_path / "a.json")

    kept = b"".join(f.read_bytes() for f in (tmp_path / "amina").rglob("*") if f.is_file())
    assert b"CANARI" not in kept
    amina("--phrase-file", phrase, "backup", tmp_path / "copy")
    assert amina("shared", "--forget", "--json").answer == {"forgotten": 1}
    assert amina("shared", "--json").answers == []
    amina("--phrase-file", phrase, "restore", tmp_path / "copy")
    assert [one["audience"] for one in amina("shared", "--json").answers] == ["CANARI"]


def test_the_diary_keeps_so_many_lines_and_the_oldest_make_room(tmp_path, today):
    space = open_space(tmp_path / "space")
    for number in range(2):
        with space.vault.writing() as write:
            line = {"at": today.isoformat(), "audience": "x", "badges": [], "form": "file"}
            lines = [{**line, "until": None}] * (MAX_SHOWN_LINES - 1 + number)
            write.keep_secrets({**write.secrets(), "shown": lines})
        shown = Shown(at=today, audience="y", badges=("a",), form=Form.PAGE, until=None)

        note(space.vault, shown)

        assert len(diary(space.vault)) == MAX_SHOWN_LINES
        assert diary(space.vault)[0] == shown
    assert clear(space.vault) == MAX_SHOWN_LINES
    space.close()


def test_what_is_not_authentic_or_of_an_older_kind_does_not_travel(region, tmp_path, amina):
    folder = region.folder / "badges"
    aside = amina("import", folder / "mehmet-ordinateur-modifie.png", "--json").answer["id"]
    older = amina("import", folder / "marie-therese-texte.png", "--json").answer["id"]
    out = tmp_path / "x.json"

    refused = [amina("share", one, "--for", OFFICE, out, "--json") for one in (aside, older)]

    assert [one.status for one in refused] == [1, 1]
    assert [one.answer["error"]["facts"]["why"] for one in refused] == ["aside", "older"]
    assert not out.exists()
    assert amina("shared", "--json").answers == []


@pytest.mark.parametrize(
    ("audience", "code"),
    [
        (" ", "share.no-audience"),
        ("x" * MAX_AUDIENCE_LETTERS, None),
        ("x" * (MAX_AUDIENCE_LETTERS + 1), "share.text-too-long"),
    ],
)
def test_to_whom_is_said_in_one_line(tmp_path, amina, audience, code):
    done = amina("share", ids(amina)[0], "--for", audience, tmp_path / "x.json", "--json")

    assert done.answer.get("error", {}).get("code") == code


@pytest.mark.parametrize(("days", "status"), [(1, 0), (MAX_DAYS, 0), (0, 2), (MAX_DAYS + 1, 2)])
def test_a_share_ends_within_a_year(tmp_path, amina, days, status):
    badge = ids(amina)[0]

    done = amina("share", badge, "--for", OFFICE, "--days", days, tmp_path / "x.json")

    assert done.status == status


def test_a_file_that_cannot_be_written_is_said(tmp_path, amina):
    done = amina("share", ids(amina)[0], "--for", OFFICE, tmp_path / "no" / "x.json", "--json")

    assert (done.status, done.answer["error"]["code"]) == (1, "export.not-written")
    assert amina("shared", "--json").answers == []


def test_the_address_for_linkedin_is_given_and_nothing_is_noted(amina):
    address = amina("linkedin", ids(amina)[0], "--json").answer["address"]

    told = {name: value for name, (value,) in parse_qs(urlsplit(address).query).items()}
    assert (told["name"], told["organizationName"]) == ("Ordinateur", "Fablab La Clavette")
    assert amina("shared", "--json").answers == []
