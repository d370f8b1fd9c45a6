"""Limits of the wallet that no other test names: each is tried just inside and just outside."""

import io
from datetime import timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import text
from textual.widgets import Input

from tests.wallet.carnets import CATALOGUE, NOON, WITHDRAWN, ARun, a_document, keep
from tests.wallet.pages import a_hall, an_app, text_of, token_of
from tests.wallet.people import badge_of
from tests.wallet.terminal import a_terminal
from tests.wallet.test_tui_plain import said
from tests.wallet.vaults import CHEAP, PHRASE, a_vault
from wallet import exporting, records
from wallet.awarding import lists
from wallet.backing_up import backup
from wallet.commands import listed
from wallet.commands import phrases as phrase_files
from wallet.errors import BackupUnreadable, PhraseTooShort
from wallet.holdings import Wallet
from wallet.spaces import open_space
from wallet.tui import folders
from wallet.tui.app import CarnetApp
from wallet.tui.carnet import Carnet
from wallet.tui.pages import home, one_badge, page_of
from wallet.tui.places import AllAgain, Field, Home, OneBadge, Told
from wallet.tui.plain import PROGRESS_SECONDS, Conversation
from wallet.tui.screens.typing import MAX_TYPED
from wallet.tui.waiting import IDLE_SECONDS, WATCH_SECONDS, watched_every
from wallet.vault import backups, engines, phrases
from wallet.web import claims, pages, telling

pytestmark = pytest.mark.slow
FRONT = 9 + 106 + 32 + 24
"""Bytes of a copy before the length of its first piece."""


@pytest.fixture
def run(tmp_path):
    found = ARun(tmp_path / "space")
    yield found
    found.close()


# ---------------------------------------------------------------- what is kept and taken along


@pytest.mark.parametrize("more", [0, 1])
def test_letters_of_the_name_of_a_file(tmp_path, more):
    vault = a_vault(tmp_path / "vault.sqlite")
    wallet = Wallet(vault, catalogue=CATALOGUE)

    held = keep(wallet, a_document("b01"), name="x" * (records.MAX_NAME + more))

    assert len(held.name) == records.MAX_NAME
    vault.close()


@pytest.mark.parametrize("more", [0, 1])
def test_letters_of_a_name_in_the_archive(tmp_path, more):
    vault = a_vault(tmp_path / "vault.sqlite")
    wallet = Wallet(vault, catalogue=CATALOGUE)
    held = keep(wallet, a_document("b01"), name="x" * (exporting.MAX_STEM + more) + ".json")

    found = exporting.file_name(held, wallet.original(held.id))

    assert found == "x" * exporting.MAX_STEM + ".json"
    vault.close()


@pytest.mark.parametrize(("more", "taken"), [(0, True), (-1, False)])
def test_letters_of_a_phrase_of_ones_own(more, taken):
    signs = "abcdefghijklmnopqrstuvwxyz"[: phrases.LEAST_SIGNS + more]
    few = "abcdefghijklmnopqrstuvwxyz"[: phrases.LEAST_DIFFERENT + more]
    for phrase in (signs, few + "a" * phrases.LEAST_SIGNS):
        if taken:
            assert phrases.chosen(phrase)
        else:
            with pytest.raises(PhraseTooShort):
                phrases.chosen(phrase)


@pytest.mark.parametrize("more", [0, 1])
def test_bytes_of_a_file_with_a_phrase(tmp_path, more):
    file = tmp_path / "phrase"
    file.write_text("a" * (phrase_files.MAX_BYTES + more))

    assert len(phrase_files.in_file(file)) == phrase_files.MAX_BYTES


class Weighed(io.BytesIO):
    """A file that notes how much was asked of it at once."""

    asked: tuple[int, ...] = ()

    def read(self, size=-1):
        self.asked += (size,)
        return super().read(size)


@pytest.mark.parametrize("more", [0, 1])
def test_bytes_of_one_piece_of_a_copy(tmp_path, more):
    """A piece that claims more is refused before its bytes are asked for."""
    space = open_space(tmp_path / "amina")
    space.protect(PHRASE, cost=CHEAP)
    made = b"".join(backup(space, now=NOON))
    space.close()
    size = (backups.MAX_PIECE_BYTES + more).to_bytes(4, "big")
    crafted = Weighed(made[:FRONT] + size + made[FRONT + 4 :])

    with pytest.raises(BackupUnreadable):
        backups.Backup(crafted, PHRASE)

    assert (max(crafted.asked) >= backups.MAX_PIECE_BYTES) is not bool(more)


def test_a_write_waits_so_long_for_another_program(tmp_path):
    engine = engines.open_engine(tmp_path / "vault.sqlite")
    with engine.connect() as connection:
        waits = connection.execute(text("PRAGMA busy_timeout")).scalar()
    engine.dispose()

    assert waits == engines.BUSY_SECONDS * 1000


def test_draws_of_a_place_before_the_free_ones_are_counted(monkeypatch):
    drawn = []
    monkeypatch.setattr(lists.secrets, "randbelow", lambda _: drawn.append(0) or 0)
    bits = type("Bits", (), {"__len__": lambda _: 9, "get": lambda _, place: place != 7})()

    assert lists.free_place(SimpleNamespace(bits=bits), ()) == 7
    assert len(drawn) == lists.MAX_TRIES


@pytest.mark.parametrize(("more", "closed"), [(-1, False), (1, True)])
def test_a_list_that_was_replaced_is_closed_long_after(region, today, more, closed):
    partners = listed.ListedPartners(str(region.folder))
    partners.read(today)
    replaced = io.BytesIO()
    partners._replaced.append((today.timestamp(), replaced))

    partners.read(today + timedelta(seconds=listed.LINGERING_SECONDS + more))
    then = replaced.closed
    partners.close()

    assert then is closed


# ---------------------------------------------------------------- on the terminal


@pytest.mark.parametrize("more", [0, 1])
def test_files_of_one_folder(tmp_path, more):
    for number in range(folders.MAX_FILES + more):
        (tmp_path / f"{number}.png").touch()

    assert len(folders.files(tmp_path)) == folders.MAX_FILES


@pytest.mark.parametrize("more", [0, 1])
def test_notices_of_the_opening(run, more):
    for number in range(home.MAX_NOTICES + more):
        keep(run.wallet, a_document(f"b0{number + 1}", number=number), WITHDRAWN)
    carnet = Carnet(run)
    rest = carnet.say("tui.home-notices", {"count": 1}).replace("\N{NO-BREAK SPACE}", " ")

    assert (rest in said(carnet)) is bool(more)


@pytest.mark.parametrize("more", [0, 1])
def test_letters_of_what_the_giver_wrote(run, more):
    document = a_document("b01")
    document["credentialSubject"]["narrative"] = "a" * (one_badge.MAX_TEXT + more)
    held = keep(run.wallet, document)

    page = page_of(OneBadge(held.id), Carnet(run))

    longest = max((line.text for line in page.lines), key=len)
    assert longest.rstrip("…") == "a" * one_badge.MAX_TEXT
    assert longest.endswith("…") is bool(more)


@pytest.mark.parametrize("more", [0, 1])
async def test_signs_of_one_line(run, more):
    field = Field(code="tui.saving-page", then=Told, value="a" * (MAX_TYPED - 1))
    async with a_terminal(run, first=field) as terminal:
        await terminal.settle()

        await terminal.press(*"b" * (1 + more))

        assert terminal.app.screen.query_one(Input).value == "a" * (MAX_TYPED - 1) + "b"


def test_how_long_nobody_may_be_there(run):
    assert CarnetApp(Carnet(run)).idle == IDLE_SECONDS
    assert watched_every(IDLE_SECONDS) == WATCH_SECONDS
    assert watched_every(WATCH_SECONDS) < WATCH_SECONDS


@pytest.mark.parametrize(("after", "told"), [(PROGRESS_SECONDS - 0.1, 0), (PROGRESS_SECONDS, 1)])
def test_how_often_an_act_is_told_of_line_by_line(run, after, told):
    """The clock stands for the time that the badges took."""
    for number in (1, 2):
        keep(run.wallet, a_document(f"b0{number}", number=number))
    hours, heard = iter([0.0]), []
    talk = Conversation(
        Carnet(run), ask=lambda _: "", tell=heard.append, clock=lambda: next(hours, after)
    )
    talk._way = [Home()]
    talk._done(AllAgain())

    assert (len(heard) > 0) is bool(told)


# ---------------------------------------------------------------- on the pages


@pytest.fixture
def hall(region, today, tmp_path):
    with a_hall(region, tmp_path, now=today) as found:
        yield found


@pytest.mark.parametrize("more", [0, 1])
def test_letters_of_whose_badge_it_is(hall, region, more):
    client = an_app(hall).test_client()
    wallet = hall.space.wallet(CATALOGUE)
    before = {one.id for one in wallet.holdings()}
    form = {
        "csrf_token": token_of(client, "/carnet/add"),
        "recipient": "a" * (pages.MAX_RECIPIENT + more),
        "badge": (io.BytesIO(badge_of(region, "rose-smartphone.png")), "rose.png"),
    }
    client.post("/carnet/add", data=form, content_type="multipart/form-data")

    (held,) = [one for one in wallet.holdings() if one.id not in before]
    assert held.recipients == ("a" * pages.MAX_RECIPIENT,)


@pytest.mark.parametrize("more", [0, 1])
def test_letters_of_a_code(hall, more):
    client = an_app(hall).test_client()
    code = "U" * (claims.MAX_CODE_TYPED + more)
    form = {"csrf_token": token_of(client, "/carnet/claim"), "code": code}

    answer = client.post("/carnet/claim", data=form, content_type="multipart/form-data")

    assert f'"{"U" * claims.MAX_CODE_TYPED}"' in text_of(answer)


def test_letters_of_a_name_that_a_badge_bears():
    assert telling.MAX_NAME_TYPED == pages.MAX_RECIPIENT


def test_a_picture_of_the_network_is_kept_so_long(hall):
    answer = an_app(hall).test_client().get("/carnet/pictures/b01.svg")

    assert answer.cache_control.max_age == pages.PICTURE_SECONDS
