"""The command: answers on stdout, talk on stderr, one JSON object a line, statuses that stay."""

import json
import zipfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.wallet.people import badge_of, folder_of, typing
from trust_registry.catalogue import seed
from wallet.cli import COMMANDS
from wallet.words import WORDS

pytestmark = pytest.mark.slow
EVIDENCE = ("--evidence", "Amina a classé ses photos.")


@pytest.fixture
def amina(region, today, tmp_path):
    """Amina's wallet, before her first badge."""
    return typing(tmp_path / "amina", at=today, registry=region.folder, replay=region.bundle)


@pytest.fixture
def registry(own_region):
    return own_region.folder


@pytest.fixture
def sandrine(region, registry, today, tmp_path):
    """A professional's wallet that holds the badge to award."""
    space = folder_of(region, "sandrine", tmp_path)
    type_ = typing(space, at=today, registry=registry, replay=region.bundle)
    assert type_("import", a_file(region, "pro-sandrine-mediation.png")).status == 0
    return type_


def a_file(region, name):
    return region.folder / "badges" / name


@pytest.mark.parametrize(
    ("other", "level"),
    [
        ("exports/registry.json", "TRUSTED"),
        ("nowhere.json", "TRUSTED"),
        ("nowhere", "UNDETERMINED"),
    ],
)
def test_a_badge_is_judged_by_every_network_of_a_file(region, today, tmp_path, other, level):
    """A list that nobody signed changes nothing; a signed one that is missing leaves a doubt."""
    kind = "dcc" if other.endswith(".json") else "bfc"
    tmp_path.joinpath("exports").mkdir()
    tmp_path.joinpath("exports/registry.json").write_text('{"meta": {}, "registry": {}}')
    file = tmp_path / "networks.toml"
    file.write_text(
        "format = 1\n"
        f'[[registries]]\nlabel = "BFC"\ntype = "bfc"\naddress = "{region.folder}"\n'
        f'[[registries]]\nlabel = "Autre"\ntype = "{kind}"\naddress = "{other}"\n'
    )
    amina = typing(tmp_path / "amina", at=today, registry=file, replay=region.bundle)

    done = amina("import", "--json", a_file(region, "amina-ordinateur.png"))

    assert (done.answer["outcome"], done.answer["level"]) == ("added", level)


def award(sandrine, folder, *more, badge="b04"):
    words = ("award", badge, "--to", "Amina Benali", "--out", folder, *more)
    return sandrine(*words, *(() if "--evidence" in more else EVIDENCE))


def test_import_answers_one_object_a_file_in_order(region, amina):
    files = [a_file(region, f"amina-{name}") for name in ("ordinateur.png", "messagerie.svg")]

    done = amina("import", "--json", *files)

    assert done.status == 0
    assert [one["input"] for one in done.answers] == [str(file) for file in files]
    assert {(one["outcome"], one["level"], *one["reasons"]) for one in done.answers} == {
        ("added", "TRUSTED")
    }
    assert [one["badge"] for one in done.answers] == ["b01", "b10"]


@pytest.mark.parametrize(
    ("file", "status", "outcome"),
    [
        ("amina-ordinateur.png", 0, "added"),
        ("mehmet-ordinateur-modifie.png", 1, "kept-aside"),
        ("capture-d-ecran.png", 4, "unreadable"),
        ("no-such-file.png", 4, "unreadable"),
    ],
)
def test_import_ends_with_the_status_of_what_was_found(region, amina, file, status, outcome):
    done = amina("import", "--json", a_file(region, file))

    assert (done.status, done.answer["outcome"]) == (status, outcome)


def test_import_of_several_ends_with_the_worst_and_stops_at_none(region, amina):
    names = ("capture-d-ecran.png", "mehmet-ordinateur-modifie.png", "amina-ordinateur.png")

    done = amina("import", "--json", *(a_file(region, name) for name in names))

    assert done.status == 4
    assert [one["outcome"] for one in done.answers] == ["unreadable", "kept-aside", "added"]


def test_a_folder_counts_as_its_files_by_name(region, amina, tmp_path):
    folder = tmp_path / "received"
    folder.mkdir()
    for name in ("amina-tablette.png", "amina-ordinateur.png"):
        (folder / name).write_bytes(badge_of(region, name))

    done = amina("import", "--json", folder)

    assert [one["badge"] for one in done.answers] == ["b01", "b02"]


def test_list_show_and_path_speak_of_the_same_badges(region, amina):
    amina("import", a_file(region, "amina-ordinateur.png"), a_file(region, "amina-tablette.png"))

    listed = amina("list", "--json").answers
    shown = amina("show", listed[0]["id"][:6], "--json").answer
    paths = {one["pathway"]: one for one in amina("path", "--json").answers}

    assert [one["badge"] for one in listed] == ["b01", "b02"]
    assert {one["counts"] for one in listed} == {True}
    assert {check["id"] for check in shown["checks"]} >= {"integrity.proof", "issuer.registry"}
    assert len(shown["recognised_by"]) == 5
    assert (paths["fondamentaux"]["done"], paths["fondamentaux"]["next"]) == (["b01", "b02"], "b03")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_person_reads_sentences(region, today, tmp_path, lang):
    type_ = typing(
        tmp_path / lang, at=today, registry=region.folder, replay=region.bundle, lang=lang
    )
    name = seed().badge("b01").name[lang]

    told = type_("import", a_file(region, "amina-ordinateur.png")).out
    shown = type_("show", type_("list").out.split()[0]).out
    path = type_("path").out

    for text in (told, shown, path):
        assert name in text
        assert "TRUSTED" not in text
        assert not {"\u2068", "\u2069"} & set(text)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_nothing_new_is_said_to_a_person_and_no_line_to_a_program(region, today, tmp_path, lang):
    type_ = typing(tmp_path / "new", at=today, registry=region.folder, lang=lang)

    assert type_("notices").out == WORDS.say("notice.none", lang=lang) + "\n"
    assert type_("notices", "--json").out == ""


def test_what_is_not_there_is_a_code_for_programs_and_a_sentence_for_people(amina):
    for_programs = amina("show", "3fa9c1", "--json")
    for_people = amina("show", "3fa9c1")

    assert (for_programs.status, for_programs.answer["error"]["code"]) == (1, "holding.unknown")
    assert (for_people.status, for_people.out) == (1, "")
    assert "3fa9c1" in for_people.err


def test_a_badge_put_away_can_be_brought_back(region, amina):
    amina("import", a_file(region, "amina-ordinateur.png"))
    (badge,) = [one["id"] for one in amina("list", "--json").answers]

    amina("remove", badge)
    gone = (amina("list", "--json").answers, amina("list", "--removed", "--json").answer["id"])
    amina("restore", badge)

    assert gone == ([], badge)
    assert amina("list", "--json").answer["id"] == badge


def test_everything_can_be_taken_along(region, amina, tmp_path):
    amina("import", a_file(region, "amina-ordinateur.png"))

    done = amina("export", tmp_path / "out.zip", "--json")

    assert done.answer["bytes"] == (tmp_path / "out.zip").stat().st_size
    with zipfile.ZipFile(tmp_path / "out.zip") as zipped:
        assert zipped.read("badges/01-amina-ordinateur.png") == badge_of(
            region, "amina-ordinateur.png"
        )


def test_what_cannot_be_written_is_said(region, amina, tmp_path):
    done = amina("export", tmp_path / "nowhere" / "out.zip", "--json")

    assert (done.status, done.answer["error"]["code"]) == (1, "export.not-written")


def test_the_registry_may_stand_in_the_environment(region, today, tmp_path):
    type_ = typing(tmp_path / "amina", at=today)

    done = type_(
        "import",
        "--json",
        a_file(region, "amina-ordinateur.png"),
        env={"BADGES_REGISTRY": str(region.folder)},
    )

    assert done.answer["level"] == "TRUSTED"


def test_without_a_registry_nobody_is_trusted(region, today, tmp_path):
    type_ = typing(tmp_path / "amina", at=today, registry="none")

    assert type_("import", "--json", a_file(region, "amina-ordinateur.png")).answer["level"] != (
        "TRUSTED"
    )


def test_a_registry_that_cannot_be_read_is_not_taken_for_none(region, today, tmp_path):
    type_ = typing(tmp_path / "amina", at=today, registry=tmp_path / "nothing")

    answer = type_("import", "--json", a_file(region, "amina-ordinateur.png")).answer

    assert answer["level"] == "UNDETERMINED"
    assert "REGISTRY_NOT_CHECKED" in answer["reasons"]


@pytest.fixture
def address(own_region):
    """The registry as a host of files on this machine serves it."""
    quiet = partial(Quiet, directory=own_region.folder / "public")
    with ThreadingHTTPServer(("127.0.0.1", 0), quiet) as server:
        serving = Thread(target=server.serve_forever)
        serving.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        serving.join()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_said):
        """Tests say nothing."""


def test_a_registry_had_by_its_address_is_trusted_by_its_root_then_remembered(
    own_region, address, today, tmp_path
):
    root = own_region.folder / "public/metadata/1.root.json"
    file = a_file(own_region, "amina-ordinateur.png")
    first = typing(tmp_path / "amina", at=today, registry=address)
    trusting = typing(tmp_path / "amina", at=today, registry=address, **{"registry-root": root})

    untrusted = first("import", "--json", file).answer
    trusted = trusting("import", "--json", file).answer
    remembered = first("--offline", "recheck", "--json").answer

    assert "REGISTRY_NOT_CHECKED" in untrusted["reasons"]
    assert trusted["level"] == "TRUSTED"
    assert "REGISTRY_NOT_CHECKED" not in remembered["reasons"]


# ------------------------------------------------------------------ awarding


def test_award_writes_three_files_that_others_can_import(sandrine, amina, tmp_path):
    done = award(sandrine, tmp_path / "out", "--words", "Bravo !", "--kind", "task", "--json")

    assert done.status == 0
    assert (done.answer["badge"], done.answer["level"]) == ("b04", "TRUSTED")
    files = done.answer["files"]
    assert sorted(files) == ["jwt", "png", "svg"]
    assert all("mina" not in file.rpartition("/")[2] for file in files.values())
    levels = [
        amina("import", "--recipient", "amina benali", "--json", file).answer["level"]
        for file in files.values()
    ]
    assert levels == ["TRUSTED"] * 3
    assert amina("list", "--json").answer["badge"] == "b04"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_award_tells_a_person_what_to_hand_over(region, registry, today, tmp_path, lang):
    space = folder_of(region, "sandrine", tmp_path)
    type_ = typing(space, at=today, registry=registry, lang=lang)
    type_("import", a_file(region, "pro-sandrine-mediation.png"))

    told = award(type_, tmp_path / "out").out

    assert seed().badge("b04").name[lang] in told
    assert "Amina Benali" in told
    assert "La Clavette" in told
    assert all(str(file) in told for file in (tmp_path / "out").iterdir())


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("award", "b04", "--to", "Amina Benali"), "award.no-evidence"),
        (("award", "b04", *EVIDENCE), "award.no-recipient"),
        (("award", "b99", "--to", "Amina Benali", *EVIDENCE), "catalogue.badge-unknown"),
        (("award", "b04", "--to", "a@b.fr", *EVIDENCE), "award.no-recipient"),
    ],
)
def test_award_refuses_with_a_code_and_writes_nothing(sandrine, tmp_path, words, code):
    out = tmp_path / "out"

    done = sandrine(*words, "--out", out, "--json")

    assert (done.status, done.answer["error"]["code"]) == (1, code)
    assert list(out.iterdir()) == []
    assert sandrine("awards", "--json").answers == []


def test_award_refuses_a_learner_and_says_what_to_do(amina, tmp_path):
    done = award(amina, tmp_path / "out")

    assert (done.status, done.out) == (1, "")
    assert "Acteur de la médiation numérique" in done.err


def test_award_signs_nothing_when_the_files_have_nowhere_to_go(sandrine, tmp_path):
    (tmp_path / "out").write_bytes(b"a file")

    done = award(sandrine, tmp_path / "out" / "in", "--json")

    assert (done.status, done.answer["error"]["code"]) == (1, "export.not-written")
    assert sandrine("awards", "--json").answers == []


def test_awards_lists_without_naming_anybody(sandrine, tmp_path):
    number = award(sandrine, tmp_path / "out", "--json").answer["award"]

    listed = sandrine("awards", "--json")

    assert (listed.answer["award"], listed.answer["state"]) == (number, "awarded")
    assert "Amina" not in listed.out + sandrine("awards").out
    assert number in sandrine("awards").out


def test_withdraw_publishes_at_the_desk(sandrine, amina, registry, region, today, tmp_path):
    made = award(sandrine, tmp_path / "out", "--json").answer

    done = sandrine("withdraw", made["award"], "--reason", "Erreur", "--desk", registry, "--json")

    again = typing(tmp_path / "amina", at=today, registry=registry)
    found = again("import", "--json", made["files"]["png"]).answer
    assert (done.status, done.answer["state"], done.answer["file"]) == (0, "withdrawn", None)
    assert (found["level"], found["reasons"]) == ("NOT_VALID_NOW", ["REVOKED"])
    assert sandrine("awards", "--json").answer["reason"] == "Erreur"


@pytest.mark.parametrize("kind", ["png", "svg", "jwt"])
def test_withdraw_finds_the_badge_in_the_file_that_the_person_brings(sandrine, tmp_path, kind):
    made = award(sandrine, tmp_path / "out", "--json").answer

    done = sandrine("withdraw", made["files"][kind], "--out", tmp_path / "x.json", "--json")

    assert (done.answer["award"], done.answer["state"]) == (made["award"], "to-publish")


def test_withdraw_of_a_file_that_is_no_badge_is_refused(sandrine, tmp_path):
    (tmp_path / "note.txt").write_text("Bonjour")

    done = sandrine("withdraw", tmp_path / "note.txt", "--json")

    assert (done.status, done.answer["error"]["code"]) == (1, "read.unknown-kind")


def test_withdraw_without_a_desk_gives_a_list_to_carry(sandrine, tmp_path):
    number = award(sandrine, tmp_path / "out", "--json").answer["award"]
    carried = tmp_path / "carried.json"

    done = sandrine("withdraw", number, "--out", carried, "--json")
    told = sandrine("withdraw", number, "--out", carried)

    assert (done.answer["state"], done.answer["file"]) == ("to-publish", str(carried))
    assert json.loads(carried.read_bytes())["type"][-1] == "BitstringStatusListCredential"
    assert str(carried) in told.out


def test_withdraw_refuses_what_was_not_awarded_here(sandrine, registry):
    done = sandrine("withdraw", "3fa9c1", "--desk", registry, "--json")

    assert (done.status, done.answer["error"]["code"]) == (1, "withdraw.not-ours")


def test_a_new_professional_brings_a_key_and_its_first_list(registry, today, tmp_path):
    type_ = typing(tmp_path / "new", at=today, registry=registry)
    listed = tmp_path / "k9.json"

    did = type_("did").out.strip()
    made = type_("new-list", "fablab-la-clavette", "k9", "--out", listed, "--json").answer

    document = json.loads(listed.read_bytes())
    assert made["did"] == did
    assert document["issuer"] == made["key"].partition("#")[0]
    assert document["proof"]["verificationMethod"] == made["key"]


@pytest.mark.parametrize(
    ("partner", "name", "code"),
    [
        ("nobody", "k9", "award.no-partner"),
        ("fablab-la-clavette", "../k9", "award.list-name"),
    ],
)
def test_a_first_list_is_for_a_partner_and_has_a_plain_name(
    registry, today, tmp_path, partner, name, code
):
    type_ = typing(tmp_path / "new", at=today, registry=registry)

    done = type_("new-list", partner, name, "--out", tmp_path / "x.json", "--json")

    assert (done.status, done.answer["error"]["code"]) == (1, code)


@pytest.mark.parametrize("name", [one.name for one in COMMANDS if not one.hidden])
def test_every_command_has_help_with_an_example(name, today, tmp_path):
    told = typing(tmp_path / "x", at=today)(name, "--help")

    assert told.status == 0
    assert "$ badge-wallet" in told.out
    assert not (tmp_path / "x").exists()
