"""The sheets of a workshop: one page of paper a badge, from a disk, in two languages."""

import re
from dataclasses import replace

import pytest

from tests.browser import PHONE, sideways
from tests.trust_registry import network
from tests.trust_registry.network import TODAY
from tests.trust_registry.served import on_loopback
from tests.trust_registry.test_site import HOSTILE, Seen
from trust_registry.catalogue import Spoken, check, seed
from trust_registry.catalogue.drafts import Draft, RemarkLine
from trust_registry.client.reading import read_list
from trust_registry.errors import FolderTaken
from trust_registry.site.workshop import MARK, Workshop, previewed, sheet_of, write_preview

PAGES = ["index.html", "badges/gestion-des-fichiers.html", "en/sheets.html"]
SAID = "« Corbeille » ne se comprend pas."


def a_workshop(book=None, **changes):
    remark = RemarkLine(file="badges/04.md", line=9, about="b04", text=SAID)
    draft = Draft(catalogue=book or seed(), remarks=(remark,))
    return Workshop(**({"draft": draft, "day": TODAY} | changes))


@pytest.fixture(scope="module")
def listing(tmp_path_factory):
    folder = tmp_path_factory.mktemp("workshop") / "registry"
    network.make(folder)
    return read_list(folder, now=TODAY)[1]


@pytest.fixture(scope="module")
def shown(tmp_path_factory, listing):
    folder = tmp_path_factory.mktemp("preview")
    complaints = check(replace(seed(), pathways=()))
    write_preview(folder, a_workshop(listing=listing, complaints=complaints))
    return folder


def said(workshop, path):
    return Seen(dict(previewed(workshop))[path].decode()).said


def test_each_badge_has_its_sheet_with_all_that_is_discussed(listing):
    told = said(a_workshop(listing=listing), "badges/gestion-des-fichiers.html")

    badge = seed().badge("b04")
    for lines in (badge.can_do, badge.criteria, badge.situations, badge.good_for):
        assert [line for line in lines["fr"] if " ".join(line.split()) not in told] == []
    assert " ".join(SAID.split()) in told
    assert "Une tâche réalisée" in told
    assert "Hub MedNum BFC" in told  # the only one that may award it


def test_who_may_award_is_left_open_where_it_is_not_known():
    told = said(a_workshop(), "badges/gestion-des-fichiers.html")

    assert "À décider ensemble." in told


def test_both_languages_and_every_badge_are_there(shown):
    for lang in ("", "en/"):
        assert (shown / lang / "sheets.html").read_text(encoding="utf-8").count("<article") == 15
        for badge in seed().badges:
            assert (shown / lang / sheet_of(badge)).is_file()


def test_nothing_is_loaded_from_elsewhere_and_every_link_leads_somewhere(shown):
    for file in shown.rglob("*.html"):
        page = Seen(file.read_text(encoding="utf-8"))
        assert {"script", "style", "iframe", "form"} & set(page.tags) == set()
        assert page.odd == []
        for link in (*page.links, *page.loads):
            path = link.partition("#")[0]
            assert "//" not in link
            assert not path or (file.parent / path).is_file(), (file, link)


def test_what_is_remarked_is_plain_text():
    remark = RemarkLine(file="x", line=1, about="b01", text=HOSTILE)
    hostile = replace(seed().badge("b01"), name=Spoken(fr=HOSTILE), image_svg="nowhere.svg")
    book = replace(seed(), badges=(hostile, *seed().badges[1:]))
    workshop = a_workshop(draft=Draft(catalogue=book, remarks=(remark,)))
    files = dict(previewed(workshop))
    page = Seen(files["badges/ordinateur.html"].decode())

    assert "script" not in page.tags
    assert page.said.count(HOSTILE) >= 2
    assert "badges/nowhere.svg" not in files


def test_a_preview_is_written_again_in_its_folder_and_in_no_other(tmp_path, shown):
    assert write_preview(shown, a_workshop()) > 50
    (tmp_path / "mine.txt").touch()

    with pytest.raises(FolderTaken):
        write_preview(tmp_path, a_workshop())
    assert not (tmp_path / MARK).exists()


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_the_workshop_holds_on_a_phone(shown, pages, path):
    with on_loopback(shown) as address:
        page = pages(viewport=PHONE)
        page.goto(f"{address}/{path}")

        assert sideways(page) <= 0
        assert page.locator("h1").count() == 1


CUT = "[...document.querySelectorAll('.paper')].filter(p => p.scrollHeight > p.clientHeight + 1)"
ROOM = "Math.min(...[...document.querySelectorAll('.ruled')].map(r => r.clientHeight))"


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["", "en/"])
def test_each_badge_is_printed_on_one_page_of_its_own(shown, pages, lang):
    with on_loopback(shown) as address:
        page = pages()
        page.goto(f"{address}/{lang}sheets.html")
        printed = page.pdf(prefer_css_page_size=True)
        page.set_viewport_size({"width": 703, "height": 1032})  # A4 without its margins
        page.emulate_media(media="print")

        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 15
        assert page.evaluate(CUT + ".length") == 0
        assert page.evaluate(ROOM) > 60
        page.emulate_media(media="screen")


@pytest.mark.browser
def test_a_badge_with_too_much_to_say_takes_a_second_page_and_loses_nothing(pages, tmp_path):
    lines = tuple(f"Ligne {number} : " + "un mot de plus " * 20 for number in range(12))
    long = {name: {"fr": lines, "en": lines} for name in ("criteria", "situations", "good_for")}
    book = replace(seed(), badges=(replace(seed().badge("b01"), **long), *seed().badges[1:]))
    write_preview(tmp_path / "preview", a_workshop(book))
    with on_loopback(tmp_path / "preview") as address:
        page = pages()
        page.goto(f"{address}/badges/ordinateur.html")
        printed = page.pdf(prefer_css_page_size=True)

        assert len(re.findall(rb"/Type\s*/Page\b", printed)) >= 2
