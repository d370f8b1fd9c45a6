"""The form by invitation: a link is good once, what is public is shown first, nobody is named."""

import shutil
from contextlib import closing
from datetime import timedelta

import pytest

from tests.trust_registry import network
from tests.trust_registry.joiner import SLUG, WHAT, WHO, Joiner
from trust_registry import entries
from trust_registry.client import open_registry
from trust_registry.errors import InvitationEnded, InvitationRefused
from trust_registry.joining.answers import MAX_ABOUT_LETTERS, MAX_COMMENT_LETTERS
from trust_registry.joining.invitations import MAX_INVITATION_DAYS
from trust_registry.site import write_site
from trust_registry.words import WORDS

FILES = f"{network.BASE}/badges/gestion-des-fichiers"


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    folder = tmp_path_factory.mktemp("joining") / "hub"
    network.make(folder)
    return folder


@pytest.fixture
def joiner(hub, tmp_path, today):
    shutil.copytree(hub, tmp_path / "hub")
    return Joiner(tmp_path / "hub", today)


def text_of(answer):
    return answer.get_data(as_text=True)


def said(code, lang="fr", **facts):
    return WORDS.say(code, facts, lang=lang)


def subjects(entry):
    return [one["credentialSubject"]["id"] for one in entry.recognitions]


def wrong_beside(page, field):
    return f'id="{field}-wrong"' in page and f'aria-describedby="{field}-wrong' in page


# ---------------------------------------------------------------- publishing


def test_what_was_confirmed_is_public_and_the_hub_attests_it(joiner, today):
    answer = joiner.send(joiner.invited(), "publish", **WHO, **WHAT)

    assert answer.status_code == 200
    assert f"/p/{SLUG}/" in text_of(answer)
    assert joiner.published == 1
    entry = joiner.desk.entry(SLUG)
    assert entry.about["fr"] == WHO["about"]
    assert (entry.url, entry.contact) == (WHO["url"], WHO["contact"])
    assert FILES in subjects(entry)
    assert entry.awarders == ()
    with closing(open_registry(str(joiner.folder), now=today)) as registry:
        names = [one.id for one in registry.recognisers(network.did(network.HUB), FILES, on=today)]
    assert network.did(SLUG) in names


def test_the_word_of_a_partner_stands_on_its_page_as_plain_text(joiner, today):
    word = "Un mot <b>à nous</b>."

    joiner.send(joiner.invited(), "publish", **WHO, recognised=["b04"], **{"comment-b04": word})

    write_site(joiner.folder, now=today)
    page = (joiner.folder / "public/p" / SLUG / "index.html").read_text(encoding="utf-8")
    assert "Un mot &lt;b&gt;à nous&lt;/b&gt;." in page
    assert word not in page


def test_a_word_for_what_is_not_ticked_is_not_lost_in_silence(joiner):
    link = joiner.invited()
    typed = {"comment-b04": "Utile.", "comment-b05": "Un mot de trop."}

    page = text_of(joiner.send(link, "show", **WHO, recognised=["b04"], **typed))

    name = joiner.desk.catalogue().badge("b05").name["fr"]
    assert said("joining.word-left", name=name) in page
    assert page.count("ne sera pas publié") == 1


def test_hours_are_shown_as_people_will_read_them(joiner):
    place = {"nom": "Mairie", "adresse": "1 rue Haute", "code_postal": "25000"}
    place |= {"commune": "Besançon", "horaires": "Mo-Fr 08:30-12:00; Sa off"}

    page = text_of(joiner.send(joiner.invited(), "show", **WHO, **WHAT, **place))

    shown = page.partition("<dl>")[2].partition("</dl>")[0]
    assert "lundi" in shown
    assert "Mo-Fr" not in shown


@pytest.mark.parametrize("step", ["who", "what", "show"])
def test_nothing_is_public_before_the_last_button(joiner, step):
    before = joiner.desk.entry(SLUG)
    secret = joiner.invited()

    answer = joiner.send(secret, step, **WHO, **WHAT)

    assert answer.status_code == 200
    assert joiner.desk.entry(SLUG) == before
    assert joiner.get(secret).status_code == 200


def test_all_that_will_be_public_is_shown_first(joiner):
    page = text_of(joiner.send(joiner.invited(), "show", **WHO, **WHAT))

    for sentence in (*WHO.values(), WHAT["comment-b04"]):
        assert f">{sentence}<" in page
    assert 'value="publish"' in page


def test_what_is_public_already_is_ticked_and_unticking_takes_it_back(joiner):
    joiner.send(joiner.invited(), "publish", **WHO, **WHAT)
    signed = joiner.desk.entry(SLUG)
    page = text_of(joiner.send(joiner.invited(), "what", **WHO, **WHAT))
    assert 'value="b04" checked' in page
    assert said("joining.withdrawn") not in text_of(
        joiner.send(joiner.invited(), "show", **WHO, **WHAT)
    )
    page = text_of(joiner.send(joiner.invited(), "show", **WHO, **(WHAT | {"recognised": ["b04"]})))
    left = page.partition(said("joining.withdrawn"))[2].partition("</ul>")[0]
    assert [left.count(badge) for badge in ("Tableur", "fichiers")] == [1, 0]

    joiner.send(joiner.invited(), "publish", **WHO, **(WHAT | {"recognised": ["b04"]}))

    now = joiner.desk.entry(SLUG)
    assert subjects(now).count(FILES) == 1
    assert f"{network.BASE}/badges/tableur" not in subjects(now)
    assert [one for one in now.recognitions if one in signed.recognitions] == list(now.recognitions)


def test_a_place_is_that_of_the_national_schema(joiner):
    place = {
        "nom": "Atelier Beaumont",
        "adresse": "4 rue du Port",
        "code_postal": "25000",
        "commune": "Clairval",
        "telephone": "03 81 00 00 00",
    }

    joiner.send(joiner.invited(), "publish", **WHO, **WHAT, **place)

    shown = entries.to_json(joiner.desk.entry(SLUG))["place"]
    assert {name: shown[name] for name in place} == place


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("contact", "camille.durand@atelier-beaumont.example"),
        ("contact", "venez nous voir"),
        ("about", "Appelez Camille au 06 12 34 56 78."),
        ("about", "Écrivez à camille@example.org."),
        ("url", "https://"),
        ("url", "atelier-beaumont"),
        ("url", "https://[x.example"),
        ("telephone", "06 12 34 56 78"),
        ("code_postal", "2500"),
        ("comment-b04", "Demandez le 06 12 34 56 78."),
    ],
)
def test_what_cannot_be_public_is_said_beside_its_field_and_nothing_is_lost(joiner, field, typed):
    before = joiner.desk.entry(SLUG)
    secret = joiner.invited()

    answer = joiner.send(secret, "publish", **(WHO | WHAT | {field: typed}))

    page = text_of(answer)
    assert answer.status_code == 422
    assert wrong_beside(page, field)
    assert typed in page
    assert all(value in page for name, value in WHO.items() if name != field)
    assert page.count('value="b04"') == 1
    assert joiner.desk.entry(SLUG) == before
    assert joiner.get(secret).status_code == 200


def test_a_form_without_a_tick_goes_no_further(joiner):
    answer = joiner.send(joiner.invited(), "show", **WHO)

    assert answer.status_code == 422
    assert said("joining.wrong", why="none", field="recognised") in text_of(answer)


def test_half_a_place_says_which_line_is_missing(joiner):
    page = text_of(joiner.send(joiner.invited(), "what", **WHO, nom="Atelier"))

    assert all(wrong_beside(page, name) for name in ("adresse", "code_postal", "commune"))


@pytest.mark.parametrize(
    ("field", "most"), [("about", MAX_ABOUT_LETTERS), ("comment-b04", MAX_COMMENT_LETTERS)]
)
def test_a_sentence_is_not_endless(joiner, field, most):
    secret = joiner.invited()

    inside = joiner.send(secret, "show", **(WHO | WHAT | {field: "a" * most}))
    outside = joiner.send(secret, "show", **(WHO | WHAT | {field: "a" * (most + 1)}))

    assert (inside.status_code, outside.status_code) == (200, 422)


def test_what_was_typed_is_plain_text(joiner):
    page = text_of(joiner.send(joiner.invited(), "show", **(WHO | WHAT | {"about": "<b>x</b>"})))

    assert "<b>x" not in page
    assert "&lt;b&gt;x" in page


def test_a_badge_that_does_not_exist_is_not_recognised(joiner):
    answer = joiner.send(joiner.invited(), "publish", **WHO, recognised=["b99", "../x"])

    assert answer.status_code == 422


def test_a_step_that_does_not_exist_is_refused(joiner):
    assert joiner.send(joiner.invited(), "award", **WHO, **WHAT).status_code == 400


def test_a_form_without_its_token_is_refused(joiner):
    secret = joiner.invited()

    answer = joiner.client.post(f"/invitation/{secret}", data={"step": "publish", **WHO, **WHAT})

    assert answer.status_code == 400
    assert joiner.published == 0


def test_many_openings_in_a_row_are_slowed_down(joiner):
    statuses = [joiner.get("A" * 32).status_code for _ in range(31)]

    assert (statuses[29], statuses[30]) == (404, 429)


# ---------------------------------------------------------------- links


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("why", ["unknown", "used", "expired", "revoked"])
def test_a_link_that_opens_nothing_says_why_and_whom_to_ask(joiner, network_later, why, lang):
    secret = joiner.invited(days=1)
    token = joiner.token(secret)
    if why == "unknown":
        secret = "A" * 32
    elif why == "used":
        joiner.send(secret, "publish", **WHO, **WHAT)
    elif why == "revoked":
        joiner.invitations.revoke(SLUG, at=joiner.now)
    else:
        joiner.now = network_later(days=1)
    before = joiner.desk.entry(SLUG)

    answers = joiner.get(secret, lang), joiner.send(secret, "publish", token, **WHO)

    for answer in answers:
        assert answer.status_code == 404
        assert said("joining.ended", lang, why=why) in text_of(answer)
        assert WORDS.say("joining.ended", lang=lang, part="help") in text_of(answer)
    assert joiner.desk.entry(SLUG) == before


@pytest.fixture
def network_later(today):
    return lambda **more: today + timedelta(**more)


def test_a_link_is_good_until_its_last_second(joiner, network_later):
    secret = joiner.invited(days=1)

    joiner.now = network_later(days=1, seconds=-1)

    assert joiner.get(secret).status_code == 200


@pytest.mark.parametrize(
    "secret", ["", "x", "..", "A" * 31, "A" * 33, "é" * 32, "A" * 31 + "\n", "../" * 10 + "ab"]
)
def test_a_forged_link_is_unknown(joiner, secret):
    with pytest.raises(InvitationEnded) as refused:
        joiner.invitations.open(secret, at=joiner.now)

    assert refused.value.facts == {"why": "unknown"}


def test_a_link_cannot_be_read_out_of_the_folder(joiner):
    secret = joiner.invited()

    files = [file for file in joiner.folder.rglob("*") if file.is_file()]
    assert files
    assert not any(secret.encode() in file.read_bytes() for file in files)
    assert not any(secret in file.name for file in files)
    kept = joiner.folder / "invitations"
    assert kept.stat().st_mode & 0o777 == 0o700
    assert not any((joiner.folder / "public").rglob("invitations*"))


def test_of_two_that_send_together_one_publishes(joiner):
    invitation = joiner.invitations.open(joiner.invited(), at=joiner.now)

    with (
        joiner.invitations.using(invitation, at=joiner.now),
        pytest.raises(InvitationEnded) as refused,
        joiner.invitations.using(invitation, at=joiner.now),
    ):
        pass

    assert refused.value.facts == {"why": "used"}


def test_a_publication_that_fails_leaves_the_link_open(joiner):
    secret = joiner.invited()
    (joiner.folder / "keys" / "attesting.key").unlink()

    answer = joiner.send(secret, "publish", **WHO, **WHAT)

    assert answer.status_code == 503
    assert all(f">{sentence}<" in text_of(answer) for sentence in WHO.values())
    assert 'value="publish"' in text_of(answer)
    assert joiner.get(secret).status_code == 200


def test_a_member_with_a_key_of_its_own_is_not_invited(joiner):
    with pytest.raises(InvitationRefused) as refused:
        joiner.invited(slug=network.LIBRARY)

    assert refused.value.facts == {"slug": network.LIBRARY, "why": "own-key"}


def test_a_member_that_has_left_is_not_invited(joiner, network_later):
    joiner.desk.close_member(SLUG, until=joiner.now, at=joiner.now)

    with pytest.raises(InvitationRefused) as refused:
        joiner.invited()

    assert refused.value.facts == {"slug": SLUG, "why": "no-right"}


def test_a_link_never_lasts_longer_than_two_months(joiner, network_later):
    for days in (MAX_INVITATION_DAYS, MAX_INVITATION_DAYS + 1):
        invitation = joiner.invitations.open(joiner.invited(days=days), at=joiner.now)
        assert invitation.until == network_later(days=MAX_INVITATION_DAYS)


def test_the_drawings_are_those_of_the_badges(joiner):
    assert joiner.client.get("/drawings/b04.svg").mimetype == "image/svg+xml"
    assert joiner.client.get("/drawings/b99.svg").status_code == 404
