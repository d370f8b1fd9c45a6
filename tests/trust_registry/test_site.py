"""The pages of the published list: whole in two languages, safe, true to what is signed."""

from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser import PHONE, sideways
from tests.trust_registry import network
from tests.trust_registry.network import EMPLOYER, LEAVER, LIBRARY, TODAY
from tests.trust_registry.served import on_loopback, turned
from trust_registry import layout
from trust_registry.catalogue import Spoken, seed
from trust_registry.entries import Entry
from trust_registry.errors import RegistryUnreachable
from trust_registry.index.listing import Listing
from trust_registry.model import Kind
from trust_registry.places import Place
from trust_registry.site import write_site
from trust_registry.site.pages import pages as written_pages

ISOLATES = (0x2068, 0x2069)
"""Invisible marks that Fluent sets around facts."""
HOSTILE = "<script>alert(1)</script>\"'&{{ 7*7 }}\N{LATIN SMALL LETTER E WITH ACUTE}"
BADGES = [one.slug for one in seed().badges]
PATHWAYS = [one.id for one in seed().pathways]
PARTNERS = [one.slug for one in network.members()]
EVERY_PAGE = [
    "index.html",
    *(f"badges/{slug}/index.html" for slug in BADGES),
    *(f"pathways/{name}/index.html" for name in PATHWAYS),
    *(f"p/{slug}/index.html" for slug in PARTNERS),
    "journal/index.html",
    "files/index.html",
]
EXAMPLES = [
    "index.html",
    "badges/ordinateur/index.html",
    "pathways/fondamentaux/index.html",
    f"p/{LIBRARY}/index.html",
    f"p/{EMPLOYER}/index.html",
    f"p/{LEAVER}/index.html",
    "journal/index.html",
    "files/index.html",
]


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site") / "registry"
    network.make(folder)
    write_site(folder, now=TODAY)
    return folder / layout.PUBLIC


class Seen(HTMLParser):
    """What a page leads to, loads and says."""

    def __init__(self, text):
        super().__init__()
        self.links, self.loads, self.ids, self.tags, self.odd, self.words = (
            [],
            [],
            set(),
            [],
            [],
            [],
        )
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.tags.append(tag)
        self.ids.add(found.get("id"))
        self.odd += [name for name in found if name == "style" or name.startswith("on")]
        if tag == "a":
            self.links.append(found["href"])
        self.loads += [found[name] for name in ("src",) if name in found]
        if tag == "link":
            self.loads.append(found["href"])

    def handle_data(self, text):
        self.words.append(text)

    @property
    def said(self):
        bare = " ".join(self.words).translate(dict.fromkeys(ISOLATES))
        return " ".join(bare.split())


def seen(file):
    return Seen(Path(file).read_text(encoding="utf-8"))


@pytest.mark.parametrize("lang", ["", "en/"])
def test_every_badge_pathway_and_partner_has_its_page(public, lang):
    missing = [page for page in EVERY_PAGE if not (public / lang / page).is_file()]

    assert missing == []


def test_every_link_leads_somewhere(public):
    broken = []
    for file in public.rglob("*.html"):
        page = seen(file)
        for link in (*page.links, *page.loads):
            parts = urlsplit(link)
            if parts.scheme in ("https", "mailto"):
                continue
            there = (file.parent / unquote(parts.path)) if parts.path else file
            if not there.is_file() or (parts.fragment and parts.fragment not in seen(there).ids):
                broken.append((str(file), link))

    assert broken == []


def test_nothing_is_loaded_from_elsewhere_and_nothing_runs(public):
    for file in public.rglob("*.html"):
        page = seen(file)
        assert [one for one in page.loads if "//" in one or one.startswith("/")] == []
        assert {"script", "style", "iframe", "form"} & set(page.tags) == set()
        assert page.odd == []


def test_both_languages_are_whole(public):
    french, english = seen(public / "index.html"), seen(public / "en/index.html")

    assert "Voir les badges" in french.said
    assert "See the badges" in english.said
    assert len(french.links) == len(english.links)
    for lang, file in (("fr", "index.html"), ("en", "en/index.html")):
        assert f'<html lang="{lang}">' in (public / file).read_text(encoding="utf-8")


def test_a_reconstruction_says_so_until_the_hub_publishes(public):
    published = replace(network.catalogue(), status="published")
    after = dict(written_pages(a_list(catalogue=published)))["index.html"].decode()

    assert "reconstruction" in seen(public / "index.html").said
    assert "reconstruction" not in after


def test_a_badge_says_who_stands_behind_it(public):
    said = seen(public / "badges/ordinateur/index.html").said

    assert "2 partenaires remettent ce badge" in said
    # The library for the badge, the employer for its pathway; its twin is the same house.
    assert "2 partenaires le reconnaissent" in said


def test_a_partner_that_left_says_so(public):
    said = seen(public / f"p/{LEAVER}/index.html").said

    assert "A quitté le réseau le 30 juin 2026." in said.replace("\N{NO-BREAK SPACE}", " ")


def test_nothing_of_a_partner_that_left_is_green():
    gone = network.a_member(LIBRARY, "M", Kind.LIBRARY, network.issuing("b01", until=TODAY))
    entry = replace(
        network.library_entry(awarders=(network.an_awarder("accueil"),)),
        publication_key=network.publication_key(LIBRARY).public.multibase,
    )
    found = dict(written_pages(a_list(members=(gone,), entries={LIBRARY: entry})))
    page = found[f"p/{LIBRARY}/index.html"].decode()

    assert "Nous le reconnaissons" in Seen(page).said
    assert "Arrêtée le" in Seen(page).said
    assert "tone-ok" not in page


def test_keys_are_shown_without_a_name(public):
    page = seen(public / f"p/{LIBRARY}/index.html")

    assert "Active depuis le" in page.said
    assert "Perdue ou volée" in page.said
    assert [word for word in ("accueil ", "#perdue", "#atelier") if word in page.said] == []


def a_list(**changes):
    known = {
        "name": None,
        "version": 1,
        "listed_at": TODAY,
        "expires_at": TODAY + timedelta(days=14),
        "members": network.members(),
        "catalogue": network.catalogue(),
    }
    return Listing(**(known | changes))


def test_a_hostile_name_is_plain_text():
    hostile = network.a_member(
        "hostile",
        HOSTILE,
        Kind.OTHER,
        network.issuing("b01"),
        ids=("https://x.example/'onload=alert(1)",),
        place=HOSTILE,
    )
    entry = Entry(slug="hostile", about=Spoken(fr=HOSTILE), url="https://x.example/\"'onload=x")
    found = dict(written_pages(a_list(members=(hostile,), entries={"hostile": entry})))
    written = [body.decode() for name, body in found.items() if name.endswith(".html")]

    for text in written:
        assert "script" not in Seen(text).tags
        assert Seen(text).odd == []
    assert HOSTILE in Seen(found["p/hostile/index.html"].decode()).said


def test_a_badge_whose_image_is_not_here_has_a_page_without():
    badges = tuple(
        replace(one, image_svg="absent.svg", image_png="absent.png") if one.id == "b01" else one
        for one in seed().badges
    )
    found = dict(written_pages(a_list(catalogue=replace(seed(), badges=badges))))

    assert Seen(found["badges/ordinateur/index.html"].decode()).loads.count("absent.svg") == 0
    assert "badges/absent.svg" not in found
    assert "badges/tablette.svg" in found


@pytest.mark.parametrize(
    ("until", "word"),
    [
        (TODAY, "Terminé"),
        (TODAY + timedelta(days=60), "Finit bientôt"),
        (TODAY + timedelta(days=61), "Actif"),
        (None, "Actif"),
    ],
)
def test_a_right_that_ends_says_so(until, word):
    member = network.a_member(LIBRARY, "M", Kind.LIBRARY, network.issuing("b01", until=until))
    found = dict(written_pages(a_list(members=(member,))))

    assert word in Seen(found[f"p/{LIBRARY}/index.html"].decode()).said


WHERE = Place(
    name="Médiathèque",
    address="2 place des Tilleuls",
    postal_code="21990",
    town="Clairval-sur-Ornaize",
    opening_hours="Tu-Fr 09:00-12:00",
    telephone="03 53 01 10 20",
)
PLACED = {LIBRARY: Entry(slug=LIBRARY, place=WHERE)}
WHERE_PAGES = (
    f"p/{LIBRARY}/index.html",
    "badges/ordinateur/index.html",
    "pathways/fondamentaux/index.html",
)


@pytest.mark.parametrize("path", WHERE_PAGES)
def test_a_page_says_where(path):
    member = network.a_member(LIBRARY, "M", Kind.LIBRARY, network.issuing("b01", "b02"))
    said = Seen(dict(written_pages(a_list(members=(member,), entries=PLACED)))[path].decode()).said

    assert "2 place des Tilleuls" in said
    assert "21990 Clairval-sur-Ornaize" in said
    assert "du mardi au vendredi" in said
    assert ("2 badges sur 5" in said) is path.startswith("pathways")


@pytest.mark.parametrize("path", WHERE_PAGES)
def test_nobody_is_sent_to_a_partner_that_has_left_or_cannot_award(path):
    gone = network.a_member(LIBRARY, "M", Kind.LIBRARY, network.issuing("b01", until=TODAY))
    other = network.a_member(LIBRARY, "M", Kind.LIBRARY, network.issuing("b12"))
    for member in (gone, other) if not path.startswith("p/") else (gone,):
        found = dict(written_pages(a_list(members=(member,), entries=PLACED)))
        assert "Tilleuls" not in Seen(found[path].decode()).said


def test_a_hostile_place_is_plain_text():
    place = replace(WHERE, name=HOSTILE, address=HOSTILE, town=HOSTILE, opening_hours=HOSTILE)
    member = network.a_member(LIBRARY, "M", Kind.LIBRARY, network.issuing("b01"))
    entries = {LIBRARY: Entry(slug=LIBRARY, place=place)}
    found = dict(written_pages(a_list(members=(member,), entries=entries)))

    for path in WHERE_PAGES:
        page = Seen(found[path].decode())
        assert "script" not in page.tags
        assert page.said.count(HOSTILE) == 4


def test_a_right_that_has_not_begun_says_so():
    later = network.issuing("b01", since=TODAY + timedelta(days=1))
    member = network.a_member(LIBRARY, "M", Kind.LIBRARY, later, network.recognising())
    found = dict(written_pages(a_list(members=(member,))))

    assert "Pas encore commencé" in Seen(found[f"p/{LIBRARY}/index.html"].decode()).said


def test_only_what_changed_is_written(tmp_path):
    desk = network.make(tmp_path / "registry")
    first = write_site(desk.folder, now=TODAY)
    again = write_site(desk.folder / layout.PUBLIC, now=TODAY)
    before = signed_files(desk.folder)
    desk.close_member(LIBRARY, until=TODAY, at=TODAY)
    kept = {name: body for name, body in signed_files(desk.folder).items() if name in before}
    changed = write_site(desk.folder, now=TODAY + timedelta(days=1))

    assert (again, 0 < changed < first) == (0, True)
    assert {name: signed_files(desk.folder)[name] for name in kept} == kept
    assert [one for one in (desk.folder / layout.PUBLIC).rglob(".*") if one.is_file()] == []


def signed_files(folder):
    public = folder / layout.PUBLIC
    return {
        file.relative_to(public).as_posix(): file.read_bytes()
        for part in (layout.METADATA, layout.TARGETS, f"p/{LIBRARY}/status")
        for file in (public / part).rglob("*.json")
    }


def test_an_entry_that_was_changed_is_not_shown(tmp_path):
    desk = network.make(tmp_path / "registry")
    folder = desk.folder / layout.PUBLIC / layout.TARGETS / f"partners/{LIBRARY}"
    entry = max(folder.glob("*.entry.json"), key=lambda file: file.stat().st_size)
    turned(entry)
    write_site(desk.folder, now=TODAY)
    said = seen(desk.folder / layout.PUBLIC / f"p/{LIBRARY}/index.html").said

    assert "ne peut pas être lue aujourd’hui" in said
    assert "mediatheque-clairval.example" not in said.replace("registre.mednum", "")


def test_a_folder_without_a_list_gets_no_page(tmp_path):
    with pytest.raises(RegistryUnreachable):
        write_site(tmp_path, now=TODAY)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("path", EXAMPLES)
def test_a_page_holds_on_a_phone(public, pages, path, lang):
    with on_loopback(public) as address:
        page = pages(viewport=PHONE)
        page.goto(f"{address}/{lang}{path}")

        assert sideways(page) <= 0
        assert page.locator("h1").count() == 1
        for part in page.locator("summary").all():
            part.click()
