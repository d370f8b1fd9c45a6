"""The pages of one learner of the demo region, as the command serves them."""

import io
import re
import threading
from contextlib import contextmanager

from shared.fetching import Offline
from shared.web import Server
from wallet.cli import _pages
from wallet.commands import serving
from wallet.commands.demo import Demo
from wallet.commands.hall import Hall
from wallet.commands.listed import ListedPartners
from wallet.spaces import open_space

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@contextmanager
def a_hall(region, folder, *, now, spaces=None):
    """What the pages share, with the badges of the learner in her space."""
    demo = Demo(region=region.folder, space=folder / "carnet")
    space = open_space(demo.space)
    hall = Hall(
        clock=lambda: now,
        fetch=demo.network(now, others=Offline()),
        listed=ListedPartners(str(region.folder)),
        space=space,
        folder=demo.space,
        spaces=spaces,
        owner=demo.owner,
        demo=demo,
    )
    serving._fill(hall, demo)
    yield hall
    hall.ended.close()
    hall.listed.close()
    space.close()


def an_app(hall):
    """The app of the command, over this hall."""
    return _pages(hall)


@contextmanager
def served(app):
    """Serve on a free port of this machine; gives the address."""
    server = Server(app, host="127.0.0.1", port=0)
    running = threading.Thread(target=server.run)
    running.start()
    try:
        yield server.address
    finally:  # a test that fails ends: nothing waits for its pages
        server.close()
        running.join(timeout=10)


def text_of(answer):
    return answer.get_data(as_text=True)


def token_of(client, address):
    return TOKEN.search(text_of(client.get(address)))[1]


def add(client, *badges, lang="fr", **fields):
    """Fill in the page that adds badges, and send it."""
    files = [(io.BytesIO(badge.content), badge.file) for badge in badges]
    form = {"csrf_token": token_of(client, "/carnet/add"), "badge": files, **fields}
    return client.post(f"/carnet/add?lang={lang}", data=form, content_type="multipart/form-data")
