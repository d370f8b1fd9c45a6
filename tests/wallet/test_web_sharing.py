"""Showing badges on the pages: four questions, a true preview, nothing before the end."""

import html
import io
import json
import re
from urllib.parse import parse_qs, urlsplit

import pypdfium2
import pytest
from click.testing import CliRunner

from tests.browser import inspect, sideways
from tests.wallet.pages import an_app, served, text_of, token_of
from verifier.cli import main as verify
from wallet.sharing import diary, linkedin

OFFICE = "Mairie de Clairval"
STEPS = ("whom", "what", "long", "preview")


@pytest.fixture
def answered(client, wallet):
    """All that the four questions ask, for one sound badge."""
    badge = next(one.id for one in wallet.holdings() if one.counts)
    token = token_of(client, "/carnet/share")
    return {"csrf_token": token, "whom": "employer", "audience": OFFICE, "badge": [badge]}


def post(client, address, answered, **more):
    return client.post(f"/carnet{address}", data={**answered, **more})


def lines(hall):
    return diary.diary(hall.space.vault)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("step", STEPS)
def test_each_question_is_a_page_that_leaves_nothing(client, hall, answered, step, lang):
    answer = client.post(f"/carnet/share?lang={lang}", data={**answered, "step": step})

    page = text_of(answer)
    assert answer.status_code == 200
    assert f'<html lang="{lang}">' in page
    assert page.count("<h1") == (2 if step == "preview" else 1)
    assert "no-store" in answer.headers["Cache-Control"]
    assert not re.search(r"<script>|<style|style=|onclick=", page)
    assert lines(hall) == ()


def test_the_preview_is_the_page_letter_for_letter(client, answered):
    preview = text_of(post(client, "/share", answered, step="preview"))

    given = text_of(post(client, "/share/page", answered))

    shown = re.search(r"data-preview>\n(.*?)\n</section>", preview, re.DOTALL)[1]
    assert OFFICE in shown
    assert shown.strip() in given


CHOICES = {
    "show-name": ("name", "Amina Benali"),
    "show-mail": ("mail", "amina@courrier.example"),
    "show-evidence": (None, "remis en route un ordinateur"),
    "show-words": (None, "montré à votre voisine"),
}


@pytest.mark.parametrize("chosen", [None, *CHOICES])
def test_what_was_not_ticked_is_not_shown(client, wallet, answered, chosen):
    typed = {name: text for name, text in CHOICES.values() if name}
    ticked = {chosen: "yes"} if chosen else {}
    badge = next(one.id for one in wallet.holdings() if one.badge_id == "b01")

    form = {**answered, "badge": [badge]}
    given = text_of(post(client, "/share/page", form, **typed, **ticked))

    seen = {name for name, (_, text) in CHOICES.items() if text in html.unescape(given)}
    assert seen == {chosen} - {None}


def test_the_page_given_is_verified_and_noted(client, hall, region, today, tmp_path, answered):
    given = post(client, "/share/page", answered, days="7")

    (tmp_path / "page.html").write_bytes(given.data)
    words = ["--json", "--at", today.isoformat(), "--registry", str(region.folder)]
    words += ["--replay", str(region.bundle), str(tmp_path / "page.html")]
    report = json.loads(CliRunner().invoke(verify, words).stdout)
    assert given.headers["Content-Disposition"] == "attachment; filename=badges.html"
    assert report["level"] == "TRUSTED"
    assert [(one.audience, one.form, one.until.day) for one in lines(hall)] == [
        (OFFICE, diary.Form.PAGE, 29)
    ]


def test_the_verifier_page_answers_the_page(client, answered):
    given = post(client, "/share/page", answered)

    form = {"csrf_token": token_of(client, "/"), "badge": (io.BytesIO(given.data), "page.html")}
    answer = client.post("/", data=form, content_type="multipart/form-data")

    assert answer.status_code == 200
    assert 'data-level="TRUSTED"' in text_of(answer)


@pytest.mark.parametrize(
    ("missing", "step", "again"),
    [("audience", "what", "audience"), ("badge", "long", "badge-")],
)
def test_what_is_missing_is_asked_again(client, hall, answered, missing, step, again):
    form = {name: value for name, value in answered.items() if name != missing}

    answer = client.post("/carnet/share", data={**form, "step": step})

    assert answer.status_code == 422
    assert 'role="alert"' in text_of(answer)
    assert f'id="{again}' in text_of(answer)
    assert lines(hall) == ()


def test_only_sound_badges_are_ticked_at_first_and_a_refused_one_is_not_offered(
    client, wallet, answered
):
    form = {name: value for name, value in answered.items() if name != "badge"}

    page = text_of(client.post("/carnet/share", data={**form, "step": "what"}))

    boxes = dict(re.findall(r'name="badge" value="(\w+)"( checked)?', page))
    assert {badge for badge, ticked in boxes.items() if ticked} == {
        one.id for one in wallet.holdings() if one.counts
    }
    assert not boxes.keys() & {one.id for one in wallet.aside()}


def test_paper_needs_no_name_has_no_end_and_is_noted(client, hall, answered):
    form = {**answered, "whom": "paper", "audience": ""}
    preview = post(client, "/share", form, step="preview")

    paper = post(client, "/share/paper", form, only=form["badge"][0])

    assert preview.status_code == 200
    assert "/share/page" not in text_of(preview)
    assert len(pypdfium2.PdfDocument(paper.data)) == 1
    assert [(one.form, one.until) for one in lines(hall)] == [(diary.Form.PAPER, None)]


def test_a_sheet_for_an_application_is_given_and_noted(client, hall, answered):
    sheet = post(client, "/share/sheet", answered)

    assert len(pypdfium2.PdfDocument(sheet.data)) == 1
    assert [(one.audience, one.form) for one in lines(hall)] == [(OFFICE, diary.Form.PAPER)]


def test_linkedin_is_told_each_value_once(hall, wallet, client, answered):
    badge = answered["badge"][0]

    page = text_of(post(client, "/share/linkedin", {**answered, "whom": "everyone"}, only=badge))

    address = html.unescape(re.search(r'href="(https://www\.linkedin\.com/[^"]+)"', page)[1])
    told = {name: value for name, (value,) in parse_qs(urlsplit(address).query).items()}
    assert told["name"] == wallet.catalogue.badge(wallet.get(badge).badge_id).name["fr"]
    assert told["organizationName"] == wallet.get(badge).checked.issuer_name
    assert (told["issueYear"], told["issueMonth"]) == ("2026", "6")
    assert [one.form for one in lines(hall)] == [diary.Form.LINKEDIN]


def test_a_name_with_an_ampersand_comes_back_as_it_is():
    filled = {"name": "Je communique par courriel & plus", "who": "Atelier +1"}

    address = f"{linkedin.FORM}?{linkedin.urlencode(filled, quote_via=linkedin.quote)}"

    assert {n: v for n, (v,) in parse_qs(urlsplit(address).query).items()} == filled


def test_the_diary_is_shown_and_can_be_erased(client, hall, answered):
    post(client, "/share/file", answered)
    token = answered["csrf_token"]

    shown = text_of(client.get("/carnet/shared"))
    client.post("/carnet/shared/forget", data={"csrf_token": token})

    assert OFFICE in shown
    assert lines(hall) == ()


def test_everything_and_a_pathway_are_taken_along(client):
    archive, paper = (
        client.get("/carnet/everything.zip"),
        client.get("/carnet/pathways/fondamentaux.pdf"),
    )

    assert archive.data.startswith(b"PK")
    assert len(pypdfium2.PdfDocument(paper.data)) == 1
    assert client.get("/carnet/pathways/lune.pdf").status_code == 404


def test_nothing_is_given_without_the_token_of_the_form(client, hall, answered):
    form = {name: value for name, value in answered.items() if name != "csrf_token"}

    answers = [client.post(f"/carnet/share/{one}", data=form) for one in ("page", "file", "paper")]

    assert {one.status_code for one in answers} == {400}
    assert lines(hall) == ()


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, pytest.param(1280, marks=pytest.mark.proof)])
def test_the_questions_are_answered_in_a_browser(pages, hall, tmp_path, width):
    page = pages(viewport={"width": width, "height": 700})
    with served(an_app(hall)) as address:
        page.goto(f"{address}/carnet/share")
        inspect(page)
        page.get_by_label("Son nom").fill(OFFICE)
        for heading in ("Que voulez-vous montrer", "Pour combien de temps", "Ce que la personne"):
            page.get_by_role("button", name="Continuer").click()
            page.get_by_role("heading", level=1, name=heading).wait_for()
            inspect(page)
            assert sideways(page) <= 0
        page.goto(f"{address}/carnet/shared")
        inspect(page)


@pytest.mark.parametrize("badge", ["z", "z" * 5000])
@pytest.mark.parametrize("form", ["page", "file", "sheet"])
def test_a_badge_that_is_not_there_is_told_however_long_its_name(client, answered, badge, form):
    answer = post(client, f"/share/{form}", {**answered, "badge": [badge]})

    assert answer.status_code == 422


def test_nothing_is_signed_for_a_form_that_there_is_not(client, hall, answered):
    done = client.post("/carnet/share/autre", data=answered)

    assert done.status_code == 404
    assert lines(hall) == ()
