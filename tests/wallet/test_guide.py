"""docs/wallet.md is true: its commands exist, and its pictures are of the screens of today."""

import json
import re
import shutil

import pytest
from PIL import Image

from tests.house.sources import REPO
from tests.wallet.pages import a_hall, an_app, text_of
from tools.wallet_pictures import NOTED, PAGES, PICTURES, TERMINAL, WIDTH, noted_screen, said
from wallet.cli import COMMANDS

GUIDE = (REPO / "docs/wallet.md").read_text(encoding="utf-8")
COMMAND = re.compile(r"`badge-wallet((?: --\w+ [\w/]+)?)(?: ([a-z][\w-]*))?")
SHOWN = dict(re.findall(r"!\[([^\]]+)\]\(pictures/([\w-]+)\.png\)", GUIDE))
RENEW = "look at the screen, then: python -m tools.wallet_pictures"


def test_each_command_that_is_named_exists():
    named = {name for _, name in COMMAND.findall(GUIDE) if name}
    known = {one.name for one in COMMANDS}

    assert len(named) > 15
    assert named - known == set()


def test_each_option_that_is_named_exists():
    whole = "".join(path.read_text() for path in (REPO / "wallet").rglob("*.py"))

    assert [one for one in set(re.findall(r"--[a-z]+", GUIDE)) if f'"{one}"' not in whole] == []


def test_each_picture_has_words_and_each_one_made_is_shown():
    names = {"wallet-who", *PAGES, *TERMINAL}

    assert set(SHOWN.values()) == names
    assert all(len(words.split()) > 3 for words in SHOWN)
    assert {path.stem for path in PICTURES.glob("*.png")} >= names


@pytest.mark.parametrize("name", ["wallet-who", *PAGES])
def test_a_page_is_as_wide_as_a_small_telephone(name):
    with Image.open(PICTURES / f"{name}.png") as picture:
        assert picture.width == WIDTH


@pytest.mark.parametrize("name", TERMINAL)
def test_a_picture_of_the_terminal_is_of_the_screen_of_today(name):
    noted = json.loads(NOTED.read_text(encoding="utf-8"))

    assert noted[name] == noted_screen(TERMINAL[name]), RENEW


@pytest.fixture(scope="module")
def client(region, tmp_path_factory, today):
    folder = tmp_path_factory.mktemp("guide")
    with a_hall(region, folder, now=today) as hall:
        yield an_app(hall).test_client()
    shutil.rmtree(folder)


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_a_picture_of_a_page_is_of_the_page_of_today(client, name):
    noted = json.loads(NOTED.read_text(encoding="utf-8"))

    assert said(text_of(client.get(PAGES[name]))) == noted[name], RENEW
