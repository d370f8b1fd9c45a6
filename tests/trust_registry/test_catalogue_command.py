"""The catalogue is made together: a draft in plain files, checked, shown, compared, signed."""

import json
import shutil
from dataclasses import replace
from datetime import timedelta

import pytest
from click.testing import CliRunner

from shared.times import instant_text
from tests.trust_registry import network
from tests.trust_registry.machines import Machines
from tests.trust_registry.network import TODAY
from trust_registry.audit import Outcome, audit
from trust_registry.catalogue import CatalogueInvalid
from trust_registry.catalogue.drafts import MAX_DRAFT_FILES
from trust_registry.catalogue.plain_file import MAX_FILE_CHARACTERS
from trust_registry.cli import main
from trust_registry.publishing import open_desk

DAY = instant_text(TODAY)
BADGE = "badges/07-tableur.md"


def ran(*words, lang="fr"):
    done = CliRunner().invoke(main, ["--lang", lang, "catalogue", *map(str, words)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("catalogue") / "registry"
    network.make(folder)
    return folder


@pytest.fixture
def folder(made, tmp_path):
    return shutil.copytree(made, tmp_path / "registry")


@pytest.fixture
def draft(folder, tmp_path):
    done = ran("draft", tmp_path / "draft", "--from", folder, "--at", DAY)
    assert done.exit_code == 0
    return tmp_path / "draft"


def edit(draft, old, new, *, file=BADGE):
    text = (draft / file).read_text(encoding="utf-8")
    assert old in text
    (draft / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_draft_of_what_is_published_changes_nothing(folder, draft):
    before = open_desk(folder).catalogue()
    done = ran("publish", draft, folder, "--at", DAY, "--json")

    assert json.loads(done.stdout) == {"published": before.version, "changed": False}
    assert open_desk(folder).catalogue() == before
    assert ran("diff", draft, "--registry", folder, "--at", DAY, "--json").stdout == (
        '{"changes": []}\n'
    )


def test_a_change_made_in_an_editor_is_shown_signed_and_published(folder, draft):
    edit(draft, "## Nom\n", "## Nom\n> Choisi en atelier.\n")
    edit(draft, "\nTableur\n", "\nLe tableur\n")
    at = instant_text(TODAY + timedelta(days=1))
    shown = ran("diff", draft, "--registry", folder, "--at", DAY)
    done = ran("publish", draft, folder, "--at", at)

    assert (shown.exit_code, done.exit_code, done.stderr) == (0, 0, "")
    assert "  - Tableur\n  + Le tableur" in shown.stdout
    published = open_desk(folder).catalogue()
    assert (published.version, published.badge("b07").name["fr"]) == (2, "Le tableur")
    page = (folder / "public/badges/tableur/index.html").read_text(encoding="utf-8")
    assert "Le tableur" in page


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_is_to_be_put_right_is_said_in_plain_words(folder, draft, lang):
    edit(draft, "\nTableur\n", "\nDID\n")
    edit(draft, "# Remarques\n", "# Remarques\n- Trop court.\n")
    done = ran("check", draft, "--registry", folder, "--at", DAY, lang=lang)

    assert done.exit_code == 1
    assert "Trop court." in done.stdout
    assert "DID" in done.stdout
    assert "catalogue." not in done.stdout


def test_programs_get_the_complaints_and_the_remarks(folder, draft):
    edit(draft, "# Remarques\n", "# Remarques\n- Trop court.\n")
    done = ran("check", draft, "--registry", folder, "--at", DAY, "--json")
    said = json.loads(done.stdout)

    assert (said["badges"], said["pathways"], said["faults"]) == (15, 5, [])
    assert {one["code"] for one in said["complaints"]} == {"catalogue.recognised-by-nobody"}
    assert [(one["about"], one["text"]) for one in said["remarks"]] == [("b07", "Trop court.")]


def test_a_badge_is_alone_until_somebody_else_recognises_it(folder, draft):
    done = ran("check", draft, "--registry", folder, "--at", DAY, "--json")
    alone = {one["facts"]["id"] for one in json.loads(done.stdout)["complaints"]}

    # The hub recognises all of the library's, the library two; the employer a whole pathway.
    assert "b15" in alone
    assert {"b01", "b02", "b05", "b07"} & alone == set()


def test_without_a_registry_a_good_draft_has_nothing_to_put_right(draft):
    done = ran("check", draft)

    assert (done.exit_code, done.stderr) == (0, "")


def test_all_that_cannot_be_read_is_said_at_once(draft):
    edit(draft, "## Nom", "## Mon nom")
    (draft / "badges/01-ordinateur.md").write_bytes(b"\xff\xfe")
    edit(draft, "- Ordre", "- Rang", file="parcours/01-fondamentaux.md")
    (draft / "badges/01-ordinateur.md").write_text("perdu", encoding="utf-8")
    done = ran("check", draft, "--json")

    assert done.exit_code == 1
    assert len(json.loads(done.stdout)["faults"]) == 3
    assert ran("check", draft).stdout.count(".md") == 3


def what_breaks(draft):
    edit(draft, "- Adresse : tableur", "- Adresse : calcul")


def what_is_long(draft):
    edit(draft, "\nTableur\n", "\n" + "Tableur " * 8 + "\n")


@pytest.mark.parametrize(
    ("change", "flags", "published"),
    [
        (what_is_long, (), False),
        (what_is_long, ("--as-it-is",), True),
        (what_breaks, (), False),
        (what_breaks, ("--as-it-is",), False),
    ],
)
def test_nothing_is_published_that_hurts_those_who_hold_a_badge(
    folder, draft, change, flags, published
):
    change(draft)
    done = ran("publish", draft, folder, "--at", DAY, "--json", *flags)

    assert (done.exit_code == 0) is published
    assert open_desk(folder).catalogue().version == (2 if published else 1)
    if not published:
        assert json.loads(done.stdout)["error"]["code"] == "catalogue.not-ready"


@pytest.mark.parametrize(
    "change",
    [
        lambda book: replace(book, badges=book.badges[:-1], pathways=book.pathways[:-1]),
        lambda book: replace(book, badges=(replace(book.badges[0], slug="pc"), *book.badges[1:])),
    ],
    ids=["a badge taken out", "an address that changed"],
)
def test_the_desk_itself_takes_no_badge_out(folder, change):
    desk = open_desk(folder)

    with pytest.raises(CatalogueInvalid) as refused:
        desk.publish_catalogue(change(desk.catalogue()), at=TODAY + timedelta(days=1))
    assert refused.value.facts["why"] == "shortened"
    assert desk.catalogue().version == 1


def test_a_draft_that_was_overtaken_is_refused(folder, draft):
    edit(draft, "\nTableur\n", "\nLe tableur\n")
    at = instant_text(TODAY + timedelta(days=1))
    assert ran("publish", draft, folder, "--at", at).exit_code == 0
    edit(draft, "\nLe tableur\n", "\nLes tableurs\n")
    done = ran("publish", draft, folder, "--at", at, "--json")

    assert json.loads(done.stdout)["error"]["code"] == "catalogue.draft-old"


def test_from_nothing_there_is_one_badge_to_write(tmp_path):
    done = ran("draft", tmp_path / "draft", "--json")

    assert len(json.loads(done.stdout)["files"]) == 3
    assert ran("check", tmp_path / "draft").exit_code == 1


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_from_the_example_everything_is_there(tmp_path, lang):
    assert ran("draft", tmp_path / "draft", "--example", lang=lang).exit_code == 0
    assert ran("check", tmp_path / "draft", lang=lang).exit_code == 0


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").touch()

    for words in (("draft", tmp_path), ("check", tmp_path)):
        assert ran(*words).exit_code == 1
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_that_is_no_text_and_one_with_a_mark_at_its_beginning(draft):
    file = draft / BADGE
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert ran("check", draft).exit_code == 0

    file.write_bytes(b"\xff\xfe# \x00")
    done = ran("check", draft, "--json")
    assert json.loads(done.stdout)["error"]["facts"]["why"] == "encoding"


def test_a_draft_has_an_end(draft):
    edit(draft, "# Remarques\n", "# Remarques\n" + "a" * MAX_FILE_CHARACTERS)
    assert "too-long" in ran("check", draft, "--json").stdout

    for number in range(MAX_DRAFT_FILES):
        (draft / f"parcours/x{number}.md").touch()
    assert "too-many" in ran("check", draft, "--json").stdout


@pytest.mark.parametrize("command", ["draft", "check", "preview", "diff", "publish"])
def test_every_command_helps_with_an_example(command):
    done = ran(command, "--help")

    assert done.exit_code == 0
    assert f"$ badge-registry catalogue {command}" in done.stdout


def test_where_the_keys_are_elsewhere_two_administrators_sign_the_draft(tmp_path):
    machines = Machines(tmp_path / "machines", TODAY)
    machines.begin()
    hub, draft, file = machines.hub, tmp_path / "draft", machines.file("catalogue.json")
    assert ran("draft", draft, "--from", hub, "--at", DAY).exit_code == 0
    edit(draft, "\nTableur\n", "\nLe tableur\n")
    at = instant_text(TODAY + timedelta(days=1))

    assert ran("publish", draft, hub, "--out", file, "--at", at, "--json").exit_code == 0
    assert open_desk(hub).catalogue().version == 1
    machines.proposal, machines.now = file, TODAY + timedelta(days=1)
    shown = CliRunner().invoke(main, ["show", str(file)])
    assert "Le tableur" in shown.stdout
    machines.sign("anne")
    machines.apply(status=1)
    machines.sign("bruno")
    machines.apply()

    published = open_desk(hub).catalogue()
    assert (published.version, published.badge("b07").name["fr"]) == (2, "Le tableur")
    assert audit(hub, now=machines.now, pages=False).outcome is Outcome.SOUND
