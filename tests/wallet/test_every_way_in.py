"""Whatever a badge comes in is read by one command, by content and never by name (W1 to W4)."""

import io
import json
import zipfile

import pytest
import segno
from click.testing import CliRunner
from PIL import Image

from shared import baking, packing
from shared.reading import read
from tests.verifier.genuine import HOSTED
from tests.wallet.pages import a_hall, an_app, text_of, token_of
from tests.wallet.people import badge_of, typing
from wallet.cli import main
from wallet.web.pages import MAX_FILES
from wallet.words import WORDS

pytestmark = pytest.mark.slow
BADGE = "amina-ordinateur.png"


@pytest.fixture
def amina(region, today, tmp_path):
    return typing(tmp_path / "amina", at=today, registry=region.folder, replay=region.bundle)


@pytest.fixture
def text(region):
    """The signed badge as it travels in each of the forms below."""
    return read(badge_of(region, BADGE)).text


def a_square(text, kind="png"):
    """A photo of a code, with a margin, as a telephone gives it."""
    drawn = io.BytesIO()
    segno.make(packing.pack(text), error="m", micro=False).save(drawn, kind="png", scale=6)
    photo = io.BytesIO()
    Image.open(drawn).convert("RGB").save(photo, format=kind, quality=85)
    return photo.getvalue()


def a_zip(**files):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def plain_picture():
    made = io.BytesIO()
    Image.new("RGB", (80, 80), "white").save(made, format="png")
    return made.getvalue()


DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9"/></svg>'


def test_one_command_takes_each_kind_of_file_and_says_one_line_for_each(
    region, amina, text, tmp_path
):
    """PNG, SVG, a photo of a code, JSON, a token, a presentation, a zip, a folder, a link."""
    folder = tmp_path / "a folder"
    folder.mkdir()
    given = {
        "a.png": badge_of(region, "amina-tablette.png"),
        "b.svg": badge_of(region, "amina-messagerie.svg"),
        "c.jpg": a_square(text, "jpeg"),
        "d.json": badge_of(region, "ousmane-navigation.json"),
        "e.jwt": badge_of(region, "jean-marc-fichiers.jwt"),
        "f.png": badge_of(region, "marie-therese-presentation-papier.png"),
        "g.zip": a_zip(rose=badge_of(region, "rose-ordinateur.png")),
    }
    for name, content in given.items():
        (tmp_path / name).write_bytes(content)
    (folder / "h.png").write_bytes(badge_of(region, "hoa-collaboratifs.png"))
    link = read(badge_of(region, HOSTED)).text

    done = amina("import", *(tmp_path / name for name in given), folder, link, "--json")

    assert link.startswith("https://")
    assert done.status == 0, done.out
    assert [one["outcome"] for one in done.answers] == ["added"] * (len(given) + 2)
    assert len(amina("list", "--json").answers) == len(given) + 2


def test_a_pasted_text_is_read_from_the_standard_input(text, tmp_path):
    words = ["--space", str(tmp_path / "amina"), "--offline", "import", "-", "--json"]

    found = CliRunner().invoke(main, words, input=text)

    assert json.loads(found.stdout)["outcome"] == "added"


@pytest.mark.parametrize(
    "name",
    ["credly-demo-user (2).png", "badge.PNG.txt", "été 🏅 reçu.pdf", "sans extension", ".gif"],
)
def test_the_name_of_a_file_decides_nothing(region, amina, tmp_path, name):
    file = tmp_path / name
    file.write_bytes(badge_of(region, BADGE))

    answer = amina("import", file, "--json").answer

    assert (answer["outcome"], answer["level"], answer["badge"]) == ("added", "TRUSTED", "b01")


def test_the_same_badge_in_every_coat_is_one_badge(region, amina, text, tmp_path):
    coats = {
        "drawn.svg": baking.bake(DRAWING, text),
        "picture.png": baking.bake(plain_picture(), text),
        "bare.json": text.encode(),
        "code.png": a_square(text),
    }
    first = amina("import", region.folder / "badges" / BADGE, "--json").answer
    for name, content in coats.items():
        (tmp_path / name).write_bytes(content)

    again = amina("import", *(tmp_path / name for name in coats), "--json").answers

    assert {(one["outcome"], one["id"]) for one in again} == {("already-held", first["id"])}
    assert len(amina("list", "--json").answers) == 1


def test_a_picture_without_data_is_searched_for_a_code_then_said_to_hold_none(
    amina, text, tmp_path
):
    """A picture saved again by another program loses its data, and keeps its drawing."""
    with_code, without = tmp_path / "saved again.png", tmp_path / "photo.png"
    with_code.write_bytes(a_square(text))
    without.write_bytes(plain_picture())

    assert amina("import", with_code, "--json").answer["outcome"] == "added"
    answer = amina("import", without, "--json").answer
    assert answer["error"]["code"] == "read.no-badge"


@pytest.mark.parametrize("more", [0, 1])
def test_a_form_takes_so_many_files_and_passes_none_over(region, today, tmp_path, more):
    files = [(io.BytesIO(b"nothing"), f"{number}.txt") for number in range(MAX_FILES + more)]
    with a_hall(region, tmp_path, now=today) as hall:
        client = an_app(hall).test_client()
        form = {"csrf_token": token_of(client, "/carnet/add"), "badge": files}
        answer = client.post("/carnet/add", data=form, content_type="multipart/form-data")

    told = WORDS.say("carnet.add-fewer", {"most": MAX_FILES}, lang="fr") in text_of(answer)
    assert (answer.status_code, told) == ((422, True) if more else (200, False))
